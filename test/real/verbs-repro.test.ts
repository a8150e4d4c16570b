import { cpSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunOptions } from "../../src/flows/run.ts";
import { run } from "../../src/flows/run.ts";
import { contextAt, type Files, git, RUN, read, remove, snapshot, write } from "../flows/rig.ts";
import { type Answer, dvcBatch } from "./dvc-batch.ts";
import { apply, dvc, type Edit, executed, twins } from "./dvc-twins.ts";

/** One step of a story: what changes, then how both programs are called. */
interface Step extends Edit {
	/** Arguments of `dvc repro`. */
	readonly args?: readonly string[];
	/** The same for us. */
	readonly options?: Partial<RunOptions>;
	/** dvc fails here, and so do we. */
	readonly fails?: true;
}

interface Story {
	readonly name: string;
	readonly files: Files;
	readonly steps: readonly Step[];
}

const CHAIN: Files = {
	"dvc.yaml": `stages:
  first:
    cmd: mkdir -p out && cp in.txt out/a.txt && echo b > out/b.txt
    deps: [in.txt]
    outs: [out]
  second:
    cmd: cp out/a.txt mid.txt && echo '{"acc":1}' > m.json
    deps: [out/a.txt]
    outs: [mid.txt]
    metrics: [m.json: {cache: false}]
  third:
    cmd: cat mid.txt mid.txt > last.txt
    deps: [mid.txt]
    outs: [last.txt]
`,
	"in.txt": "1\n",
};

const edited = (change: (text: string) => string): Files => ({ "dvc.yaml": change(CHAIN["dvc.yaml"] ?? "") });
const OUTSIDE = join(mkdtempSync(join(tmpdir(), "mainline-outside-")), "note.txt");

