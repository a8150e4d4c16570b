import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/flows/release/ledger.ts";
import { Git } from "../../src/git/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { git, project, write } from "./rig.ts";

/** A clone of a remote that takes pushes and is gone before it says so, as often as it is told to. */
async function clone(): Promise<{ root: string; server: string; cut: (times: number) => void }> {
	const root = await project({ "model.json": "{}\n" });
	await git(root, "add", "-A");
	await git(root, "commit", "-q", "-m", "A model");
	const server = await mkdtemp(join(tmpdir(), "mainline-cut-"));
	await git(server, "init", "-q", "--bare", "-b", "main");
	await git(root, "remote", "add", "origin", server);
	await git(root, "push", "-q", "origin", "main");
	write(server, {
		"hooks/reference-transaction": `#!/bin/sh
[ "$1" = committed ] || exit 0
left=$(cat "${server}/cuts"); [ "$left" -gt 0 ] || exit 0
echo $((left - 1)) > "${server}/cuts"
kill -9 $PPID
`,
	});
	await chmod(join(server, "hooks/reference-transaction"), 0o755);
	const cut = (times: number): void => write(server, { cuts: `${times}\n` });
	cut(0);
	return { root, server, cut };
}

describe("a remote", () => {
	it("that takes a tag and is cut off before it says so is asked what it holds: what was written counts, once", async () => {
		const { root, server, cut } = await clone();
		const commit = (await git(root, "rev-parse", "HEAD")).trim();
		const ledger = await Ledger.open({ git: await Git.open(root), clock: systemClock, remote: "origin", dry: false });
		const entry = { model: "churn", commit, summary: "x", trailers: {}, declared: null };
		cut(1);
		expect(await ledger.register(entry, "v1.0.0")).toEqual({ kind: "written", tag: "churn@v1.0.0" });
		cut(1);
		expect(await ledger.assign({ ...entry, environment: "dev" })).toEqual({ kind: "written", tag: "churn#dev#1" });
		cut(1);
		expect(await ledger.assign({ ...entry, environment: "prod" })).toEqual({ kind: "written", tag: "churn#prod#2" });
		const refs = (await git(server, "for-each-ref", "--format=%(refname) %(objectname)", "refs/tags", "refs/mainline"))
			.trim()
			.split("\n")
			.map((line) => line.split(" "));
		const at = new Map(refs.map(([name = "", object = ""]) => [name, object]));
		expect([...at.keys()].sort()).toEqual([
			"refs/mainline/heads/churn",
			"refs/tags/churn#dev#1",
			"refs/tags/churn#prod#2",
			"refs/tags/churn@v1.0.0",
		]);
		expect(at.get("refs/mainline/heads/churn")).toBe(at.get("refs/tags/churn#prod#2"));
		expect(await git(root, "tag", "-l")).toBe("churn#dev#1\nchurn#prod#2\nchurn@v1.0.0\n");
	});

	it("that is gone before it took a push is sent it once more", async () => {
		const { root, server } = await clone();
		write(server, {
			"hooks/pre-receive": `#!/bin/sh\n[ -e "${server}/was-gone" ] || { touch "${server}/was-gone"; kill -9 $PPID; }\n`,
		});
		await chmod(join(server, "hooks/pre-receive"), 0o755);
		const commit = (await git(root, "rev-parse", "HEAD")).trim();
		const ledger = await Ledger.open({ git: await Git.open(root), clock: systemClock, remote: "origin", dry: false });
		const entry = { model: "churn", commit, summary: "x", trailers: {}, declared: null, environment: "dev" };
		expect(await ledger.assign(entry)).toEqual({ kind: "written", tag: "churn#dev#1" });
		expect(await git(server, "tag", "-l")).toBe("churn#dev#1\n");
	});

	it("that lets no refs be written beside branches and tags is said to", async () => {
		const { root, server } = await clone();
		write(server, { "hooks/update": '#!/bin/sh\ncase "$1" in refs/mainline/*) exit 1; esac\n' });
		await chmod(join(server, "hooks/update"), 0o755);
		const commit = (await git(root, "rev-parse", "HEAD")).trim();
		const ledger = await Ledger.open({ git: await Git.open(root), clock: systemClock, remote: "origin", dry: false });
		const entry = { model: "churn", commit, summary: "x", trailers: {}, declared: null, environment: "dev" };
		await expect(ledger.assign(entry)).rejects.toMatchObject({
			code: "push-rejected",
			details: { hint: expect.stringContaining("refs/mainline/heads/*") },
		});
		expect(await git(server, "for-each-ref", "refs/tags")).toBe("");
	});

	it("has a tag before this clone has: what a run that is killed in between leaves is no tag", async () => {
		const { root, server } = await clone();
		const seen = join(server, "seen");
		write(server, {
			"hooks/pre-receive": `#!/bin/sh\nenv -u GIT_DIR -u GIT_QUARANTINE_PATH git -C "${root}" for-each-ref refs/tags >> "${seen}"\n`,
		});
		await chmod(join(server, "hooks/pre-receive"), 0o755);
		const commit = (await git(root, "rev-parse", "HEAD")).trim();
		const ledger = await Ledger.open({ git: await Git.open(root), clock: systemClock, remote: "origin", dry: false });
		const entry = { model: "churn", commit, summary: "x", trailers: {}, declared: null, environment: "dev" };
		expect(await ledger.assign(entry)).toEqual({ kind: "written", tag: "churn#dev#1" });
		expect(await readFile(seen, "utf8")).toBe("");
		expect(await git(root, "tag", "-l")).toBe("churn#dev#1\n");
	});

	it("gets what was assigned without it as one who assigns now: the head moves, and the first of two counts", async () => {
		const { root, server } = await clone();
		const commit = (await git(root, "rev-parse", "HEAD")).trim();
		const at = { git: await Git.open(root), clock: systemClock, dry: false };
		const entry = { model: "churn", commit, summary: "x", trailers: {}, declared: null };
		await (await Ledger.open({ ...at, remote: null })).assign({ ...entry, environment: "dev" });
		const [ours, theirs] = [await Ledger.open({ ...at, remote: "origin" }), await elsewhere(server)];
		expect(await theirs.assign({ ...entry, environment: "prod" })).toEqual({ kind: "written", tag: "churn#prod#1" });
		expect(await ours.publish("churn", ["churn#dev#1"])).toBe(false);
		expect(await git(server, "tag", "-l")).toBe("churn#prod#1\n");
		// what stands is read again, and counts beside theirs
		expect(await ours.publish("churn", ["churn#dev#1"])).toBe(true);
		const head = await git(server, "rev-parse", "refs/mainline/heads/churn");
		expect(await git(server, "rev-parse", "refs/tags/churn#dev#1")).toBe(head);
		expect(await theirs.assign({ ...entry, environment: "prod" })).toEqual({ kind: "lost" });
	});

	it("is not believed to hold what it refused", async () => {
		const { root, server } = await clone();
		write(server, { "hooks/pre-receive": "#!/bin/sh\necho no >&2\nexit 1\n" });
		await chmod(join(server, "hooks/pre-receive"), 0o755);
		const commit = (await git(root, "rev-parse", "HEAD")).trim();
		const ledger = await Ledger.open({ git: await Git.open(root), clock: systemClock, remote: "origin", dry: false });
		const entry = { model: "churn", commit, summary: "x", trailers: {}, declared: null, environment: "dev" };
		await expect(ledger.assign(entry)).rejects.toMatchObject({ code: "push-rejected" });
		expect(await git(root, "tag", "-l")).toBe("");
	});
});

/** The record as somebody has it who cloned. */
async function elsewhere(server: string): Promise<Ledger> {
	const other = await mkdtemp(join(tmpdir(), "mainline-elsewhere-"));
	await git(other, "clone", "-q", server, ".");
	return Ledger.open({ git: await Git.open(other), clock: systemClock, remote: "origin", dry: false });
}
