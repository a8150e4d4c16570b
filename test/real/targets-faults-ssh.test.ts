import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Deployment, type RolloutResult, rollOut } from "../../src/environments/index.ts";
import { ElsewhereTarget } from "../../src/environments/targets/compose/elsewhere.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { freePort } from "../environments/rig.ts";
import { isOfTheShare } from "../rig/share.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";
import type { Arming } from "./targets/faulty-program.ts";
import { EngineWorld } from "./targets-faults/world.ts";

/** docker's older compose, a program of Python, takes seconds to say its version on a loaded machine. */
const LIMITS = { questionMs: 15_000, workMs: 60_000, transferMs: 60_000, lookEveryMs: null, lookMs: 0 };

/** What goes wrong there, at the first call that is like this. */
const TROUBLES: readonly (readonly [string, RegExp, Omit<Arming, "call">])[] = [
	["is done and its answer lost", / up -d /, { fault: "lost" }],
	["is refused", / up -d /, { fault: "refuse" }],
	["is refused from then on", / up -d /, { fault: "refuse", on: true }],
	["is done and its answer lost", / pull /, { fault: "lost" }],
	["hangs from then on", /^docker ps /, { fault: "hang", on: true }],
	["is refused", /^docker-compose version/, { fault: "refuse" }],
];

let world: EngineWorld;
let sshd: Sshd;
let port = 0;
let folder = "";
let versions: { readonly first: Deployment; readonly second: Deployment };
beforeAll(async () => {
	world = await EngineWorld.make("docker");
	sshd = await startSshd();
	const home = join(sshd.folder, "..");
	const login = `Host gpu1\n  HostName 127.0.0.1\n  Port ${sshd.port}\n  User ${sshd.user}\n  IdentityFile ${sshd.keyfile}\n`;
	await writeFile(join(home, "config"), login + (await readFile(join(home, "config"), "utf8")));
	const set = Object.entries(world.engine?.variables ?? {}).map(([name, value]) => `${name}=${value}`);
	const path = `PATH=${world.faulty.bin}:${process.env["PATH"]}`;
	const server = join(home, "sshd_config");
	await writeFile(server, `${await readFile(server, "utf8")}SetEnv ${[...set, path].join(" ")}\n`);
	await sshd.stop();
	await sshd.start();
	vi.stubEnv("PATH", `${join(home, "bin")}:${process.env["PATH"]}`);
	versions = { first: await world.models.release("v0.1.0"), second: await world.models.release("v0.2.0") };
	[folder, port] = [join(world.directory, "srv"), await freePort()];
	await mkdir(folder);
	const settings = `image: "${versions.first.image}", ports: ["127.0.0.1:${port}:8080"], environment: {HOST: 0.0.0.0, PORT: "8080"}`;
	const text = `version: "3.8"\nservices: {churn: {${settings}, command: [python3, serve.py]}}\n`;
	await writeFile(join(folder, "compose.yaml"), text);
});
afterAll(async () => {
	world?.faulty.arm({ call: 0, fault: "refuse" });
	const left = (await world.engine?.docker("ps", "-a", "-q"))?.split("\n").filter(Boolean) ?? [];
	if (left.length > 0) await world.engine?.docker("rm", "-f", ...left);
	await sshd?.stop();
	await world?.end();
});

function open(limits?: typeof LIMITS): ElsewhereTarget {
	const { signal } = new AbortController();
	const service = { name: "churn", file: "compose.yaml", directory: folder };
	const where = { host: "gpu1", program: "docker", service } as const;
	const patience = limits === undefined ? {} : { limits };
	return new ElsewhereTarget({ ...where, ...patience, clock: systemClock, progress: silent, signal });
}

function roll(deployment: Deployment, previous: Deployment, limits?: typeof LIMITS): Promise<RolloutResult> {
	const asking = { probe: `http://127.0.0.1:${port}`, probeMs: 60_000, golden: [], wayBack: false };
	const { signal } = new AbortController();
	const about = { deployment, previous, clock: systemClock, progress: silent, signal };
	return rollOut({ ...about, ...asking, target: open(limits) });
}

async function version(): Promise<string> {
	const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
	return ((await response.json()) as { version: string }).version;
}

it("whatever single call on another machine goes wrong, a deploy and a way back end in one container that answers", async () => {
	let [previous, next] = [versions.first, versions.second];
	expect(await roll(previous, next)).toMatchObject({ ok: true });
	world.faulty.arm({ call: 0, fault: "refuse" });
	expect(await roll(next, previous)).toMatchObject({ ok: true, changed: true });
	const calls = world.faulty.calls();
	for (const [what, like, arming] of TROUBLES.filter((_, n) => isOfTheShare(n + 1))) {
		[previous, next] = [next, previous];
		const call = calls.findIndex((line) => like.test(line)) + 1;
		const about = `${calls[call - 1]} ${what}, on the way to ${next.version}`;
		expect([about, call]).not.toEqual([about, 0]);
		world.faulty.arm({ call, ...arming });
		const { ok } = await roll(next, previous, arming.fault === "hang" ? LIMITS : undefined);
		world.faulty.arm({ call: 0, fault: "refuse" });
		// what could not be done leaves the one before, or brings it back
		await expect.poll(version, { timeout: 60_000 }).toBe((ok ? next : previous).version);
		expect([about, await roll(next, previous)]).toMatchObject([about, { ok: true }]);
		expect([about, await version()]).toEqual([about, next.version]);
		expect([about, await open().running()]).toEqual([about, next.digest]);
		expect([about, (await world.engine?.docker("ps", "-a", "-q"))?.trim().split("\n")]).toHaveProperty("1.length", 1);
	}
}, 900_000);
