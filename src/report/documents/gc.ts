import type { Document } from "../../kernel/index.ts";

/** Things of one kind that would go, or went. */
export interface GcGroup {
	/** Of a cache or a remote: `run`, `directory`, `file`. Of a registry: `image`, `document` (what hangs on an image), `environment`. */
	readonly kind: "run" | "directory" | "file" | "image" | "document" | "environment";
	readonly count: number;
	readonly bytes: number;
	/** When they were written, where the place says so; ISO 8601. */
	readonly oldest: string | null;
	readonly newest: string | null;
}

export interface GcKept {
	/** `doubt`: what needs it, or not, could not be read. */
	readonly reason: "needed" | "young" | "unknown" | "doubt";
	readonly count: number;
	readonly bytes: number;
}

/** An image that would go, or went. */
export interface GcImage {
	readonly digest: string;
	readonly tags: readonly string[];
	/** `churn v1.0.0`; null for an image that no version's tag names. */
	readonly version: string | null;
}

export interface GcPlace {
	readonly place: "cache" | "remote" | "registry";
	/** The remote's; of a cache `cache`, of a registry the repository. */
	readonly name: string;
	readonly address: string;
	readonly going: readonly GcGroup[];
	readonly staying: readonly GcKept[];
	/** Of a registry. */
	readonly images?: readonly GcImage[];
	/** What was deleted; null where nothing was to be. */
	readonly deleted: { readonly count: number; readonly bytes: number } | null;
	/** What is to be known of it, in sentences. */
	readonly remarks: readonly string[];
}

/** `mainline gc --json`. */
export interface GcDocument extends Document {
	readonly schema: "mainline.gc/1";
	/** True without `--yes`: nothing was deleted. */
	readonly plan: boolean;
	/** ISO 8601. */
	readonly at: string;
	/** What is younger stays: `30d`. */
	readonly olderThan: string;
	/** Versions of each model that stay; null: all. */
	readonly keep: number | null;
	/** Also what nobody here ever named. */
	readonly unknown: boolean;
	readonly commits: { readonly kept: number; readonly all: number };
	readonly versions: readonly {
		readonly model: string;
		readonly version: string;
		readonly why: "environment" | "rollback" | "newest" | "rejected" | "rehearsed" | "young";
	}[];
	readonly places: readonly GcPlace[];
	readonly remarks: readonly string[];
}
