import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { type LockPlace, lockedProject } from "../../src/run/index.ts";
import { run } from "../../src/shell/index.ts";

function place(root: string): LockPlace {
	const { signal } = new AbortController();
	const about = { command: "mainline test", pid: process.pid, clock: systemClock, progress: silent, signal };
	return { root, ...about, patienceMs: 300, hardLinks: true };
}

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), "mainline-lock-"));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	mkdirSync(join(made, ".dvc/tmp"), { recursive: true });
	return made;
}

/** As whoever was killed leaves it; `seconds` from now it is over. */
function leaveLock(root: string, text: (lock: string) => string, seconds: number): void {
	const lock = join(root, ".dvc/tmp/lock");
	const claim = join(root, ".dvc/tmp/claim");
	writeFileSync(claim, text(lock));
	const until = new Date(Date.now() + seconds * 1000);
	utimesSync(claim, until, until);
	linkSync(claim, lock);
}

async function deadPid(): Promise<string> {
	return (await run("/bin/sh", ["-c", "echo $$"])).stdoutText.trim();
}

describe("a lock of hard links", () => {
	it("is held by one at a time, who is named, and leaves nothing behind", async () => {
		const root = folder();
		await lockedProject(place(root), async (access) => {
			await access.check({ read: [], write: [join(root, "x")] });
			await expect(lockedProject(place(root), async () => "both")).rejects.toMatchObject({
				code: "dvc-busy",
				message: expect.stringContaining(`process ${process.pid}`),
			});
		});
		expect(readdirSync(join(root, ".dvc/tmp")).filter((name) => name.includes("lock") && name !== "rwlock")).toEqual(
			[],
		);
		expect(await lockedProject(place(root), async () => "after")).toBe("after");
	});

	it("is taken over when its process is gone from this machine, or its time is over", async () => {
		const pid = await deadPid();
		for (const [host, seconds] of [
			[hostname(), 3600],
			["elsewhere", -60],
		] as const) {
			const root = folder();
			leaveLock(root, (lock) => [lock, host, pid, "17"].join("|"), seconds);
			expect(await lockedProject(place(root), async () => "in")).toBe("in");
		}
	});

	it("is left alone where it may be held: on another machine, or by a dvc, which names nobody", async () => {
		for (const text of [(lock: string) => `${lock}|elsewhere|${process.pid}|17`, () => "/somewhere/0123.lock"]) {
			const root = folder();
			leaveLock(root, text, 3600);
			await expect(lockedProject(place(root), async () => "in")).rejects.toMatchObject({
				code: "dvc-busy",
				details: { hint: expect.stringContaining("if nothing is running, remove") },
			});
		}
	});
});