const STORIES: readonly Story[] = [
	{
		name: "--force runs all, and what it selects",
		files: CHAIN,
		steps: [
			{},
			{ args: ["-f"], options: { force: true } },
			{ args: ["-f", "-s", "second"], options: { force: true, singleItem: true, targets: ["second"] } },
		],
	},
	{
		name: "--force-downstream follows what ran, and what was restored",
		files: CHAIN,
		steps: [
			{},
			{ write: { "in.txt": "2\n" }, args: ["--force-downstream"], options: { forceDownstream: true } },
			{ write: { "in.txt": "1\n" }, args: ["--force-downstream"], options: { forceDownstream: true } },
			{ remove: ["mid.txt"], args: ["--force-downstream"], options: { forceDownstream: true } },
			{ args: ["--force-downstream"], options: { forceDownstream: true } },
		],
	},
	{
		name: "--no-run-cache runs what is known, but still places what the lock names",
		files: CHAIN,
		steps: [
			{},
			{ write: { "in.txt": "2\n" } },
			{ write: { "in.txt": "1\n" }, args: ["--no-run-cache"], options: { noRunCache: true } },
			{ remove: ["out", "last.txt"], args: ["--no-run-cache"], options: { noRunCache: true } },
		],
	},
	{
		name: "--no-commit leaves the cache alone, and the next run runs again",
		files: CHAIN,
		steps: [{ args: ["--no-commit"], options: { noCommit: true } }, {}, {}],
	},
	{
		name: "order of dependencies and outputs, and where an output is listed, are no change",
		files: {
			"dvc.yaml":
				"stages:\n  s:\n    cmd: cp a.txt o1.txt && cp b.txt o2.txt\n    deps: [a.txt, b.txt]\n    outs: [o1.txt, o2.txt]\n",
			"a.txt": "a\n",
			"b.txt": "b\n",
		},
		steps: [
			{},
			{
				write: {
					"dvc.yaml":
						"stages:\n  s:\n    cmd: cp a.txt o1.txt && cp b.txt o2.txt\n    deps: [b.txt, a.txt]\n    outs: [o2.txt]\n    metrics: [o1.txt]\n",
				},
			},
		],
	},
	{
		name: "uncached outputs outside of the project run again under --force",
		files: {
			"dvc.yaml": `stages:
  s:
    cmd: cat in.txt > ${OUTSIDE}
    deps: [in.txt]
    outs:
    - ${OUTSIDE}: {cache: false}
`,
			"in.txt": "1\n",
		},
		steps: [{}, { args: ["-f"], options: { force: true } }],
	},
	{
		name: "an executable bit is no change; forced, it is recorded",
		files: CHAIN,
		steps: [{}, { executable: ["in.txt"] }, { args: ["-f", "first"], options: { force: true, targets: ["first"] } }],
	},
	{
		name: "cache: true that becomes false is no change, and a deleted output comes back",
		files: CHAIN,
		steps: [
			{},
			{ write: edited((text) => text.replace("outs: [mid.txt]", "outs: [mid.txt: {cache: false}]")) },
			{ remove: ["mid.txt"] },
			{ remove: ["m.json"] },
		],
	},
	{
		name: "a frozen stage takes what was changed by hand for its result",
		files: CHAIN,
		steps: [
			{},
			{
				write: {
					...edited((text) => text.replace("    outs: [mid.txt]\n", "    frozen: true\n    outs: [mid.txt]\n")),
					"in.txt": "2\n",
					"mid.txt": "by hand\n",
				},
			},
		],
	},
	{
		name: "an empty tracked folder, and an empty file",
		files: {
			"dvc.yaml": "stages:\n  s:\n    cmd: mkdir -p hollow && touch none.txt\n    outs: [hollow, none.txt]\n",
		},
		steps: [{}, { remove: ["hollow", "none.txt"] }],
	},
	{
		name: "each run of a stage that never gives the same is remembered",
		files: {
			"n.txt": "1\n",
			"dvc.yaml": "stages:\n  s:\n    cmd: cp hidden.txt o.txt\n    deps: [n.txt]\n    outs: [o.txt]\n",
			"hidden.txt": "1\n",
		},
		steps: [
			{},
			{ write: { "hidden.txt": "2\n" }, args: ["-f"], options: { force: true } },
			{ write: { "hidden.txt": "3\n" }, args: ["-f"], options: { force: true } },
			{ remove: ["o.txt"] },
		],
	},
	{
		name: "the named stages alone, of a project whose pipelines are refused",
		files: {
			"dvc.yaml": `stages:
  a:
    cmd: echo a > a.txt
    deps: [b.txt]
    outs: [a.txt]
  b:
    cmd: echo b > b.txt
    deps: [a.txt]
    outs: [b.txt]
  c:
    cmd: echo c > c.txt
    outs: [c.txt]
`,
		},
		steps: [{ args: ["-s", "c"], options: { singleItem: true, targets: ["c"] } }, { fails: true }],
	},
	{
		name: "the same output twice",
		files: {
			"dvc.yaml":
				"stages:\n  a:\n    cmd: echo a > a.txt\n    outs: [a.txt]\n  b:\n    cmd: echo b > a.txt\n    outs: [./a.txt]\n",
		},
		steps: [{ fails: true }],
	},
	{
		name: "an output in another",
		files: {
			"dvc.yaml":
				"stages:\n  a:\n    cmd: mkdir -p d && echo a > d/a\n    outs: [d]\n  b:\n    cmd: mkdir -p d && echo b > d/b\n    outs: [d/b]\n",
		},
		steps: [{ fails: true }],
	},
	{
		name: "an output beside another whose name it begins with",
		files: {
			"dvc.yaml":
				"stages:\n  a:\n    cmd: mkdir -p d && echo a > d/a\n    outs: [d]\n  b:\n    cmd: mkdir -p d2 && echo b > d2/b\n    outs: [d2/b]\n",
		},
		steps: [{}],
	},
	{
		name: "a .dvc file in an output, found before the output is known",
		files: {
			"dvc.yaml": "stages:\n  a:\n    cmd: mkdir -p d/e && echo a > d/e/a\n    outs: [d/e]\n",
			"d/e/x.dvc": "outs:\n- md5: b026324c6904b2a9cb4b88d6d61c81d1\n  size: 2\n  hash: md5\n  path: x\n",
		},
		steps: [{}],
	},
	{
		name: "a dependency that is made by nobody and is not there",
		files: { "dvc.yaml": "stages:\n  a:\n    cmd: cat no.txt > a.txt\n    deps: [no.txt]\n    outs: [a.txt]\n" },
		steps: [{ fails: true }, { args: ["-s", "a"], options: { singleItem: true, targets: ["a"] }, fails: true }],
	},
];

