import type { Document } from "../../kernel/index.ts";

/** Requests whose answers are known, and what was answered. */
export interface GoldenRows {
	readonly asked: readonly {
		readonly file: string;
		readonly ok: boolean;
		readonly differences: readonly string[];
		readonly milliseconds: number | null;
	}[];
	/** Why they could not be asked; null when they were. */
	readonly notAsked: string | null;
}

/** What became of one version in one environment. */
export interface MoveRow {
	readonly environment: string;
	/**
	 * `deployed`: it runs there now, proved by the probe where there is one. `kept`: nothing to do. `waits`: policy says
	 * not now. `refused`: policy says no. `failed`: tried, and it does not run. `planned`: would be deployed.
	 */
	readonly outcome: "deployed" | "kept" | "waits" | "refused" | "failed" | "planned";
	readonly version: string;
	/** What held the environment before; null when nothing did. */
	readonly previous: string | null;
	/** In one sentence part; empty when there is nothing to add. */
	readonly reason: string;
	/** When a `waits` can end by time alone, ISO 8601. */
	readonly at: string | null;
	/** Where it answers. */
	readonly url: string | null;
	readonly seconds: number | null;
	/** Name of the tag that records the assignment. */
	readonly tag?: string | null;
	readonly golden?: GoldenRows | null;
	/** Of `failed`: the last lines that the new version, or the deploy command, wrote. */
	readonly log?: readonly string[];
}

export interface ReleasedModel {
	readonly name: string;
	/**
	 * `released`: a new version. `exists`: the inputs' version was there already. `reverted`: an earlier version comes back.
	 * `blocked`: its inputs are not known, or a gate says no. `planned`: would be released.
	 */
	readonly outcome: "released" | "exists" | "reverted" | "blocked" | "planned";
	readonly version: string | null;
	/** `sha256:…` of the image's manifest. */
	readonly digest: string | null;
	/** `repository@sha256:…`. */
	readonly image: string | null;
	/** Of `blocked`, `reverted`: what and why, in a sentence. */
	readonly reason: string;
	/** Of `blocked`: the stages whose results are not known. */
	readonly unknown?: readonly { readonly address: string }[];
	/** Bytes that travelled and bytes that were there already; null when nothing was pushed. */
	readonly pushed: { readonly sent: number; readonly reused: number } | null;
	/** The Python packages of an image that was, or would be, built; absent where it takes none, or nothing is built. */
	readonly python?: PythonUse;
	/** Asked before the version was tagged. */
	readonly golden?: GoldenRows | null;
	/** The environment of an image that was, or would be, built on a Dockerfile; absent where there is none, or nothing is built. */
	readonly dockerfile?: EnvironmentUse;
	readonly environments: readonly MoveRow[];
}

/** Python packages of an image, and where their layer comes from. */
export interface PythonUse {
	/** The lock file. */
	readonly lock: string;
	/** Of Python, `3.12`. */
	readonly version: string;
	/** How many; null where that is known only when they are installed. */
	readonly packages: number | null;
	/** Of the layer, in bytes; null before it is made. */
	readonly size: number | null;
	/** `released`: as an image before has it. `cached`: as this machine keeps it. */
	readonly layer: "released" | "cached" | "installed" | "to install";
}

/** The environment that a Dockerfile makes, and where it comes from. */
export interface EnvironmentUse {
	/** The Dockerfile. */
	readonly dockerfile: string;
	/** `registry`: the model's repository has it. `cached`: this machine keeps it. */
	readonly from: "registry" | "cached" | "built" | "to build";
	/** What built it: `buildx`, `docker`, `buildah` or `podman`; null where nothing was built. */
	readonly builder: string | null;
	/** Of its manifest; null before it is made. */
	readonly digest: string | null;
	/** Of its layers as they are stored, in bytes; null before it is made. */
	readonly size: number | null;
}

/** `mainline release --json`. */
export interface ReleaseDocument extends Document {
	readonly schema: "mainline.release/1";
	/** True for `--plan`. */
	readonly plan: boolean;
	readonly commit: string;
	readonly models: readonly ReleasedModel[];
	readonly seconds?: number;
}

/** `mainline promote --json`. */
export interface PromoteDocument extends Document {
	readonly schema: "mainline.promote/1";
	readonly plan: boolean;
	readonly model: string;
	readonly digest: string | null;
	readonly move: MoveRow;
}

/** `mainline rollback --json`. */
export interface RollbackDocument extends Document {
	readonly schema: "mainline.rollback/1";
	readonly plan: boolean;
	readonly model: string;
	readonly digest: string | null;
	readonly move: MoveRow;
	/** The version that is rejected by it; null when none is. */
	readonly rejects: string | null;
	/** True when the environment is on hold afterwards. */
	readonly holds: boolean;
	/** Its image was gone from the registry, and was made anew from the stored model with the same digest. */
	readonly rebuilt?: boolean;
}
