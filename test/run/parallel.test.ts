import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FlowContext, Machine } from "../../src/flows/context.ts";
import { devicesIn } from "../../src/flows/devices.ts";
import { type RunOptions, run } from "../../src/flows/run.ts";
import type { RunDocument } from "../../src/report/index.ts";
import { contextAt, type Files, project, read, write } from "../flows/rig.ts";

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

interface How extends Partial<RunOptions> {
	readonly machine?: Partial<Machine>;
	readonly context?: Partial<FlowContext>;
}

async function ran(
	root: string,
	{ machine, context, ...options }: How = {},
): Promise<RunDocument & { answer: string }> {
	const plain = contextAt(root, context);
	const given = { ...plain, machine: { ...plain.machine, cpus: 8, ...machine } };
	const { answer, document } = await run(given, { ...OPTIONS, ...options });
	return { ...document, answer };
}

function outcomes({ stages }: RunDocument): string[] {
	return stages.map(({ address, outcome }) => `${address}: ${outcome}`);
}

/** Stages of one file, in its order. */
function pipeline(stages: Readonly<Record<string, string>>): string {
	return `stages:\n${Object.entries(stages)
		.map(([name, body]) => `  ${name}: {${body}}\n`)
		.join("")}`;
}

/** A command that says that it is there and waits, at most three seconds, until another one has said so. */
function meets(own: string, other: string): string {
	return `touch ${own}; for i in $(seq 60); do [ -e ${other} ] && exit 0; sleep 0.05; done; exit 1`;
}

/** A command that notes when it begins and ends, and what it may see. */
function noted(name: string, seconds = 0.3): string {
	return `echo "+ ${name} $CUDA_VISIBLE_DEVICES" >> notes; sleep ${seconds}; echo "- ${name}" >> notes`;
}

/** The most that were at work at the same time, by what `noted` left. */
function mostAtOnce(notes: string): number {
	let [now, most] = [0, 0];
	for (const line of notes.trim().split("\n")) {
		now += line.startsWith("+") ? 1 : -1;
		most = Math.max(most, now);
	}
	return most;
}

const MEETING = pipeline({
	one: `cmd: "${meets("one", "two")}"`,
	two: `cmd: "${meets("two", "one")}"`,
});

const three = (body = ""): string =>
	pipeline(Object.fromEntries(["a", "b", "c"].map((name) => [name, `cmd: '${noted(name)}'${body}`])));

describe("stages that do not need each other", () => {
	it("run at the same time: each waits for the other's sign", async () => {
		const root = await project({ "dvc.yaml": MEETING });
		expect(outcomes(await ran(root))).toEqual(["one: executed", "two: executed"]);
	});

	it("run one after the other with one job, or on a machine with one core", async () => {
		const root = await project({ "dvc.yaml": three() });
		await ran(root, { jobs: 1 });
		await ran(root, { machine: { cpus: 1 } });
		expect(mostAtOnce(read(root, "notes"))).toBe(1);
	});

	it("are as many at a time as are asked for", async () => {
		const names = ["a", "b", "c", "d", "e", "f"];
		const root = await project({
			"dvc.yaml": pipeline(Object.fromEntries(names.map((name) => [name, `cmd: '${noted(name)}'`]))),
		});
		await ran(root, { jobs: 2 });
		expect(mostAtOnce(read(root, "notes"))).toBe(2);
	});

	it("wait for nothing but what they need", async () => {
		const root = await project({
			"dvc.yaml": pipeline({
				slow: `cmd: "${meets("slow", "second.txt")}"`,
				first: "cmd: echo 1 > first.txt, outs: [first.txt]",
				second: "cmd: cp first.txt second.txt, deps: [first.txt], outs: [second.txt]",
			}),
		});
		expect(outcomes(await ran(root))).toEqual(["slow: executed", "first: executed", "second: executed"]);
	});

	it("wait for a file of parameters that another one makes", async () => {
		const root = await project({
			"dvc.yaml": pipeline({
				reads: "cmd: cp tuned.yaml r.txt, params: [tuned.yaml: [k]], outs: [r.txt]",
				makes: "cmd: 'sleep 0.2; echo k: 1 > tuned.yaml', outs: [tuned.yaml]",
				apart: "cmd: 'true'",
			}),
		});
		expect(outcomes(await ran(root))).toEqual(["makes: executed", "reads: executed", "apart: executed"]);
		expect(read(root, "r.txt")).toBe("k: 1\n");
	});

	it("leave files in the order of one after the other, whichever ends first", async () => {
		const files: Files = {
			"dvc.yaml": pipeline({
				a: "cmd: 'sleep 0.6; echo a > d/a', outs: [d/a]",
				z: "cmd: 'sleep 0.3; echo z > d/z', outs: [d/z, d/y]".replace("echo z > d/z", "echo z > d/z; echo y > d/y"),
				m: "cmd: 'sleep 0.1; echo m > d/m', outs: [d/m]",
				n: "cmd: cp d/m d/n, deps: [d/m], outs: [d/n]",
			}),
			"d/.gitignore": "/mine",
		};
		const [serial, parallel] = [await project(files), await project(files)];
		await ran(serial, { jobs: 1 });
		await ran(parallel, { jobs: 8 });
		expect(read(parallel, "dvc.lock")).toBe(read(serial, "dvc.lock"));
		expect(read(parallel, "d/.gitignore")).toBe("/mine\n/a\n/z\n/y\n/m\n/n\n");
	});

	it("run once where the result is the same: the second is restored from the first", async () => {
		const stage = pipeline({ s: "cmd: 'echo . >> ../runs; sleep 0.3; cp in out', deps: [in], outs: [out]" });
		const root = await project({ "x/dvc.yaml": stage, "x/in": "1\n", "y/dvc.yaml": stage, "y/in": "1\n" });
		const { stages } = await ran(root);
		expect(stages.map(({ outcome }) => outcome).sort()).toEqual(["executed", "restored"]);
		expect([read(root, "runs"), read(root, "y/out")]).toEqual([".\n", "1\n"]);
		await ran(root, { force: true });
		expect(read(root, "runs")).toBe(".\n.\n.\n");
	});
});

