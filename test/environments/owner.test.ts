import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type StateFolder, stateFolder } from "../../src/environments/index.ts";
import { writeJson } from "../../src/environments/process/files.ts";
import { identify } from "../../src/environments/process/identity.ts";
import { letGo } from "../../src/environments/process/owner.ts";
import { processesIn } from "../rig/processes.ts";
import { Rig, SELF } from "./rig.ts";

let rig: Rig;
let folder: StateFolder;
beforeEach(async () => {
	rig = await Rig.make();
	folder = stateFolder(rig.stateDir);
});
afterEach(() => rig.end());

/** Somebody whom what runs in the rig's environment belongs to; ends him as hard as can be. */
async function owner(): Promise<{ kill: () => Promise<void> }> {
	const process = spawn("sleep", ["600"], { stdio: "ignore" });
	await once(process, "spawn");
	await mkdir(folder.root, { recursive: true });
	await writeJson(folder.owner, { ...(await identify(process.pid ?? 0)) });
	return {
		kill: async () => {
			const ended = once(process, "exit");
			process.kill("SIGKILL");
			await ended;
		},
	};
}

const nothingLeft = () => expect.poll(() => processesIn(rig.stateDir), { timeout: 15_000 }).toEqual([]);

describe("an environment that belongs to a program", () => {
	it("ends with it, however that ends, and is not begun again", async () => {
		const { kill } = await owner();
		const version = await rig.image("v0.1.0");
		expect(await rig.target.deploy(version)).toEqual({ ok: true, changed: true });
		await kill();
		await nothingLeft();
		await expect(rig.target.deploy(version)).rejects.toMatchObject({ code: "front-failed" });
		expect(await readFile(folder.frontLog, "utf8")).toMatch(/process \d+, which this was started for, has ended/);
		expect(processesIn(rig.stateDir)).toEqual([]);
	});

	it("ends as a whole where its folder is gone by then", async () => {
		const { kill } = await owner();
		await rig.target.deploy(await rig.image("v0.1.0"));
		await rm(folder.root, { recursive: true });
		await kill();
		await nothingLeft();
	});

	it("takes a deploy with it that is under way", async () => {
		const { kill } = await owner();
		const deploying = rig.target.deploy(await rig.image("v0.1.0", { slow: 0.7 }));
		await expect.poll(() => existsSync(folder.front), { timeout: 15_000 }).toBe(true);
		await kill();
		await deploying;
		await nothingLeft();
	});

	it("stays when the program let go of it", async () => {
		const { kill } = await owner();
		await rig.target.deploy(await rig.image("v0.1.0"));
		await letGo(folder);
		await kill();
		await new Promise((then) => setTimeout(then, 1500));
		expect((await rig.ask()).version).toBe("v0.1.0");
	});

	it("leaves a process alone that only has the number of one of its own", async () => {
		const { kill } = await owner();
		const other = spawn("sleep", ["600"], { stdio: "ignore", detached: true });
		await once(other, "spawn");
		try {
			const version = await rig.image("v0.1.0");
			await rig.target.deploy(version);
			const [model] = processesIn(rig.stateDir).filter((line) => !line.includes("__front"));
			await writeJson(folder.current, {
				id: "",
				port: 1,
				digest: version.digest,
				process: { pid: other.pid, startedAt: "0" },
			});
			await kill();
			// the model is found by its mark, as the file is wrong about it
			expect(model).toContain("serve.py");
			await nothingLeft();
			expect(other.exitCode ?? other.signalCode).toBeNull();
		} finally {
			other.kill("SIGKILL");
		}
	});
});

it("a front whose folder went while it started ends: nobody would find it any more", async () => {
	const [program = "", ...args] = SELF;
	const front = spawn(program, [...args, "__front", rig.stateDir, String(rig.port)], { stdio: "ignore" });
	onTestFinished(() => void front.kill());
	const [code] = await once(front, "exit");
	expect(code).not.toBe(0);
	await expect(rig.ask()).rejects.toThrow("fetch failed");
});
