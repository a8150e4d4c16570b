import { readdir, readFile } from "node:fs/promises";
import type { Clock } from "../../kernel/index.ts";
import type { Instance, StateFolder } from "./files.ts";
import { end, identify } from "./identity.ts";

/** The variable by which an instance, and everything that it started, is known again: `<state folder>:<instance id>`. */
export const MARK = "MAINLINE_INSTANCE";

/**
 * Ends every process of this environment that belongs to no instance in `keep`: what a deploy that was killed half way
 * left behind. It is told by its environment, so no file has to be right about it. Linux only; elsewhere nothing is swept.
 */
export async function sweep(
	folder: StateFolder,
	keep: readonly (Instance | null)[],
	{ clock, graceMs }: { readonly clock: Clock; readonly graceMs?: number },
): Promise<void> {
	const kept = new Set(keep.flatMap((instance) => (instance === null ? [] : [`${folder.root}:${instance.id}`])));
	for (const { pid, mark } of await marked(folder)) {
		if (kept.has(mark)) continue;
		const id = await identify(pid);
		if (id !== null && (await markOf(pid)) === mark) await end(id, clock, graceMs);
	}
}

async function marked(folder: StateFolder): Promise<{ pid: number; mark: string }[]> {
	if (process.platform !== "linux") return [];
	const pids = (await readdir("/proc")).map(Number).filter((pid) => Number.isInteger(pid) && pid > 1);
	const marks = await Promise.all(pids.map(async (pid) => ({ pid, mark: await markOf(pid) })));
	return marks.flatMap(({ pid, mark }) => (mark?.startsWith(`${folder.root}:`) ? [{ pid, mark }] : []));
}

/** Other users' processes cannot be read, and are none of ours. */
async function markOf(pid: number): Promise<string | null> {
	const environ = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
	const line = environ.split("\0").find((variable) => variable.startsWith(`${MARK}=`));
	return line?.slice(MARK.length + 1) ?? null;
}
