import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { init } from "../../src/flows/init.ts";
import { contextAt, git, snapshot } from "../flows/rig.ts";
import { dvc } from "./dvc-twins.ts";

const INSTALLED = resolve(import.meta.dirname, "../..");

describe("beside the real dvc", () => {
	it("makes a DVC project as `dvc init` makes it, byte for byte", async () => {
		const [theirs, own] = [0, 1].map(() => mkdtempSync(join(tmpdir(), "mainline-real-init-")));
		if (theirs === undefined || own === undefined) throw new Error("two folders were made");
		await git(theirs, "init", "-q");
		await git(own, "init", "-q");
		expect((await dvc(theirs, "init", "-q")).code).toBe(0);
		const context = contextAt(own);
		await init(
			{ ...context, machine: { ...context.machine, installDir: INSTALLED } },
			{ plan: false, lanes: null, program: ["mainline"], agree: async () => true },
		);
		const { ".dvcignore": ignore, ".dvc/config": config, ".dvc/.gitignore": gitignore } = snapshot(own);
		expect({ ".dvcignore": ignore, ".dvc/config": config, ".dvc/.gitignore": gitignore }).toEqual(snapshot(theirs));
		expect((await dvc(own, "status")).code).toBe(0);
	});

	it("makes one of a folder as `dvc init --subdir` makes it, and leaves the rest of the repository to git", async () => {
		const [theirs, own] = [0, 1].map(() => mkdtempSync(join(tmpdir(), "mainline-real-init-")));
		if (theirs === undefined || own === undefined) throw new Error("two folders were made");
		for (const root of [theirs, own]) {
			await git(root, "init", "-q");
			mkdirSync(join(root, "models"));
		}
		expect((await dvc(join(theirs, "models"), "init", "--subdir", "-q")).code).toBe(0);
		const context = contextAt(join(own, "models"));
		await init(
			{ ...context, machine: { ...context.machine, installDir: INSTALLED } },
			{ plan: false, lanes: null, subdir: true, program: ["mainline"], agree: async () => true },
		);
		const made = (root: string) =>
			Object.entries(snapshot(root)).filter(([path]) => /\.dvc(ignore|\/(?!tmp\/))/.test(path));
		expect(made(own)).toEqual(made(theirs));
		expect(made(own).length).toBe(3);
		expect(Object.keys(snapshot(own))).toContain("models/mainline.yaml");
		expect((await dvc(join(own, "models"), "status")).code).toBe(0);
	});
});
