import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { run as runProgram } from "../../src/shell/index.ts";
import { mainline } from "../doors/support/program.ts";
import { git, project, read, remove, write } from "./rig.ts";

const ENTRY = resolve(import.meta.dirname, "../../src/entry.ts");
const PIPELINE = `stages:
  one:
    cmd: sort in-1.txt > one.txt
    deps: [in-1.txt]
    outs: [one.txt]
  two:
    cmd: sort in-2.txt > two.txt
    deps: [in-2.txt]
    outs: [two.txt]
`;
const FILES = { "dvc.yaml": PIPELINE, "in-1.txt": "1\n", "in-2.txt": "1\n" };

/** A project whose git calls the driver, as the documents say, with one run committed. */
async function started(files: Record<string, string>): Promise<string> {
	const root = await project({ ...files, ".gitattributes": "dvc.lock merge=mainline\n*.dvc merge=mainline\n" });
	const driver = `${process.execPath} ${ENTRY} merge-driver %O %A %B %P --marker-size %L`;
	await git(root, "config", "merge.mainline.driver", driver);
	await git(root, "config", "user.name", "Ada");
	await git(root, "config", "user.email", "ada@example.org");
	await ran(root, "Begin");
	return root;
}

async function ran(root: string, message: string): Promise<void> {
	expect((await mainline(["run"], { cwd: root })).code).toBe(0);
	await git(root, "add", "-A");
	await git(root, "commit", "-q", "-m", message);
}

/** The lock names results that are there: they are placed, and nothing is left to run. */
async function isSettled(root: string): Promise<boolean> {
	const placed = await mainline(["checkout"], { cwd: root });
	return placed.code === 0 && (await mainline(["plan", "--check"], { cwd: root })).code === 0;
}

/** Changes on two branches, run on each; then theirs is merged into ours. */
async function mergedAfter(
	root: string,
	ours: () => unknown,
	theirs: () => unknown,
	settle = (): Promise<void> => ran(root, "Change"),
): Promise<{ code: number; said: string }> {
	await git(root, "checkout", "-q", "-b", "theirs");
	await theirs();
	await settle();
	await git(root, "checkout", "-q", "main");
	await mainline(["checkout"], { cwd: root });
	await ours();
	await settle();
	const { code, stdoutText, stderr } = await runProgram("git", ["merge", "--no-edit", "theirs"], { cwd: root });
	return { code, said: stdoutText + stderr };
}

describe("a merge of two branches that both ran stages", () => {
	it("has the entries of both where they ran different stages: nothing is left to run", async () => {
		const root = await started(FILES);
		const { code, said } = await mergedAfter(
			root,
			() => write(root, { "in-1.txt": "ours\n" }),
			() => write(root, { "in-2.txt": "theirs\n" }),
		);
		expect([code, said]).toEqual([0, expect.stringContaining("dvc.lock merged by stages: two from the other side")]);
		expect(await isSettled(root)).toBe(true);
	});

	it("takes in the stages that were added on each side, and lets go of one that was taken out", async () => {
		const root = await started(FILES);
		const without = PIPELINE.slice(0, PIPELINE.indexOf("  two:"));
		const { code } = await mergedAfter(
			root,
			() => write(root, { "dvc.yaml": without, "dvc.lock": withoutStage(read(root, "dvc.lock"), "two") }),
			() => write(root, { "sub/dvc.yaml": "stages:\n  three:\n    cmd: echo 3 > three.txt\n    outs: [three.txt]\n" }),
		);
		expect(code).toBe(0);
		expect(read(root, "dvc.lock")).not.toContain("two:");
		expect(read(root, "sub/dvc.lock")).toContain("three:");
		expect(await isSettled(root)).toBe(true);
	});

	it("conflicts in the stage alone that both ran, between git's markers", async () => {
		const root = await started(FILES);
		const both = (text: string) => () => write(root, { "in-1.txt": "same\n", "in-2.txt": text });
		const { code, said } = await mergedAfter(root, both("ours\n"), both("theirs\n"));
		expect(code).toBe(1);
		expect(said).toContain("dvc.lock has conflicts: two changed on both sides");
		const lock = read(root, "dvc.lock");
		const lines = lock.split("\n");
		const [start, middle, end] = ["<<<<<<< ours", "=======", ">>>>>>> theirs"].map((mark) => lines.indexOf(mark));
		expect(lines[(start ?? 0) + 1]).toBe("  two:");
		expect(lines[(middle ?? 0) + 1]).toBe("  two:");
		const side = (from: number, to: number) => [
			...lines.slice(0, start),
			...lines.slice(from, to),
			...lines.slice((end ?? 0) + 1),
		];
		write(root, { "in-2.txt": "theirs\n", "dvc.lock": side((middle ?? 0) + 1, end ?? 0).join("\n") });
		expect(await isSettled(root)).toBe(true);
		write(root, { "in-2.txt": "ours\n", "dvc.lock": side((start ?? 0) + 1, middle ?? 0).join("\n") });
		expect(await isSettled(root)).toBe(true);
	});

	it("is git's own where a side is no lock at all", async () => {
		const root = await started(FILES);
		const text = read(root, "dvc.lock");
		const { code } = await mergedAfter(
			root,
			() => write(root, { "dvc.lock": text.replace("schema:", "schema: [") }),
			() => write(root, { "dvc.lock": `${text}# a remark\n` }),
			async () => {
				await git(root, "commit", "-qam", "By hand");
			},
		);
		expect(code).toBe(0);
		expect(read(root, "dvc.lock")).toBe(`${text.replace("schema:", "schema: [")}# a remark\n`);
	});
});