/** Stages that ran; null for a run that failed or was refused. */
async function ours(root: string, options: Partial<RunOptions>): Promise<string[] | null> {
	try {
		const { answer, document } = await run(contextAt(root), { ...RUN, ...options });
		if (answer === "no") return null;
		return document.stages.filter(({ outcome }) => outcome === "executed").map(({ address }) => address);
	} catch {
		return null;
	}
}

describe("run beside dvc repro", () => {
	/** Each step of each story, told by dvc once for all. */
	const told = new Map<Step, Answer & { readonly copy: string }>();
	const start = mkdtempSync(join(tmpdir(), "mainline-stories-"));

	beforeAll(async () => {
		const [bare] = await twins({ "README.md": "x\n" });
		const calls = STORIES.flatMap(({ name, files, steps }, index) => {
			const root = join(start, String(index), "0");
			cpSync(bare, root, { recursive: true });
			cpSync(bare, ownRoot(name), { recursive: true });
			for (const each of [root, ownRoot(name)]) write(each, files);
			return steps.map((edit, at) => ({
				step: edit,
				call: {
					cwd: root,
					args: ["repro", ...(edit.args ?? [])],
					edit,
					keep: join(start, String(index), String(at + 1)),
				},
			}));
		});
		const answers = await dvcBatch(calls.map(({ call }) => call));
		for (const [index, answer] of answers.entries()) {
			const made = calls[index];
			if (made !== undefined) told.set(made.step, { ...answer, copy: made.call.keep });
		}
	});

	const ownRoot = (name: string): string =>
		join(start, String(STORIES.findIndex((story) => story.name === name)), "own");

	it.each(STORIES.map((story) => [story.name, story] as const))("%s", async (name, { steps }) => {
		const own = ownRoot(name);
		for (const step of steps) {
			apply(own, step);
			const answer = told.get(step);
			expect(answer?.code === 0, answer?.all).toBe(step.fails !== true);
			const ran = await ours(own, step.options ?? {});
			if (step.fails === true) {
				expect(ran).toBeNull();
				continue;
			}
			const cached = executed(answer?.all ?? "").filter((stage) => !answer?.all.includes(`Stage '${stage}' is cached`));
			expect(ran, answer?.all).toEqual(cached);
			expect(snapshot(own)).toEqual(snapshot(answer?.copy ?? ""));
		}
	});
});

const TRACKED: Files = {
	"dvc.yaml": `stages:
  first:
    cmd: cat data.csv more/x.csv > out.txt
    deps: [data.csv, more/x.csv]
    outs: [out.txt]
  second:
    cmd: cat out.txt code.py > model.txt
    deps: [out.txt, code.py]
    outs: [model.txt]
  grows:
    cmd: cat code.py >> log.txt
    deps: [code.py]
    outs: [log.txt: {persist: true}]
`,
	"code.py": "code\n",
};

/** A project whose data lies on a remote only, and twice: theirs and ours. */
async function clones(): Promise<[string, string]> {
	const [root] = await twins(TRACKED);
	const remote = mkdtempSync(join(tmpdir(), "mainline-remote-"));
	write(root, { "data.csv": "1\n", "more/x.csv": "2\n" });
	const calls = [
		["remote", "add", "-q", "-d", "store", remote],
		["add", "data.csv", "more"],
		["repro"],
		["push", "--run-cache"],
	];
	for (const { code, all } of await dvcBatch(calls.map((args) => ({ cwd: root, args })))) expect(code, all).toBe(0);
	await git(root, "add", "-A");
	await git(root, "commit", "-qm", "done");
	return [await cloneOf(root), await cloneOf(root)];
}

async function cloneOf(root: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), "mainline-clone-"));
	await git(folder, "clone", "-q", root, ".");
	return folder;
}

