import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ContainerTarget, type Deployment, plainStarter, rollOut } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { ENV, freePort, SELF } from "../environments/rig.ts";
import { digestNamed } from "../environments/tagged.ts";
import { askFiftyTimesASecond } from "./targets/client.ts";
import { type Models, startModels } from "./targets/model.ts";

const run = promisify(execFile);
let directory = "";
let models: Models;
let first: Deployment;
let second: Deployment;
let port = 0;
let target: ContainerTarget;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-podman-"));
	models = await startModels(directory);
	for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
	[first, second] = [await models.release("v0.1.0"), await models.release("v0.2.0", { slow: 0.01 })];
	port = await freePort();
	target = open();
	expect(await target.running()).toBeNull();
	expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
});
afterAll(async () => {
	await target?.stop();
	expect(await containers()).toEqual([]);
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});
// one environment for all: each test begins with the first version in service
beforeEach(async () => {
	await target.deploy(first);
});

function open(signal = new AbortController().signal): ContainerTarget {
	return new ContainerTarget({ ...options(), signal });
}

function options() {
	const signal = new AbortController().signal;
	const world = { clock: systemClock, progress: silent, signal, self: SELF, env: ENV };
	const place = { port, root: directory, stateDir: join(directory, "state") };
	return { ...world, ...place, program: "podman" as const, starter: plainStarter, startMs: 15_000 };
}

async function containers(): Promise<string[]> {
	const { stdout } = await run("podman", ["ps", "-a", "--format", "{{.Names}}"]);
	return stdout.split("\n").filter((name) => name.startsWith("mainline-"));
}

async function ask(): Promise<{ version: string; env: Record<string, string> }> {
	const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
	return response.json() as Promise<{ version: string; env: Record<string, string> }>;
}

describe("podman behind the front", () => {
	it("serves an image by digest, and does nothing twice", async () => {
		expect(await target.running()).toBe(first.digest);
		const { version, env } = await ask();
		expect(version).toBe("v0.1.0");
		expect(env).toMatchObject({ MAINLINE_ENVIRONMENT: "prod", MAINLINE_DIGEST: first.digest });
		const before = await containers();
		expect(await open().deploy(first)).toEqual({ ok: true, changed: false });
		expect(await containers()).toEqual(before);
	});

	it("tells since when the container has run, which a start of the engine's own begins anew", async () => {
		const since = (await target.upSince())?.getTime() ?? 0;
		expect(since).toBeLessThan(Date.now());
		expect((await open().upSince())?.getTime()).toBe(since);
		const [name = ""] = await containers();
		await run("podman", ["restart", "-t", "0", name]);
		expect((await target.upSince())?.getTime()).toBeGreaterThan(since);
	});

	it("switches forth and back without a failed request, back in less than ten seconds", async () => {
		const client = askFiftyTimesASecond(`http://127.0.0.1:${port}/`);
		await target.deploy(second);
		const start = systemClock.monotonic();
		await target.deploy(first);
		const reverted = systemClock.monotonic() - start;
		const met = await client.stop();
		expect(met.failures).toEqual([]);
		expect(met.versions).toEqual(["v0.1.0", "v0.2.0"]);
		expect(met.asked).toBeGreaterThan(50);
		expect((await ask()).version).toBe("v0.1.0");
		expect(reverted).toBeLessThan(10_000);
		console.info(`podman: back after ${Math.round(reverted)} ms, ${met.asked} requests`);
	});

	it.each([
		["ends at once", { fails: "no weights here" }, /its container/, ["no weights here"]],
		["is another version", { says: "v0.1.0" }, /v0.1.0 answers, not v0.3.0/, []],
	])("leaves the old one alone when the new one %s, and tells what it said", async (_, behaviour, reason, log) => {
		const before = await containers();
		const failing = await models.release("v0.3.0", behaviour);
		const impatient = new ContainerTarget({ ...options(), startMs: 3000 });
		const result = await impatient.deploy(failing);
		expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
		if (!result.ok) expect(result.log).toEqual(expect.arrayContaining(log));
		expect(await containers()).toEqual(before);
		expect((await ask()).version).toBe("v0.1.0");
		expect(await target.running()).toBe(first.digest);
	});

	it("takes an image out of a folder, and refuses another one under its tag", async () => {
		const layout = openImageStore({ kind: "layout", directory: join(directory, "layout") }, { clock: systemClock });
		const kept = await models.release("v0.5.0", {}, layout);
		expect(await target.deploy(kept)).toEqual({ ok: true, changed: true });
		expect((await ask()).version).toBe("v0.5.0");
		const result = await target.deploy({ ...kept, digest: second.digest });
		expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(`not ${second.digest}`) });
		expect((await ask()).version).toBe("v0.5.0");
	});

	it("says what the registry said of an image that it does not have", async () => {
		const digest = digestNamed("v9.9.9");
		const image = `${models.registry.host}/acme/churn@${digest}`;
		const result = await target.deploy({ ...second, image, digest });
		expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("podman pull") });
		if (!result.ok) expect(result.log.join("\n")).toMatch(/unknown|not found/);
	});

	it("brings back what somebody ended, and ends what a killed deploy left", async () => {
		await run("podman", ["rm", "-f", "-t", "0", ...(await containers())]);
		expect(await target.running()).toBeNull();
		const place = join(directory, "state", "compose", String(port));
		const label = `dev.mainline.place=${place}`;
		await run("podman", ["run", "-d", "--name", "mainline-half", "--label", label, first.image, "sleep", "100"]);
		expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
		expect(await containers()).toHaveLength(1);
		expect((await ask()).version).toBe("v0.1.0");
	});

	it("leaves nothing behind when it is stopped half way", async () => {
		const stopped = new AbortController();
		const slow = await models.release("v0.6.0", { ready: 503 });
		const deploying = open(stopped.signal).deploy(slow);
		const refused = expect(deploying).rejects.toMatchObject({ code: "interrupted" });
		await expect.poll(containers, { timeout: 30_000 }).toHaveLength(2);
		stopped.abort();
		await refused;
		expect(await containers()).toHaveLength(1);
		expect((await ask()).version).toBe("v0.1.0");
	});

	it("puts the earlier version back when the public address does not prove the new one, and does not say that it runs where that is silent", async () => {
		const elsewhere = await freePort();
		const result = await rollOut({
			target,
			deployment: second,
			previous: first,
			probe: `http://127.0.0.1:${elsewhere}`,
			probeMs: 200,
			golden: [],
			wayBack: false,
			clock: systemClock,
			signal: new AbortController().signal,
			progress: silent,
		});
		expect(result).toMatchObject({
			ok: false,
			restored: false,
			back: expect.stringMatching(/^v0\.1\.0 was put back, and does not answer: .*: connection refused$/),
		});
		expect((await ask()).version).toBe("v0.1.0");
	});
});
