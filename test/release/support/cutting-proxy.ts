import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";

export interface CuttingProxy {
	readonly host: string;
	/** `PATCH 1048576-2097151` or `PUT` for each request that was let through or cut, with the bytes that went through. */
	readonly seen: { readonly line: string; bytes: number }[];
	/** Called when a body was cut, before anybody is told. */
	onCut: () => Promise<void>;
	stop(): Promise<void>;
}

/** Stands before a registry and breaks off the first `times` bodies that are longer than `after` bytes, there. */
export async function startCuttingProxy(
	target: string,
	{ after, times }: { readonly after: number; readonly times: number },
): Promise<CuttingProxy> {
	const seen: CuttingProxy["seen"] = [];
	let left = times;
	const server = createServer((incoming, outgoing) => {
		const { headers, method, url, socket } = incoming;
		const entry = { line: `${method} ${headers["content-range"] ?? ""}`.trim(), bytes: 0 };
		seen.push(entry);
		const outward = request(`http://${target}${url ?? ""}`, { method, headers }, (answer) =>
			answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)),
		);
		outward.on("error", () => socket.destroy());
		const cuts = left > 0 && Number(headers["content-length"] ?? 0) > after;
		if (cuts) left--;
		void pass(incoming, outward, { entry, most: cuts ? after : Number.POSITIVE_INFINITY }).then(async (whole) => {
			if (whole) return void outward.end();
			// what was sent arrives before the line goes dead
			outward.destroy();
			await proxy.onCut();
			socket.destroy();
		});
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const proxy: CuttingProxy = {
		host: `127.0.0.1:${address.port}`,
		seen,
		onCut: async () => {},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return proxy;
}

async function pass(
	incoming: IncomingMessage,
	outward: ReturnType<typeof request>,
	{ entry, most }: { entry: { bytes: number }; most: number },
): Promise<boolean> {
	try {
		for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
			const piece: Buffer = chunk.subarray(0, most - entry.bytes);
			await new Promise((resolve) => outward.write(piece, resolve));
			entry.bytes += piece.length;
			if (entry.bytes >= most) return false;
		}
	} catch {
		outward.destroy();
	}
	return true;
}
