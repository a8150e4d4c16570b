import { readdir, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { marked } from "./marked.ts";
import { Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
	rig = await Rig.make();
});
afterEach(async () => {
	await rig.end();
	expect(await marked(rig.stateDir)).toEqual([]);
});

describe("the embedded target", () => {
	it("serves an image, in an environment that holds nothing of ours", async () => {
		process.env["SECRET_TOKEN"] = "hush";
		const first = await rig.image("v0.1.0", {}, "packed.py");
		expect(await rig.target.running()).toBeNull();
		expect(await rig.target.deploy(first)).toEqual({ ok: true, changed: true });
		expect(await rig.target.running()).toBe(first.digest);
		const { version, env } = await rig.ask();
		expect(version).toBe("v0.1.0");
		expect(env["MAINLINE_ENVIRONMENT"]).toBe("prod");
		expect(env["HOST"]).toBe("127.0.0.1");
		expect(env).not.toHaveProperty("SECRET_TOKEN");
		expect(env).not.toHaveProperty("NODE_ENV");
		const packages = env["PYTHONPATH"] ?? "";
		expect(await readdir(packages)).toEqual(["packed.py"]);
		expect(env["PATH"]?.split(":")).toContain(join(packages, "bin"));
	});

	it("keeps the byte code of a version that comes back", async () => {
		const [first, second] = [await rig.image("v0.1.0", { imports: "packed" }, "packed.py"), await rig.image("v0.2.0")];
		await rig.target.deploy(first);
		const packages = (await rig.ask()).env["PYTHONPATH"] ?? "";
		await rig.target.deploy(second);
		const compiled = await readdir(join(packages, "__pycache__"));
		expect(compiled).toEqual([expect.stringMatching(/^packed\..*\.pyc$/)]);
		const { ino } = await stat(join(packages, "__pycache__", compiled[0] ?? ""));
		await rig.target.deploy(first);
		expect((await stat(join(packages, "__pycache__", compiled[0] ?? ""))).ino).toBe(ino);
	});

	it("does nothing twice", async () => {
		const first = await rig.image("v0.1.0");
		await rig.target.deploy(first);
		const { pid } = await rig.ask();
		expect(await rig.another().deploy(first)).toEqual({ ok: true, changed: false });
		expect((await rig.ask()).pid).toBe(pid);
	});

	it("switches without a failed request", async () => {
		const [first, second] = [await rig.image("v0.1.0"), await rig.image("v0.2.0", { slow: 0.05 })];
		await rig.target.deploy(first);
		const seen = new Set<string>();
		let asked = 0;
		let stopped = false;
		const asking = Promise.all(
			[1, 2, 3].map(async () => {
				while (!stopped) {
					seen.add((await rig.ask()).version);
					asked++;
				}
			}),
		);
		await rig.target.deploy(second);
		await rig.target.deploy(first);
		await rig.target.deploy(second);
		stopped = true;
		await asking;
		expect([...seen].sort()).toEqual(["v0.1.0", "v0.2.0"]);
		expect(asked).toBeGreaterThan(20);
		expect((await rig.ask()).version).toBe("v0.2.0");
		expect(await marked(rig.stateDir)).toHaveLength(1);
	});

	it.each([
		["ends at once", { fails: "no weights here" }, /its process ended/, ["no weights here"]],
		["is never ready", { ready: 503 }, /answers 503/, []],
		["is another version", { says: "v0.1.0" }, /v0.1.0 answers, not v0.2.0/, []],
	])("leaves the old one alone when the new one %s", async (_, behaviour, reason, log) => {
		const first = await rig.image("v0.1.0");
		await rig.target.deploy(first);
		const { pid } = await rig.ask();
		const result = await rig.target.deploy(await rig.image("v0.2.0", behaviour));
		expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason), log });
		expect((await rig.ask()).pid).toBe(pid);
		expect(await rig.target.running()).toBe(first.digest);
		expect(await marked(rig.stateDir)).toHaveLength(1);
	});

	it("brings back what died", async () => {
		const first = await rig.image("v0.1.0");
		await rig.target.deploy(first);
		process.kill((await rig.ask()).pid, "SIGKILL");
		await expect.poll(() => rig.target.running()).toBeNull();
		const response = await fetch(`http://127.0.0.1:${rig.port}/`);
		expect(response.status).toBe(503);
		expect(await response.json()).toEqual({ error: "churn v0.1.0 does not answer" });
		expect(await rig.target.deploy(first)).toEqual({ ok: true, changed: true });
		expect((await rig.ask()).version).toBe("v0.1.0");
	});

	it("lets one deploy work at a time", async () => {
		const images = [await rig.image("v0.1.0"), await rig.image("v0.2.0"), await rig.image("v0.3.0")];
		const results = await Promise.all(images.map((image) => rig.another().deploy(image)));
		expect(results.map((result) => result.ok)).toEqual([true, true, true]);
		expect(await marked(rig.stateDir)).toHaveLength(1);
		const { version } = await rig.ask();
		expect(await rig.target.running()).toBe(images.find((image) => image.version === version)?.digest);
	});

	it("says who has the port", async () => {
		const squatter = createServer().listen(rig.port, "127.0.0.1");
		try {
			await expect(rig.target.deploy(await rig.image("v0.1.0"))).rejects.toThrow(`port ${rig.port} is taken`);
		} finally {
			squatter.close();
		}
	});

	it("never ends a process that only has an old number", async () => {
		const first = await rig.image("v0.1.0");
		await rig.target.deploy(first);
		const current = { ...first, id: "v0.0.9-x", port: 1, process: { pid: process.pid, startedAt: "1" } };
		await writeFile(join(rig.stateDir, "current.json"), JSON.stringify(current));
		expect(await rig.target.deploy(await rig.image("v0.2.0"))).toEqual({ ok: true, changed: true });
		expect((await rig.ask()).version).toBe("v0.2.0");
	});

	it("keeps the disk from filling up", async () => {
		for (const minor of [1, 2, 3, 4, 5, 6]) await rig.target.deploy(await rig.image(`v0.${minor}.0`));
		expect((await readdir(join(rig.stateDir, "images"))).length).toBeLessThanOrEqual(5);
	});
});
