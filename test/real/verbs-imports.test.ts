import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkout } from "../../src/flows/checkout.ts";
import { pull } from "../../src/flows/transfer.ts";
import { contextAt, git, read, remove, write } from "../flows/rig.ts";
import { type Call, dvcBatch } from "./dvc-batch.ts";
import { actions, dvc, mainlineRun, twins } from "./dvc-twins.ts";

const PULL = {
	targets: [],
	remote: null,
	jobs: null,
	allCommits: false,
	runCache: false,
	force: false,
	allowMissing: false,
};

async function all(root: string, ...commands: readonly (readonly string[])[]): Promise<void> {
	const calls: Call[] = commands.map((args) => ({ cwd: root, args }));
	for (const { code, all: said } of await dvcBatch(calls)) expect(code, said).toBe(0);
}

/** A repository with data in git, tracked files and folders, and a remote of its own. */
async function source(): Promise<{ root: string; remote: string }> {
	const [root] = await twins({ "plain.txt": "plain\n", "text/a.txt": "a\n", "text/b.txt": "b\n" });
	const remote = mkdtempSync(join(tmpdir(), "mainline-source-remote-"));
	write(root, { "model.bin": "model\n", "data/one.csv": "1\n", "data/deep/two.csv": "2\n" });
	await all(root, ["remote", "add", "-q", "-d", "r", remote], ["add", "-q", "model.bin", "data"], ["push", "-q"]);
	await git(root, "add", "-A");
	await git(root, "commit", "-qm", "data");
	return { root, remote };
}

async function web(pages: Map<string, string>): Promise<string> {
	const server = createServer((request, response) => {
		const text = pages.get(request.url ?? "");
		if (text === undefined) return response.writeHead(404).end();
		const etag = `"${createHash("md5").update(text).digest("hex")}"`;
		response.writeHead(200, { etag, "content-length": Buffer.byteLength(text) });
		return response.end(request.method === "HEAD" ? undefined : text);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function clone(root: string): Promise<string> {
	await git(root, "add", "-A");
	await git(root, "commit", "-qm", "imports");
	const folder = mkdtempSync(join(tmpdir(), "mainline-clone-"));
	await git(folder, "clone", "-q", root, ".");
	return folder;
}

describe("imports", () => {
	it("from a repository are frozen, planned without it, and pulled from it", async () => {
		const from = await source();
		const [root] = await twins({ "README.md": "x\n" });
		await all(
			root,
			["import", "-q", from.root, "plain.txt"],
			["import", "-q", from.root, "text"],
			["import", "-q", from.root, "model.bin"],
			["import", "-q", from.root, "data"],
			["import", "-q", from.root, "data/deep", "-o", "deep"],
			["import", "-q", from.root, "data/one.csv", "-o", "one.csv"],
		);
		const here = await clone(root);
		const names = ["data.dvc", "deep.dvc", "model.bin.dvc", "one.csv.dvc", "plain.txt.dvc", "text.dvc"];
		const frozen = Object.fromEntries(names.map((name) => [name, "frozen"]));
		expect(await actions(here, false)).toEqual(frozen);
		const { answer, document } = await pull(contextAt(here), PULL);
		expect([answer, document.failed]).toEqual(["yes", []]);
		expect((await dvc(here, "status", "--no-updates", "--json")).out).toBe("{}");
		expect(read(here, "deep/two.csv")).toBe("2\n");
		expect(await mainlineRun(here)).toEqual(frozen);
		expect(await git(here, "status", "--porcelain")).toBe("");
		const again = await pull(contextAt(here), PULL);
		expect(again.document.transferred).toBe(0);
	});

	it("from a repository that is gone fail by name; the others are pulled", async () => {
		const from = await source();
		const [root] = await twins({ "README.md": "x\n" });
		await all(root, ["import", "-q", from.root, "plain.txt"]);
		write(root, { "own.txt": "own\n" });
		const remote = mkdtempSync(join(tmpdir(), "mainline-remote-"));
		await all(root, ["remote", "add", "-q", "-d", "r", remote], ["add", "-q", "own.txt"], ["push", "-q"]);
		const here = await clone(root);
		remove(from.root, ".git");
		const { answer, document } = await pull(contextAt(here), PULL);
		expect(answer).toBe("no");
		expect(document.failed).toMatchObject([
			{ path: "plain.txt", reason: expect.stringContaining("git could not get a clone from") },
		]);
		expect(read(here, "own.txt")).toBe("own\n");
	});

	it("from an address come from there where the remote lacks them, while it is what it was", async () => {
		const pages = new Map([["/f.txt", "f\n"]]);
		const url = await web(pages);
		const [root] = await twins({ "README.md": "x\n" });
		const [remote, folder] = [
			mkdtempSync(join(tmpdir(), "mainline-remote-")),
			mkdtempSync(join(tmpdir(), "mainline-far-")),
		];
		write(folder, { "d/a.txt": "a\n", "d/b.txt": "b\n" });
		await all(
			root,
			["remote", "add", "-q", "-d", "r", remote],
			["import-url", "-q", `${url}/f.txt`, "a.txt"],
			["import-url", "-q", "--no-download", `${url}/f.txt`, "b.txt"],
			["import-url", "-q", "--no-download", join(folder, "d"), "c"],
		);
		const [here, later] = [await clone(root), mkdtempSync(join(tmpdir(), "mainline-clone-"))];
		await git(later, "clone", "-q", root, ".");
		const { answer, document } = await pull(contextAt(here), PULL);
		expect([answer, document.failed, document.missing]).toEqual(["yes", [], []]);
		expect([read(here, "a.txt"), read(here, "b.txt"), read(here, "c/b.txt")]).toEqual(["f\n", "f\n", "b\n"]);
		expect(await git(here, "status", "--porcelain")).toBe("");
		expect(await mainlineRun(here, { targets: ["a.txt.dvc"] })).toEqual({ "a.txt.dvc": "frozen" });
		pages.set("/f.txt", "changed\n");
		write(folder, { "d/a.txt": "changed\n" });
		const changed = await pull(contextAt(later), PULL);
		expect(changed.answer).toBe("no");
		expect(
			changed.document.failed.map(({ path, reason }) => [path, /not what .* was imported from/.test(reason)]),
		).toEqual([
			["a.txt", true],
			["b.txt", true],
			["c", true],
		]);
		const [theirs] = await dvcBatch([{ cwd: later, args: ["pull", "b.txt"] }]);
		expect(theirs?.code).toBe(1);
	});

	it("are placed from the cache without asking anybody", async () => {
		const from = await source();
		const [root] = await twins({ "README.md": "x\n" });
		await all(root, ["import", "-q", from.root, "data"]);
		remove(from.root, ".git");
		remove(root, "data");
		const placed = await checkout(contextAt(root), { targets: [], force: false, relink: false, allowMissing: false });
		expect(placed.answer).toBe("yes");
		expect(read(root, "data/deep/two.csv")).toBe("2\n");
	});
});
