import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/kernel/index.ts";
import { type RunOptions, type RunResult, run } from "../../src/shell/index.ts";

interface Ran extends RunResult {
	readonly tookMs: number;
}

async function shell(script: string, options: RunOptions): Promise<Ran> {
	const start = systemClock.monotonic();
	const result = await run("bash", ["-c", script], options);
	return { ...result, stdoutText: result.stdoutText, tookMs: systemClock.monotonic() - start };
}

function isThere(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

describe("a program that is waited for so long and no longer", () => {
	it("is told apart in what it says, and reads what it is given", async () => {
		const result = await shell("cat; echo out; echo err >&2; exit 3", { input: "in\n", timeoutMs: 20_000 });
		expect(result).toMatchObject({
			code: 3,
			signal: null,
			timedOut: false,
			stdoutText: "in\nout\n",
			stderr: "err\n",
		});
	});

	it("is ended with all that it started, even what holds its pipes and hears no TERM", async () => {
		const result = await shell("(trap '' TERM; sleep 100) & echo $!; exec sleep 100", { timeoutMs: 500 });
		expect(result).toMatchObject({ signal: "SIGTERM", timedOut: true });
		expect(result.tookMs).toBeLessThan(8000);
		await expect.poll(() => isThere(Number(result.stdoutText))).toBe(false);
	});

	it("is ended although it was stopped, as by a signal", async () => {
		const result = await shell("echo $$; kill -STOP $$", { timeoutMs: 500 });
		expect(result).toMatchObject({ code: 1, timedOut: true });
		expect(result.tookMs).toBeLessThan(8000);
		await expect.poll(() => isThere(Number(result.stdoutText))).toBe(false);
	});

	it("may take long as long as it says something", async () => {
		const speaking = await shell("for n in 1 2 3 4 5 6 7 8; do echo $n >&2; sleep 0.4; done", { silenceMs: 2500 });
		expect(speaking).toMatchObject({ code: 0, timedOut: false });
		expect(speaking.tookMs).toBeGreaterThan(2500);
		const silent = await shell("echo 1; sleep 100", { silenceMs: 500 });
		expect(silent).toMatchObject({ timedOut: true, stdoutText: "1\n" });
	});
});
