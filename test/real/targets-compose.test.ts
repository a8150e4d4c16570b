import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ComposeDeploy } from "../../src/config/index.ts";
import { type ContainerTarget, type Deployment, openTarget, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { ENV, freePort, packages, SELF } from "../environments/rig.ts";
import { environment } from "../environments/tagged.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";
import { askFiftyTimesASecond } from "./targets/client.ts";
import { type Dockerd, forgetNetworks, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";

const run = promisify(execFile);
let directory = "";
let models: Models;
let engine: Dockerd;
let first: Deployment;
let second: Deployment;
let folder = "";
let port = 0;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-compose-"));
	models = await startModels(directory);
	engine = await startDockerd(join(directory, "docker"));
	for (const [name, value] of Object.entries(engine.variables)) vi.stubEnv(name, value);
	[first, second] = [await models.release("v0.1.0"), await models.release("v0.2.0")];
	await engine.docker("pull", "-q", first.image);
	await engine.docker("tag", first.image, "localhost/helper:1");
});
afterAll(async () => {
	await engine?.stop();
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});
beforeEach(async () => {
	port = await freePort();
	folder = await mkdtemp(join(directory, "srv-"));
	await mkdir(join(folder, "data"));
	await writeFile(join(folder, "data", "threshold"), "0.7\n");
});
afterEach(async () => {
	const left = (await engine.docker("ps", "-a", "-q")).split("\n").filter(Boolean);
	if (left.length > 0) await engine.docker("rm", "-f", ...left);
	await forgetNetworks(engine);
});

async function write(published: number, more = ""): Promise<void> {
	await writeFile(
		join(folder, "compose.yaml"),
		`version: "3.8"
services:
  churn:
    image: localhost/helper:1
    ports: ["127.0.0.1:${published}:8080"]
    environment:
      - COLOUR=blue
      - ANSWER=no
      - HOST=0.0.0.0
    volumes: ["./data:/data:ro"]
    depends_on: [helper]
    command: [python3, serve.py]
${more}  helper:
    image: localhost/helper:1
    command: [sleep, "1000"]
`,
	);
}

function open(deploy: ComposeDeploy, signal = new AbortController().signal): Target {
	const store = openImageStore({ kind: "layout", directory }, { clock: systemClock });
	const world = { clock: systemClock, progress: silent, signal, env: ENV, self: SELF, store };
	return openTarget(environment("prod", { deploy }), { ...world, root: folder, stateDir: join(directory, "state") });
}

function service(more = {}) {
	return { name: "churn", file: "compose.yaml", directory: ".", ...more };
}

async function ask(at = port): Promise<{ version: string; env: Record<string, string> }> {
	const response = await fetch(`http://127.0.0.1:${at}/`, { headers: { connection: "close" } });
	return response.json() as Promise<{ version: string; env: Record<string, string> }>;
}

/** Names by compose service, of what runs. */
async function services(): Promise<string[]> {
	const out = await engine.docker("ps", "--format", '{{.Label "com.docker.compose.service"}}');
	return out.split("\n").filter(Boolean).sort();
}