describe("a merge of two branches that both changed a tracked folder", () => {
	const tracked = { "data/a.txt": "a\n", "data/b.txt": "b\n", "data/c.txt": "c\n" };
	const added = (root: string) => async (): Promise<void> => {
		expect((await mainline(["add", "data"], { cwd: root })).code).toBe(0);
		await git(root, "add", "-A");
		await git(root, "commit", "-q", "-m", "Data");
	};

	async function startedWithData(): Promise<string> {
		const root = await started(FILES);
		write(root, tracked);
		await added(root)();
		return root;
	}

	it("has the files of both", async () => {
		const root = await startedWithData();
		const { code, said } = await mergedAfter(
			root,
			() => {
				write(root, { "data/ours.txt": "ours\n" });
				remove(root, "data/c.txt");
			},
			() => write(root, { "data/theirs.txt": "theirs\n", "data/a.txt": "A!\n" }),
			added(root),
		);
		expect([code, said]).toEqual([0, expect.stringContaining("data.dvc merged by files")]);
		expect((await mainline(["checkout"], { cwd: root })).code).toBe(0);
		expect(read(root, "data/a.txt")).toBe("A!\n");
		expect(read(root, "data/theirs.txt")).toBe("theirs\n");
		expect(existsSync(join(root, "data/c.txt"))).toBe(false);
		const before = readFileSync(join(root, "data.dvc"), "utf8");
		expect((await mainline(["add", "data"], { cwd: root })).code).toBe(0);
		expect(readFileSync(join(root, "data.dvc"), "utf8")).toBe(before);
	});

	it.each([
		["both changed one file", "data/a.txt", "data/a.txt", false],
		["one has a file where the other has a folder", "data/new", "data/new/deep.txt", false],
		["a listing is not here", "data/a.txt", "data/b.txt", true],
	])("conflicts where %s", async (_, ours, theirs, spoil) => {
		const root = await startedWithData();
		const { code } = await mergedAfter(
			root,
			() => write(root, { [ours]: "ours\n" }),
			() => write(root, { [theirs]: "theirs\n" }),
			async () => {
				await added(root)();
				if (spoil) rmSync(join(root, ".dvc/cache"), { recursive: true, force: true });
			},
		);
		expect(code).toBe(1);
		expect(read(root, "data.dvc")).toContain("<<<<<<<");
	});
});

describe("the merge driver by hand", () => {
	it("refuses what is no file of DVC's, and files that are not there", async () => {
		const root = await started(FILES);
		const said = async (...args: string[]) => mainline(["merge-driver", ...args, "--json"], { cwd: root });
		expect(JSON.parse((await said("in-1.txt", "in-1.txt", "in-1.txt", "in-1.txt")).stdout)).toMatchObject({
			error: { code: "merge-not-ours", hint: expect.stringContaining(".gitattributes") },
		});
		expect(await said("no", "dvc.lock", "dvc.lock", "dvc.lock")).toMatchObject({
			code: 2,
			stdout: expect.stringContaining("merge-file-missing"),
		});
	});
});

function withoutStage(lock: string, name: string): string {
	return lock.replace(new RegExp(`  ${name}:\\n(    .*\\n|    - .*\\n)+`), "");
}
