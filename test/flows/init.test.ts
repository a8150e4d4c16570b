import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadMainline } from "../../src/config/index.ts";
import { init } from "../../src/flows/init.ts";
import type { InitDocument } from "../../src/report/index.ts";
import { contextAt, git, project, read, snapshot, write } from "./rig.ts";

const INSTALLED = resolve(import.meta.dirname, "../..");

/** A door that says yes, and keeps what it was shown. */
async function set(root: string, options: { plan?: boolean; answer?: boolean; lanes?: "one" | "two" } = {}) {
	const shown: InitDocument[] = [];
	const context = contextAt(root);
	const outcome = await init(
		{ ...context, machine: { ...context.machine, installDir: INSTALLED } },
		{
			lanes: options.lanes ?? null,
			plan: options.plan ?? false,
			program: ["/opt/the node/bin/node", "index.js"],
			agree: async (document) => {
				shown.push(document);
				return options.answer ?? true;
			},
		},
	);
	return { ...outcome, shown };
}

async function emptyRepository(branch = "main"): Promise<string> {
	const root = realpathSync(mkdtempSync(join(tmpdir(), "mainline-init-")));
	await git(root, "init", "-q", "-b", branch);
	return root;
}

describe("mainline init", () => {
	it("sets an empty repository up, workflows for its own default branch included", async () => {
		const root = await emptyRepository("trunk");
		const { answer, document } = await set(root);
		expect(answer).toBe("yes");
		expect(document.applied).toBe(true);
		expect(Object.keys(snapshot(root)).sort()).toEqual([
			".dvc/.gitignore",
			".dvc/config",
			".dvcignore",
			".gitattributes",
			".github/workflows/mainline-command.yml",
			".github/workflows/mainline-comment.yml",
			".github/workflows/mainline-pull-request.yml",
			".github/workflows/mainline-queue.yml",
			".github/workflows/mainline-release.yml",
			".github/workflows/mainline-report.yml",
			"mainline.yaml",
		]);
		expect(parse(read(root, ".github/workflows/mainline-release.yml")).on.push.branches).toEqual(["trunk"]);
	});

	it("leaves the projects of a repository of several what they are, and guards each of them", async () => {
		const root = await emptyRepository();
		for (const name of ["ads", "churn"]) {
			write(root, {
				[`models/${name}/.dvc/config`]: "",
				[`models/${name}/dvc.yaml`]: "stages:\n  train: {cmd: echo 1 > m, outs: [m]}\n",
			});
		}
		await git(root, "add", "-A");
		await git(root, "commit", "-q", "-m", "Begin");
		const { document } = await set(root);
		const written = document.files.filter(({ state }) => state === "new").map(({ path }) => path);
		expect(written).not.toEqual([]);
		expect(written.filter((path) => !path.startsWith(".github/workflows/") && path !== ".gitattributes")).toEqual([]);
		expect(document.notes?.join("\n")).toContain("models/ads, models/churn");
		expect(document.next.join("\n")).toContain("/models/churn/mainline.yaml @OWNER");
		expect(document.next.join("\n")).not.toContain("write the pipeline's stages");
		const inside = await set(join(root, "models/churn"));
		expect(inside.document.files.filter(({ state }) => state === "new").map(({ path }) => path)).toEqual([
			"models/churn/mainline.yaml",
		]);
	});

	it("gives this clone a merge driver that starts the program it came from", async () => {
		const root = await emptyRepository();
		await set(root);
		expect((await git(root, "config", "merge.mainline.driver")).trim()).toBe(
			"'/opt/the node/bin/node' index.js merge-driver %O %A %B %P --marker-size %L",
		);
		expect(await git(root, "check-attr", "merge", "sub/dvc.lock", "data/raw.dvc", "dvc.yaml")).toBe(
			"sub/dvc.lock: merge: mainline\ndata/raw.dvc: merge: mainline\ndvc.yaml: merge: unspecified\n",
		);
	});

	it("gives one lane to those who ask for it, says its risk, and keeps to what is there", async () => {
		const root = await emptyRepository();
		const { document } = await set(root, { lanes: "one" });
		expect(Object.keys(snapshot(root))).not.toContain(".github/workflows/mainline-report.yml");
		expect(document.next.join()).toContain("only for people whom you trust");
		expect((await set(root)).document.files.every(({ state }) => state === "unchanged")).toBe(true);
		const two = await set(root, { lanes: "two", plan: true });
		expect(
			two.document.files.filter(({ state }) => state !== "unchanged").map(({ path, state }) => [path, state]),
		).toEqual([
			[".github/workflows/mainline-pull-request.yml", "kept"],
			[".github/workflows/mainline-report.yml", "new"],
			[".github/workflows/mainline-comment.yml", "new"],
			[".github/workflows/mainline-queue.yml", "new"],
		]);
	});

	it("changes nothing the second time, and asks nobody", async () => {
		const root = await emptyRepository();
		await set(root);
		const before = snapshot(root);
		const { document, shown } = await set(root);
		expect(shown).toEqual([]);
		expect([...document.files, ...document.settings].map(({ state }) => state)).toEqual(
			[...document.files, ...document.settings].map(() => "unchanged"),
		);
		expect(snapshot(root)).toEqual(before);
	});

	it("never overwrites what somebody wrote: it shows the difference", async () => {
		const root = await emptyRepository();
		await set(root);
		const file = ".github/workflows/mainline-release.yml";
		const own = read(root, file).replace("timeout-minutes: 60", "timeout-minutes: 5");
		write(root, { [file]: own, "mainline.yaml": "gates: []\n" });
		const { document } = await set(root);
		const kept = document.files.filter(({ state }) => state === "kept");
		expect(kept.map(({ path }) => path)).toEqual([file]);
		expect(kept[0]?.diff).toContain("-    timeout-minutes: 5\n+    timeout-minutes: 60\n");
		expect(read(root, file)).toBe(own);
		expect(read(root, "mainline.yaml")).toBe("gates: []\n");
	});

	it("adds its lines to a .gitattributes, on a line of their own, and leaves another driver alone", async () => {
		const root = await project({ ".gitattributes": "*.bin binary\n*.dvc merge=theirs" });
		await set(root);
		expect(read(root, ".gitattributes")).toBe("*.bin binary\n*.dvc merge=theirs\ndvc.lock merge=mainline\n");
	});

	it("writes nothing for a plan, nor when told no", async () => {
		const root = await emptyRepository();
		expect((await set(root, { plan: true })).document.applied).toBe(false);
		const refused = await set(root, { answer: false });
		expect(refused.answer).toBe("no");
		expect(refused.document.declined).toBe(true);
		expect(snapshot(root)).toEqual({});
		expect(await git(root, "config", "--local", "--list")).not.toContain("merge.mainline");
	});

	it("fills the first mainline.yaml with the project's own names, and decides nothing by it", async () => {
		const root = await project({
			"dvc.yaml": "artifacts:\n  churn: {path: model.txt, type: model}\nmetrics: [scores.json]\nstages: {}\n",
			"scores.json": '{"accuracy": 0.5, "note": "text"}\n',
		});
		await set(root);
		const text = read(root, "mainline.yaml");
		expect(text).toContain("#   churn:");
		expect(text).toContain("#   - metric: scores.json:accuracy");
		expect(text).not.toContain("scores.json:note");
		expect(loadMainline(text, "mainline.yaml").models.size).toBe(0);
		const opened = text
			.replaceAll(/^# ((?:models|gates|environments):| {2}.*)$/gm, "$1")
			.replace("OWNER/NAME", "acme/churn");
		const { environments, models } = loadMainline(opened, "mainline.yaml");
		expect(environments.size).toBe(2);
		expect(models.get("churn")?.command).toEqual(["python3", "mainline_serve.py", "serve.py", "model.txt"]);
	});

	it.each([
		["requirements.txt", { "requirements.txt": "numpy==2.4.6\n" }],
		["uv.lock", { "requirements.txt": "numpy\n", "uv.lock": "version = 1\n" }],
	])("puts the packages of %s into the image (%o)", async (lock, files) => {
		const root = await project({ "dvc.yaml": "stages: {}\n", ...files });
		await set(root);
		expect(read(root, "mainline.yaml")).toContain(`#     python: ${lock} #`);
	});

	it("puts mainline.yaml beside a project in a folder, and the workflows at the top", async () => {
		const root = await emptyRepository();
		write(root, { "models/.dvc/config": "", "models/dvc.yaml": "stages: {}\n" });
		const { document } = await set(join(root, "models"));
		const paths = document.files.map(({ path }) => path);
		expect(paths).toContain("models/mainline.yaml");
		expect(paths).toContain(".github/workflows/mainline-release.yml");
		expect(paths).not.toContain(".dvc/config");
	});
});
