import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { mainline, type Running, start } from "../doors/support/program.ts";
import { frontsIn, processesIn } from "../rig/processes.ts";

/** As on a bare machine: nobody's home, nobody's name for git. */
const BARE = {
	HOME: "/nonexistent",
	GIT_AUTHOR_NAME: undefined,
	GIT_COMMITTER_NAME: undefined,
	GIT_AUTHOR_EMAIL: undefined,
};

async function place(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), "mainline-demo-test-"));
	onTestFinished(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
	return made;
}

describe("the demo", () => {
	it("lives the whole life of a model, and every claim of it holds", async () => {
		const dir = await place();
		const { code, stdout, stderr } = await mainline(["demo", "--dir", dir, "--json"], { cwd: dir, env: BARE });
		expect(code, stderr).toBe(0);
		const facts = JSON.parse(stdout);
		expect(facts.steps.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, true, true, true, true]);
		expect(facts.prod.version).toBe("v0.2.0");
		expect(facts.rollbackSeconds).toBeGreaterThan(0);
		expect(stderr).not.toContain("✗ v0.2");
		for (const path of Object.values<string>(facts.files)) expect(existsSync(path)).toBe(true);
		expect(readFileSync(facts.files.comments, "utf8")).toContain("the gate says no");
		const tags = execFileSync("git", ["tag", "-l"], { cwd: facts.repository, encoding: "utf8" });
		expect(tags.split("\n").filter((tag) => tag.startsWith("digits@"))).toEqual([
			"digits@v0.1.0",
			"digits@v0.2.0",
			"digits@v0.3.0",
		]);
		await expect(fetch(facts.prod.url)).rejects.toThrow("fetch failed");
		expect(processesIn(dir)).toEqual([]);
	}, 240_000);

	it("ended by Ctrl-C half-way leaves nothing running", async () => {
		const dir = await place();
		const running = start(["demo", "--dir", dir, "--json"], { cwd: dir, env: BARE });
		await running.said("v0.1.0 answers in DEV and in PROD");
		expect(processesIn(dir).length).toBeGreaterThan(0);
		running.kill("SIGINT");
		expect((await running.ended).code).toBe(130);
		await expect.poll(() => processesIn(dir), { timeout: 20_000 }).toEqual([]);
	}, 60_000);

	it.each([
		["while it deploys for the first time", (dir: string) => until(() => frontsIn(dir).length > 0)],
		[
			"once both environments answer",
			(_: string, running: Running) => running.said("v0.1.0 answers in DEV and in PROD"),
		],
		["while a later job is at work", (_: string, running: Running) => running.said("A pull request makes it better")],
	])(
		"killed %s leaves nothing running",
		async (_, moment) => {
			const dir = await place();
			const running = start(["demo", "--dir", dir, "--json"], { cwd: dir, env: BARE });
			await moment(dir, running);
			running.kill("SIGKILL");
			expect((await running.ended).signal).toBe("SIGKILL");
			await expect.poll(() => processesIn(dir), { timeout: 40_000, interval: 200 }).toEqual([]);
		},
		90_000,
	);

	it("ended by SIGTERM while it deploys leaves nothing running", async () => {
		const dir = await place();
		const running = start(["demo", "--dir", dir, "--json"], { cwd: dir, env: BARE });
		await until(() => frontsIn(dir).length > 0);
		running.kill("SIGTERM");
		expect((await running.ended).code).toBe(143);
		await expect.poll(() => processesIn(dir), { timeout: 40_000, interval: 200 }).toEqual([]);
	}, 90_000);

	it("leaves what it was told to keep, when it has ended", async () => {
		const dir = await place();
		const { stdout, stderr } = await mainline(["demo", "--dir", dir, "--json", "--keep"], { cwd: dir, env: BARE });
		const { stop, prod } = JSON.parse(stdout);
		onTestFinished(() => void execFileSync("sh", ["-c", `${stop} || true`]));
		await new Promise((then) => setTimeout(then, 2000));
		expect((await fetch(`${prod.url}/v2/health/ready`)).ok, stderr).toBe(true);
		expect(frontsIn(dir)).toHaveLength(2);
	}, 240_000);

	it("refuses a folder that holds something", async () => {
		const dir = await place();
		execFileSync("touch", [join(dir, "mine")]);
		const { code, stderr } = await mainline(["demo", "--dir", dir], { cwd: dir });
		expect([code, stderr]).toEqual([2, expect.stringContaining("is not empty")]);
	});
});

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((then) => setTimeout(then, 10));
}
