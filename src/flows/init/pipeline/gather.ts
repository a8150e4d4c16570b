import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Git } from "../../../git/index.ts";
import { joinPath, type Value } from "../../../kernel/index.ts";
import { pythonReader, type ReadPython, readParams, toValue } from "../../../source/index.ts";
import type { Sources } from "./tracing.ts";

/** What lies in a project, before anything is known of it. Paths are relative to the project. */
export interface Lying {
	readonly sources: Sources;
	/** Files that can be programs or say how they are started. */
	readonly files: readonly string[];
	/** Every file, by name. */
	readonly names: ReadonlySet<string>;
	readonly tracked: ReadonlySet<string>;
	/** Files of some size that git does not know, and those that it does: candidates for DVC. */
	readonly large: readonly { readonly path: string; readonly bytes: number; readonly tracked: boolean }[];
	sizeOf(path: string): Promise<number | "folder" | null>;
}

const READ =
	/\.(py|ipynb|sh|bash|ya?ml|json|toml|txt|cfg)$|(^|\/)(Makefile|makefile|GNUmakefile|Pipfile|Dockerfile[^/]*|[^/]+\.Dockerfile)$/;
/** Environments, build results, other people's code. */
const FOREIGN =
	/(^|\/)(\.git|\.dvc|\.venv|venv|env|node_modules|site-packages|\.tox|\.nox|__pycache__|\.ipynb_checkpoints|build|dist|\.eggs|[^/]+\.egg-info)\//;
/** Names that DVC, a shell and YAML take as they are. */
const PLAIN = /^[\p{L}\p{N}_./@+=, -]+$/u;
const MOST_FILES = 3000;
const MOST_ENTRIES = 20_000;
const LONGEST: Readonly<Record<string, number>> = { ipynb: 16 * 2 ** 20, py: 2 ** 20 };
const SHORT = 2 ** 18;
/** From here on a file slows git down for everybody who clones. */
const LARGE = 2 ** 20;

/** Looks at a project's files: lists what git would list, and reads what is text and short. Links are not followed. */
export async function gather(git: Git, root: string, below: string): Promise<Lying> {
	const { tracked, untracked } = await git.files();
	const inside = (paths: readonly string[]): string[] => paths.flatMap((path) => pathBelow(path, below));
	const known = inside(tracked);
	const other = await expanded(root, inside(untracked));
	const all = [...new Set([...known, ...other])].filter((path) => PLAIN.test(path) && !FOREIGN.test(path)).sort();
	const texts = await readAll(root, all);
	const trackedFiles = new Set(known);
	return {
		sources: sourcesOf(texts, await pythonReader()),
		files: [...texts.keys()],
		names: new Set(all),
		tracked: trackedFiles,
		large: await largeOnes(root, {
			all: all.filter((path) => !texts.has(path)).slice(0, MOST_ENTRIES),
			tracked: trackedFiles,
		}),
		sizeOf: (path) => sizeAt(join(root, path)),
	};
}

function pathBelow(path: string, below: string): string[] {
	if (below === ".") return [path];
	return path.startsWith(`${below}/`) ? [path.slice(below.length + 1)] : [];
}

/** Git names a folder that it knows nothing of by its name alone. */
async function expanded(root: string, paths: readonly string[]): Promise<string[]> {
	const found = paths.filter((path) => !path.endsWith("/"));
	const folders = paths.filter((path) => path.endsWith("/"));
	for (let at = 0; at < folders.length && found.length < MOST_ENTRIES; at++) {
		const folder = folders[at] ?? "";
		if (FOREIGN.test(folder)) continue;
		for (const entry of await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])) {
			if (entry.isDirectory()) folders.push(`${folder}${entry.name}/`);
			else if (entry.isFile() && found.length < MOST_ENTRIES) found.push(`${folder}${entry.name}`);
		}
	}
	return found;
}

async function readAll(root: string, paths: readonly string[]): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	for (const path of paths.filter((one) => READ.test(one)).slice(0, MOST_FILES)) {
		const size = await sizeAt(join(root, path));
		const longest = LONGEST[path.slice(path.lastIndexOf(".") + 1)] ?? SHORT;
		if (typeof size !== "number" || size > longest) continue;
		const text = await readFile(join(root, path), "utf8").catch(() => null);
		if (text !== null && !text.includes("\u0000")) texts.set(path, text);
	}
	return texts;
}

/** Bytes of a file; null for what is neither a file nor a folder, a link included. */
async function sizeAt(path: string): Promise<number | "folder" | null> {
	const stat = await lstat(path).catch(() => null);
	if (stat === null) return null;
	return stat.isFile() ? stat.size : stat.isDirectory() ? "folder" : null;
}

function sourcesOf(texts: ReadonlyMap<string, string>, program: ReadPython): Sources {
	const read = new Map<string, Value | null>();
	return {
		program,
		has: (file) => texts.has(joinPath(file)),
		text: (file) => texts.get(joinPath(file)) ?? null,
		settings: (file) => {
			const text = /\.(ya?ml|json|toml)$/.test(file) ? texts.get(joinPath(file)) : undefined;
			if (text === undefined) return null;
			if (!read.has(file)) read.set(file, parsed(text, file));
			return read.get(file) ?? null;
		},
	};
}

/** Null for what does not parse: whoever uses it will say so better. */
function parsed(text: string, file: string): Value | null {
	try {
		const value = toValue(readParams(new TextEncoder().encode(text), file));
		return value instanceof Map ? value : null;
	} catch {
		return null;
	}
}

async function largeOnes(
	root: string,
	{ all, tracked }: { readonly all: readonly string[]; readonly tracked: ReadonlySet<string> },
): Promise<Lying["large"]> {
	const found: { path: string; bytes: number; tracked: boolean }[] = [];
	for (const path of all) {
		const bytes = await sizeAt(join(root, path));
		if (typeof bytes === "number" && bytes >= LARGE) found.push({ path, bytes, tracked: tracked.has(path) });
	}
	return found.sort((a, b) => b.bytes - a.bytes);
}
