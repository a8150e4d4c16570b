import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { Git } from "../../src/git/index.ts";
import { params } from "../circle/world.ts";
import { Lanes, REPOSITORY } from "../lanes/world.ts";
import { git, project } from "../rig/world.ts";
import { forked } from "./rig.ts";

let lanes: Lanes;

beforeEach(async () => {
	lanes = await Lanes.make();
});

describe("a pull request", () => {
	it.each([
		["up and out", "../../../escaped"],
		["by an absolute path", "ABSOLUTE/escaped"],
		["through a link", "link/escaped"],
		["into git's own folder", ".git/hooks/post-checkout"],
	])("T12: writes nothing outside of the project: %s", async (_, out) => {
		const outside = lanes.world.place.directory;
		const path = out.replace("ABSOLUTE", outside);
		await git(lanes.world.clone, "checkout", "-q", "-B", "out");
		await symlink(outside, join(lanes.world.clone, "link"));
		const cmd = `mkdir -p "$(dirname ${path})"; echo x > ${path}`;
		const { pull } = await lanes.begin("out", {
			"dvc.yaml": `stages:\n  s:\n    cmd: '${cmd}'\n    outs: ["${path}"]\n`,
		});
		const result = await lanes.world.act("pull_request");
		expect(result.code, result.stdout).toBe(2);
		for (const place of [join(outside, "escaped"), join(result.workspace, ".git/hooks/post-checkout")])
			await expect(readFile(place)).rejects.toThrow("ENOENT");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
	});

	const SECRET = "../../../../secret.yaml";
	it.each<[string, Record<string, string>]>([
		["parameters", { "dvc.yaml": `stages:\n  s: {cmd: echo, params: [{${SECRET}: [password]}], outs: [o]}\n` }],
		["variables", { "dvc.yaml": `vars: [${SECRET}]\nstages:\n  s: {cmd: "echo \${password}", outs: [o]}\n` }],
		["metrics", { "dvc.yaml": `metrics: [${SECRET}]\nstages:\n  s: {cmd: echo, outs: [o]}\n` }],
		["a link", { "dvc.yaml": "stages:\n  s: {cmd: echo, params: [password], outs: [o]}\n" }],
	])("T12: of a fork is shown nothing of this machine by %s", async (what, files) => {
		const { place } = lanes.world;
		await writeFile(join(place.directory, "secret.yaml"), "password: 31337\n");
		const { pull, work } = await forked(lanes, files);
		if (what === "a link") {
			await rm(join(work, "params.yaml"));
			await symlink(SECRET, join(work, "params.yaml"));
			await git(work, "commit", "-q", "-a", "-m", "Link");
			await git(work, "push", "-q", "origin", "HEAD:help");
		}
		const result = await lanes.world.act("pull_request");
		const shown = [result.stdout, result.summary, ...lanes.comments(pull), JSON.stringify(lanes.checks)].join("\n");
		expect(shown).not.toContain("31337");
		expect(result.code).toBe(2);
		expect(result.stdout).toContain("lies outside of the repository");
	});

	it("T42: of a fork puts no record of a run among everybody's, though it brings one along", async () => {
		const mine = await lanes.begin("same");
		const workspace = (await lanes.run(mine.run, { hold: true })).job?.workspace ?? "";
		const records = await git(workspace, "ls-files", "--others", "--", ".dvc/cache").then((text) => text.split("\n"));
		const files = await Promise.all(
			records.map(async (path) => [path, await readFile(join(workspace, path), "utf8")] as const),
		);
		expect(records.some((path) => path.includes("/runs/"))).toBe(true);
		const before = await lanes.remote("runs");
		await forked(lanes, { ...params(0.95), ".dvc/.gitignore": "", ...Object.fromEntries(files) });
		await lanes.world.act("pull_request");
		expect(await lanes.remote("runs")).toEqual(before);
	});

	it("T30: has a report that is a link not followed", async () => {
		const { pull, run } = await lanes.begin("better");
		const zip = new ZipFile();
		const target = join(lanes.world.clone, "README.md");
		zip.addBuffer(Buffer.from(target), "mainline-report.json", { mode: 0o120777 });
		zip.end();
		const bytes = new Uint8Array(await buffer(zip.outputStream));
		await lanes.world.gitHub.addArtifact(REPOSITORY, { run, name: "mainline-report", zip: bytes });
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("the run's report is not believed");
		expect(lanes.comments(pull)[0]).not.toContain("A model");
	});
});

describe("a clone that somebody prepared", () => {
	it("T38: runs none of its hooks, and nothing that its settings name, when Mainline works in it", async () => {
		const at = await project();
		const evil = join(at.work, "../evil");
		const script = `#!/bin/sh\ntouch ${evil}\n`;
		const head = await git(at.work, "rev-parse", "HEAD");
		await mkdir(join(at.work, ".git/hooks"), { recursive: true });
		const hooks = [
			"reference-transaction",
			"post-checkout",
			"post-merge",
			"pre-push",
			"pre-commit",
			"post-index-change",
		];
		for (const hook of hooks) await writeFile(join(at.work, ".git/hooks", hook), script, { mode: 0o755 });
		await writeFile(join(at.work, ".git/own"), script, { mode: 0o755 });
		const { appendFile } = await import("node:fs/promises");
		const own = join(at.work, ".git/own");
		await appendFile(
			join(at.work, ".git/config"),
			`[core]\n\tfsmonitor = ${own}\n\tpager = ${own}\n[diff]\n\texternal = ${own}\n`,
		);
		const repository = await Git.open(at.work);
		const tag = { name: "churn@v0.1.0", target: head, message: "one", at: new Date(0) };
		const object = await repository.makeTag(tag);
		await repository.pushTags("origin", [{ name: tag.name, object }]);
		await repository.keepTag({ name: tag.name, object });
		await repository.createTag({ ...tag, name: "churn@v0.2.0" });
		await repository.fetchTags("origin");
		await repository.mergeTrees({ ours: head, theirs: head }, null);
		await repository.diffAgainst("README.md", "other\n");
		await repository.changedFiles(head, head);
		const beside = { parent: head, changes: new Map([["a", Buffer.from("b")]]), message: "c", at: new Date(0) };
		await repository.pushRef("origin", await repository.commitBeside(beside), "refs/mainline/x");
		repository.close();
		await expect(readFile(evil)).rejects.toThrow("ENOENT");
	});
});
