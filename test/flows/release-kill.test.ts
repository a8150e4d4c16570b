import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { marked } from "../environments/marked.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "./release-rig.ts";

const ONCE = resolve(import.meta.dirname, "release-once.ts");
const KILLS = Number(process.env["MAINLINE_KILLS"] ?? "6");

/** Starts a release as a process and ends it the hard way after a while; true when it had finished before. */
async function releaseFor(rig: ReleaseRig, milliseconds: number): Promise<boolean> {
	const child = spawn(process.execPath, [ONCE, JSON.stringify(rig.place)], { stdio: "ignore" });
	const exited = once(child, "exit");
	const stop = new AbortController();
	const first = await Promise.race([exited, sleep(milliseconds, "late", { signal: stop.signal })]);
	stop.abort();
	if (first !== "late") return child.exitCode === 0;
	child.kill("SIGKILL");
	await exited;
	return false;
}

/** Kills releases at growing points in time until one gets through; how many were killed. */
async function releaseThroughKills(rig: ReleaseRig, step: number): Promise<number> {
	for (let kills = 0; ; kills++) {
		if (await releaseFor(rig, kills < KILLS ? 250 + kills * step + Math.floor(step / 3) : 60_000)) return kills;
	}
}

describe("a release that is killed at any point", () => {
	it("ends as if it had not been: one version, one assignment for each environment, one process each", async () => {
		const rig = await ReleaseRig.make([await freePort(), await freePort()]);
		try {
			rig.commit("Good", { weights: 1 });
			const first = await releaseThroughKills(rig, 211);
			expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
			rig.commit("Bad", { weights: 2 });
			const second = await releaseThroughKills(rig, 173);
			rig.git("revert", "--no-edit", "HEAD");
			const third = await releaseThroughKills(rig, 149);
			expect(first + second + third).toBeGreaterThan(3);
			expect(rig.tags().filter((name) => name.includes("@"))).toEqual(["churn@v0.1.0", "churn@v0.2.0"]);
			expect(rig.tags().filter((name) => name.includes("#"))).toHaveLength(6);
			const remote = rig.git("ls-remote", "--tags", "origin").split("\n");
			expect(remote.filter((line) => !line.endsWith("^{}"))).toHaveLength(rig.tags().length);
			expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
			for (const port of rig.place.ports) {
				expect(await marked(join(rig.place.dir, "state", "process", String(port)))).toHaveLength(1);
			}
		} finally {
			await rig.end();
		}
	}, 180_000);
});
