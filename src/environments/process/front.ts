import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { type Clock, infrastructure } from "../../kernel/index.ts";
import { type Route, readRoute, stateFolder, writeJson } from "./files.ts";
import { identify, isAlive } from "./identity.ts";
import { goneWith, ownerOf } from "./owner.ts";

export interface FrontOptions {
	/** The state folder of one environment's port. */
	readonly directory: string;
	/** Where the environment is asked: on 127.0.0.1 only. */
	readonly port: number;
	readonly clock: Clock;
}

/**
 * The one process that owns an environment's port: it hands each new connection to what `current.json` names
 * at that moment, so that writing this file is the whole switch. Runs until it is ended, or until its owner has, where it
 * has one; rejects when the port is taken. It reads no file of the program after its start, so an upgrade may replace that below it.
 */
export async function serveFront({ directory, port, clock }: FrontOptions): Promise<void> {
	const folder = stateFolder(directory);
	const owner = ownerOf(folder);
	if (owner !== null && !(await isAlive(owner))) throw ownerGone(owner.pid);
	const server = createServer({ noDelay: true, pauseOnConnect: true }, (client) =>
		forward(client, () => readRoute(folder)),
	);
	server.listen({ host: "127.0.0.1", port, backlog: 511 });
	await once(server, "listening");
	const self = await identify(process.pid);
	// fails where the folder went while we started: nobody would find us any more
	await writeJson(folder.front, { ...self, port });
	await Promise.race([closed(server), ...(owner === null ? [] : [goneWith(owner, folder, clock)])]);
}

async function closed(server: Server): Promise<never> {
	await once(server, "close");
	throw new Error("the front's server closed, which nobody asks for");
}

function ownerGone(pid: number): Error {
	return infrastructure("owner-gone", `process ${pid}, which this was started for, has ended`, {
		hint: "nothing: a program that ends takes with it what it started for itself",
	});
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
