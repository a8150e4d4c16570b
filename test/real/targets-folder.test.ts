import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContainerProgram } from "../../src/config/index.ts";
import type { ContainerTarget, Deployment } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { type Manifest, openImageStore, parseManifest } from "../../src/release/index.ts";
import { freePort } from "../environments/rig.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";
import { targetIn } from "./targets/try-once.ts";

const run = promisify(execFile);
let directory = "";
let models: Models;
let engine: Dockerd;
let folder = "";
let first: Deployment;
let second: Deployment;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-folder-"));
	models = await startModels(directory);
	engine = await startDockerd(join(directory, "docker"));
	for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
	vi.stubEnv("DOCKER_HOST", engine.variables["DOCKER_HOST"] ?? "");
	folder = join(directory, "Our Images");
	const layout = openImageStore({ kind: "layout", directory: folder }, { clock: systemClock });
	[first, second] = [await models.release("v0.1.0", {}, layout), await models.release("v0.2.0", { minor: 2 }, layout)];
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

async function manifestOf({ digest }: Deployment): Promise<Manifest> {
	const store = openImageStore({ kind: "layout", directory: folder }, { clock: systemClock });
	return parseManifest(await store.manifest(digest), folder);
}

/** What an engine's storage has. */
function storageOf(program: ContainerProgram) {
	const lines = async (...args: string[]): Promise<string[]> => {
		const { stdout } = await run(program, args);
		return stdout.split("\n").filter(Boolean).sort();
	};
	return {
		names: async () =>
			(await lines("images", "--format", "{{.Repository}}:{{.Tag}}")).filter((name) => name.includes("/mainline")),
		ids: () => lines("images", "-a", "-q", "--no-trunc"),
		containers: async () =>
			(await lines("ps", "-a", "--format", "{{.Names}}")).filter((name) => name.startsWith("mainline-")),
		forget: async () => {
			const containers = await lines("ps", "-a", "-q");
			if (containers.length > 0) await run(program, ["rm", "-f", ...containers]);
			const own = await lines("images", "-q", "--no-trunc", "--filter", "label=dev.mainline.model");
			if (own.length > 0) await run(program, ["rmi", "-f", ...new Set(own)]);
		},
	};
}

describe.each<ContainerProgram>(["podman", "docker"])("an image out of a folder in %s", (program) => {
	const { names, ids, containers, forget } = storageOf(program);
	let root = "";
	let port = 0;
	let target: ContainerTarget;
	beforeEach(async () => {
		root = await mkdtemp(join(directory, `${program}-`));
		port = await freePort();
		target = targetIn({ program, port, root });
	});
	afterEach(async () => {
		await target.stop();
		await forget();
	});

	it("is deployed by its digest, and put back by it", async () => {
		for (const deployment of [first, second, first]) {
			expect(await target.deploy(deployment)).toEqual({ ok: true, changed: true });
			expect(await target.running()).toBe(deployment.digest);
			expect(await versionAt(target.url)).toBe(deployment.version);
		}
		expect(await target.deploy(first)).toEqual({ ok: true, changed: false });
		const { stdout } = await run(program, ["inspect", "--format", "{{.Image}}", ...(await containers())]);
		// engines that keep images as containerd does go by the manifest, others by the config
		const ids = [(await manifestOf(first)).config.digest, first.digest].map((id) => id.replace("sha256:", ""));
		expect(ids).toContain(stdout.trim().replace("sha256:", ""));
	});

	it("is tried, stays for the deployment, and is none of what a trial apart leaves", async () => {
		expect(await target.tryOut(second, versionAt)).toEqual({ ok: true, found: "v0.2.0" });
		const before = await ids();
		expect(await names()).toHaveLength(1);
		expect(await target.tryOut(first, versionAt, join(root, "apart"))).toEqual({ ok: true, found: "v0.1.0" });
		expect([await ids(), await containers()]).toEqual([before, []]);
		expect(await names()).toHaveLength(1);
	});

	it("stays where it was before it was tried apart", async () => {
		await target.deploy(first);
		const before = [await names(), await ids()];
		const apart = join(root, "apart");
		expect(await target.tryOut(first, names, apart)).toMatchObject({ ok: true, found: { length: 2 } });
		expect([await names(), await ids()]).toEqual(before);
		await target.stop();
		expect(await target.tryOut(first, versionAt, apart)).toEqual({ ok: true, found: "v0.1.0" });
		expect([await names(), await ids()]).toEqual(before);
	});

	it("that a killed trial left goes with the next one, but for what was deployed meanwhile", async () => {
		const before = await ids();
		const apart = join(root, "apart");
		const killed = async (deployment: Deployment): Promise<void> => {
			const what = JSON.stringify({ program, port, root, deployment, apart });
			const child = spawn(process.execPath, [resolve(import.meta.dirname, "targets/try-once.ts"), what]);
			const ended = once(child, "exit");
			await Promise.race([once(child.stdout, "data"), ended]);
			child.kill("SIGKILL");
			expect((await ended)[1]).toBe("SIGKILL");
		};
		await killed(second);
		const left = await ids();
		expect(left).toHaveLength(before.length + 1);
		expect(await names()).toEqual([expect.stringMatching(/\/mainline-trial-[0-9a-f]{16}:/)]);
		expect(await target.tryOut(first, versionAt, apart)).toEqual({ ok: true, found: "v0.1.0" });
		expect([await ids(), await names(), await containers()]).toEqual([before, [], []]);
		await killed(second);
		expect(await target.deploy(second)).toEqual({ ok: true, changed: true });
		expect(await target.tryOut(first, versionAt, apart)).toEqual({ ok: true, found: "v0.1.0" });
		expect(await ids()).toEqual(left);
		expect(await names()).toEqual([expect.stringMatching(/\/mainline:/)]);
		expect(await target.running()).toBe(second.digest);
	});

	it("is refused when a byte of it is another one, and what runs stays", async () => {
		await target.deploy(first);
		const broken = join(root, "broken");
		await cp(folder, broken, { recursive: true });
		const model = (await manifestOf(second)).layers.at(-1)?.digest ?? expect.unreachable();
		const file = join(broken, "blobs/sha256", model.replace("sha256:", ""));
		const bytes = await readFile(file);
		bytes[600] = 1 - (bytes[600] ?? 0);
		await writeFile(file, bytes);
		const before = await ids();
		const result = await target.deploy({ ...second, image: `oci:${broken}@${second.digest}` });
		expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(/gave something else|podman pull/) });
		expect([await ids(), await versionAt(target.url)]).toEqual([before, "v0.1.0"]);
	});
});

it("layers compressed by zstd start in Docker since 23, and before they are named as the reason", async () => {
	const squeezed = join(directory, "squeezed");
	const how = ["--dest-compress", "--dest-compress-format", "zstd"];
	await run("skopeo", ["copy", "-q", ...how, `oci:${folder}:v0.1.0`, `oci:${squeezed}:v0.1.0`]);
	const layout = openImageStore({ kind: "layout", directory: squeezed }, { clock: systemClock });
	const digest = (await layout.resolve("v0.1.0")) ?? expect.unreachable();
	const target = targetIn({ program: "docker", port: await freePort(), root: directory });
	const image = `${layout.location}@${digest}`;
	const result = await target.tryOut({ ...first, image, digest }, versionAt, join(directory, "apart"));
	const version = Number.parseInt(await engine.docker("version", "--format", "{{.Server.Version}}"), 10);
	const reason = expect.stringContaining("zstd, which Docker takes since 23");
	expect(result).toMatchObject(version < 23 ? { ok: false, reason } : { ok: true, found: "v0.1.0" });
});
