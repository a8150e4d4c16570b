import type { Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";

export interface ObjectRef {
	readonly oid: Oid;
	readonly hash: HashName;
	/** What is recorded of it in bytes, all files of a directory together; for telling how much is to come. */
	readonly size?: bigint | undefined;
}
