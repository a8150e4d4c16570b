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
	/** Files of those that whoever starts it can ask: a plan does not. Absent: none. */
	readonly pending?: readonly string[];
}

/** What was found of the image of a version that there was before. */
export interface ImageFound {
	/**
	 * `there`: it can be deployed. `rebuilt`: it was gone, and was packed anew with the same digest. `gone`: of a plan, it would be packed
	 * anew. `lost`: it is gone, and cannot be. `unknown`: whoever has it could not be asked.
	 */
	readonly state: "there" | "rebuilt" | "gone" | "lost" | "unknown";
	/** In a sentence part. */
	readonly says: string;
	/** Of `lost` and `unknown`: the registry did not take it, or did not say, which another try may get past. */
	readonly passing?: true;
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
	/** Of `planned`: how long deploys there took lately, in seconds; absent where none was measured. */
	readonly expected?: number;
	/** Name of the tag that records the assignment. */
	readonly tag?: string | null;
	readonly golden?: GoldenRows | null;
	/** Of `failed`: what became of the version before, in a sentence part; null or absent where there was none. */
	readonly back?: string | null;
	/** Of a version that was there already, and is, or would be, deployed; absent where nobody looked, or there is nothing to say. */
	readonly image?: ImageFound;
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
	/** Of a plan that brings another image to an environment, where it can be told. */
	readonly preview?: ImagePreview;
	/** Of a plan that brings a version back. */
	readonly back?: ComingBack;
	readonly environments: readonly MoveRow[];
}

/** Of a version that is to come back: what comes back with it, and what is known of the way. Paths are relative to the git root. */
export interface ComingBack {
	/** The version that is left. */
	readonly leaves: string;
	/** What reads again as it did then; null where that is not known, as in a shallow clone. */
	readonly back: {
		/** Files that are tracked as data, by their manifests. */
		readonly data: readonly string[];
		/** Files that git tracks: code, and whatever else. */
		readonly code: readonly string[];
		readonly params: readonly ValueChange[];
		/** As the versions' tags keep them. */
		readonly metrics: readonly ValueChange[];
	} | null;
	/** Files that changed since that version, and stay as they are; null where that is not known. */
	readonly stays: readonly string[] | null;
	/** Images by digest; `from` null where the version that is left has none. */
	readonly image: { readonly from: string | null; readonly to: string | null };
	/** Until it answers everywhere, by what deploys took lately; null where an environment has none that was measured. */
	readonly seconds: number | null;
	/** The last time that it was tried, for each environment that it comes to; `at` null: never. */
	readonly rehearsed: readonly {
		readonly environment: string;
		readonly at: string | null;
		readonly ok: boolean;
		/** What was found, in a sentence part; may be empty. */
		readonly says: string;
	}[];
	/** Versions that are rejected by it. */
	readonly rejects: readonly string[];
	/** Environments behind another one, which wait for somebody's promotion from then on. */
	readonly holds: readonly string[];
}

/** What a node that runs one version's image pulls for the next one's. */
export interface ImagePreview {
	/** The version that the node runs. */
	readonly from: string;
	/** Role by role, bottom first. `unknown`: it can be told only when it is built. */
	readonly layers: readonly {
		readonly role: "base" | "python" | "code" | "model";
		readonly change: "same" | "changed" | "added" | "removed" | "unknown";
		/** Bytes as they are stored; null where they are not known before they are made. */
		readonly pull: number | null;
	}[];
	/** The sum; null where one of them is not known. */
	readonly bytes: number | null;
	/** `about`: a model that is not packed yet counts with its file's bytes. `most`: with those of its folder, of which files may stay. */
	readonly certainty: "exact" | "about" | "most";
	/** What the next one stands on; `days` old, null where nobody says. */
	readonly base: { readonly name: string; readonly days: number | null } | null;
}

/** One value, before and after. */
export interface ValueChange {
	readonly file: string;
	readonly name: string;
	/** As text; null where there is none. */
	readonly from: string | null;
	readonly to: string | null;
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
	/** Nothing comes before the environment, so that the main line's next version moves it on all the same. */
	readonly followsMain?: boolean;
	/** Its image was gone from the registry, and was made anew from the stored model with the same digest. */
	readonly rebuilt?: boolean;
}
