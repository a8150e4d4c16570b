import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** What goes wrong at one call. */
export type Fault = "drop" | "drop-after" | "cut" | "wrong-bytes" | "slow" | "403" | "429" | "500" | "503";

export const FAULTS: readonly Fault[] = [
	"drop",
	"drop-after",
	"cut",
	"wrong-bytes",
	"slow",
	"403",
	"429",
	"500",
	"503",
];

export interface FaultProxy {
	/** `127.0.0.1:PORT` */
	readonly host: string;
	/** From now on: count calls from 1, and spoil call `at` (0: none; Infinity: every one). */
	arm(at: number, fault: Fault): void;
	/** Calls since `arm`. */
	calls(): number;
	/** `METHOD path` of each call since `arm`. */
	seen(): readonly string[];
	stop(): Promise<void>;
}

/** Stands before a server that speaks HTTP and spoils one call. Headers go through as they are: signatures hold. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
	let [at, fault] = [0, "drop" as Fault];
	let seen: string[] = [];
	const server = createServer((incoming, outgoing) => {
		seen.push(`${incoming.method} ${incoming.url}`);
		const spoilt = seen.length === at || at === Number.POSITIVE_INFINITY;
		const call = { incoming, outgoing, target };
		if (spoilt) spoil(call, fault);
		else forward(call, (answer) => answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)));
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		host: `127.0.0.1:${address.port}`,
		arm: (next, kind) => {
			[at, fault, seen] = [next, kind, []];
		},
		calls: () => seen.length,
		seen: () => seen,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

interface Call {
	readonly incoming: IncomingMessage;
	readonly outgoing: ServerResponse;
	readonly target: string;
}

function spoil(call: Call, fault: Fault): void {
	const { incoming, outgoing } = call;
	switch (fault) {
		case "drop":
			incoming.socket.destroy();
			return;
		case "drop-after":
			forward(call, (answer) => {
				answer.resume();
				incoming.socket.destroy();
			});
			return;
		case "cut":
			forward(call, (answer) => {
				outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
				answer.once("data", (chunk: Buffer) => {
					outgoing.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => incoming.socket.destroy());
				});
				answer.once("end", () => incoming.socket.destroy());
			});
			return;
		case "wrong-bytes":
			forward(call, (answer) => {
				outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
				let first = true;
				answer.on("data", (chunk: Buffer) => {
					if (first && chunk.length > 0) chunk.writeUInt8(chunk.readUInt8(0) ^ 1, 0);
					first = false;
					outgoing.write(chunk);
				});
				answer.once("end", () => outgoing.end());
			});
			return;
		case "slow":
			void sleep(1500).then(() =>
				forward(call, (answer) => answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers))),
			);
			return;
		case "403":
		case "429":
		case "500":
		case "503":
			incoming.resume();
			outgoing.writeHead(Number(fault), fault === "503" || fault === "429" ? { "retry-after": "1" } : {}).end("no");
	}
}

function forward({ incoming, outgoing, target }: Call, answered: (answer: IncomingMessage) => void): void {
	const { headers, method, url } = incoming;
	const outward = request(`http://${target}${url ?? ""}`, { method, headers }, (answer) => {
		answer.once("aborted", () => outgoing.destroy());
		answered(answer);
	});
	outward.on("error", () => incoming.socket.destroy());
	incoming.pipe(outward);
}
