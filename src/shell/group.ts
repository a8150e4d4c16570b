const POLL_MS = 20;

/** Ends a whole process group, TERM first, then KILL: the leader may go at once while a child of its own, that ignores TERM, stays. */
export async function endGroup(pid: number | undefined, graceMs: number): Promise<void> {
	if (pid === undefined) return;
	let isOver = false;
	const timer = setTimeout(() => {
		isOver = true;
	}, graceMs);
	let isThere = signalGroup(pid, "SIGTERM");
	while (isThere && !isOver) {
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
		isThere = signalGroup(pid, 0);
	}
	clearTimeout(timer);
	if (isThere) signalGroup(pid, "SIGKILL");
}

/** False when the group is gone. Signal 0 only asks. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		return false;
	}
}
