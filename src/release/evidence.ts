import type { Sha256 } from "../kernel/index.ts";

/** A number, text or truth that a metric or parameter file names. */
export interface NamedValue {
	/** `metrics.json` */
	readonly file: string;
	/** `latency.p95` */
	readonly name: string;
	readonly value: string;
}

/** Something that went into a model, as DVC's files record it. */
export interface Ingredient {
	/** As written in DVC's files, from the project's folder. */
	readonly path: string;
	/** MD5 of a file; of a folder's listing, with `.dir` behind it. */
	readonly oid: string;
	/** How the oid was made: `md5`, `md5-dos2unix`, … */
	readonly hash: string;
	/** Bytes; null where it was not recorded. */
	readonly size: bigint | null;
}

/** What is known of how a model came about. */
export interface Evidence {
	/** The stages that lead to it, in order, each with its command. */
	readonly stages: readonly { readonly address: string; readonly command: string }[];
	/** What no stage made: data and code that stages read. */
	readonly ingredients: readonly Ingredient[];
	readonly params: readonly NamedValue[];
	readonly metrics: readonly NamedValue[];
	/** The model itself. */
	readonly files: readonly Ingredient[];
}

/** A released image, and everything that its documents say. */
export interface ReleaseStatement extends Evidence {
	readonly model: string;
	readonly version: string;
	/** `host/repository` or `oci:dir`, and the image's digest. */
	readonly image: { readonly location: string; readonly digest: Sha256 };
	/** Python packages of the image's own layer, as `name==version`. */
	readonly packages: readonly string[];
	readonly base: { readonly reference: string; readonly digest: Sha256 } | null;
	/** Of the code: an address for people (null: nobody knows one) and the commit that was released. */
	readonly source: { readonly url: string | null; readonly commit: string };
	/** The commit's time. */
	readonly created: Date;
	/** Digest of what the release is looked up by. */
	readonly content: Sha256;
	readonly lock: string;
}