describe("the parts of a machine", () => {
	const GPU = ", meta: {mainline: {gpus: 1}}";

	it("GPUs are handed out, each to one stage at a time", async () => {
		const root = await project({ "dvc.yaml": three(GPU) });
		await ran(root, { gpus: ["3", "5"] });
		const notes = read(root, "notes");
		expect(mostAtOnce(notes)).toBe(2);
		const started = notes.split("\n").filter((line) => line.startsWith("+"));
		// the two that begin together write in either order
		expect(started.slice(0, 2).sort()).toEqual(["+ a 3", "+ b 5"]);
		expect(started.slice(2)).toEqual([expect.stringMatching(/^\+ c [35]$/)]);
	});

	it("GPUs are those that CUDA_VISIBLE_DEVICES named already; a stage that wants none sees none", async () => {
		const root = await project({
			"dvc.yaml": pipeline({
				both: `cmd: '${noted("both")}', meta: {mainline: {gpus: 2}}`,
				none: `cmd: '${noted("none")}', meta: {mainline: {gpus: 0}}`,
			}),
		});
		await ran(root, { machine: { visibleDevices: ["0", "GPU-2"] } });
		expect(read(root, "notes").split("\n")).toEqual(expect.arrayContaining(["+ both 0,GPU-2", "+ none "]));
	});

	it("more GPUs than there are is said where they are asked for, and the others go on", async () => {
		const root = await project({
			"dvc.yaml": "stages:\n  big:\n    cmd: 'true'\n    meta:\n      mainline:\n        gpus: 4\n",
		});
		const { stages, answer } = await ran(root, { gpus: ["0"] });
		expect(answer).toBe("no");
		expect(stages[0]).toMatchObject({ outcome: "failed", file: "dvc.yaml", line: 6 });
		expect(stages[0]?.message).toContain("stage `big` needs 4 GPUs, and only 1 is here");
	});

	it("a stage that says nothing may use every GPU: on a machine with some, those run alone unless a number is given", async () => {
		const root = await project({ "dvc.yaml": three() });
		await ran(root, { gpus: ["0", "1"] });
		expect(mostAtOnce(read(root, "notes"))).toBe(1);
		write(root, { notes: "" });
		await ran(root, { gpus: ["0", "1"], jobs: 3 });
		expect(mostAtOnce(read(root, "notes"))).toBe(3);
	});

	it.each([
		["cpus: 4", 2],
		["cpus: all", 1],
		["cpus: 99", 1],
		["memory: 3G", 2],
		["memory: 500G", 1],
	])("%s lets %i run at a time on 8 cores and 8 GiB", async (needs, most) => {
		const root = await project({ "dvc.yaml": three(`, meta: {mainline: {${needs}}}`) });
		await ran(root);
		expect(mostAtOnce(read(root, "notes"))).toBe(most);
	});

	it("are found by what nvidia-smi lists, parts of a divided GPU instead of it", () => {
		const list = [
			"GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-aaaa)",
			"GPU 1: NVIDIA A100 (UUID: GPU-bbbb)",
			"  MIG 3g.20gb     Device  0: (UUID: MIG-1111)",
			"  MIG 3g.20gb     Device  1: (UUID: MIG-2222)",
			"",
		].join("\n");
		expect(devicesIn(list)).toEqual(["GPU-aaaa", "MIG-1111", "MIG-2222"]);
		expect(devicesIn("No devices found.\n")).toEqual([]);
	});
});

