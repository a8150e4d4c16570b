import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Deployment, Target } from "../../src/environments/index.ts";
import { ElsewhereTarget } from "../../src/environments/targets/compose/elsewhere.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { freePort } from "../environments/rig.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";
import { askFiftyTimesASecond } from "./targets/client.ts";
import { EngineWorld, LIMITS } from "./targets-faults/world.ts";

/** What takes its time has all of it here: that the engine hangs is noticed beside it. */
const PATIENT = { questionMs: 3000, workMs: 300_000, transferMs: 300_000, lookEveryMs: 500, lookMs: 3000 };

let world: EngineWorld;
let first: Deployment;
let second: Deployment;
beforeAll(async () => {
	world = await EngineWorld.make("docker");
	const { models } = world;
	[first, second] = [await models.release("v0.1.0"), await models.release("v0.2.0")];
	await world.target().deploy(first);
});
afterEach(() => {
	world.engine?.hang(false);
	world.faulty.arm({ call: 0, fault: "refuse" });
});
afterAll(() => world?.end());

/** The engine hangs at the first call that has this word. */
function hangAt(word: string): void {
	const before = `case " $* " in *" ${word} "*) kill -STOP ${world.engine?.pid} ;; esac`;
	world.faulty.arm({ call: 1, fault: "refuse", on: true, before });
}

describe("a docker engine that hangs", () => {
	it("is given up in its time, by what it was asked, while the version before goes on answering; and does what was asked once it lives again", async () => {
		const client = askFiftyTimesASecond(`http://127.0.0.1:${world.port}/`);
		world.engine?.hang(true);
		const start = systemClock.monotonic();
		const limits = { ...LIMITS, questionMs: 2000 };
		const result = await world.rollOut(second, first, { limits });
		expect(systemClock.monotonic() - start).toBeLessThan(20_000);
		expect(result).toMatchObject({
			ok: false,
			reason:
				"docker gave no answer to `docker ps` for 2 s (see to the engine (`docker info`, its log), then run again: what is done already is not done twice)",
			restored: false,
			back: expect.stringMatching(
				/^v0\.1\.0 could not be put back: docker gave no answer .*; it answers all the same$/,
			),
		});
		world.engine?.hang(false);
		expect(await world.rollOut(first, second)).toMatchObject({ ok: true, changed: false });
		expect((await client.stop()).failures).toEqual([]);
		expect(await world.containers()).toEqual(["v0-1-0 Up"]);
	});

	it.each(["pull", "run", "stop"])(
		"while it is at `docker %s` is noticed by what it is asked beside it",
		async (verb) => {
			const deployment = verb === "pull" ? await world.models.release("v0.3.0") : second;
			await world.target().deploy(first);
			world.warnings.length = 0;
			hangAt(verb);
			const start = systemClock.monotonic();
			const result = await world
				.target({ limits: PATIENT })
				.deploy(deployment)
				.catch((cause: unknown) => cause);
			expect(systemClock.monotonic() - start).toBeLessThan(60_000);
			const silence = `docker gave no answer to \`docker ps\` beside \`docker ${verb}\` for 3 s`;
			if (verb === "stop") {
				// the new one answers already
				expect(result).toEqual({ ok: true, changed: true });
				expect(world.warnings).toEqual([expect.stringContaining(silence)]);
			} else expect(result).toMatchObject({ code: "engine-silent", kind: "infrastructure", message: silence });
			expect(await world.version()).toBe(verb === "stop" ? deployment.version : "v0.1.0");
			world.engine?.hang(false);
			world.faulty.arm({ call: 0, fault: "refuse" });
			expect(await world.target().deploy(deployment)).toMatchObject({ ok: true });
			expect(await world.containers()).toEqual([`${deployment.version.replaceAll(".", "-")} Up`]);
		},
	);

	it("while it takes an image out of a folder is noticed, too", async () => {
		const store = openImageStore(
			{ kind: "layout", directory: join(world.directory, "layout") },
			{ clock: systemClock },
		);
		const weights = randomBytes(30_000_000).toString("hex");
		const kept = await world.models.release("v0.4.0", { weights }, store);
		hangAt("load");
		await expect(world.target({ limits: PATIENT }).deploy(kept)).rejects.toMatchObject({
			code: "engine-silent",
			message: "docker gave no answer to `docker ps` beside `docker load` for 3 s",
		});
		world.engine?.hang(false);
		world.faulty.arm({ call: 0, fault: "refuse" });
		expect(await world.target().deploy(kept)).toEqual({ ok: true, changed: true });
	});

	it("does not keep a command from ending when it is told to", async () => {
		const stopped = new AbortController();
		world.engine?.hang(true);
		setTimeout(() => stopped.abort(), 500);
		const start = systemClock.monotonic();
		await expect(world.target({ signal: stopped.signal }).deploy(second)).rejects.toMatchObject({
			code: "interrupted",
		});
		expect(systemClock.monotonic() - start).toBeLessThan(10_000);
	});
});

