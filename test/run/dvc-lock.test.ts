import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Progress, silent, systemClock } from "../../src/kernel/index.ts";
import { type LockPlace, lockedProject } from "../../src/run/index.ts";

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), "mainline-lock-"));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	return made;
}

function place(root: string, more: Partial<LockPlace> = {}): LockPlace {
	const { signal } = new AbortController();
	const about = { command: "mainline test", pid: process.pid, clock: systemClock, progress: silent, signal };
	return { root, ...about, patienceMs: 300, ...more };
}

const rwlock = (root: string): string => join(root, ".dvc/tmp/rwlock");
const table = (root: string) => JSON.parse(readFileSync(rwlock(root), "utf8"));
/** The program itself: what stands on PATH may be a script that looks for it. */
function programAt(name: string): string {
	const ask = name === "perl" ? ["-e", "print $^X"] : ["-c", "import sys; print(sys.executable)"];
	return execFileSync(name, ask, { encoding: "utf8" }).trim();
}

const NOTHING = { read: [], write: [] };

/** A process that is surely gone. */
async function deadPid(): Promise<number> {
	const child = spawn("true");
	await once(child, "close");
	return child.pid ?? 0;
}

describe("a project that is being changed", () => {
	it("is changed by one at a time, who is named", async () => {
		const root = folder();
		await lockedProject(place(root), async () => {
			const second = lockedProject(place(root), async () => "both");
			await expect(second).rejects.toMatchObject({
				code: "dvc-busy",
				message: expect.stringContaining(`process ${process.pid}`),
			});
		});
		expect(await lockedProject(place(root), async () => "after")).toBe("after");
	});

	it("is waited for, and the wait is told after two seconds", async () => {
		const root = folder();
		const said: string[] = [];
		const progress: Progress = { ...silent, say: (line) => said.push(line) };
		let isOver = false;
		const first = lockedProject(place(root), async () => {
			await sleep(2600);
			isOver = true;
		});
		await sleep(200);
		await lockedProject(place(root, { patienceMs: 20_000, progress }), async () => expect(isOver).toBe(true));
		await first;
		expect(said).toEqual([expect.stringContaining(`waiting for process ${process.pid}`)]);
	});

	it("is free again after its holder was killed", async () => {
		const root = folder();
		const program = `
			import { lockedProject } from ${JSON.stringify(join(import.meta.dirname, "../../src/run/index.ts"))};
			const say = () => {};
			const progress = { say, live: say, output: say, group: () => say, warn: say };
			const clock = { now: () => new Date(), monotonic: () => performance.now(), sleep: () => Promise.resolve() };
			const place = { root: ${JSON.stringify(root)}, command: "x", pid: process.pid, clock, progress, signal: new AbortController().signal };
			await lockedProject(place, async () => { process.stdout.write("held"); await new Promise((done) => setTimeout(done, 60000)); });
		`;
		const holder = spawn(process.execPath, ["--input-type=module", "-e", program], {
			stdio: ["ignore", "pipe", "ignore"],
		});
		await once(holder.stdout, "data");
		await expect(lockedProject(place(root), async () => {})).rejects.toMatchObject({ code: "dvc-busy" });
		holder.kill("SIGKILL");
		await once(holder, "close");
		await lockedProject(place(root, { patienceMs: 5000 }), async () => {});
	});

	it("is lent while a command runs, with its paths noted as in use", async () => {
		const root = folder();
		const use = { read: [join(root, "data")], write: [join(root, "model")] };
		await lockedProject(place(root), async (access) => {
			await access.lend(use, async () => {
				expect(table(root)).toEqual({
					write: { [join(root, "model")]: { pid: process.pid, cmd: "mainline test" } },
					read: { [join(root, "data")]: [{ pid: process.pid, cmd: "mainline test" }] },
				});
				await lockedProject(place(root), async () => {});
			});
			await expect(lockedProject(place(root), async () => {})).rejects.toMatchObject({ code: "dvc-busy" });
		});
		expect(table(root)).toEqual({ read: {}, write: {} });
	});

	it("is held together by several of us, and free only while all of them rest", async () => {
		const root = folder();
		const another = () => lockedProject(place(root, { patienceMs: 0 }), async () => "in").catch(({ code }) => code);
		await lockedProject(place(root), async (access) => {
			const [resting, back] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
			const all = access.rest(async () => {
				expect(await another()).toBe("in");
				const one = access.hold(() => access.rest(() => resting.promise));
				const two = access.hold(() => back.promise);
				await sleep(100);
				expect(await another()).toBe("dvc-busy");
				back.resolve();
				await two;
				expect(await another()).toBe("in");
				resting.resolve();
				await one;
			});
			await all;
			expect(await another()).toBe("dvc-busy");
		});
	});

	it("is handed over for a moment when a command of ours might wait for it, however busy the others of us are", async () => {
		const root = folder();
		await lockedProject(place(root), (access) =>
			access.lend({ read: [], write: [join(root, "out")] }, async () => {
				let isOver = false;
				const busy = async (): Promise<void> => {
					while (!isOver) await access.hold(() => sleep(120));
				};
				const others = [busy(), sleep(60).then(busy)];
				await sleep(200);
				const asked = performance.now();
				await lockedProject(place(root, { patienceMs: 5000 }), async () => {});
				expect(performance.now() - asked).toBeGreaterThan(300);
				isOver = true;
				await Promise.all(others);
			}),
		);
	});

	it("loses the commands of a holder that was killed, and what they started", async () => {
		const root = folder();
		const room = JSON.stringify(join(import.meta.dirname, "../../src/run/index.ts"));
		const shell = JSON.stringify(join(import.meta.dirname, "../../src/shell/index.ts"));
		const program = `
			import { lockedProject } from ${room};
			import { stream } from ${shell};
			const say = () => {};
			const progress = { say, live: say, output: say, group: () => say, warn: say };
			const clock = { now: () => new Date(), monotonic: () => performance.now(), sleep: () => Promise.resolve() };
			const place = { root: ${JSON.stringify(root)}, command: "x", pid: process.pid, clock, progress, signal: new AbortController().signal };
			await lockedProject(place, (access) => stream("sh", ["-c", "trap '' TERM; sleep 60 & echo $!; wait"], {
				onStart: (group) => access.watch(group),
				onOutput: (chunk) => process.stdout.write(chunk),
			}));
		`;
		const holder = spawn(process.execPath, ["--input-type=module", "-e", program], {
			stdio: ["ignore", "pipe", "inherit"],
			detached: true,
		});
		const [said] = await once(holder.stdout, "data");
		const grandchild = `/proc/${Number(String(said))}/stat`;
		expect(existsSync(grandchild)).toBe(true);
		process.kill(-(holder.pid ?? 0), "SIGKILL");
		const state = () => (existsSync(grandchild) ? (/\) (\w)/.exec(readFileSync(grandchild, "utf8"))?.[1] ?? "?") : "Z");
		await expect.poll(state, { timeout: 20_000 }).toBe("Z");
	});

	it("keeps others from what is written, above and below it, and from writing what is read", async () => {
		const root = folder();
		const other = { pid: process.ppid, cmd: "dvc repro" };
		await lockedProject(place(root), async (access) => {
			writeFileSync(
				rwlock(root),
				JSON.stringify({ write: { [join(root, "out/model")]: other }, read: { [join(root, "data")]: [other] } }),
			);
			const refused = { code: "path-busy", message: expect.stringContaining("`dvc repro`") };
			for (const path of ["out/model", "out", "out/model/part"]) {
				await expect(access.check({ read: [join(root, path)], write: [] })).rejects.toMatchObject(refused);
			}
			await expect(access.check({ read: [], write: [join(root, "data/a.csv")] })).rejects.toMatchObject(refused);
			await access.check({ read: [join(root, "data")], write: [join(root, "out2")] });
			await expect(access.lend({ read: [], write: [join(root, "out")] }, async () => {})).rejects.toMatchObject(
				refused,
			);
		});
		expect(Object.keys(table(root).write)).toEqual([join(root, "out/model")]);
	});

	it("forgets those who died at work, also those whom nobody has asked for yet", async () => {
		const root = folder();
		// a shell that never waits for its child: killed, the child stays a zombie
		const shell = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
		onTestFinished(() => void shell.kill("SIGKILL"));
		const [said] = await once(shell.stdout, "data");
		const zombie = Number(String(said));
		process.kill(zombie, "SIGKILL");
		for (const pid of [await deadPid(), zombie]) {
			const gone = { pid, cmd: "dvc repro" };
			await lockedProject(place(root), async (access) => {
				writeFileSync(rwlock(root), JSON.stringify({ write: { [join(root, "model")]: gone }, read: {} }));
				await access.check({ read: [], write: [join(root, "model")] });
			});
			expect(table(root)).toEqual({ read: {}, write: {} });
		}
	});

	it.each(["{", "[]", '{"write": {"/x": {"pid": "1"}}}', '{"read": {"/x": 5}}'])(
		"is not touched where the table of paths in use is %s",
		async (text) => {
			const root = folder();
			await lockedProject(place(root), async (access) => {
				writeFileSync(rwlock(root), text);
				await expect(access.check(NOTHING)).rejects.toMatchObject({ code: "rwlock-damaged", kind: "input" });
			});
			expect(readFileSync(rwlock(root), "utf8")).toBe(text);
		},
	);

	it("is locked by perl or by python3, whichever is there, and by nobody, which is told, where neither is", async () => {
		const root = folder();
		const only = (...programs: readonly string[]): string => {
			const path = folder();
			for (const name of programs) symlinkSync(programAt(name), join(path, name));
			return path;
		};
		const before = process.env["PATH"];
		onTestFinished(() => {
			process.env["PATH"] = before;
		});
		const [perl, python, none] = [only("perl"), only("python3"), only()];
		for (const [here, there] of [
			[perl, python],
			[python, perl],
		] as const) {
			process.env["PATH"] = here;
			await lockedProject(place(root), async (access) => {
				process.env["PATH"] = there;
				await expect(lockedProject(place(root), async () => {})).rejects.toMatchObject({ code: "dvc-busy" });
				await access.lend(NOTHING, () => lockedProject(place(root), async () => {}));
			});
			expect(readFileSync(join(root, ".dvc/tmp/lock"), "utf8")).toBe(` ${process.pid}\n`);
		}
		const warned: string[] = [];
		process.env["PATH"] = none;
		const progress: Progress = { ...silent, warn: (line) => warned.push(line) };
		expect(await lockedProject(place(root, { progress }), async () => "done")).toBe("done");
		expect(warned).toEqual([expect.stringContaining("neither perl nor python3")]);
	});

	it("says which lock file cannot be opened", async () => {
		const root = folder();
		await lockedProject(place(root), async () => {});
		rmSync(join(root, ".dvc/tmp/lock"));
		symlinkSync(join(root, "no/where"), join(root, ".dvc/tmp/lock"));
		await expect(lockedProject(place(root), async () => {})).rejects.toMatchObject({
			code: "lock-file",
			details: { found: expect.stringContaining("No such file") },
		});
		expect(existsSync(join(root, "no"))).toBe(false);
	});
});