describe("a failure beside others", () => {
	const BESIDE = pipeline({
		bad: "cmd: 'sleep 0.2; exit 7'",
		running: "cmd: 'sleep 0.6; echo r > r.txt', outs: [r.txt]",
		after: "cmd: cp r.txt after.txt, deps: [r.txt], outs: [after.txt]",
	});

	it("lets what runs come to its end, and begins nothing more", async () => {
		const root = await project({ "dvc.yaml": BESIDE });
		const { stages, answer } = await ran(root);
		expect(answer).toBe("no");
		expect(stages).toMatchObject([
			{ address: "bad", outcome: "failed", exitCode: 7 },
			{ address: "running", outcome: "executed" },
			{ address: "after", outcome: "skipped", after: "bad" },
		]);
		expect(read(root, "dvc.lock")).toContain("running:");
	});

	it("is mended, and the files come out as if nothing had happened", async () => {
		const mended = BESIDE.replace("exit 7", "echo b > b.txt', outs: [b.txt]}\n  x: {cmd: 'true");
		const [root, reference] = [await project({ "dvc.yaml": BESIDE }), await project({ "dvc.yaml": mended })];
		await ran(root);
		write(root, { "dvc.yaml": mended });
		expect((await ran(root)).answer).toBe("yes");
		await ran(reference, { jobs: 1 });
		expect(read(root, "dvc.lock")).toBe(read(reference, "dvc.lock"));
		expect(read(root, ".gitignore")).toBe(read(reference, ".gitignore"));
		expect(readdirSync(join(root, ".dvc/tmp/mainline"))).not.toContain("newcomers");
	});

	const TREE = pipeline({
		bad: "cmd: 'echo half > half.txt; exit 1', outs: [half.txt, none.txt]",
		half: "cmd: cp half.txt after.txt, deps: [half.txt], outs: [after.txt]",
		none: "cmd: cp none.txt x.txt, deps: [none.txt], outs: [x.txt]",
		apart: "cmd: echo 1 > apart.txt, outs: [apart.txt]",
	});

	it.each([1, 8])("leaves out what depends on it, with --keep-going and %i at a time", async (jobs) => {
		const root = await project({ "dvc.yaml": TREE });
		const report = await ran(root, { keepGoing: true, jobs });
		expect([report.answer, ...outcomes(report)]).toEqual([
			"no",
			"bad: failed",
			"half: skipped",
			"none: skipped",
			"apart: executed",
		]);
	});

	it.each([1, 8])("is none with --ignore-errors: what can run runs, with %i at a time", async (jobs) => {
		const root = await project({ "dvc.yaml": TREE });
		const report = await ran(root, { ignoreErrors: true, jobs });
		expect([report.answer, ...outcomes(report)]).toEqual([
			"yes",
			"bad: failed",
			"half: executed",
			"none: failed",
			"apart: executed",
		]);
	});
});

describe("a stage's own limits", () => {
	it("a timeout ends everything that the command started, and says so", async () => {
		const command = "sleep 60 & echo $! > pid; sleep 60";
		const root = await project({
			"dvc.yaml": pipeline({ s: `cmd: '${command}', outs: [o], meta: {mainline: {timeout: 1s}}` }),
		});
		const { stages } = await ran(root);
		expect(stages[0]).toMatchObject({ outcome: "failed", exitCode: null });
		expect(stages[0]?.message).toContain("was ended after its timeout of 1s");
		const state = `/proc/${read(root, "pid").trim()}/stat`;
		expect(existsSync(state) ? /\) (\w)/.exec(read("", state))?.[1] : "Z").toBe("Z");
	});

	it("retries begin with cleared outputs, and are counted", async () => {
		const command = "[ ! -e o ] || exit 9; echo x > o; echo . >> tries; [ $(wc -l < tries) -ge 3 ]";
		const files = { "dvc.yaml": pipeline({ s: `cmd: '${command}', outs: [o], meta: {mainline: {retries: 2}}` }) };
		const pauses: number[] = [];
		const clock = { ...contextAt("").clock, sleep: async (milliseconds: number) => void pauses.push(milliseconds) };
		const good = await project(files);
		expect((await ran(good, { context: { clock } })).stages[0]).toMatchObject({ outcome: "executed", attempts: 3 });
		expect(pauses).toEqual([1000, 2000]);
		const bad = await project({ "dvc.yaml": (files["dvc.yaml"] ?? "").replace("retries: 2", "retries: 1") });
		expect((await ran(bad, { context: { clock } })).stages[0]).toMatchObject({ outcome: "failed", attempts: 2 });
	});

	it("its output is kept in a file, which a failure names", async () => {
		const root = await project({
			"dvc.yaml": "stages:\n  s:\n    foreach: ['../x']\n    do: {cmd: 'seq 1 50000; exit 1'}\n",
		});
		const { stages } = await ran(root);
		const log = stages[0]?.log ?? "";
		expect(log).toBe(".dvc/tmp/mainline/logs/s@..%2fx.log");
		expect(read(root, log).split("\n")).toHaveLength(50_001);
		write(root, { "dvc.yaml": "stages:\n  s:\n    foreach: ['../x']\n    do: {cmd: 'exit 1'}\n" });
		expect((await ran(root)).stages[0]?.log).toBeUndefined();
		expect(existsSync(join(root, log))).toBe(false);
	});

	it("a process that it leaves behind does not keep it", async () => {
		const root = await project({ "dvc.yaml": pipeline({ s: "cmd: 'sleep 20 & echo $! > pid'" }) });
		const start = performance.now();
		expect((await ran(root)).answer).toBe("yes");
		expect(performance.now() - start).toBeLessThan(10_000);
		process.kill(Number(read(root, "pid")), "SIGKILL");
	});
});
