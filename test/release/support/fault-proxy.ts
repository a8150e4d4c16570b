import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** What goes wrong at one call: the connection ends, or stays silent; the answer breaks off, is a refusal, or is about something else. */
export type Fault = "drop" | "drop-after" | "cut" | "silence" | "500" | "429" | "401" | "403" | "wrong";

export interface FaultProxy {
	readonly host: string;
	/** From now on: count calls from 1, and spoil call `at` (0: none, Infinity: every one), or all from there on. */
	arm(at: number, fault: Fault, lasting?: boolean): void;
	/** Calls since `arm`. */
	calls(): number;
	/** From now on the one repository stands for the other: what is named in files can be a fresh one each time. */
	rename(from: string, to: string): void;
	stop(): Promise<void>;
}

/** Stands before a registry, or another server on the web, and spoils one call. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
	let [calls, at, fault, lasts] = [0, 0, "drop" as Fault, false];
	let [from, to] = ["", ""];
	const server = createServer((incoming, outgoing) => {
		calls++;
		if (from !== "") incoming.url = (incoming.url ?? "").replace(`/v2/${from}/`, `/v2/${to}/`);
		if (calls === at || at === Number.POSITIVE_INFINITY || (lasts && calls > at))
			spoil({ incoming, outgoing, fault, target });
		else
			forward(incoming, target, (answer) => answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)));
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		host: `127.0.0.1:${address.port}`,
		arm: (next, kind, lasting = false) => {
			[calls, at, fault, lasts] = [0, next, kind, lasting];
		},
		calls: () => calls,
		rename: (old, now) => {
			[from, to] = [old, now];
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

interface Call {
	readonly incoming: IncomingMessage;
	readonly outgoing: ServerResponse;
	readonly fault: Fault;
	readonly target: string;
}

function spoil({ fault, incoming, outgoing, target }: Call): void {
	switch (fault) {
		case "drop":
			incoming.socket.destroy();
			return;
		case "drop-after":
			forward(incoming, target, (answer) => {
				answer.resume();
				incoming.socket.destroy();
			});
			return;
		case "cut":
			forward(incoming, target, (answer) => {
				outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
				answer.once("data", (chunk: Buffer) => {
					outgoing.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => incoming.socket.destroy());
				});
				answer.once("end", () => incoming.socket.destroy());
			});
			return;
		case "429":
			incoming.resume();
			outgoing.writeHead(429, { "retry-after": "1" }).end("slow down");
			return;
		case "silence":
			incoming.resume();
			return;
		case "401":
			incoming.resume();
			outgoing.writeHead(401, { "www-authenticate": 'Basic realm="registry"' }).end("{}");
			return;
		case "403":
			incoming.resume();
			outgoing.writeHead(403).end("{}");
			return;
		case "wrong":
			forward(incoming, target, (answer) => void falsify(answer, outgoing));
			return;
		case "500":
			incoming.resume();
			outgoing.writeHead(500).end("{}");
	}
}

/** Another content under the same name, in the header and in the body. */
async function falsify(answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const said = answer.headers["docker-content-digest"];
	const headers = said === undefined ? {} : { "docker-content-digest": `sha256:${"0".repeat(64)}` };
	outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...headers });
	const chunks: Buffer[] = [];
	for await (const chunk of answer) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	const last = body.length - 1;
	if (last >= 0) body.writeUInt8((body.readUInt8(last) + 1) % 256, last);
	outgoing.end(body);
}

function forward(incoming: IncomingMessage, target: string, answered: (answer: IncomingMessage) => void): void {
	const { headers, method, url } = incoming;
	const outward = request(`http://${target}${url ?? ""}`, { method, headers }, answered);
	outward.on("error", () => incoming.socket.destroy());
	incoming.pipe(outward);
}
