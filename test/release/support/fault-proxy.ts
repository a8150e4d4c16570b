import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** What goes wrong at one call: the answer never comes, breaks off, or is a refusal that passes. */
export type Fault = "drop" | "drop-after" | "cut" | "500" | "429";

export interface FaultProxy {
	readonly host: string;
	/** From now on: count calls from 1, and spoil call `at` (0: none, Infinity: every one). */
	arm(at: number, fault: Fault): void;
	/** Calls since `arm`. */
	calls(): number;
	stop(): Promise<void>;
}

/** Stands before a registry and spoils one call. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
	let [calls, at, fault] = [0, 0, "drop" as Fault];
	const server = createServer((incoming, outgoing) => {
		calls++;
		if (calls === at || at === Number.POSITIVE_INFINITY) spoil({ incoming, outgoing, fault, target });
		else
			forward(incoming, target, (answer) => answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)));
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		host: `127.0.0.1:${address.port}`,
		arm: (next, kind) => {
			[calls, at, fault] = [0, next, kind];
		},
		calls: () => calls,
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
		case "500":
			incoming.resume();
			outgoing.writeHead(500).end("{}");
	}
}

function forward(incoming: IncomingMessage, target: string, answered: (answer: IncomingMessage) => void): void {
	const { headers, method, url } = incoming;
	const outward = request(`http://${target}${url ?? ""}`, { method, headers }, answered);
	outward.on("error", () => incoming.socket.destroy());
	incoming.pipe(outward);
}
