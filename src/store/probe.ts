/** What a credential turned out to be able to do at a remote. */
export interface Rights {
	/** Bring in objects, and claims of results. */
	readonly adds: boolean;
	readonly overwrites: boolean;
	readonly deletes: boolean;
	/** Write where results lie that everybody believes. */
	readonly writesRuns: boolean;
	/** Whether the remote keeps what is written over; null where it does not say. */
	readonly keepsVersions: boolean | null;
}

/** Our own object, always the same: a credential that can only add leaves it there, once. */
export const PROBE = "mainline/claims/doctor/probe";
export const PROBE_TEXT = "mainline doctor tried whether this credential can write here\n";
/** What stands for an object, and for a result, of everybody's. Neither is ever there. */
export const PROBE_OBJECT = "files/md5/00/mainline-doctor";
export const PROBE_RUN = "runs/00/mainline-doctor";
