import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { plan } from "../../src/flows/plan.ts";
import { run } from "../../src/flows/run.ts";
import type { StageSelection } from "../../src/flows/targets.ts";
import { fetch, push } from "../../src/flows/transfer.ts";
import { contextAt, git, RUN, remove, write } from "../flows/rig.ts";
import { type Answer, dvcBatch } from "./dvc-batch.ts";
import { dvc, executed, twins } from "./dvc-twins.ts";

const FILES = {
	"dvc.yaml": `stages:
  prep:
    cmd: cp in.txt out.txt
    deps: [in.txt]
    outs: [out.txt]
  gen:
    foreach: [a, "b:c", d/e]
    do:
      cmd: echo hello > gen-$(echo "\${item}" | tr ":/" "__").txt
  many:
    matrix: {x: [1, 2], y: [p, q]}
    cmd: echo \${item.x} \${item.y} > many-\${key}.txt
    outs: ["many-\${key}.txt"]
  prepare-more:
    cmd: mkdir -p d/deep && cp out.txt d/x.txt && echo 2 > d/deep/y.txt && echo {} > m.json
    deps: [out.txt]
    outs: [d]
    metrics: [m.json: {cache: false}]
`,
	"in.txt": "1\n",
	"sub/dvc.yaml": `stages:
  train:
    cmd: cat ../d/x.txt ../d/x.txt > model.txt
    deps: [../d/x.txt]
    outs: [model.txt]
  solo:
    cmd: echo solo > solo.txt
    outs: [solo.txt]
`,
	"sub/deep/dvc.yaml":
		"stages:\n  last:\n    cmd: cat ../model.txt ../model.txt > last.txt\n    deps: [../model.txt]\n    outs: [last.txt]\n",
	"apart/dvc.yaml": "stages:\n  alone:\n    cmd: echo apart > alone.txt\n    outs: [alone.txt]\n",
	"empty/readme.txt": "nothing\n",
	"sub/raw.csv.dvc": "outs:\n- md5: 6f5902ac237024bdd0c176cb93063dc4\n  size: 12\n  hash: md5\n  path: raw.csv\n",
	".gitignore": "/gen-*\n",
	"sub/.gitignore": "/raw.csv\n",
};

/** A target as people write it, and from where. */
interface Case {
	readonly at?: string;
	readonly args: readonly string[];
}

const STAGES: readonly Case[] = [
	"prep",
	"gen",
	"gen@a",
	"gen@b:c",
	"gen@d/e",
	"many",
	"many@1-p",
	"dvc.yaml",
	":prep",
	"./dvc.yaml:prep",
	"sub/dvc.yaml",
	"sub/dvc.yaml:train",
	"sub/raw.csv.dvc",
	"dvc.lock",
	"nosuch",
	"sub/dvc.yaml:nosuch",
	"gen@zz",
	"sub",
	"sub:train",
	"dvc.yaml:gen@b:c",
	"sub/nosuch.dvc",
].map((target): Case => ({ args: [target] }));

