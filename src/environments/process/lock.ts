import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, infrastructure } from "../../kernel/index.ts";

/**
 * Runs `work` while no other process on this machine works on the same folder. The lock is a socket's name, which the
 * kernel takes back when its owner dies, however it dies: there is no stale lock to judge.
 */
export async function withLock<T>(
	folder: string,
	options: { readonly clock: Clock; readonly waitMs: number; readonly signal: AbortSignal },
	work: () => Promise<T>,
): Promise<T> {
	const server = await acquire(folder, options);
	try {
		return await work();
	} finally {
		await new Promise((resolve) => server.close(resolve));
	}
}

async function acquire(
	folder: string,
	{ clock, waitMs, signal }: { clock: Clock; waitMs: number; signal: AbortSignal },
): Promise<Server> {
	const address = addressOf(folder);
	const deadline = clock.monotonic() + waitMs;
	for (;;) {
		const server = await listen(address);
		if (server !== null) return server;
		if (signal.aborted) throw infrastructure("interrupted", "stopped while another deploy was under way");
		if (clock.monotonic() > deadline) {
			throw infrastructure("deploy-under-way", `another deploy to the same place has been going on for long`, {
				found: folder,
				hint: "wait for it to end and run again",
			});
		}
		if (!address.startsWith("\0") && !(await answers(address))) await rm(address, { force: true });
		await clock.sleep(50);
	}
}

/** Linux has socket names without a file; elsewhere it is a file that a dead owner leaves behind. */
function addressOf(folder: string): string {
	const name = `mainline-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
	return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

function listen(path: string): Promise<Server | null> {
	const server = createServer((socket) => socket.destroy());
	return new Promise((resolve, reject) => {
		server.once("error", (cause: NodeJS.ErrnoException) => {
			if (cause.code === "EADDRINUSE") resolve(null);
			else reject(infrastructure("lock-failed", `no lock could be taken: ${cause.message}`, { cause }));
		});
		server.listen({ path }, () => resolve(server));
	});
}

function answers(path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ path });
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
		socket.once("error", () => resolve(false));
	});
}
