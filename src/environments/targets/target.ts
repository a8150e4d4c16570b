import type { Clock, Progress, Sha256 } from "../../kernel/index.ts";

/** What is to run in an environment. */
export interface Deployment {
	readonly environment: string;
	readonly model: string;
	readonly version: string;
	/** `repository@sha256:…`, or `oci:DIR@sha256:…`. */
	readonly image: string;
	readonly digest: Sha256;
	/** The image that the environment held before; null for the first. */
	readonly previousImage: string | null;
}

export type DeployResult =
	| {
			readonly ok: true;
			/** False when it ran there already. */
			readonly changed: boolean;
	  }
	| {
			readonly ok: false;
			readonly reason: string;
			/** The last lines that the new version, or the deploy command, wrote. */
			readonly log: readonly string[];
			/** Others have to act before it can run; what ran before was left alone. */
			readonly waits?: boolean;
			/** Somebody on the way there did not answer: that says nothing of the version. */
			readonly passing?: boolean;
	  };

/** What was found out while a version ran where nobody was sent to it; or why it does not run. */
export type TrialResult<T> =
	| { readonly ok: true; readonly found: T }
	| { readonly ok: false; readonly reason: string; readonly log: readonly string[] };

/** What is asked of a version while it is tried, at the base URL where it answers. */
export type Ask<T> = (url: string) => Promise<T>;

/** What runs in a place that was never ours. */
export interface Standing {
	/** As the place names it: an image, or where one is written. */
	readonly image: string;
	/** Whether `putBack` ends only when it runs; false where others make it run. */
	readonly isSeen: boolean;
	/** Makes it run again, where something of ours took its place. What others did meanwhile is left alone, and told. */
	putBack(): Promise<DeployResult>;
}

/** A place that runs a model. */
export interface Target {
	/** Where it can be asked when the environment names no probe of its own; null when nobody knows. */
	readonly url: string | null;
	/** Makes the image run. Repeating it with the same digest changes nothing; killed at any point, it can be repeated. */
	deploy(deployment: Deployment): Promise<DeployResult>;
	/** The digest that runs now, null for none, undefined when the target cannot tell. */
	running(): Promise<Sha256 | null | undefined>;
	/** Since when what runs has run without being started anew; null for nothing. Absent: the target cannot tell. */
	upSince?(): Promise<Date | null>;
	/** The last lines that what was deployed wrote; none where nobody can tell. */
	logs(deployment: Deployment): Promise<readonly string[]>;
	/**
	 * Starts an image until it answers, asks it, and ends it: beside what runs, and nobody is sent to it. Absent: the target cannot start one
	 * without touching what runs. `apart`: a folder, absolute, for what may never run here; nothing of it is left, and nobody waits for it.
	 */
	tryOut?<T>(deployment: Deployment, ask: Ask<T>, apart?: string): Promise<TrialResult<T>>;
	/** Brings the image to where it would run, and no more; where it was brought is what is found. Absent: only others can. */
	fetch?(deployment: Deployment): Promise<TrialResult<string>>;
	/** What runs there before the first version of ours comes, with the way back to it; null for nothing. Absent: nobody can tell. */
	standing?(coming: Deployment): Promise<Standing | null>;
	/** How long others may take until what was deployed answers; absent: they have done it when `deploy` returns. */
	readonly proofMs?: number;
}

/** What every target needs of the world. */
export interface TargetContext {
	readonly clock: Clock;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** The server does not tell its version. */
	readonly untold?: boolean | undefined;
}

/** The variables that tell a deploy command, and a served model, what they are about. */
export function deploymentVariables(deployment: Deployment): Record<string, string> {
	return {
		MAINLINE_MODEL: deployment.model,
		MAINLINE_VERSION: deployment.version,
		MAINLINE_IMAGE: deployment.image,
		MAINLINE_DIGEST: deployment.digest,
		MAINLINE_ENVIRONMENT: deployment.environment,
		MAINLINE_PREVIOUS_IMAGE: deployment.previousImage ?? "",
	};
}
