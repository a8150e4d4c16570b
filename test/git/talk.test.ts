import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Git } from "../../src/git/index.ts";
import { lineTo } from "../../src/git/line.ts";
import { type Failure, systemClock } from "../../src/kernel/index.ts";

const run = promisify(execFile);
const endings: (() => unknown)[] = [];
let folder = "";
let root = "";
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "mainline-talk-"));
	root = join(folder, "work");
	await run("git", ["init", "-q", "-b", "main", root]);
	await git("config", "user.name", "Ann");
	await git("config", "user.email", "ann@example.org");
	await git("commit", "-q", "--allow-empty", "-m", "Begin");
});
afterEach(async () => {
	for (const end of endings.splice(0)) await end();
	await rm(folder, { recursive: true, force: true });
});

async function git(...args: string[]): Promise<string> {
	return (await run("git", args, { cwd: root })).stdout.trim();
}

/** Takes connections and never says a word; how many of them are open. */
async function silentServer(): Promise<{ port: number; open: () => Promise<number> }> {
	const server = createServer((socket) => void socket.on("error", () => {}).resume()).listen(0, "127.0.0.1");
	await once(server, "listening");
	endings.push(() => void server.close());
	const open = () => promisify(server.getConnections.bind(server))();
	return { port: (server.address() as AddressInfo).port, open };
}

/** What git starts instead of ssh. */
async function insteadOfSsh(script: string): Promise<void> {
	const file = join(folder, "ssh");
	await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
	await git("config", "core.sshCommand", file);
	await git("config", "ssh.variant", "simple");
}

async function fetched(address: string): Promise<unknown> {
	return (await Git.open(root)).fetchTags(address).catch((caught: unknown) => caught);
}

describe("a server that takes connections and says nothing", () => {
	it.each(["http", "ssh"])(
		"is asked twice and given up, by name, over %s",
		async (scheme) => {
			const { port, open } = await silentServer();
			await git("config", "http.lowSpeedTime", "1");
			const start = systemClock.monotonic();
			expect(await fetched(`${scheme}://somebody@127.0.0.1:${port}/x.git`)).toMatchObject({
				kind: "infrastructure",
				code: "git-silent",
				message: `git could not get tags from 127.0.0.1:${port}: no answer for 1 s (tried 2 times)`,
				details: { hint: expect.stringContaining("run again: what is done already is not done twice") },
			});
			expect(systemClock.monotonic() - start).toBeLessThan(20_000);
			// nothing that git started is left, which would hold the connection
			await expect.poll(open).toBe(0);
		},
		30_000,
	);

	it.each(["http", "ssh"])(
		"holds nobody who is told to stop, over %s",
		async (scheme) => {
			const { port, open } = await silentServer();
			const stop = new AbortController();
			const waiting = (await Git.open(root, stop.signal)).fetchTags(`${scheme}://127.0.0.1:${port}/x.git`);
			const ending = waiting.catch((caught: unknown) => caught);
			await expect.poll(open, { timeout: 10_000 }).toBe(1);
			const start = systemClock.monotonic();
			stop.abort();
			expect(await ending).toMatchObject({ kind: "infrastructure" });
			expect(systemClock.monotonic() - start).toBeLessThan(2500);
			await expect.poll(open).toBe(0);
		},
		30_000,
	);

	it("is waited for as the user's own git is set to, over the web and elsewhere", async () => {
		expect(await lineTo(root, "https://example.org/x.git")).toMatchObject({ patience: 120 });
		expect(await lineTo(root, "git@example.org:x.git")).toMatchObject({ host: "example.org", silenceMs: 300_000 });
		await git("config", "http.lowSpeedTime", "7");
		await git("config", "http.lowSpeedLimit", "1k");
		expect(await lineTo(root, "https://example.org/x.git")).toMatchObject({
			settings: ["-c", "http.lowSpeedTime=7", "-c", "http.lowSpeedLimit=1024"],
		});
		expect(await lineTo(root, "git@example.org:x.git")).toMatchObject({ silenceMs: 7000 });
		await git("config", "http.lowSpeedTime", "0");
		expect((await lineTo(root, "git@example.org:x.git")).silenceMs).toBeUndefined();
	});
});

