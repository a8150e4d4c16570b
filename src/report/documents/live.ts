/** A run that goes on. */
export interface LiveRun {
	/** When it was so, ISO 8601. */
	readonly at: string;
	readonly running: readonly { readonly address: string; readonly since: string }[];
	/** Addresses of stages that are over, whatever came of them. */
	readonly done: readonly string[];
}
