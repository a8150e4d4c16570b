import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../environments/rig.ts";
import { type ImmutableProxy, startImmutableProxy } from "../release/support/immutable-proxy.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { FaultWorld } from "./registry-faults/world.ts";

let directory = "";
let registry: RunningRegistry;
let proxy: ImmutableProxy;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-immutable-"));
	registry = await startRegistry(directory);
	proxy = await startImmutableProxy(registry.host);
});
afterAll(async () => {
	await proxy?.stop();
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});

const REQUEST = { inputs: [{ name: "x", shape: [2], datatype: "FP64", data: [1, 2] }] };
const golden = (y: number) => ({ "golden/sum.json": JSON.stringify({ request: REQUEST, expect: { y } }) });

describe("a registry whose tags never move", () => {
	it("gets no tag for a version that answers otherwise, so that the fixed one takes the number", async () => {
		const ports = [await freePort(), await freePort()];
		const world = await FaultWorld.make({
			image: `${proxy.host}/acme/churn`,
			direct: `${registry.host}/acme/churn`,
			ports,
			deploy: (environment) => `{process: {port: ${ports[environment === "dev" ? 0 : 1]}}}`,
		});
		try {
			world.commit({ quality: 2 }, golden(6));
			expect((await world.release()).answer).toBe("yes");
			world.commit({ quality: 3 }, golden(6));
			expect((await world.release()).answer).toBe("no");
			expect(await world.tagged()).toEqual(["v0.1.0"]);
			world.commit({ quality: 3 }, golden(9));
			expect((await world.release()).answer).toBe("yes");
			expect(await world.tagged()).toEqual(["v0.1.0", "v0.2.0"]);
			expect(await world.store.resolve("v0.2.0")).toBe(world.digestOf("v0.2.0"));
			expect(proxy.refused).toEqual([]);
		} finally {
			await world.end();
		}
	}, 120_000);
});
