import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface Seen {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingMessage["headers"];
	/** Null when it did not come whole. */
	body: string | null;
}

export interface WebServer {
	/** `127.0.0.1:PORT`. */
	readonly host: string;
	readonly seen: Seen[];
}

const servers: Server[] = [];

afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

type Handler = (request: IncomingMessage, response: ServerResponse, seen: Seen) => unknown;

/** A server that does what real ones do only now and then. With `early`, it answers before it has read the body. */
export async function serve(handle: Handler, early = false): Promise<WebServer> {
	const seen: Seen[] = [];
	const server = createServer(async (request, response) => {
		const { method = "", url = "", headers } = request;
		const one: Seen = { method, path: url, headers, body: null };
		seen.push(one);
		if (!early) {
			const chunks: Uint8Array[] = [];
			for await (const chunk of request) chunks.push(chunk);
			one.body = Buffer.concat(chunks).toString("utf8");
		}
		await handle(request, response, one);
	});
	// a request that is cut on purpose
	server.on("clientError", (_cause, socket) => socket.destroy());
	servers.push(server.listen(0, "127.0.0.1"));
	await once(server, "listening");
	return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
