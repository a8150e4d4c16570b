import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A repository of The Update Framework, as sigstore publishes its root of trust: one key for all roles. */
export interface Updates {
	readonly url: string;
	/** The first root, which clients are given by hand. */
	readonly root: string;
	/** Paths that were asked for. */
	readonly asked: string[];
	/** What is served: to be changed by whoever wants to see it missed. */
	readonly files: Map<string, Buffer>;
	stop(): Promise<void>;
}

export async function startUpdates(
	rootFile: string,
	targets: Readonly<Record<string, string>>,
	{ expires = "2999-01-01T00:00:00Z" } = {},
): Promise<Updates> {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	const hex = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
	const key = { keytype: "ed25519", scheme: "ed25519", keyval: { public: hex } };
	const keyid = sha256(canonical(key));
	const role = (type: string, more: object): Buffer => {
		const signed = { _type: type, spec_version: "1.0.31", version: 1, expires, ...more };
		const sig = sign(null, Buffer.from(canonical(signed)), privateKey).toString("hex");
		return Buffer.from(JSON.stringify({ signatures: [{ keyid, sig }], signed }));
	};
	const one = { keyids: [keyid], threshold: 1 };
	const roles = { root: one, timestamp: one, snapshot: one, targets: one };
	const root = role("root", {
		consistent_snapshot: true,
		keys: { [keyid]: key },
		roles,
		expires: "2999-01-01T00:00:00Z",
	});
	const described = Object.entries(targets).map(([name, text]) => [
		name,
		{ length: Buffer.byteLength(text), hashes: { sha256: sha256(text) } },
	]);
	const files = new Map<string, Buffer>([
		["/timestamp.json", role("timestamp", { meta: { "snapshot.json": { version: 1 } } })],
		["/1.snapshot.json", role("snapshot", { meta: { "targets.json": { version: 1 } } })],
		["/1.targets.json", role("targets", { targets: Object.fromEntries(described) })],
		...Object.entries(targets).map(([name, text]): [string, Buffer] => [
			`/targets/${sha256(text)}.${name}`,
			Buffer.from(text),
		]),
	]);
	writeFileSync(rootFile, root);
	const asked: string[] = [];
	const server = createServer(({ url = "" }, response) => {
		asked.push(url);
		const bytes = files.get(url);
		response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		root: rootFile,
		asked,
		files,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** JSON with sorted keys and no blanks, which is what is signed. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) =>
		typeof each === "object" && each !== null && !Array.isArray(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each,
	);
}

function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
