import { readFile } from "node:fs/promises";
import type { Clock } from "../../kernel/index.ts";
import { run } from "../../shell/index.ts";

/** A process beyond doubt: a number alone may have been given to another one since. */
export interface ProcessId {
	readonly pid: number;
	/** As the system tells it (clock ticks since boot on Linux, a date elsewhere): only ever compared. */
	readonly startedAt: string;
}

/** Null when no such process lives; one that ended and was not collected yet does not. */
export async function identify(pid: number): Promise<ProcessId | null> {
	const startedAt = process.platform === "linux" ? await startInProc(pid) : await startByPs(pid);
	return startedAt === null ? null : { pid, startedAt };
}

export async function isAlive(id: ProcessId | null): Promise<boolean> {
	return id !== null && (await identify(id.pid))?.startedAt === id.startedAt;
}

/** How long a process may take to end after TERM, when nobody waits for an answer of it. */
export const GRACE_MS = 1500;

/** Ends the process and its group: TERM, then KILL. Nothing happens when the number belongs to somebody else by now. */
export async function end(id: ProcessId, clock: Clock, graceMs: number = GRACE_MS): Promise<void> {
	if (!(await isAlive(id))) return;
	signalGroup(id.pid, "SIGTERM");
	const deadline = clock.monotonic() + graceMs;
	while (clock.monotonic() < deadline) {
		if (!(await isAlive(id))) break;
		await clock.sleep(20);
	}
	if (await isAlive(id)) signalGroup(id.pid, "SIGKILL");
	while (await isAlive(id)) await clock.sleep(10);
}

/** Its processes are group leaders; a stray one may not be. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
	for (const target of [-pid, pid]) {
		try {
			process.kill(target, signal);
			return;
		} catch {
			// not a group, or gone
		}
	}
}

/** Field 22 of /proc/PID/stat; the second field is a name in brackets that may hold anything. */
async function startInProc(pid: number): Promise<string | null> {
	const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => null);
	if (stat === null) return null;
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const [state] = fields;
	return state === "Z" || state === "X" ? null : (fields[19] ?? null);
}

async function startByPs(pid: number): Promise<string | null> {
	const result = await run("ps", ["-o", "lstart=", "-o", "stat=", "-p", String(pid)]);
	const line = result.stdoutText.trim();
	return result.code !== 0 || line === "" || /\sZ\S*$/.test(line) ? null : line.replace(/\s+\S+$/, "");
}
