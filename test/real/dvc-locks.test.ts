import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startPiped } from "../../src/shell/index.ts";
import { mainline, start } from "../doors/support/program.ts";
import { project, read, write } from "../flows/rig.ts";
import { dvcProgram as dvc } from "./dvc-twins.ts";

const SLOW = `stages:
  slow:
    cmd: echo begun > begun && sleep 4 && cp in.txt out.txt
    deps: [in.txt]
    outs: [out.txt]
  other:
    cmd: cp in.txt other.txt
    deps: [in.txt]
    outs: [other.txt]
`;
const FILES = { "dvc.yaml": SLOW, "in.txt": "1\n" };

async function begun(root: string): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		if (existsSync(join(root, "begun"))) return;
		await sleep(100);
	}
	throw new Error("the stage never began");
}

describe("mainline and dvc at work in one project", () => {
	it("dvc is kept from what a stage of ours is making, and told by whom", async () => {
		const root = await project(FILES);
		const ours = start(["run", "slow"], { cwd: root });
		await begun(root);
		const theirs = await dvc(root, "repro", "slow");
		expect(theirs.code).not.toBe(0);
		expect(theirs.all).toMatch(/out\.txt' is busy[\s\S]*mainline run/);
		expect((await dvc(root, "repro", "other")).code).toBe(0);
		expect((await ours.ended).code).toBe(0);
		expect((await dvc(root, "status", "--json")).out).toBe("{}");
	});

	it("we are kept from what a stage of dvc's is making, and say by whom", async () => {
		const root = await project(FILES);
		const theirs = dvc(root, "repro", "slow");
		await begun(root);
		const ours = await mainline(["run", "slow"], { cwd: root });
		expect([ours.code, ours.stdout + ours.stderr]).toEqual([
			1,
			expect.stringMatching(/out\.txt is in use by.*dvc repro/),
		]);
		expect((await mainline(["run", "other"], { cwd: root })).code).toBe(0);
		expect((await theirs).code).toBe(0);
		expect((await mainline(["plan", "--check"], { cwd: root })).code).toBe(0);
		expect((await dvc(root, "status", "--json")).out).toBe("{}");
	});

	it("a stage of ours may call dvc", async () => {
		const root = await project({
			...FILES,
			"dvc.yaml": "stages:\n  ask:\n    cmd: dvc status -q data.dvc; dvc list . > out.txt\n    outs: [out.txt]\n",
		});
		write(root, { data: "1\n" });
		await dvc(root, "add", "data");
		const ran = await mainline(["run"], { cwd: root, env: { DVC_NO_ANALYTICS: "1" } });
		expect([ran.code, ran.stdout + ran.stderr]).toEqual([0, expect.anything()]);
		expect(read(root, "out.txt")).toContain("data.dvc");
	});

	it("a command of ours waits for dvc's short work, and says so", async () => {
		const root = await project(FILES);
		const python = [
			"import sys, time, zc.lockfile",
			`lock = zc.lockfile.LockFile(${JSON.stringify(join(root, ".dvc/tmp/lock"))})`,
			"print('held', flush=True); time.sleep(3); lock.close()",
		].join("\n");
		await mainline(["run", "other"], { cwd: root });
		// the interpreter that dvc itself runs on
		const interpreter = execFileSync("sh", ["-c", 'head -n 1 "$(command -v dvc)"'], { encoding: "utf8" })
			.slice(2)
			.trim();
		const holder = await startPiped(interpreter, ["-c", python], {});
		await new Promise((done) => holder.stdout.once("data", done));
		const ours = await mainline(["checkout", "other"], { cwd: root });
		expect([ours.code, ours.stderr]).toEqual([0, expect.stringContaining("waiting for process")]);
		await holder.ended;
	});
});
