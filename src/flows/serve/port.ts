import { createServer } from "node:net";
import { type Clock, infrastructure } from "../../kernel/index.ts";

/** Failure `port-taken`: said before anything is started, and not by the server in words of its own. */
export async function requireFreePort(host: string, port: number): Promise<void> {
	const server = createServer();
	const cause = await new Promise<Error | null>((done) => {
		server.once("error", done);
		server.listen({ host, port }, () => server.close(() => done(null)));
	});
	if (cause === null) return;
	throw infrastructure("port-taken", `port ${port} cannot be listened on: ${cause.message}`, {
		found: `${host}:${port}`,
		hint: "end the program that has it, or choose another with --port N",
	});
}

const PAUSE_MS = 50;
const ONE_REQUEST_MS = 2000;

/** Whether a server came to say that it is ready; false when `signal` ended the waiting. */
export async function untilReady(
	url: string,
	{ clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<boolean> {
	while (!signal.aborted) {
		const patience = AbortSignal.any([signal, AbortSignal.timeout(ONE_REQUEST_MS)]);
		const headers = { connection: "close" };
		const answer = await fetch(`${url}/v2/health/ready`, { headers, signal: patience }).catch(() => null);
		await answer?.body?.cancel();
		if (answer?.status === 200) return true;
		await clock.sleep(PAUSE_MS);
	}
	return false;
}
