import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type InitOptions, init } from "../../src/flows/init.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { SCRIPTS } from "./init-projects.ts";
import { contextAt, type Files, git, read, snapshot, write } from "./rig.ts";

const ROOT = resolve(import.meta.dirname, "../..");

async function repository(files: Files): Promise<string> {
	const root = mkdtempSync(join(tmpdir(), "mainline-init-words-"));
	await git(root, "init", "-q", "-b", "main");
	write(root, files);
	return root;
}

async function set(root: string, options: Partial<InitOptions> = {}) {
	const context = contextAt(root);
	const { document } = await init(
		{ ...context, machine: { ...context.machine, installDir: ROOT } },
		{ lanes: null, plan: false, program: ["mainline"], agree: async () => true, ...options },
	);
	return document;
}

describe("the screen in docs/adopting.md", () => {
	it("is what init prints", async () => {
		const [, screen = ""] = /```text\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "docs/adopting.md"), "utf8")) ?? [];
		expect(screen.split("\n").length).toBeGreaterThan(15);
		const document = await set(await repository(SCRIPTS), { plan: true });
		expect(renderText(document, plainStyle)).toContain(screen);
	});
});

describe("CODEOWNERS", () => {
	const OWNED = "/mainline.yaml @acme/ml\n/.github/ @acme/ml\n/.dvc/config @acme/ml\n";

	it("names who guards the policy, once", async () => {
		const root = await repository({});
		await set(root, { owner: "@acme/ml" });
		expect(read(root, ".github/CODEOWNERS")).toContain(OWNED);
		const before = snapshot(root);
		await set(root, { owner: "@somebody-else" });
		expect(snapshot(root)).toEqual(before);
	});

	it.each([
		["CODEOWNERS", "/CODEOWNERS @acme/ml\n"],
		["docs/CODEOWNERS", "/docs/CODEOWNERS @acme/ml\n"],
	])("is extended where it is: %s, which guards itself then", async (file, itself) => {
		const root = await repository({ [file]: "* @everybody" });
		await set(root, { owner: "@acme/ml" });
		expect(read(root, file)).toMatch(/^\* @everybody\n# /);
		expect(read(root, file)).toContain(OWNED + itself);
		expect(Object.keys(snapshot(root))).not.toContain(".github/CODEOWNERS");
	});

	it("leaves rules alone that somebody wrote", async () => {
		const root = await repository({ ".github/CODEOWNERS": "/.github/ @ops\nmainline.yaml @lead\n" });
		await set(root, { owner: "@acme/ml" });
		expect(read(root, ".github/CODEOWNERS")).toMatch(
			/^\/\.github\/ @ops\nmainline\.yaml @lead\n#.*\n\/\.dvc\/config @acme\/ml\n#.*\n$/,
		);
	});

	it("is not written for nobody: the lines are told, with the owner of the remote as a suggestion", async () => {
		const root = await repository({});
		await git(root, "remote", "add", "origin", "git@github.com:acme/churn.git");
		const { next } = await set(root);
		expect(next.join("\n")).toContain("/mainline.yaml @acme; /.github/ @acme; /.dvc/config @acme");
		expect(Object.keys(snapshot(root))).not.toContain(".github/CODEOWNERS");
	});

	it.each(["ada", "@ada x", "@", "@a/b/c", "@ada\n* @eve"])(
		"refuses an owner that GitHub knows in no form: %j",
		async (owner) => {
			await expect(set(await repository({}), { owner })).rejects.toMatchObject({ code: "bad-option" });
		},
	);
});

describe("where nothing can be set up", () => {
	it("says what to do instead: outside of git, and in a bare repository", async () => {
		const nowhere = mkdtempSync(join(tmpdir(), "mainline-init-nowhere-"));
		await expect(set(nowhere)).rejects.toMatchObject({ details: { hint: expect.stringContaining("git init") } });
		await git(nowhere, "init", "-q", "--bare", ".");
		await expect(set(nowhere)).rejects.toMatchObject({ details: { hint: expect.stringContaining("git clone") } });
	});
});

describe("what a repository says already", () => {
	it("is told, and shows in the first mainline.yaml: image, base, workflows that do the same", async () => {
		const root = await repository({
			Dockerfile: 'FROM python:3.11\nRUN x\nCMD ["python", "serve.py"]\n',
			".github/workflows/cml.yaml":
				"name: CML\non: push\njobs:\n  a:\n    steps:\n      - run: dvc repro && cml comment create x.md\n",
			".github/workflows/other.yml": "name: Mainline release\non: push\n",
		});
		await git(root, "remote", "add", "origin", "https://github.com/Acme/Churn.git");
		const { notes } = await set(root);
		expect(read(root, "mainline.yaml")).toContain("image: ghcr.io/acme/churn #");
		expect(read(root, "mainline.yaml")).toContain("#     dockerfile: Dockerfile # makes what the model runs in");
		expect(read(root, "mainline.yaml")).toMatch(
			/command: \[python3, mainline_serve.py, .*\] # without it: as the Dockerfile says/,
		);
		expect(read(root, "mainline.yaml")).not.toMatch(/^# +python:/m);
		expect(read(root, "mainline.yaml")).not.toMatch(/^# +base:/m);
		expect(notes).toEqual([
			expect.stringContaining(".github/workflows/cml.yaml runs dvc and cml: it stays as it is"),
			expect.stringContaining(".github/workflows/other.yml is called `Mainline release`, as one of ours"),
		]);
	});
});
