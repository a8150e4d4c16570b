import { readdirSync, readFileSync } from "node:fs";

/** Ids and command lines of processes whose arguments or environment name a folder. */
export function processesIn(dir: string): string[] {
	const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
	return pids.flatMap((pid) => {
		const [args = "", environment = ""] = ["cmdline", "environ"].map((name) => readOrNothing(`/proc/${pid}/${name}`));
		return args.includes(dir) || environment.includes(dir) ? [`${pid} ${args.replaceAll("\0", " ")}`] : [];
	});
}

/** Those of them that hold an environment's port. */
export function frontsIn(dir: string): string[] {
	return processesIn(dir).filter((line) => line.includes(" __front "));
}

/** A process may be gone by the time that it is looked at. */
function readOrNothing(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}
