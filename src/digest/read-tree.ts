import { resolve } from "node:path";
import { hashTree } from "./hash-tree.ts";
import { TreeHash } from "./tree.ts";
import type { IgnoreRules } from "./walk.ts";

/** A directory's content without any memory: every file is read. */
export async function readTree(directory: string, rules: IgnoreRules): Promise<TreeHash> {
	const { record, listing } = await hashTree(resolve(directory), rules, null);
	return new TreeHash(record, listing);
}
