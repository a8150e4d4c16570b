import { readFile } from "node:fs/promises";

/** What Linux says of a process: its state (`Z`: ended, but not asked for yet) and when it started, in ticks since boot. */
export async function processAt(pid: number): Promise<{ state: string; started: string } | null> {
	const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
	// The program's name is in brackets and may hold anything; counting starts behind it.
	const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
	const [state, started] = [fields?.[0], fields?.[19]];
	return state === undefined || started === undefined ? null : { state, started };
}

/** Whether there is a process of this id that still does something. */
export async function isRunning(pid: number): Promise<boolean> {
	const found = await processAt(pid);
	return found === null ? answers(pid) : !isOver(found);
}

/** Killed, and only waiting to be asked how it ended: signals still reach it. */
export function isOver({ state }: { readonly state: string }): boolean {
	return state === "Z" || state === "X";
}

function answers(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return cause instanceof Error && "code" in cause && cause.code === "EPERM";
	}
}
