import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BaseImage, buildImage } from "../../src/release/index.ts";
import { freePort } from "../environments/rig.ts";
import { recipe } from "./support/images.ts";

const SERVER = resolve(import.meta.dirname, "../../templates/serve/mainline_serve.py");

interface Written {
	readonly User?: string;
	readonly Env: readonly string[];
	readonly Healthcheck?: { readonly Test: readonly string[]; readonly Interval: number };
}

async function written(change: Parameters<typeof recipe>[0]): Promise<Written> {
	const image = await buildImage(recipe(change));
	return (JSON.parse(new TextDecoder().decode(image.config)) as { config: Written }).config;
}

function base(user: string | null, more: Partial<BaseImage> = {}, env: readonly string[] = []): BaseImage {
	const digest = `sha256:${"b".repeat(64)}` as BaseImage["digest"];
	const config = { architecture: "amd64", os: "linux", created: null, user, entrypoint: [], command: [] };
	return {
		reference: "base",
		pinned: "base",
		digest,
		layers: [],
		config: { ...config, env, workingDir: "/", labels: {}, diffIds: [] },
		...more,
	};
}

describe("who runs an image", () => {
	it.each([null, "root", "0", "0:0", "00", "nobody", "app:1000"])(
		"is a number that is not root on a base of %s",
		async (user) => {
			expect((await written({ base: base(user) })).User).toBe("65532:65532");
		},
	);

	it.each(["1000", "1000:1000", "4711:0"])("is the base's own number: %s", async (user) => {
		const { User, Env } = await written({ base: base(user) });
		expect(User).toBe(user);
		expect(Env.filter((variable) => variable.startsWith("HOME="))).toEqual([]);
	});

	it("is a number without a base, too, and has a home to write to where the base names none", async () => {
		expect(await written({})).toMatchObject({ User: "65532:65532", Env: expect.arrayContaining(["HOME=/tmp"]) });
		const { Env } = await written({ base: base(null, {}, ["HOME=/srv"]) });
		expect(Env.filter((variable) => variable.startsWith("HOME="))).toEqual(["HOME=/srv"]);
	});

	it.each([null, "root", "app"])("is whom a Dockerfile of the project says: %s", async (user) => {
		expect((await written({ base: base(user, { isEnvironment: true }) })).User).toBe(user ?? undefined);
	});

	it("was the base's own in images of former releases, which the same recipe still comes to", async () => {
		const image = await buildImage(recipe());
		expect(image.earlier?.map(({ digest }) => digest)).toEqual([
			"sha256:e3255c509cdfac575de3eaaa78217cd94bd922bddbc029febe0f625756681916",
		]);
		expect(image.earlier?.[0]?.layers).toEqual(image.layers);
		expect((await buildImage(recipe({ base: base("1000") }))).earlier).toBeUndefined();
	});
});

const SERVING = ["python3", "mainline_serve.py", "serve.py", "model.json"];

describe("how docker asks whether an image is well", () => {
	let directory = "";
	let server: ChildProcess | Server | null = null;
	beforeEach(async () => {
		directory = await mkdtemp(join(tmpdir(), "mainline-health-"));
	});
	afterEach(async () => {
		if (server !== null && "kill" in server) server.kill("SIGKILL");
		else server?.close();
		server = null;
		await rm(directory, { recursive: true, force: true });
	});

	/** Runs the question as docker would in the container; whether the answer is yes. */
	async function asks(port: number, more: NodeJS.ProcessEnv = {}): Promise<boolean> {
		const [, program = "", ...args] = (await written({ command: SERVING })).Healthcheck?.Test ?? [];
		const { PATH } = process.env;
		const env = { PATH, PORT: String(port), ...more };
		return new Promise((done) => execFile(program, args, { cwd: directory, env }, (failed) => done(failed === null)));
	}

	it("is our server's own path, by the Python that runs it, and for no other command", async () => {
		const { Healthcheck } = await written({
			command: ["/usr/bin/python3.12", "/app/mainline_serve.py", "serve.py", "m"],
		});
		expect(Healthcheck).toMatchObject({ Interval: 10_000_000_000 });
		expect(Healthcheck?.Test.slice(0, 4)).toEqual(["CMD", "/usr/bin/python3.12", "-IS", "-c"]);
		for (const command of [
			["python3", "serve.py"],
			["./mainline_serve.py"],
			["sh", "-c", "python3 mainline_serve.py"],
		]) {
			expect((await written({ command })).Healthcheck).toBeUndefined();
		}
	});

	it("is what a Dockerfile says of it, and ours where that says nothing and hides nothing", async () => {
		const environment = base("1000", { isEnvironment: true });
		expect((await written({ base: environment, command: SERVING })).Healthcheck?.Test[1]).toBe("python3");
		const own = { ...environment, config: { ...environment.config, rest: { Healthcheck: { Test: ["NONE"] } } } };
		expect((await written({ base: own, command: SERVING })).Healthcheck).toEqual({ Test: ["NONE"] });
		const wrapped = { ...environment, config: { ...environment.config, entrypoint: ["/start"] } };
		expect((await written({ base: wrapped, command: SERVING })).Healthcheck).toBeUndefined();
	});

	it("is answered by the real server, whatever the image's modules and proxies are called", async () => {
		const port = await freePort();
		await writeFile(
			join(directory, "serve.py"),
			"def load(path):\n    return 1\ndef predict(model, inputs):\n    return inputs\n",
		);
		await writeFile(join(directory, "model.json"), "{}");
		expect(await asks(port)).toBe(false);
		const env = {
			...process.env,
			HOST: "0.0.0.0",
			PORT: String(port),
			MAINLINE_MODEL: "churn",
			MAINLINE_VERSION: "v0.1.0",
		};
		server = spawn("python3", [SERVER, "serve.py", "model.json"], { cwd: directory, env, stdio: "ignore" });
		await expect.poll(() => asks(port), { timeout: 30_000 }).toBe(true);
		await writeFile(join(directory, "http.py"), "raise SystemExit(1)");
		expect(await asks(port, { HOST: "0.0.0.0", http_proxy: "http://127.0.0.1:1", PYTHONPATH: directory })).toBe(true);
	});

	it("is no while the server says that it is not ready", async () => {
		const busy = createServer((_, response) => response.writeHead(503).end());
		server = busy;
		await new Promise<void>((listening) => busy.listen(0, "127.0.0.1", listening));
		expect(await asks((busy.address() as AddressInfo).port)).toBe(false);
	});
});