describe("a service of a compose file on this machine", () => {
	const here = (more: object = {}): ComposeDeploy => ({
		kind: "compose",
		host: null,
		port,
		program: "docker",
		service: service(more),
	});

	it("is switched without a failed request, with its volumes and what it depends on", async () => {
		await write(await freePort());
		const target = open(here()) as ContainerTarget;
		try {
			expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
			const { version, env } = await ask();
			expect(version).toBe("v0.1.0");
			expect(env).toMatchObject({ COLOUR: "blue", ANSWER: "no", PORT: "8080", MAINLINE_VERSION: "v0.1.0" });
			const client = askFiftyTimesASecond(`http://127.0.0.1:${port}/`);
			expect(await target.deploy(second)).toEqual({ ok: true, changed: true });
			const start = systemClock.monotonic();
			expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
			const reverted = systemClock.monotonic() - start;
			const met = await client.stop();
			expect(met.failures).toEqual([]);
			expect(met.versions).toEqual(["v0.1.0", "v0.2.0"]);
			expect(reverted).toBeLessThan(10_000);
			console.info(`docker-compose: back after ${Math.round(reverted)} ms, ${met.asked} requests`);
			expect(await target.running()).toBe(first.digest);
			const [model = "", helper] = await services();
			expect(model).toMatch(/^churn-v0-1-0-[0-9a-f]{12}$/);
			expect(helper).toBe("helper");
			const container = (
				await engine.docker("ps", "-q", "--filter", `label=com.docker.compose.service=${model}`)
			).trim();
			expect(await engine.docker("exec", container, "cat", "/data/threshold")).toBe("0.7\n");
			expect(await open(here()).deploy(first)).toEqual({ ok: true, changed: false });
		} finally {
			await target.stop();
		}
	});

	it("is tried as a copy of the service, beside what runs, and nothing of it is left", async () => {
		const found = "    labels: {traefik.enable: 'true'}\n    networks: {default: {aliases: [the-model]}}\n";
		await write(await freePort(), found);
		const target = open(here()) as ContainerTarget;
		const findable = async (service: string): Promise<string> => {
			const id = (await engine.docker("ps", "-q", "--filter", `label=com.docker.compose.service=${service}`)).trim();
			const format = '{{index .Config.Labels "traefik.enable"}} {{range .NetworkSettings.Networks}}{{.Aliases}}{{end}}';
			return engine.docker("inspect", "--format", format, id);
		};
		try {
			await target.deploy(first);
			const before = await services();
			expect(await findable(before.find((name) => name.startsWith("churn")) ?? "")).toMatch(/^true .*the-model/);
			const result = await target.tryOut(second, async (url) => {
				const tried = (await services()).filter((name) => !before.includes(name));
				expect(tried).toEqual([expect.stringMatching(/^churn-try-v0-2-0-[0-9a-f]{12}$/)]);
				expect(await findable(tried[0] ?? "")).not.toMatch(/true|the-model/);
				return (await ask(Number(new URL(url).port))).env["COLOUR"];
			});
			expect(result).toEqual({ ok: true, found: "blue" });
			expect(await services()).toEqual(before);
			expect((await ask()).version).toBe("v0.1.0");
			const misnamed = open(here({ name: "chrun" })) as ContainerTarget;
			const refused = await misnamed.tryOut(second, async () => "");
			expect(refused).toMatchObject({ ok: false, reason: "the compose file has no service `chrun`" });
		} finally {
			await target.stop();
		}
	});

	it("keeps the byte code of its packages, whatever user it has, where nothing else can be written", async () => {
		await write(await freePort(), "    user: '4711'\n    read_only: true\n");
		const layer = await packages("wine_kinds.py");
		const release = (version: string): Promise<Deployment> =>
			models.releaseWith(layer, version, { imports: "wine_kinds", version });
		const [third, fourth] = [await release("v0.3.0"), await release("v0.4.0")];
		const target = open(here()) as ContainerTarget;
		const mounted = async (): Promise<string> => {
			const [model = ""] = await services();
			const id = (await engine.docker("ps", "-q", "--filter", `label=com.docker.compose.service=${model}`)).trim();
			const where = "/var/cache/mainline-python/open/opt/python/wine_kinds.cpython-311.pyc";
			const stats = await engine.docker("exec", id, "python3", "-c", `import os; print(os.stat('${where}').st_uid)`);
			const format = '{{range .Mounts}}{{if eq .Type "volume"}}{{.RW}}{{end}}{{end}}';
			return `${stats.trim()} ${(await engine.docker("inspect", "--format", format, id)).trim()}`;
		};
		try {
			for (const [deployment, said] of [
				[third, "4711 true"],
				[fourth, "4711 true"],
				[third, "4711 false"],
			] as const) {
				expect(await target.deploy(deployment)).toEqual({ ok: true, changed: true });
				expect(await mounted()).toBe(said);
				expect((await ask()).env["COLOUR"]).toBe("blue");
			}
		} finally {
			await target.stop();
		}
	});

	it("names the file and the nearest service when it has no such one", async () => {
		await write(await freePort());
		const target = open(here({ name: "chrun" })) as ContainerTarget;
		try {
			await expect(target.deploy(first)).rejects.toMatchObject({
				code: "compose-service",
				details: { at: { file: join(folder, "compose.yaml"), line: 3 }, hint: "did you mean `churn`?" },
			});
		} finally {
			await target.stop();
		}
	});

	it("is given an image out of a folder, and says what is not in there", async () => {
		await write(await freePort());
		const layout = openImageStore({ kind: "layout", directory: join(directory, "images") }, { clock: systemClock });
		const kept = await models.release("v0.7.0", {}, layout);
		const target = open(here()) as ContainerTarget;
		try {
			expect(await target.deploy(kept)).toEqual({ ok: true, changed: true });
			expect((await ask()).version).toBe("v0.7.0");
			expect(await target.running()).toBe(kept.digest);
			const result = await target.deploy({ ...first, image: `oci:/images@${first.digest}` });
			expect(result).toMatchObject({ ok: false, reason: `oci:/images has no image ${first.digest}` });
			expect((await ask()).version).toBe("v0.7.0");
		} finally {
			await target.stop();
		}
	});
});

