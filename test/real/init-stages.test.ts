import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { init } from "../../src/flows/init.ts";
import { MAKE, NOTEBOOKS, PACKAGE, SCRIPTS } from "../flows/init-projects.ts";
import { contextAt, type Files, git, read, write } from "../flows/rig.ts";
import { actions, dvc, executed, mainlineRun } from "./dvc-twins.ts";

const INSTALLED = resolve(import.meta.dirname, "../..");

/** A project that knows no DVC, set up by us with nobody to ask. */
async function setUp(files: Files): Promise<string> {
	const root = mkdtempSync(join(tmpdir(), "mainline-real-stages-"));
	await git(root, "init", "-q", "-b", "main");
	write(root, files);
	const context = contextAt(root);
	await init(
		{ ...context, machine: { ...context.machine, installDir: INSTALLED } },
		{ lanes: null, plan: false, program: ["mainline"], agree: async () => true },
	);
	return root;
}

const RUNNING: readonly (readonly [string, Files, string, readonly string[]])[] = [
	["scripts", SCRIPTS, "data/raw.csv", ["prepare", "train", "evaluate"]],
	["a package", PACKAGE, "data/raw/a.csv", ["featurize", "train"]],
	["a Makefile", MAKE, "data/raw.csv", ["cut", "fit", "metrics"]],
];

describe.each(RUNNING)("the dvc.yaml that init makes of %s", (_, files, raw, stages) => {
	it("is read, run and found finished by the real dvc and by us alike", async () => {
		const own = await setUp(files);
		const theirs = mkdtempSync(join(tmpdir(), "mainline-real-stages-"));
		cpSync(own, theirs, { recursive: true });
		expect((await dvc(own, "stage", "list", "--name-only")).out.split("\n")).toEqual(stages);
		expect((await dvc(own, "dag")).code).toBe(0);
		expect(await mainlineRun(own)).toEqual(Object.fromEntries(stages.map((name) => [name, "executed"])));
		expect((await dvc(own, "status")).out).toBe("Data and pipelines are up to date.");
		expect(executed((await dvc(own, "repro", "--dry")).all)).toEqual([]);
		expect(executed((await dvc(theirs, "repro")).all)).toEqual(stages);
		expect(read(theirs, "dvc.lock").replaceAll(/^ *(md5|size):.*$/gm, "")).toBe(
			read(own, "dvc.lock").replaceAll(/^ *(md5|size):.*$/gm, ""),
		);
	});

	it("names enough for new data to run all of it again", async () => {
		const root = await setUp(files);
		await mainlineRun(root);
		write(root, { [raw]: `${files[raw] ?? ""}4,8\n` });
		const now = await actions(root, false);
		expect(Object.keys(now)).toEqual(stages);
		expect(now[stages[0] ?? ""]).toBe("run");
		expect(stages.slice(1).map((name) => now[name])).toEqual(stages.slice(1).map(() => "maybe"));
	});
});

describe("the dvc.yaml that init makes of notebooks", () => {
	it("is one pipeline to the real dvc", async () => {
		const root = await setUp(NOTEBOOKS);
		expect((await dvc(root, "stage", "list", "--name-only")).out.split("\n")).toEqual(["clean", "train"]);
		expect((await dvc(root, "dag", "--dot")).out).toContain('"clean" -> "train"');
	});
});

describe("a dvc.yaml of comments", () => {
	it("is an empty pipeline to the real dvc", async () => {
		const root = await setUp({ "a.py": 'import sys\nopen("b.txt", "w").write(sys.argv[1])\n' });
		expect(read(root, "dvc.yaml")).toContain("stages: {}");
		expect(await dvc(root, "stage", "list")).toMatchObject({ code: 0, out: "" });
	});
});
