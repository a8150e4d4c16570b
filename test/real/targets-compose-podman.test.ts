import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Deployment, openTarget, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { run } from "../../src/shell/index.ts";
import { ENV, freePort, SELF } from "../environments/rig.ts";
import { environment } from "../environments/tagged.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";
import { type Models, startModels } from "./targets/model.ts";

/** Podman of root has one place for it, whatever its storage. */
const SOCKET = "/run/podman/podman.sock";
const VARIABLES = ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF", "CONTAINERS_REGISTRIES_CONF"];

let directory = "";
let folder = "";
let port = 0;
let models: Models;
let sshd: Sshd;
let service: ChildProcess | null = null;
let first: Deployment;
let second: Deployment;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-compose-podman-"));
	models = await startModels(directory);
	const registries = join(directory, "registries.conf");
	await writeFile(registries, `[[registry]]\nlocation = "${models.registry.host}"\ninsecure = true\n`);
	models.env["CONTAINERS_REGISTRIES_CONF"] = registries;
	for (const name of VARIABLES) vi.stubEnv(name, models.env[name] ?? "");
	[first, second] = [await models.release("v0.1.0"), await models.release("v0.2.0")];
	sshd = await loginTo("gpu1");
	[folder, port] = [join(directory, "srv"), await freePort()];
	await mkdir(folder);
	await writeFile(
		join(folder, "compose.yaml"),
		`version: "3.8"
services:
  churn:
    image: ${first.image}
    network_mode: host
    environment: {COLOUR: blue, HOST: 127.0.0.1, PORT: "${port}"}
    command: [python3, serve.py]
`,
	);
}, 300_000);
afterAll(async () => {
	const file = join(folder, "compose.yaml");
	await run("podman", ["rm", "-f", "-t", "0", "-a"]);
	await stopService();
	await sshd?.stop();
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	expect(existsSync(file)).toBe(false);
	vi.unstubAllEnvs();
});

/** A machine whose shell finds podman's storage of this test. */
async function loginTo(host: string): Promise<Sshd> {
	const started = await startSshd();
	const home = join(started.folder, "..");
	const login = `Host ${host}\n  HostName 127.0.0.1\n  Port ${started.port}\n  User ${started.user}\n  IdentityFile ${started.keyfile}\n`;
	await writeFile(join(home, "config"), login + (await readFile(join(home, "config"), "utf8")));
	const set = VARIABLES.map((name) => `${name}=${models.env[name] ?? ""}`);
	const server = join(home, "sshd_config");
	await writeFile(server, `${await readFile(server, "utf8")}SetEnv ${set.join(" ")}\n`);
	await started.stop();
	await started.start();
	vi.stubEnv("PATH", `${join(home, "bin")}:${process.env["PATH"]}`);
	return started;
}

async function startService(): Promise<void> {
	await mkdir(dirname(SOCKET), { recursive: true });
	service = spawn("podman", ["system", "service", "-t", "0", `unix://${SOCKET}`], { stdio: "ignore", env: models.env });
	await expect.poll(() => existsSync(SOCKET), { timeout: 20_000 }).toBe(true);
}

async function stopService(): Promise<void> {
	if (service === null) return;
	service.kill("SIGTERM");
	if (service.exitCode === null && service.signalCode === null) await once(service, "exit");
	service = null;
	await rm(SOCKET, { force: true });
}

function open(): Target {
	const store = openImageStore({ kind: "layout", directory }, { clock: systemClock });
	const signal = new AbortController().signal;
	const world = { clock: systemClock, progress: silent, signal, env: ENV, self: SELF, store };
	const where = { name: "churn", file: "compose.yaml", directory: folder };
	const deploy = { kind: "compose", host: "gpu1", program: "podman", service: where } as const;
	return openTarget(environment("prod", { deploy }), { ...world, root: folder, stateDir: directory });
}

async function version(): Promise<string | undefined> {
	const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } }).catch(() => null);
	return ((await response?.json()) as { version?: string } | undefined)?.version;
}

describe("a service of a compose file on another machine that has podman", () => {
	it("says how podman is made to listen, where it does not", async () => {
		expect(existsSync(SOCKET)).toBe(false);
		await expect(open().deploy(first)).rejects.toMatchObject({
			code: "podman-silent",
			details: { hint: expect.stringContaining("podman.socket") },
		});
	});

	it("runs the image by digest, gives its place back to what ran there before, and tells what a version that ended said", async () => {
		await startService();
		const target = open();
		expect(await target.running()).toBeNull();
		expect(await target.standing?.(second)).toBeNull();
		expect(await target.fetch?.(first)).toEqual({ ok: true, found: "gpu1" });
		await run("docker-compose", ["up", "-d"], { cwd: folder, env: { DOCKER_HOST: `unix://${SOCKET}` } });
		const standing = await target.standing?.(second);
		expect(standing).toMatchObject({ image: first.image, isSeen: true });
		for (const deployment of [second, first]) {
			expect(await target.deploy(deployment)).toEqual({ ok: true, changed: true });
			await expect.poll(version, { timeout: 20_000 }).toBe(deployment.version);
			expect(await target.running()).toBe(deployment.digest);
			expect(await target.deploy(deployment)).toEqual({ ok: true, changed: false });
		}
		const since = (await target.upSince?.())?.getTime() ?? 0;
		expect(Math.abs(Date.now() - since)).toBeLessThan(60_000);
		await run("podman", ["restart", "-t", "0", "--latest"]);
		expect((await target.upSince?.())?.getTime()).toBeGreaterThan(since);
		expect(await standing?.putBack()).toEqual({ ok: true, changed: true });
		expect(await target.standing?.(second)).toMatchObject({ image: first.image });
		expect(await target.running()).toBeNull();
		const failing = await models.release("v0.3.0", { fails: "no weights here" });
		await target.deploy(failing);
		await expect.poll(() => target.logs(failing), { timeout: 20_000 }).toContain("no weights here");
		expect(await target.running()).toBeNull();
	}, 300_000);
});
