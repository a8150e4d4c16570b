import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultProxy, startFaultProxy } from "../release/support/fault-proxy.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { FaultWorld } from "./registry-faults/world.ts";

let directory = "";
let registry: RunningRegistry;
let proxy: FaultProxy;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-moved-"));
	registry = await startRegistry(directory);
	proxy = await startFaultProxy(registry.host);
});
afterAll(async () => {
	await proxy?.stop();
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});

const WEIGHTS = { weights: "w".repeat(1 << 20) };

/** Bytes that travelled for the newest release, and that did not have to. */
async function pushed(world: FaultWorld): Promise<{ sent: number; reused: number }> {
	const { document } = await world.release();
	return document.models[0]?.pushed ?? expect.unreachable();
}

describe("weights that a model's former repository has", () => {
	it("are mounted where `image:` moved within one registry, and sent where it moved to another", async () => {
		const world = await FaultWorld.make({ image: `${registry.host}/old/churn`, direct: `${registry.host}/old/churn` });
		try {
			world.commit(WEIGHTS, { "serve.py": "print(1)\n" });
			expect((await pushed(world)).sent).toBeGreaterThan(1 << 20);
			const next = `${registry.host}/new/team/churn`;
			world.move({ image: next, direct: next });
			world.commit(WEIGHTS, { "serve.py": "print(2)\n" });
			const moved = await pushed(world);
			expect(moved.sent).toBeLessThan(100_000);
			expect(moved.reused).toBeGreaterThan(1 << 20);
			expect(await world.images()).toEqual([expect.stringMatching(/^v0\.2\.0 /)]);
			// the same registry by another name is another one
			world.move({ image: `${proxy.host}/third/churn`, direct: `${registry.host}/third/churn` });
			world.commit(WEIGHTS, { "serve.py": "print(3)\n" });
			expect((await pushed(world)).sent).toBeGreaterThan(1 << 20);
			expect(await world.images()).toEqual([expect.stringMatching(/^v0\.3\.0 /)]);
		} finally {
			await world.end();
		}
	}, 60_000);
});