describe("over ssh", () => {
	it("a far side that stalls after the login is given up, with what was started for it", async () => {
		await git("config", "http.lowSpeedTime", "1");
		await insteadOfSsh(`echo $$ >> "${folder}/pids"; sleep 600 & wait`);
		expect(await fetched("git@far.example:x.git")).toMatchObject({
			code: "git-silent",
			message: expect.stringContaining("from far.example: no answer for 1 s"),
		});
		const { stdout } = await run("ps", ["-A", "-o", "args="]);
		expect(stdout).not.toContain(join(folder, "ssh"));
	}, 30_000);

	it("a fetch that moves on is not ended, however long it takes", async () => {
		await git("config", "http.lowSpeedTime", "4");
		const far = join(folder, "far");
		await run("git", ["init", "-q", "-b", "main", far]);
		const random = Buffer.from(Array.from({ length: 1.5 * 2 ** 20 }, () => Math.floor(Math.random() * 256)));
		await writeFile(join(far, "model"), random);
		const as = ["-C", far, "-c", "user.name=a", "-c", "user.email=a@b"];
		for (const args of [
			["add", "model"],
			["commit", "-qm", "A model"],
			["tag", "-am", "x", "churn@v0.1.0"],
		])
			await run("git", [...as, ...args]);
		await writeFile(join(folder, "slowly.mjs"), SLOWLY);
		await insteadOfSsh(`git-upload-pack "${far}" | "${process.execPath}" "${join(folder, "slowly.mjs")}"`);
		const start = systemClock.monotonic();
		expect(await fetched("git@far.example:x.git")).toBeUndefined();
		expect(systemClock.monotonic() - start).toBeGreaterThan(4000);
		expect(await git("tag", "-l")).toBe("churn@v0.1.0");
	}, 60_000);
});

describe("a server that fails in passing", () => {
	it("is asked again, and what it was asked is done", async () => {
		const far = join(folder, "far");
		await run("git", ["clone", "-q", "--bare", root, far]);
		await run("git", ["-C", far, "-c", "user.name=a", "-c", "user.email=a@b", "tag", "-am", "x", "v1"]);
		await insteadOfSsh(`echo x >> "${folder}/asked"
[ $(wc -l < "${folder}/asked") -lt 3 ] && { echo 'kex_exchange_identification: Connection closed by remote host' >&2; exit 255; }
exec git-upload-pack "${far}"`);
		expect(await fetched("git@far.example:x.git")).toBeUndefined();
		expect(await git("tag", "-l")).toBe("v1");
	}, 30_000);

	it("is told with what to look at where nobody is let in, at the first try", async () => {
		await insteadOfSsh(
			`echo x >> "${folder}/asked"; echo 'git@far.example: Permission denied (publickey).' >&2; exit 255`,
		);
		const failure = (await fetched("git@far.example:x.git")) as Failure;
		expect(failure).toMatchObject({
			code: "git-denied",
			message: expect.stringMatching(
				/^git could not get tags from far\.example: git@far\.example: Permission denied \(publickey\)\.; fatal: Could not read/,
			),
			details: { hint: expect.stringContaining("logs in") },
		});
		expect((await readdir(folder)).includes("asked")).toBe(true);
		expect((await run("wc", ["-l", join(folder, "asked")])).stdout.trim()).toMatch(/^1 /);
	});
});

/** Hands on a quarter of a megabyte a second. */
const SLOWLY = `import { setTimeout } from "node:timers/promises";
for await (const chunk of process.stdin)
	for (let at = 0; at < chunk.length; at += 16384) {
		if (!process.stdout.write(chunk.subarray(at, at + 16384))) await new Promise((go) => process.stdout.once("drain", go));
		if (chunk.length >= 16384) await setTimeout(62);
	}
`;