describe("run where data is absent", () => {
	it.each<[string, readonly string[], Partial<RunOptions>, Files]>([
		["--pull", ["--pull"], { pull: true }, {}],
		["--pull after a change", ["--pull"], { pull: true }, { "code.py": "new\n" }],
		[
			"--pull --single-item",
			["--pull", "-s", "second"],
			{ pull: true, singleItem: true, targets: ["second"] },
			{ "code.py": "new\n" },
		],
		[
			"--pull --no-run-cache",
			["--pull", "--no-run-cache", "first"],
			{ pull: true, noRunCache: true, targets: ["first"] },
			{},
		],
		["--allow-missing", ["--allow-missing"], { allowMissing: true }, {}],
		[
			"--allow-missing --pull after a change",
			["--allow-missing", "--pull", "second"],
			{ allowMissing: true, pull: true, targets: ["second"] },
			{ "code.py": "new\n" },
		],
	])("%s runs what dvc runs", async (_, args, options, change) => {
		const [theirs, own] = await clones();
		for (const root of [theirs, own]) write(root, change);
		const [answer] = await dvcBatch([{ cwd: theirs, args: ["repro", ...args] }]);
		expect(answer?.code, answer?.all).toBe(0);
		const ran = await ours(own, options);
		expect(ran, answer?.all).toEqual(executed(answer?.all ?? ""));
		expect(read(own, "dvc.lock")).toBe(read(theirs, "dvc.lock"));
		const names = (root: string): string[] => readdirSync(root).filter((name) => name !== ".dvc" && name !== ".git");
		if (options.pull === true) expect(names(own)).toEqual(expect.arrayContaining(names(theirs)));
	});

	it("--allow-missing sees a change in a recorded folder, which dvc passes over (its issue 11099)", async () => {
		const [root] = await twins({
			"dvc.yaml": `stages:
  make:
    cmd: mkdir -p out && cp in.txt out/a.txt && echo other > out/b.txt
    deps: [in.txt]
    outs: [out]
  use:
    cmd: cp out/a.txt used.txt
    deps: [out/a.txt]
    outs: [used.txt]
`,
			"in.txt": "1\n",
		});
		const remote = mkdtempSync(join(tmpdir(), "mainline-remote-"));
		await dvc(root, "remote", "add", "-q", "-d", "store", remote);
		await dvc(root, "repro", "-q");
		write(root, { "in.txt": "2\n" });
		await dvc(root, "repro", "-q", "-s", "make");
		await dvc(root, "push", "-q");
		await git(root, "add", "-A");
		await git(root, "commit", "-qm", "only make ran");
		const [theirs, own] = [await cloneOf(root), await cloneOf(root)];
		const answer = await dvc(theirs, "repro", "--allow-missing", "--dry");
		expect(executed(answer.all), answer.all).toEqual([]);
		const { document } = await run(contextAt(own), { ...RUN, allowMissing: true, pull: true });
		expect(document.stages).toMatchObject([
			{ address: "make", outcome: "unchanged" },
			{ address: "use", outcome: "executed" },
		]);
		expect(read(own, "used.txt")).toBe("2\n");
	});

	it("a stage that nobody ever ran runs, --allow-missing or not", async () => {
		const [, own] = await clones();
		write(own, {
			"dvc.yaml": `${TRACKED["dvc.yaml"]}  new:\n    cmd: cp code.py new.txt\n    deps: [code.py]\n    outs: [new.txt]\n`,
		});
		expect(await ours(own, { allowMissing: true })).toEqual(["new"]);
	});

	it("a frozen stage gets back what the cache holds, and fails for what nobody has", async () => {
		const frozen = edited((text) => text.replace("    outs: [mid.txt]\n", "    frozen: true\n    outs: [mid.txt]\n"));
		const [root] = await twins(CHAIN);
		await dvc(root, "repro", "-q");
		write(root, frozen);
		remove(root, "mid.txt");
		expect((await dvc(root, "repro")).all).toContain("missing data 'source'");
		expect(await ours(root, {})).toEqual([]);
		expect(read(root, "mid.txt")).toBe("1\n");
		remove(root, "mid.txt", ".dvc/cache/files");
		expect(await ours(root, { targets: ["second"] })).toBeNull();
		expect(await ours(root, { targets: ["second"], allowMissing: true })).toEqual([]);
	});
});
