import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContainerProgram } from "../../src/config/index.ts";
import type { ContainerTarget, Deployment } from "../../src/environments/index.ts";
import { freePort } from "../environments/rig.ts";
import { digestNamed } from "../environments/tagged.ts";
import { askFiftyTimesASecond } from "./targets/client.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";
import { targetIn } from "./targets/try-once.ts";

const run = promisify(execFile);
let directory = "";
let models: Models;
let engine: Dockerd;
let first: Deployment;
let second: Deployment;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-trials-"));
	models = await startModels(directory);
	engine = await startDockerd(join(directory, "docker"));
	for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
	vi.stubEnv("DOCKER_HOST", engine.variables["DOCKER_HOST"] ?? "");
	[first, second] = [await models.release("v0.1.0"), await models.release("v0.2.0")];
});
afterAll(async () => {
	await engine?.stop();
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});

async function versionAt(url: string): Promise<string> {
	const response = await fetch(`${url}/`, { headers: { connection: "close" } });
	return ((await response.json()) as { version: string }).version;
}

describe.each<ContainerProgram>(["podman", "docker"])("a trial of a version in %s", (program) => {
	let root = "";
	let port = 0;
	let target: ContainerTarget;
	beforeAll(async () => {
		root = await mkdtemp(join(directory, `${program}-`));
		port = await freePort();
		target = targetIn({ program, port, root });
		expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
	});
	afterAll(async () => {
		await target?.stop();
		expect(await containers()).toEqual([]);
	});
	beforeEach(async () => {
		expect(await containers()).toHaveLength(1);
	});

	async function containers(): Promise<string[]> {
		const { stdout } = await run(program, ["ps", "-a", "--format", "{{.Names}}"]);
		return stdout.split("\n").filter((name) => name.startsWith("mainline-"));
	}

	it("starts it beside what runs, asks it there, and leaves neither a request unanswered nor anything behind", async () => {
		const client = askFiftyTimesASecond(target.url);
		const seen: string[] = [];
		const result = await target.tryOut(second, async (url) => {
			expect(url).not.toBe(target.url);
			seen.push(...(await containers()));
			return versionAt(url);
		});
		expect(result).toEqual({ ok: true, found: "v0.2.0" });
		expect(seen.filter((name) => name.startsWith("mainline-try-v0-2-0-"))).toHaveLength(1);
		expect(seen).toHaveLength(2);
		const met = await client.stop();
		expect([met.failures, met.versions]).toEqual([[], ["v0.1.0"]]);
		expect(await target.running()).toBe(first.digest);
		expect(readdirSync(join(root, "state/trial"))).toEqual([]);
		const sent = await run(program, [
			"inspect",
			"--format",
			"{{.HostConfig.RestartPolicy.Name}}",
			...(await containers()),
		]);
		expect(sent.stdout.trim()).toBe("unless-stopped");
	});

	it.each([
		["ends at once", { fails: "no weights here" }, /does not answer: its container/, ["no weights here"]],
		["is another version", { says: "v0.1.0" }, /v0.1.0 answers, not v0.3.0/, []],
	])("says that it %s, with its last words", async (_, behaviour, reason, log) => {
		const failing = await models.release("v0.3.0", behaviour);
		const asked = vi.fn();
		const result = await targetIn({ program, port, root, startMs: 4000 }).tryOut(failing, asked);
		expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
		if (!result.ok) expect(result.log).toEqual(expect.arrayContaining(log));
		expect(asked).not.toHaveBeenCalled();
	});

	it("ends it when asking fails, and when it is stopped", async () => {
		const wrong = new Error("the one who asks fell");
		await expect(target.tryOut(second, () => Promise.reject(wrong))).rejects.toBe(wrong);
		expect(await containers()).toHaveLength(1);
		const stopped = new AbortController();
		const slow = await models.release("v0.6.0", { ready: 503 });
		const trying = targetIn({ program, port, root }, stopped.signal).tryOut(slow, versionAt);
		const refused = expect(trying).rejects.toMatchObject({ code: "interrupted" });
		await expect.poll(containers).toHaveLength(2);
		stopped.abort();
		await refused;
	});

	it("ends what a trial left that was killed, and a deploy has nothing to do with it", async () => {
		const what = JSON.stringify({ program, port, root, deployment: second });
		const child = spawn(process.execPath, [resolve(import.meta.dirname, "targets/try-once.ts"), what]);
		await once(child.stdout, "data");
		child.kill("SIGKILL");
		await once(child, "exit");
		expect(await containers()).toHaveLength(2);
		expect(await target.deploy(first)).toEqual({ ok: true, changed: false });
		expect(await containers()).toHaveLength(2);
		// it is gone before another one is started: there may be no memory for three
		expect(await target.tryOut(second, async () => (await containers()).length)).toEqual({ ok: true, found: 2 });
	});

	it("says what stands in the way where the image is not in the registry", async () => {
		const digest = digestNamed("v9.9.9");
		const image = `${models.registry.host}/acme/churn@${digest}`;
		const result = await target.tryOut({ ...second, image, digest }, versionAt);
		expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(`${program} pull`) });
	});
});

it("a trial says that there is no engine here, as a deploy would find", async () => {
	vi.stubEnv("PATH", "/nowhere");
	const target = targetIn({ program: "docker", port: 1, root: directory });
	const result = await target.tryOut(second, versionAt).finally(() => vi.stubEnv("PATH", process.env["PATH"] ?? ""));
	expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("docker") });
});
