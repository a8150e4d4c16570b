import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { notesFolder, type Workspace } from "./workspace.ts";

/**
 * The outputs that this clone holds, by path below the DVC root: a checkout removes those whose stage is gone since.
 * Only a hint: when it is lost, nothing is removed.
 */
export async function readPlaced({ root }: Pick<Workspace, "root">): Promise<Set<string>> {
	try {
		const paths: unknown = JSON.parse(await readFile(file(root), "utf8"));
		return new Set(Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : []);
	} catch {
		return new Set();
	}
}

export async function rememberPlaced(workspace: Pick<Workspace, "root">, paths: readonly string[]): Promise<void> {
	await writePlaced(workspace, new Set([...(await readPlaced(workspace)), ...paths]));
}

export async function writePlaced({ root }: Pick<Workspace, "root">, paths: ReadonlySet<string>): Promise<void> {
	const temporary = `${file(root)}.${randomBytes(6).toString("hex")}.tmp`;
	await mkdir(notesFolder(root), { recursive: true });
	await writeFile(temporary, JSON.stringify([...paths].sort()));
	await rename(temporary, file(root));
}

function file(root: string): string {
	return join(notesFolder(root), "placed.json");
}
