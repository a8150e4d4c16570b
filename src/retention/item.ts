import { isDirectoryOid, type Oid, parseOid } from "../kernel/index.ts";

/** What is cleared, in the order in which it goes: what names others goes before what it names. */
export const KINDS = ["run", "directory", "file"] as const;
export type Kind = (typeof KINDS)[number];

/** One blob of a cache or a remote. */
export interface Item {
	readonly kind: Kind;
	/** Where it lies, relative to the place. */
	readonly key: string;
	/** Null for an entry of the run cache. */
	readonly oid: Oid | null;
	/** Bytes. */
	readonly size: number;
	/** When it was written, by the place's own clock; null where it does not say. */
	readonly modified: Date | null;
}

/** What a place's listing tells of one blob. */
export interface Listed {
	readonly key: string;
	/** Bytes. */
	readonly size: bigint;
	readonly modified?: Date | null;
}

/** Of DVC 3, and of DVC 2. */
const OBJECT = /^(?:files\/md5\/)?([0-9a-f]{2})\/([0-9a-f]{30}(?:\.dir)?)$/;
/** An entry of the run cache, or a claim of one (`mainline/claims/<run>/`). */
const RUN = /^(?:mainline\/claims\/\d+\/)?runs\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\/[0-9a-f]{64}$/;

/** What lies there; null for what is none of DVC's, nor of ours: it is left alone. */
export function itemOf({ key, size, modified = null }: Listed): Item | null {
	const about = { key, size: Number(size), modified };
	if (RUN.test(key)) return { kind: "run", oid: null, ...about };
	const [, first = "", rest = ""] = OBJECT.exec(key) ?? [];
	const oid = parseOid(first + rest);
	return oid === null ? null : { kind: isDirectoryOid(oid) ? "directory" : "file", oid, ...about };
}
