import { readdir, readFile } from "node:fs/promises";
import { execa } from "execa";

/** How long a program may take to put away what it began. */
const GRACE_MS = 1500;

/**
 * Ends a program and all that it started, TERM first, then KILL: for what may not lead a group of its own, because it asks at the terminal.
 * A program that is ended alone leaves its children behind, and they hold its pipes.
 */
export async function endFamily(pid: number, gone: Promise<unknown>): Promise<void> {
	const family = [pid, ...descendants(pid, await parentsOfAll())];
	for (const each of family) signal(each, "SIGTERM");
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise((resolve) => {
		timer = setTimeout(resolve, GRACE_MS);
	});
	await Promise.race([gone, late]);
	clearTimeout(timer);
	for (const each of family) signal(each, "SIGKILL");
}

function descendants(pid: number, parents: ReadonlyMap<number, number>): number[] {
	const children = [...parents].flatMap(([child, parent]) => (parent === pid ? [child] : []));
	return children.flatMap((child) => [child, ...descendants(child, parents)]);
}

/** The parent of every process; empty where nobody tells. */
async function parentsOfAll(): Promise<Map<number, number>> {
	// small images have no ps
	const fromProc = await readdir("/proc").catch((): string[] => []);
	const pids = fromProc.filter((name) => /^\d+$/.test(name));
	if (pids.length > 0) return new Map((await Promise.all(pids.map(parentOf))).filter((pair) => pair !== null));
	const { stdout } = await execa("ps", ["-A", "-o", "pid=,ppid="], { reject: false });
	return new Map((stdout ?? "").split("\n").map((line) => pair(line.trim().split(/\s+/))));
}

async function parentOf(pid: string): Promise<[number, number] | null> {
	const text = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => null);
	// its name, in brackets, may hold anything
	return text === null ? null : pair([pid, text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? ""]);
}

function pair([pid, parent]: readonly string[]): [number, number] {
	return [Number(pid), Number(parent)];
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch {
		// it is gone already
	}
}