const WAYS: readonly Case[] = [
	{ args: ["-R", "sub"] },
	{ args: ["-R", "."] },
	{ args: ["-R", "prep"] },
	{ args: ["-R", "nosuch"] },
	{ args: ["-s", "-R", "sub"] },
	{ args: ["--glob", "pre*"] },
	{ args: ["--glob", "sub/dvc.yaml:*o*"] },
	{ args: ["--glob", "gen"] },
	{ args: ["--glob", "many@?-p"] },
	{ args: ["--glob", "many@[!1]-*"] },
	{ args: ["--downstream", "prep"] },
	{ args: ["--downstream", "sub/dvc.yaml"] },
	{ args: ["--downstream"] },
	{ args: ["-s", "sub/dvc.yaml:train", "prep"] },
	{ args: ["-s", "prep", "sub/dvc.yaml:train", "prep"] },
	{ args: ["-s"] },
	{ args: ["-p", "sub/dvc.yaml:train"] },
	{ args: ["-p", "-s", "prep"] },
	{ args: ["-p", "--downstream", "sub/dvc.yaml:train"] },
	{ args: ["-p"] },
	{ args: ["-P"] },
	{ args: ["-P", "prep"] },
	{ at: "sub", args: [] },
	{ at: "sub", args: ["train"] },
	{ at: "sub", args: ["../dvc.yaml:prep"] },
	{ at: "sub", args: ["dvc.yaml:train"] },
	{ at: "sub", args: ["deep/dvc.yaml"] },
	{ at: "sub", args: ["-R", "deep"] },
	{ at: "sub", args: ["-s"] },
	{ at: "sub", args: ["--downstream", "solo", "train"] },
	{ at: "sub", args: ["raw.csv.dvc"] },
	{ at: "sub", args: ["prep"] },
	{ at: "sub", args: ["-P"] },
];

const FLAGS: Readonly<Record<string, keyof StageSelection>> = {
	"-s": "singleItem",
	"-p": "pipeline",
	"-P": "allPipelines",
	"-R": "recursive",
	"--glob": "glob",
	"--downstream": "downstream",
};

function selectionOf(args: readonly string[]): StageSelection {
	const flags = args.flatMap((arg) => (FLAGS[arg] === undefined ? [] : [[FLAGS[arg], true] as const]));
	return { targets: args.filter((arg) => FLAGS[arg] === undefined), ...Object.fromEntries(flags) };
}

const keyOf = ({ at = ".", args }: Case): string => `${at} ${args.join(" ")}`;
const titled = (cases: readonly Case[]) => cases.map((each) => [keyOf(each), each] as const);

/** Addresses as they read from the root: dvc writes them as seen from where it stands. */
function fromRoot(address: string, at: string): string {
	const [, file = "", name = ""] = /^(?:(.*dvc\.yaml):)?(.*)$/.exec(address) ?? [];
	const path = new URL(file === "" ? "dvc.yaml" : file, `file:///${at === "." ? "" : `${at}/`}`).pathname.slice(1);
	return path === "dvc.yaml" ? name : `${path}:${name}`;
}

describe("targets of run and plan beside those of dvc repro", () => {
	let root = "";
	const theirs = new Map<string, Answer>();

	beforeAll(async () => {
		[root] = await twins(FILES);
		write(root, { "sub/raw.csv": "hello world\n" });
		await dvc(root, "repro", "-P", "-q");
		const cases = [...STAGES, ...WAYS];
		const calls = cases.map(({ at = ".", args }) => ({ cwd: join(root, at), args: ["repro", "-f", "--dry", ...args] }));
		for (const [index, answer] of (await dvcBatch(calls)).entries()) {
			const each = cases[index];
			if (each !== undefined) theirs.set(keyOf(each), answer);
		}
	});

	it.each(titled([...STAGES, ...WAYS]))("%s", async (key, { at = ".", args }) => {
		const answer = theirs.get(key);
		const options = { ...RUN, ...selectionOf(args), force: true, dry: true };
		const ours = run(contextAt(join(root, at)), options);
		if (answer?.code !== 0) {
			await expect(ours, answer?.all).rejects.toMatchObject({ code: "unknown-target" });
			return;
		}
		const expected = executed(answer.all).map((address) => fromRoot(address, at));
		const stages = (await ours).document.stages.filter(({ address }) => !address.endsWith(".dvc"));
		const [found, wanted] = [stages.map(({ address }) => address), expected];
		// among stages that do not wait for each other dvc's order is by chance, but for single ones
		if (args.includes("-s") && !args.includes("-R")) expect(found).toEqual(wanted);
		else expect([...found].sort()).toEqual([...wanted].sort());
		const { document } = await plan(contextAt(join(root, at)), { ...options, base: null, check: false, data: false });
		expect(document.stages.map(({ address }) => address).filter((each) => !each.endsWith(".dvc"))).toEqual(found);
	});

	it("a pattern or a folder that fits nothing is refused, where dvc would run everything", async () => {
		for (const args of [
			["--glob", "zz*"],
			["-R", "empty"],
		]) {
			expect(executed((await dvc(root, "repro", "-f", "--dry", ...args)).all).length).toBeGreaterThan(5);
			await expect(run(contextAt(root), { ...RUN, ...selectionOf(args), dry: true })).rejects.toMatchObject({
				code: "unknown-target",
			});
		}
	});

	it("the path of an output is taken for its stage, where dvc knows none", async () => {
		expect((await dvc(root, "repro", "--dry", "d/x.txt")).code).not.toBe(0);
		const { document } = await run(contextAt(root), { ...RUN, targets: ["d/x.txt"], dry: true });
		expect(document.stages.map(({ address }) => address)).toEqual(["prep", "prepare-more"]);
	});
});

