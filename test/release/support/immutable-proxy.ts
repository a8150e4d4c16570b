import { once } from "node:events";
import { createServer, request } from "node:http";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";

export interface ImmutableProxy {
	readonly host: string;
	/** Tags that somebody wanted to move. */
	readonly refused: string[];
	stop(): Promise<void>;
}

/** Stands before a registry and lets no tag move, as ECR and Harbor do where they are told to. */
export async function startImmutableProxy(target: string): Promise<ImmutableProxy> {
	const refused: string[] = [];
	const server = createServer(async (incoming, outgoing) => {
		const { method, url = "", headers } = incoming;
		// the lists of what hangs on an image are no such tags
		const [, tag] = /\/manifests\/(?!sha256-)([^/:]+)$/.exec(url) ?? [];
		const isThere = async (): Promise<boolean> =>
			(await fetch(`http://${target}${url}`, { method: "HEAD", headers: { accept: MANIFEST } })).ok;
		if (method === "PUT" && tag !== undefined && (await isThere())) {
			refused.push(tag);
			incoming.resume();
			const said = {
				errors: [{ code: "TAG_INVALID", message: `The image tag '${tag}' already exists and cannot be overwritten` }],
			};
			outgoing.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify(said));
			return;
		}
		const outward = request(`http://${target}${url}`, { method, headers }, (answer) =>
			answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)),
		);
		outward.on("error", () => incoming.socket.destroy());
		incoming.pipe(outward);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		host: `127.0.0.1:${address.port}`,
		refused,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
