import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../src/kernel/index.ts";
import { type DvcConfig, loadConfig, loadProject, type Tree, type TreeEntry } from "../../src/manifest/index.ts";
import { typed } from "../real/language/real-dvc.ts";
import type { Files } from "./rig.ts";

/** Files that lie in memory, as a tree. */
export function memory(files: Files): Tree {
	const names = Object.keys(files);
	const kindOf = (path: string): "file" | "directory" | null => {
		if (Object.hasOwn(files, path)) return "file";
		return path === "." || names.some((name) => name.startsWith(`${path}/`)) ? "directory" : null;
	};
	return {
		name: "workspace",
		kind: (path) => Promise.resolve(kindOf(path)),
		read: (path) => Promise.resolve(kindOf(path) === "file" ? new TextEncoder().encode(files[path]) : null),
		list: (folder) => {
			const prefix = folder === "." ? "" : `${folder}/`;
			const below = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
			const first = [...new Set(below.map((name) => name.split("/")[0] ?? ""))].sort();
			return Promise.resolve(
				first.map((name): TreeEntry => ({ name, kind: kindOf(prefix + name) ?? "file", link: false, exec: false })),
			);
		},
	};
}

let known: Promise<DvcConfig> | null = null;

function config(): Promise<DvcConfig> {
	const root = mkdtempSync(join(tmpdir(), "mainline-verdicts-"));
	known ??= loadConfig({ root, home: root, systemDir: root, globalDir: root });
	return known;
}

/** Stages and commands; 0 for a project that is refused. */
export type Verdict = 0 | readonly (readonly [string, unknown])[];

export async function verdictOf(files: Files): Promise<{ verdict: Verdict; message?: string }> {
	try {
		const { stages } = await loadProject(memory(files), { config: await config(), root: "/project" });
		return { verdict: stages.map(({ address, cmd }) => [address, typed(cmd)] as const) };
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return { verdict: 0, message: error.message };
	}
}