const DATA: readonly Case[] = [
	"prep",
	"out.txt",
	"d",
	"d/x.txt",
	"d/deep",
	"sub",
	"sub/dvc.yaml",
	"sub/dvc.yaml:train",
	"m.json",
	"nosuch",
	"d/nosuch/../x.txt",
	"sub/dvc.yaml:nosuch",
	"many",
	"many@2-q",
	":prep",
	"sub/model.txt",
	"dvc.lock",
	"sub/nosuch.dvc",
	"sub/raw.csv",
	"sub/raw.csv.dvc",
]
	.map((target): Case => ({ args: [target] }))
	.concat([
		{ args: ["-R", "sub"] },
		{ args: ["-R", "prep"] },
		{ args: ["-d", "sub/dvc.yaml:train"] },
		{ args: ["-d", "sub/model.txt"] },
		{ args: ["-d", "prepare-more"] },
		{ args: ["sub/raw.csv", "out.txt"] },
		{ at: "sub", args: ["model.txt"] },
		{ at: "sub", args: ["../d/deep/y.txt"] },
		{ at: "sub", args: ["-R", "deep"] },
		{ args: ["--glob", "many-*.txt"] },
		{ args: ["--glob", "*.dvc"] },
		{ args: ["--glob", "**/*.dvc"] },
		{ args: ["--glob", "sub/*/"] },
		{ args: ["--glob", "zz*"] },
		{ at: "sub", args: ["--glob", "[ms]*.txt"] },
	]);

const DATA_FLAGS: Readonly<Record<string, string>> = { "-R": "recursive", "-d": "withDeps", "--glob": "glob" };

function dataOptions(args: readonly string[]) {
	const flags = args.flatMap((arg) => (DATA_FLAGS[arg] === undefined ? [] : [[DATA_FLAGS[arg], true] as const]));
	const targets = args.filter((arg) => DATA_FLAGS[arg] === undefined);
	const given: Record<string, true> = Object.fromEntries(flags);
	return { targets, remote: null, jobs: null, allCommits: false, runCache: false, noRunCache: true, ...given };
}

function remoteText(name: string, url: string): string {
	return `['remote "${name}"']\n    url = ${url}\n`;
}

function objectsIn(folder: string): string[] {
	const found = readdirSync(folder, { recursive: true, withFileTypes: true });
	return found
		.filter((entry) => entry.isFile() && !entry.name.endsWith(".tmp"))
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length))
		.sort();
}

