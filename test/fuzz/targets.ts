import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../../src/kernel/index.ts";
import {
	type Tree as FileTree,
	LockDraft,
	loadConfig,
	loadProject,
	parseLock,
	updateDotDvc,
	updateLock,
} from "../../src/manifest/index.ts";
import { buildGraph } from "../../src/plan/index.ts";
import { readParams, toValue } from "../../src/source/index.ts";
import type { Chance } from "./chance.ts";
import { assignmentsOf, Grammar, jsonOf, type Tree, yamlOf } from "./grammar.ts";
import { mutated } from "./mutate.ts";

/** One kind of file: how to come by one, and what reads it. */
export interface Target {
	readonly name: string;
	/** Names of real files of this kind. */
	readonly files: RegExp;
	grammar(chance: Chance): string;
	read(text: string): Promise<void>;
}

const CONFIG = await emptyConfig();

async function emptyConfig() {
	const root = mkdtempSync(join(tmpdir(), "mainline-fuzz-"));
	mkdirSync(join(root, ".dvc"));
	return {
		...(await loadConfig({ root, home: root, systemDir: join(root, "no"), globalDir: join(root, "no") })),
		root,
	};
}

/** Files in memory. */
function treeOf(files: ReadonlyMap<string, string>): FileTree {
	const bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text)]));
	const folders = new Set([".", ...[...files.keys()].flatMap((path) => parents(path))]);
	return {
		name: "workspace",
		read: (path) => Promise.resolve(bytes.get(path) ?? null),
		kind: (path) => Promise.resolve(bytes.has(path) ? "file" : folders.has(path) ? "directory" : null),
		list: (path) => {
			const prefix = path === "." ? "" : `${path}/`;
			const names = new Set(
				[...bytes.keys()]
					.filter((each) => each.startsWith(prefix))
					.map((each) => each.slice(prefix.length).split("/")[0] ?? ""),
			);
			const entry = (name: string) => ({
				name,
				kind: bytes.has(prefix + name) ? ("file" as const) : ("directory" as const),
				link: false,
				exec: false,
			});
			return Promise.resolve([...names].sort().map(entry));
		},
	};
}

function parents(path: string): string[] {
	const parent = dirname(path);
	return parent === "." ? [] : [parent, ...parents(parent)];
}

const PARAMS = "lr: 0.1\nitems: [a, b]\nm: {a: 1, b: x y, c: {d: true}}\na: {b: 1}\n";

async function readProject(files: Readonly<Record<string, string>>): Promise<void> {
	const project = await loadProject(treeOf(new Map(Object.entries(files))), { config: CONFIG, root: CONFIG.root });
	buildGraph(project.stages);
	for (const path of ["a", "a/b", "data/x.tmp", "src/b.txt", "ü"]) project.ignore.ignored(path, false);
}

const asYaml = (make: (grammar: Grammar) => Tree) => (chance: Chance) =>
	yamlOf(make(new Grammar(chance)), chance).trimStart();

function params(file: string, grammar: Target["grammar"]): Target {
	return {
		name: file,
		files: new RegExp(`\\${file.slice(file.indexOf("."))}$`),
		grammar,
		read: async (text) => void toValue(readParams(Buffer.from(text), file)),
	};
}

