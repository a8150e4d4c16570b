import { readdir, readFile } from "node:fs/promises";

/** Processes on this machine that belong to a state folder's model, told by their own environment. */
export async function marked(stateDir: string): Promise<number[]> {
	const pids = (await readdir("/proc")).map(Number).filter((pid) => Number.isInteger(pid));
	const found = await Promise.all(
		pids.map(async (pid) => {
			const environ = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
			return environ.split("\0").some((line) => line.startsWith(`MAINLINE_INSTANCE=${stateDir}:`)) ? [pid] : [];
		}),
	);
	return found.flat();
}