describe("targets of push and fetch beside dvc's", () => {
	let root = "";
	const remotes = new Map<string, string>();
	const owns = new Map<string, string>();
	const theirs = new Map<string, Answer>();

	beforeAll(async () => {
		[root] = await twins(FILES);
		write(root, { "sub/raw.csv": "hello world\n" });
		await dvc(root, "repro", "-P", "-q");
		await dvc(root, "commit", "-q", "sub/raw.csv.dvc");
		await git(root, "add", "-A");
		await git(root, "commit", "-qm", "done");
		const calls = DATA.map((each, index) => {
			const folder = mkdtempSync(join(tmpdir(), "mainline-remote-"));
			remotes.set(keyOf(each), folder);
			return { cwd: join(root, each.at ?? "."), args: ["push", "-r", `r${index}`, ...each.args], folder };
		});
		const own = DATA.map((each) => {
			const folder = mkdtempSync(join(tmpdir(), "mainline-remote-own-"));
			owns.set(keyOf(each), folder);
			return folder;
		});
		const named = calls.map(({ folder }, index) => remoteText(`r${index}`, folder));
		write(root, {
			".dvc/config.local": [...named, ...own.map((folder, index) => remoteText(`own${index}`, folder))].join(""),
		});
		for (const [index, answer] of (await dvcBatch(calls)).entries()) {
			const each = DATA[index];
			if (each !== undefined) theirs.set(keyOf(each), answer);
		}
	});

	it.each(titled(DATA))("%s", async (key, { at = ".", args }) => {
		const answer = theirs.get(key);
		const folder = remotes.get(key) ?? "";
		const own = owns.get(key) ?? "";
		const index = DATA.findIndex((each) => keyOf(each) === key);
		const ours = push(contextAt(join(root, at)), { ...dataOptions(args), remote: `own${index}` });
		if (answer?.code !== 0) {
			await expect(ours, answer?.all).rejects.toMatchObject({
				code: expect.stringMatching(/^(unknown-target|no-match)$/),
			});
			return;
		}
		expect(await ours).toMatchObject({ answer: "yes" });
		// dvc sends the listing of a folder without the rest of its files, though readers of a remote believe in listings
		const part = args.some((arg) => /^(\.\.\/)?d\//.test(arg));
		expect(objectsIn(own)).toEqual(part ? objectsIn(remotes.get(". d") ?? "") : objectsIn(folder));
	});

	it("a stage and a path are both pushed, where dvc forgets the path", async () => {
		const [theirs, own] = [mkdtempSync(join(tmpdir(), "mainline-r-")), mkdtempSync(join(tmpdir(), "mainline-r-"))];
		write(root, { ".dvc/config.local": remoteText("theirs", theirs) + remoteText("own", own) });
		await dvcBatch([{ cwd: root, args: ["push", "-r", "theirs", "prep", "sub/raw.csv"] }]);
		await push(contextAt(root), { ...dataOptions(["prep", "sub/raw.csv"]), remote: "own" });
		expect(objectsIn(theirs)).toHaveLength(1);
		expect(objectsIn(own)).toHaveLength(2);
	});

	it("names with a colon are found, also that of a .dvc file, which dvc is not able to", async () => {
		const [theirs, own] = [mkdtempSync(join(tmpdir(), "mainline-r-")), mkdtempSync(join(tmpdir(), "mainline-r-"))];
		write(root, { ".dvc/config.local": remoteText("theirs", theirs) + remoteText("own", own), "fo:o": "colon\n" });
		const [added, pushed, byFile] = await dvcBatch(
			[
				["add", "fo:o"],
				["push", "-r", "theirs", "fo:o"],
				["push", "-r", "theirs", "fo:o.dvc"],
			].map((args) => ({
				cwd: root,
				args,
			})),
		);
		expect([added?.code, pushed?.code, byFile?.code]).toEqual([0, 0, 1]);
		await push(contextAt(root), { ...dataOptions(["fo:o"]), remote: "own" });
		expect(objectsIn(own)).toEqual(objectsIn(theirs));
		remove(root, ".dvc/cache/files/md5", "fo:o");
		const { document } = await fetch(contextAt(root), { ...dataOptions(["fo:o.dvc"]), remote: "own" });
		expect(document).toMatchObject({ transferred: 1, bytes: 6 });
	});
});
