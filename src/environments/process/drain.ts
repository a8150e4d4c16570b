import { readFile } from "node:fs/promises";
import type { Clock } from "../../kernel/index.ts";

const LONGEST_MS = 2000;
const ESTABLISHED = "01";

/**
 * Waits until nobody is connected to the port any more, two seconds at most: requests under way may end, with a server that
 * does not end them itself after TERM.
 */
export async function drain(port: number, clock: Clock): Promise<void> {
	const deadline = clock.monotonic() + LONGEST_MS;
	while (clock.monotonic() < deadline && (await hasConnections(port))) await clock.sleep(50);
}

/** `/proc/net/tcp`: `sl local_address rem_address st …`, addresses in hex, one line for each end of a connection on this machine. */
async function hasConnections(port: number): Promise<boolean> {
	const tables = await Promise.all(
		["/proc/net/tcp", "/proc/net/tcp6"].map((file) => readFile(file, "utf8").catch(() => "")),
	);
	const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
	return tables.some((table) =>
		table.split("\n").some((line) => {
			// a container's own end of it lies in another network: there, only the front's end is seen
			const [, local, remote, state] = line.trim().split(/\s+/);
			return state === ESTABLISHED && (local?.endsWith(suffix) === true || remote?.endsWith(suffix) === true);
		}),
	);
}
