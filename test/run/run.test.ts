import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plan } from "../../src/flows/plan.ts";
import { type RunOptions, run } from "../../src/flows/run.ts";
import { type Progress, silent } from "../../src/kernel/index.ts";
import { commandsOf, exclusively } from "../../src/run/index.ts";
import { contextAt, project, read, remove, snapshot, write } from "../flows/rig.ts";

const OPTIONS: RunOptions = {
	targets: [],
	force: false,
	forceDownstream: false,
	noRunCache: false,
	noCommit: false,
	keepGoing: false,
	pull: false,
	dry: false,
	jobs: null,
};

async function outcomes(root: string, options: Partial<RunOptions> = {}): Promise<string[]> {
	const { document } = await run(contextAt(root), { ...OPTIONS, ...options });
	return document.stages.map(({ address, outcome }) => `${address}: ${outcome}`);
}

const CHAIN = `stages:
  one:
    cmd: cp in.txt one.txt
    deps: [in.txt]
    outs: [one.txt]
  two:
    cmd: cp one.txt two.txt
    deps: [one.txt]
    outs: [two.txt]
  apart:
    cmd: echo apart > apart.txt
    outs: [apart.txt]
`;

describe("a run", () => {
	it("executes what is stale, in order, and then has nothing to do", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		expect(await outcomes(root)).toEqual(["one: executed", "two: executed", "apart: executed"]);
		expect(read(root, "two.txt")).toBe("1\n");
		expect(read(root, ".gitignore")).toBe("/one.txt\n/two.txt\n/apart.txt\n");
		expect(await outcomes(root)).toEqual(["one: unchanged", "two: unchanged", "apart: unchanged"]);
	});

	it("restores from the run cache what was made before", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		await outcomes(root);
		write(root, { "in.txt": "2\n" });
		await outcomes(root);
		write(root, { "in.txt": "1\n" });
		expect(await outcomes(root)).toEqual(["one: restored", "two: restored", "apart: unchanged"]);
		expect(read(root, "two.txt")).toBe("1\n");
		write(root, { "in.txt": "2\n" });
		expect(await outcomes(root, { noRunCache: true })).toEqual(["one: executed", "two: executed", "apart: unchanged"]);
	});

	it("stops a change that makes no difference", async () => {
		const root = await project({
			"dvc.yaml": CHAIN.replace("cp in.txt one.txt", "head -c1 in.txt > one.txt"),
			"in.txt": "1a\n",
		});
		await outcomes(root);
		write(root, { "in.txt": "1b\n" });
		expect(await outcomes(root)).toEqual(["one: executed", "two: unchanged", "apart: unchanged"]);
	});

	it("takes targets with what they need, or alone", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		expect(await outcomes(root, { targets: ["two"] })).toEqual(["one: executed", "two: executed"]);
		write(root, { "in.txt": "2\n" });
		expect(await outcomes(root, { targets: ["two"], singleItem: true })).toEqual(["two: unchanged"]);
	});

	it("runs by force, and with it what follows if asked", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		await outcomes(root);
		expect(await outcomes(root, { targets: ["one"], force: true })).toEqual(["one: executed"]);
		write(root, { "in.txt": "1 \n" });
		expect(await outcomes(root, { targets: ["two"], forceDownstream: true })).toEqual([
			"one: executed",
			"two: executed",
		]);
	});

	it("changes nothing when dry, and says what would be", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		const before = snapshot(root);
		expect(await outcomes(root, { dry: true })).toEqual(["one: executed", "two: executed", "apart: executed"]);
		expect(snapshot(root)).toEqual(before);
	});

	it("leaves the cache alone without commit", async () => {
		const other = CHAIN.replace("cp one.txt two.txt", "cat one.txt one.txt > two.txt");
		const root = await project({ "dvc.yaml": other, "in.txt": "1\n" });
		await outcomes(root, { noCommit: true });
		expect(existsSync(join(root, ".dvc/cache"))).toBe(false);
		expect(await outcomes(root)).toEqual(["one: executed", "two: executed", "apart: executed"]);
	});

	it("gives commands their shell, folder and names", async () => {
		const root = await project({
			"dvc.yaml": `stages:
  s:
    wdir: sub
    cmd: |
      LOST=1
      echo "$LOST|$DVC_STAGE|$DVC_ROOT|$(pwd)" > o.txt
    outs: [o.txt]
`,
			"sub/keep": "",
		});
		await outcomes(root);
		expect(read(root, "sub/o.txt")).toBe(`|s|${root}|${root}/sub\n`);
	});

	it("hands output on and keeps times", async () => {
		const root = await project({
			"dvc.yaml": CHAIN.replace("cp in.txt one.txt", "cp in.txt one.txt; echo hello"),
			"in.txt": "1\n",
		});
		const heard: string[] = [];
		const progress: Progress = { ...silent, output: (chunk) => heard.push(Buffer.from(chunk).toString()) };
		await run(contextAt(root, { progress }), { ...OPTIONS, jobs: 1 });
		expect(heard.join("")).toContain("hello\n");
		const { document } = await plan(contextAt(root), {
			targets: [],
			base: null,
			check: false,
			data: false,
			force: false,
		});
		expect(document.stages[0]?.seconds).toBeGreaterThan(0);
	});
});

