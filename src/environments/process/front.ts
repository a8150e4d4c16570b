import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { type Route, readRoute, stateFolder, writeJson } from "./files.ts";
import { identify } from "./identity.ts";

export interface FrontOptions {
	/** The state folder of one environment's port. */
	readonly directory: string;
	/** Where the environment is asked: on 127.0.0.1 only. */
	readonly port: number;
}

/**
 * The one process that owns an environment's port: it hands each new connection to what `current.json` names
 * at that moment, so that writing this file is the whole switch. Runs until it is ended; rejects when the port is
 * taken. It reads no other file of ours after its start, so an upgrade may replace the program below it.
 */
export async function serveFront({ directory, port }: FrontOptions): Promise<never> {
	const folder = stateFolder(directory);
	await mkdir(folder.root, { recursive: true });
	const server = createServer({ noDelay: true, pauseOnConnect: true }, (client) =>
		forward(client, () => readRoute(folder)),
	);
	server.listen({ host: "127.0.0.1", port, backlog: 511 });
	await once(server, "listening");
	const self = await identify(process.pid);
	await writeJson(folder.front, { ...self, port });
	await once(server, "close");
	throw new Error("the front's server closed, which nobody asks for");
}

/** Hands a connection to what `read` names at that moment. */
export function forward(client: Socket, read: () => Route | null): void {
	client.on("error", () => client.destroy());
	const route = read();
	if (route === null) refuse(client, "no model is deployed here");
	else handOver(client, route, read);
}

function handOver(client: Socket, route: Route, read: () => Route | null): void {
	const upstream = connect({ host: "127.0.0.1", port: route.port, noDelay: true });
	let connected = false;
	upstream.once("connect", () => {
		connected = true;
		client.pipe(upstream);
		upstream.pipe(client);
	});
	upstream.on("error", () => {
		if (connected) {
			client.destroy();
			return;
		}
		// replaced, drained and ended between the reading and the connecting: a loaded machine may take that long
		const now = read();
		if (now !== null && now.port !== route.port) handOver(client, now, read);
		else refuse(client, `${route.model} ${route.version} does not answer`);
	});
	client.on("close", () => upstream.destroy());
	upstream.on("close", () => {
		if (connected) client.end();
	});
}

/** Said in HTTP, because that is what models are asked in. */
function refuse(client: Socket, reason: string): void {
	const body = `${JSON.stringify({ error: reason })}\n`;
	const head = [
		"HTTP/1.1 503 Service Unavailable",
		"Content-Type: application/json",
		`Content-Length: ${Buffer.byteLength(body)}`,
		"Connection: close",
	];
	client.resume();
	client.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