export const TARGETS: readonly Target[] = [
	{
		name: "dvc.yaml",
		files: /dvc\.yaml$/,
		grammar: asYaml(({ pipeline }) => pipeline()),
		read: (text) => readProject({ "dvc.yaml": text, "params.yaml": PARAMS }),
	},
	{
		name: "x.dvc",
		files: /\.dvc$/,
		grammar: asYaml(({ dotDvc }) => dotDvc()),
		read: async (text) => {
			await readProject({ "x.dvc": text });
			await rewritten(text);
		},
	},
	{ name: "dvc.lock", files: /dvc\.lock$/, grammar: asYaml(({ lock }) => lock()), read: readLock },
	params(
		"params.yaml",
		asYaml(({ value }) => value()),
	),
	params("params.json", (chance) => jsonOf(new Grammar(chance).value())),
	params("params.toml", (chance) => assignmentsOf(new Grammar(chance).value())),
	params("params.py", (chance) => assignmentsOf(new Grammar(chance).value())),
	{
		name: ".dvcignore",
		files: /\.(git|dvc)ignore$/,
		grammar: (chance) =>
			chance
				.some(0, 8, () =>
					chance.one([
						"*.tmp",
						"/a",
						"b/",
						"!x",
						"**/c",
						"d/**",
						"[a-z]*",
						"a?b",
						"\\#x",
						"# c",
						"  sp  ",
						"é*",
						"[[",
						"a\\",
						"!",
						"/",
						"**",
					]),
				)
				.join("\n"),
		read: (text) =>
			readProject({
				".dvcignore": text,
				"a/b.dvc": "outs:\n- path: c\n",
				"dvc.yaml": "stages: {}\n",
				"src/.dvcignore": text,
				"src/x.py": "",
			}),
	},
	{
		name: "config",
		files: /config$/,
		grammar: (chance) =>
			chance
				.some(0, 10, () =>
					chance.one([
						"[core]",
						"    remote = r",
						"['remote \"r\"']",
						"    url = /tmp/x",
						"    url = s3://b/k",
						"[cache]",
						"    type = hardlink,symlink",
						"dir = ../c",
						"# note",
						"x = 'y'",
						'    type = "reflink"',
						"[[",
						"url = remote://r/s",
						"core.autostage = true",
						"    autostage = yes",
					]),
				)
				.join("\n"),
		read: async (text) => {
			writeFileSync(join(CONFIG.root, ".dvc/config"), text);
			await loadConfig({
				root: CONFIG.root,
				home: CONFIG.root,
				systemDir: join(CONFIG.root, "no"),
				globalDir: join(CONFIG.root, "no"),
			});
		},
	},
];

/** A lock that can be read can be written, in both ways alike, and says the same then. */
async function readLock(text: string): Promise<void> {
	const stages = parseLock(Buffer.from(text), "dvc.lock");
	const [first] = stages;
	if (first === undefined) return;
	const [name, entry] = first;
	const written = updateLock(text, name, entry);
	if (new LockDraft().update(text, name, entry) !== written) throw new Error("the two ways to update a lock differ");
	const again = parseLock(Buffer.from(written), "dvc.lock");
	if (again.size !== stages.size) throw new Error("an updated lock has other stages");
	// ruamel, whose bytes these are, loses blanks where it folds a line after several
	if (/ {2}$/m.test(written)) return;
	if (updateLock(written, name, entry) !== written) throw new Error("an updated lock changes again");
}

async function rewritten(text: string): Promise<void> {
	const out = { path: "x", oid: "d41d8cd98f00b204e9800998ecf8427e", hash: "md5" } as never;
	await readProject({ "x.dvc": updateDotDvc(text, { deps: [], outs: [out] }) });
}

const ROOT = resolve(import.meta.dirname, "../..");

/** Real files of each kind, out of the fixtures and the examples. */
export function corpus(): Map<string, string[]> {
	const paths = ["test/fixtures", "examples"].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name)),
	);
	const small = paths
		.sort()
		.map((path) => ({ path, bytes: readFileSync(path) }))
		.filter(({ bytes }) => bytes.length < 6000);
	return new Map(
		TARGETS.map(({ name, files }) => [
			name,
			small.filter(({ path }) => files.test(path)).map(({ bytes }) => bytes.toString("utf8")),
		]),
	);
}

export interface Input {
	readonly target: Target;
	readonly text: string;
}

export function inputFrom(chance: Chance, real: ReadonlyMap<string, readonly string[]>): Input {
	const target = chance.one(TARGETS);
	const files = real.get(target.name) ?? [];
	const made = files.length === 0 || chance.rarely(2) ? target.grammar(chance) : chance.one(files);
	const text = chance.rarely(4) ? made : mutated(made, chance, [...files, made]);
	return { target, text };
}

/** What is wrong with how an input was read; null where it was read, or refused in the proper way. */
export async function complaintAbout({ target, text }: Input): Promise<string | null> {
	try {
		await target.read(text);
		return null;
	} catch (cause) {
		if (!(cause instanceof Failure)) return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
		if (cause.message === "") return "says nothing";
		const { found, expected, hint, excerpt } = cause.details;
		const { length } = [cause.message, found, expected, hint, excerpt].join("\n");
		return length > MOST_TOLD ? `tells ${length} letters` : null;
	}
}

/** In letters: what nobody scrolls through. */
const MOST_TOLD = 6000;
