import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Failure } from "../../src/kernel/index.ts";
import { type LoadedProject, loadConfig, loadProject, workspaceTree } from "../../src/manifest/index.ts";

export type Files = Readonly<Record<string, string>>;

export function folderOf(files: Files): string {
	const root = mkdtempSync(join(tmpdir(), "mainline-manifest-"));
	mkdirSync(join(root, ".dvc"));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

export async function load(files: Files, gitIgnored: readonly string[] = []): Promise<LoadedProject> {
	const root = folderOf(files);
	const config = await loadConfig({ root, home: root, systemDir: join(root, "no"), globalDir: join(root, "no") });
	const ignored = (paths: readonly string[]) =>
		Promise.resolve(new Set(paths.filter((path) => gitIgnored.includes(path))));
	return loadProject(workspaceTree(root), { config, root, gitIgnored: ignored });
}

/** `file:line:column message | hint`, one for each complaint. */
export async function complaints(work: () => unknown): Promise<string[]> {
	try {
		await work();
	} catch (cause) {
		if (cause instanceof Failure) return [cause, ...(cause.details.others ?? [])].map(said);
		throw cause;
	}
	return [];
}

function said({ message, details: { at, hint } }: Failure): string {
	const place = at === undefined ? "" : [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");
	return `${place} ${message}${hint === undefined ? "" : ` | ${hint}`}`;
}
