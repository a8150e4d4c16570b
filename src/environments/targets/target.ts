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
	  };

export type Tried<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly reason: string };

/** A place that runs a model. */
export interface Target {
	/** Where it can be asked when the environment names no probe of its own; null when nobody knows. */
	readonly url: string | null;
	/** Makes the image run. Repeating it with the same digest changes nothing; killed at any point, it can be repeated. */
	deploy(deployment: Deployment): Promise<DeployResult>;
	/** Starts the image where nobody is sent to it, and ends it when it was asked. Absent: it cannot be started without traffic. */
	tryOut?<T>(deployment: Deployment, ask: (url: string) => Promise<T>): Promise<Tried<T>>;
	/** The digest that runs now, null for none, undefined when the target cannot tell. */
	running(): Promise<Sha256 | null | undefined>;
}

/** What every target needs of the world. */
export interface TargetContext {
	readonly clock: Clock;
	readonly progress: Progress;
	readonly signal: AbortSignal;
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
