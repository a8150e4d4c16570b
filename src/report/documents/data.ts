import type { Document } from "../../kernel/index.ts";
import type { Change } from "./plan.ts";

/** `mainline add --json`. */
export interface AddDocument extends Document {
	readonly schema: "mainline.add/1";
	readonly added: readonly AddedRow[];
	/** Present where `core.autostage` put the written files into git's index. */
	readonly staged?: true;
}

export interface AddedRow {
	readonly path: string;
	/** The `.dvc` file that tracks it. */
	readonly file: string;
	/** `md5:…`. */
	readonly digest: string;
	readonly change: Change | "unchanged";
	/** Bytes. */
	readonly size: number | null;
	/** Files in a directory; absent for a file. */
	readonly files?: number;
}

/** `mainline checkout --json`: what was placed, replaced or removed in the workspace. */
export interface CheckoutDocument extends Document {
	readonly schema: "mainline.checkout/1";
	readonly changes: readonly { readonly path: string; readonly change: Change }[];
	/** Known, but not in the cache: it could not be placed. */
	readonly missing: readonly string[];
	/** Those of the missing whose object in the cache has another content than its name says. */
	readonly damaged?: readonly string[];
	/** Numbers of files; present when they were asked for. */
	readonly summary?: Readonly<Record<Change, number>>;
}

interface Transfer {
	/** Objects that travelled. */
	readonly transferred: number;
	/** Bytes that travelled. */
	readonly bytes: number;
	readonly failed: readonly { readonly path?: string; readonly digest: string; readonly reason: string }[];
	/** Name of the remote. */
	readonly remote: string;
	/** Run-cache entries that travelled; absent when not asked. */
	readonly runs?: number;
}

export interface PushDocument extends Document, Transfer {
	readonly schema: "mainline.push/1";
}

export interface FetchDocument extends Document, Transfer {
	readonly schema: "mainline.fetch/1";
}

export interface PullDocument extends Document, Transfer {
	readonly schema: "mainline.pull/1";
	readonly changes: readonly { readonly path: string; readonly change: Change }[];
	readonly missing: readonly string[];
	/** Those of the missing whose object in the cache has another content than its name says. */
	readonly damaged?: readonly string[];
}
