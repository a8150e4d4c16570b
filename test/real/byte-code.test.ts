import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContainerProgram } from "../../src/config/index.ts";
import type { ContainerTarget, Deployment } from "../../src/environments/index.ts";
import { freePort, packages } from "../environments/rig.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";
import { targetIn } from "./targets/try-once.ts";

const run = promisify(execFile);
let directory = "";
let models: Models;
let engine: Dockerd;
/** Versions that import a module of their layer, run by a user who is nobody, on a base that forbids byte code. */
let versions: readonly Deployment[] = [];

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-bytecode-"));
	models = await startModels(directory);
	engine = await startDockerd(join(directory, "docker"));
	for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
	vi.stubEnv("DOCKER_HOST", engine.variables["DOCKER_HOST"] ?? "");
	const layer = await packages("wine_kinds.py");
	const release = (minor: number): Promise<Deployment> =>
		models.releaseWith(layer, `v0.${minor}.0`, { imports: "wine_kinds", minor });
	versions = [await release(1), await release(2), await release(3), await release(4), await release(5)];
});
afterAll(async () => {
	await engine?.stop();
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});

describe.each<ContainerProgram>(["podman", "docker"])("the byte code of Python packages in %s", (program) => {
	let root = "";
	let target: ContainerTarget;
	let port = 0;
	beforeEach(async () => {
		[root, port] = [await mkdtemp(join(directory, `${program}-`)), await freePort()];
		target = targetIn({ program, port, root });
		return async () => {
			await target.stop();
			const left = await volumes();
			if (left.length > 0) await run(program, ["volume", "rm", ...left]);
		};
	});

	const version = (minor: number): Deployment => versions[minor - 1] ?? expect.unreachable();

	async function deployed(minor: number): Promise<{ volume: string; writable: boolean }> {
		expect(await target.deploy(version(minor))).toEqual({ ok: true, changed: true });
		return mounted();
	}

	/** Of the one container that is there. */
	async function mounted(): Promise<{ volume: string; writable: boolean }> {
		const { stdout: id } = await run(program, [
			"ps",
			"-q",
			"--filter",
			`label=dev.mainline.place=${root}/state/compose/${port}`,
		]);
		const { stdout } = await run(program, ["inspect", "--format", "{{json .Mounts}}", id.trim()]);
		const [mount] = JSON.parse(stdout) as { Name: string; RW: boolean }[];
		return { volume: mount?.Name ?? "", writable: mount?.RW ?? false };
	}

	async function volumes(): Promise<string[]> {
		const { stdout } = await run(program, [
			"volume",
			"ls",
			"-q",
			"--filter",
			`label=dev.mainline.bytecode=${root}/state/compose/${port}`,
		]);
		return stdout.split("\n").filter(Boolean);
	}

	/** Names of the compiled modules in a volume. */
	async function compiled(volume: string): Promise<string[]> {
		const { stdout } = await run(program, ["volume", "inspect", "--format", "{{.Mountpoint}}", volume]);
		const files = readdirSync(stdout.trim(), { recursive: true, encoding: "utf8" });
		return files.filter((file) => file.endsWith(".pyc")).map((file) => file.replace(/^open\//, ""));
	}

	it("is kept by the first start, for whatever user, and only read when the version comes back", async () => {
		const first = await deployed(1);
		expect(first.writable).toBe(true);
		expect(await compiled(first.volume)).toContain("opt/python/wine_kinds.cpython-311.pyc");
		const second = await deployed(2);
		expect(second.volume).not.toBe(first.volume);
		expect(await deployed(1)).toEqual({ volume: first.volume, writable: false });
		const { env } = (await (await fetch(target.url)).json()) as { env: Record<string, string> };
		expect(env).toMatchObject({ PYTHONPYCACHEPREFIX: "/var/cache/mainline-python/open" });
	});

	it("is there from the trial of a version, which writes where its environment will read", async () => {
		await deployed(1);
		expect(await target.tryOut(version(2), async (url) => (await fetch(url)).status)).toEqual({ ok: true, found: 200 });
		const second = await deployed(2);
		expect(second.writable).toBe(false);
		expect(await compiled(second.volume)).toContain("opt/python/wine_kinds.cpython-311.pyc");
	});

	it("is made anew where somebody took its volume away, or nothing has been proven to have filled it", async () => {
		const { volume } = await deployed(1);
		await deployed(2);
		await run(program, ["volume", "rm", volume]);
		expect(await deployed(1)).toEqual({ volume, writable: true });
		await deployed(2);
		await rm(join(root, "state/compose", String(port), "bytecode"), { recursive: true });
		expect(await deployed(1)).toEqual({ volume, writable: true });
		expect(await compiled(volume)).toContain("opt/python/wine_kinds.cpython-311.pyc");
	});

	it("of the four versions that were started last stays", async () => {
		const seen: string[] = [];
		for (const minor of [1, 2, 3, 4, 1, 5]) seen.push((await deployed(minor)).volume);
		// v0.2.0 is the one that nobody started for longest
		expect(new Set(await volumes())).toEqual(new Set([seen[0], seen[2], seen[3], seen[5]]));
	});

	it("is none of a version without packages of ours", async () => {
		const plain = await models.release("v0.9.0", {});
		expect(await target.deploy(plain)).toEqual({ ok: true, changed: true });
		expect(await volumes()).toEqual([]);
		expect(await mounted()).toMatchObject({ volume: "" });
	});
});