describe("a service of a compose file on another machine", () => {
	let sshd: Sshd;
	beforeAll(async () => {
		sshd = await startSshd();
		const login = `Host gpu1\n  HostName 127.0.0.1\n  Port ${sshd.port}\n  User ${sshd.user}\n  IdentityFile ${sshd.keyfile}\n`;
		const configuration = join(sshd.folder, "..", "config");
		await writeFile(configuration, login + (await readFile(configuration, "utf8")));
		// the other machine's engine is found by its own shell
		const file = join(sshd.folder, "..", "sshd_config");
		const set = Object.entries(engine.variables).map(([name, value]) => `${name}=${value}`);
		await writeFile(file, `${await readFile(file, "utf8")}SetEnv ${set.join(" ")}\n`);
		await sshd.stop();
		await sshd.start();
		vi.stubEnv("PATH", `${join(sshd.folder, "..", "bin")}:${process.env["PATH"]}`);
	});
	afterAll(() => sshd?.stop());
	const there = (more = {}): ComposeDeploy => ({
		kind: "compose",
		host: "gpu1",
		program: "docker",
		service: service({ directory: folder, ...more }),
	});

	it("runs the image by digest where the file's own ports say, and is put back by digest", async () => {
		await write(port);
		const target = open(there());
		expect(await target.running()).toBeNull();
		expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
		expect(await target.running()).toBe(first.digest);
		await expect.poll(async () => (await ask().catch(() => null))?.version, { timeout: 20_000 }).toBe("v0.1.0");
		expect(await target.deploy(first)).toEqual({ ok: true, changed: false });
		expect(await target.deploy(second)).toEqual({ ok: true, changed: true });
		await expect.poll(async () => (await ask().catch(() => null))?.version, { timeout: 20_000 }).toBe("v0.2.0");
		expect((await ask()).env["COLOUR"]).toBe("blue");
		expect(await readFile(join(folder, "mainline.churn.yaml"), "utf8")).toContain(second.image);
		expect(await readFile(join(folder, "mainline.churn.yaml.previous"), "utf8")).toContain(first.image);
		const start = systemClock.monotonic();
		expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
		await expect.poll(async () => (await ask().catch(() => null))?.version, { timeout: 20_000 }).toBe("v0.1.0");
		console.info(`over ssh: back after ${Math.round(systemClock.monotonic() - start)} ms`);
	});

	it("has what ran there before ours put back, by its own file, as if nothing had been", async () => {
		await write(port);
		const compose = async (...args: string[]): Promise<string> =>
			(await run("docker-compose", ["-f", "compose.yaml", ...args], { cwd: folder })).stdout.trim();
		await compose("up", "-d", "churn");
		const container = (): Promise<string> => compose("ps", "-q", "churn");
		const inspect = async (): Promise<string> =>
			engine.docker("inspect", "--format", "{{.Image}} {{.Config.Image}} {{len .Config.Labels}}", await container());
		const before = await inspect();
		const target = open(there());
		const untouched = await target.standing?.(second);
		expect(await untouched?.putBack()).toEqual({ ok: true, changed: false });
		const standing = await target.standing?.(second);
		expect(standing).toMatchObject({ image: "localhost/helper:1", isSeen: true });
		expect(await target.deploy(second)).toEqual({ ok: true, changed: true });
		expect(await inspect()).not.toBe(before);
		expect(await target.standing?.(second)).toBeNull();
		expect(await standing?.putBack()).toEqual({ ok: true, changed: true });
		expect(await inspect()).toBe(before);
		expect(await target.standing?.(second)).toMatchObject({ image: "localhost/helper:1" });
	});

	it("leaves what runs alone when the image cannot be fetched", async () => {
		await write(port);
		const target = open(there());
		await target.deploy(first);
		const image = `${models.registry.host}/acme/nobody@${second.digest}`;
		expect(await target.deploy({ ...second, image })).toMatchObject({
			ok: false,
			reason: expect.stringMatching(/^docker.compose pull failed/),
		});
		expect(await target.running()).toBe(first.digest);
	});

	it("can have an image fetched there, and no more", async () => {
		await write(port);
		const target = open(there());
		await target.deploy(first);
		expect(await target.fetch?.(second)).toEqual({ ok: true, found: "gpu1" });
		await engine.docker("image", "inspect", second.image);
		expect(await target.running()).toBe(first.digest);
		expect("tryOut" in target).toBe(false);
		const gone = { ...second, image: `${models.registry.host}/acme/nobody@${second.digest}` };
		expect(await target.fetch?.(gone)).toMatchObject({
			ok: false,
			reason: expect.stringContaining("gpu1 cannot fetch"),
		});
		const folder = { ...second, image: `oci:/images@${second.digest}` };
		expect(await target.fetch?.(folder)).toMatchObject({
			ok: false,
			reason: expect.stringContaining("needs a registry"),
		});
	});

	it("tells what a version that ended said", async () => {
		await write(port);
		const target = open(there());
		const failing = await models.release("v0.3.0", { fails: "no weights here" });
		await target.deploy(failing);
		await expect.poll(() => target.logs(failing), { timeout: 10_000 }).toContain("no weights here");
		expect(await target.running()).toBeNull();
	});

	it("is refused clearly where nobody answers, and where the folder is wrong", async () => {
		await expect(open({ ...there(), host: "nowhere.invalid" } as ComposeDeploy).deploy(first)).rejects.toMatchObject({
			code: "host-unreachable",
		});
		await expect(open(there({ directory: "/nothing" })).deploy(first)).rejects.toMatchObject({
			code: "compose-unreadable",
		});
	});
});