describe("a docker engine that hangs on another machine, whose ssh answers", () => {
	let sshd: Sshd;
	let folder = "";
	beforeAll(async () => {
		sshd = await startSshd();
		const home = join(sshd.folder, "..");
		const login = `Host gpu1\n  HostName 127.0.0.1\n  Port ${sshd.port}\n  User ${sshd.user}\n  IdentityFile ${sshd.keyfile}\n`;
		await writeFile(join(home, "config"), login + (await readFile(join(home, "config"), "utf8")));
		const set = Object.entries(world.engine?.variables ?? {}).map(([name, value]) => `${name}=${value}`);
		const server = join(home, "sshd_config");
		const path = `PATH=${world.faulty.bin}:${process.env["PATH"]}`;
		await writeFile(server, `${await readFile(server, "utf8")}SetEnv ${[...set, path].join(" ")}\n`);
		await sshd.stop();
		await sshd.start();
		vi.stubEnv("PATH", `${join(home, "bin")}:${process.env["PATH"]}`);
		folder = join(world.directory, "srv");
		await mkdir(folder);
		const ports = `["127.0.0.1:${await freePort()}:8080"]`;
		const service = `{image: "${first.image}", ports: ${ports}, environment: {HOST: 0.0.0.0, PORT: 8080}, command: [python3, serve.py]}`;
		await writeFile(join(folder, "compose.yaml"), `version: "3.8"\nservices: {churn: ${service}}\n`);
	});
	afterAll(() => sshd?.stop());

	function open(): Target {
		const signal = new AbortController().signal;
		const service = { name: "churn", file: "compose.yaml", directory: folder };
		const limits = { ...PATIENT, questionMs: 8000, lookMs: 8000 };
		const where = { host: "gpu1", program: "docker", service, limits } as const;
		return new ElsewhereTarget({ ...where, clock: systemClock, progress: silent, signal });
	}

	it("is given up by its machine and what it was asked, before and in the midst of it", async () => {
		expect(await open().deploy(first)).toEqual({ ok: true, changed: true });
		world.engine?.hang(true);
		await expect(open().deploy(second)).rejects.toMatchObject({
			code: "engine-silent",
			message: "docker of gpu1 gave no answer to `docker ps` for 8 s",
		});
		world.engine?.hang(false);
		hangAt("up");
		await expect(open().deploy(second)).rejects.toMatchObject({
			code: "engine-silent",
			message: expect.stringMatching(
				/^docker of gpu1 gave no answer to `docker ps` beside `docker.compose up` for 8 s$/,
			),
		});
		world.engine?.hang(false);
		world.faulty.arm({ call: 0, fault: "refuse" });
		const target = open();
		await expect.poll(async () => (await target.deploy(second)).ok, { timeout: 60_000, interval: 1000 }).toBe(true);
		expect(await target.running()).toBe(second.digest);
	});
});
