import { randomBytes } from "node:crypto";
import { copyFile, rm } from "node:fs/promises";
import { gitText } from "./command.ts";

/**
 * The tree that a commit of everything git tracks, as it lies there now, would have. The index stays as it is: git keeps the contents
 * beside those that it has, until it clears up.
 */
export async function workTree({
	root,
	indexFile,
}: {
	readonly root: string;
	readonly indexFile: string;
}): Promise<string> {
	const aside = `${indexFile}.${randomBytes(6).toString("hex")}.mainline`;
	const env = { GIT_INDEX_FILE: aside };
	try {
		// where nothing was ever added there is none
		await copyFile(indexFile, aside).catch(() => {});
		await gitText(root, ["add", "--update", "--", ":/"], { env });
		return await gitText(root, ["write-tree"], { env });
	} finally {
		await rm(aside, { force: true });
	}
}