describe("a stage that fails", () => {
	const BROKEN = CHAIN.replace("cp one.txt two.txt", "echo almost; echo bad >&2; exit 3");

	it("keeps its old entry, stops the run, and says what happened", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		await outcomes(root);
		const lock = read(root, "dvc.lock");
		write(root, { "dvc.yaml": BROKEN });
		const { answer, document } = await run(contextAt(root), { ...OPTIONS, jobs: 1 });
		expect(answer).toBe("no");
		expect(document.stages.map(({ outcome }) => outcome)).toEqual(["unchanged", "failed", "skipped"]);
		expect(document.stages[1]).toMatchObject({ exitCode: 3, tail: "almost\nbad", file: "dvc.yaml" });
		expect(document.stages[1]?.message).toContain("exited with 3");
		expect(document.stages[2]?.after).toBe("two");
		expect(read(root, "dvc.lock")).toBe(lock);
	});

	it("lets what does not need it go on, when told to keep going", async () => {
		const root = await project({ "dvc.yaml": CHAIN.replace("cp in.txt one.txt", "exit 1"), "in.txt": "1\n" });
		expect(await outcomes(root, { keepGoing: true })).toEqual(["one: failed", "two: skipped", "apart: executed"]);
	});

	it("is one whose output is not there", async () => {
		const root = await project({ "dvc.yaml": "stages:\n  s:\n    cmd: 'true'\n    outs: [o.txt]\n" });
		const { document } = await run(contextAt(root), OPTIONS);
		expect(document.stages[0]).toMatchObject({ outcome: "failed" });
		expect(document.stages[0]?.message).toContain("did not make its output `o.txt`");
	});

	it("is one whose dependency is missing; its outputs stay", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n" });
		await outcomes(root);
		remove(root, "in.txt");
		const { document } = await run(contextAt(root), OPTIONS);
		expect(document.stages[0]?.message).toBe("in.txt is missing and nothing makes it");
		expect(read(root, "one.txt")).toBe("1\n");
	});

	it("is one whose output git tracks", async () => {
		const root = await project({ "dvc.yaml": CHAIN, "in.txt": "1\n", "one.txt": "tracked\n" });
		const { run: program } = await import("../../src/shell/index.ts");
		await program("git", ["add", "-A"], { cwd: root });
		const { document } = await run(contextAt(root), OPTIONS);
		expect(document.stages[0]?.message).toContain("git rm -r --cached 'one.txt'");
	});
});

/** The kernel's letter for a process: `Z` when it has ended and nobody asked yet. */
function stateOf(pid: string): string {
	const file = `/proc/${pid}/stat`;
	return existsSync(file) ? (/\) (\w)/.exec(read("", file))?.[1] ?? "?") : "gone";
}

describe("a run that is interrupted", () => {
	it("ends the command and everything it started", async () => {
		const root = await project({
			"dvc.yaml": "stages:\n  s:\n    cmd: sleep 60 & echo $! > pid; sleep 60\n    outs: [o]\n",
		});
		const stop = new AbortController();
		const running = run(contextAt(root, { signal: stop.signal }), OPTIONS);
		while (!existsSync(join(root, "pid"))) await new Promise((done) => setTimeout(done, 10));
		const start = performance.now();
		stop.abort();
		const { answer, document } = await running;
		expect(performance.now() - start).toBeLessThan(2000);
		expect(answer).toBe("no");
		expect(document.stages[0]).toMatchObject({ outcome: "failed", message: "interrupted" });
		expect(["gone", "Z"]).toContain(stateOf(read(root, "pid").trim()));
		expect(readdirSync(join(root, ".dvc/tmp/mainline"))).not.toContain("lock");
	});

	it("does not let two work at once, and takes over from the dead", async () => {
		const root = await project();
		const lock = join(root, "lock");
		await exclusively(lock, process.pid, async () => {
			await expect(exclusively(lock, process.pid, async () => "in")).rejects.toMatchObject({ code: "locked" });
		});
		for (const dead of ["999999999 1", `${process.pid} 1`, "", "nonsense"]) {
			write(root, { lock: dead });
			expect(await exclusively(lock, process.pid, async () => "in")).toBe("in");
		}
		expect(lstatSync(lock, { throwIfNoEntry: false })).toBeUndefined();
	});
});

describe("commands", () => {
	it("are lines of a text, split as Python splits them, or items of a list", () => {
		expect(commandsOf("a\nb\r\nc\n")).toEqual(["a", "b", "c"]);
		expect(commandsOf("a\n\nb")).toEqual(["a", "", "b"]);
		expect(commandsOf("a\u2028b")).toEqual(["a", "b"]);
		expect(commandsOf(["x\ny", "z"])).toEqual(["x\ny", "z"]);
	});
});
