import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { parseSha256, type Sha256 } from "../../src/kernel/index.ts";
import { buildImage, type Credentials, type Layer, openImageStore } from "../../src/release/index.ts";
import { collect, hastyClock, recipe } from "./support/images.ts";

const SILENCE_MS = 400;
const BYTES = Buffer.alloc(1 << 20, "weights ");
const DIGEST = parseSha256(`sha256:${createHash("sha256").update(BYTES).digest("hex")}`) as Sha256;
const BLOB = { mediaType: "application/octet-stream", digest: DIGEST, size: BYTES.length };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.closeAllConnections();
});

async function serve(answer: Answer): Promise<{ host: string; seen: string[] }> {
	const seen: string[] = [];
	const server = createServer((request, response) => {
		seen.push(`${request.method} ${request.headers.range ?? ""}`.trim());
		answer(request, response);
	}).listen(0, "127.0.0.1");
	servers.push(server);
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return { host: `127.0.0.1:${address.port}`, seen };
}

function store(host: string, credentials?: Credentials) {
	const options = { clock: hastyClock(), silenceMs: SILENCE_MS, ...(credentials && { credentials }) };
	return openImageStore({ kind: "registry", repository: `${host}/acme/churn` }, options);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a registry that falls silent", () => {
	it("is given up after three tries, by name and by what was asked of it", async () => {
		const { host, seen } = await serve(() => {});
		await expect(store(host).resolve("v1")).rejects.toMatchObject({
			kind: "infrastructure",
			code: "registry-silent",
			message: `${host}: HEAD /v2/acme/churn/manifests/v1 got no answer for 0.4 s (tried 3 times)`,
		});
		expect(seen.length).toBe(3);
	});

	it("in the middle of a blob is asked for the rest", async () => {
		const { host, seen } = await serve((request, response) => {
			const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
			response.writeHead(from === 0 ? 200 : 206, { "content-length": BYTES.length - from });
			if (from === 0) response.write(BYTES.subarray(0, 300_000));
			else response.end(BYTES.subarray(from));
		});
		expect((await collect(store(host).blob(BLOB))).equals(BYTES)).toBe(true);
		expect(seen).toEqual(["GET", "GET bytes=300000-"]);
	});

	it("in the middle of a refusal is believed without its words", async () => {
		const { host } = await serve((_, response) => {
			response.writeHead(403, { "content-length": 100 }).write("{");
		});
		await expect(store(host).manifest(DIGEST)).rejects.toMatchObject({ code: "registry-forbidden" });
	});

	it("while it should give a token is named for that", async () => {
		const issuer = await serve(() => {});
		const { host } = await serve((_, response) => {
			const challenge = `Bearer realm="http://${issuer.host}/token",service="registry"`;
			response.writeHead(401, { "www-authenticate": challenge }).end();
		});
		await expect(store(host).resolve("v1")).rejects.toMatchObject({
			code: "registry-silent",
			message: `${issuer.host}: the request for a token to ${host} got no answer for 0.4 s (tried 3 times)`,
		});
	});

	it("while it should take a blob, or should say that it has it, is given up", async () => {
		const layer: Layer = {
			role: "model",
			descriptor: BLOB,
			diffId: DIGEST,
			open: () => slowly(40, 0),
		};
		for (const takes of [false, true]) {
			const { host, seen } = await serve((request, response) => {
				if (request.method === "HEAD") response.writeHead(404).end();
				else if (request.method === "POST")
					response.writeHead(202, { location: "/v2/acme/churn/blobs/uploads/1" }).end();
				else if (request.method === "GET") response.writeHead(404).end();
				else if (takes) request.resume();
				else request.pause();
			});
			const image = { ...(await buildImage(recipe())), layers: [layer] };
			await expect(store(host).push(image, [])).rejects.toMatchObject({
				code: "registry-silent",
				message: expect.stringContaining(`${host}: PUT /v2/acme/churn/blobs/uploads/1`),
			});
			expect(seen.filter((line) => line === "PUT").length).toBeGreaterThanOrEqual(3);
		}
	});
});

/** The blob in pieces, with pauses between them. */
async function* slowly(pieces: number, ms: number): AsyncGenerator<Uint8Array> {
	const size = Math.ceil(BYTES.length / pieces);
	for (let at = 0; at < BYTES.length; at += size) {
		await pause(ms);
		yield BYTES.subarray(at, at + size);
	}
}

describe("a registry that has to wait for us", () => {
	it("is not called silent while somebody is slow to read a blob", async () => {
		const { host, seen } = await serve((_, response) => response.end(BYTES));
		let size = 0;
		for await (const piece of store(host).blob(BLOB)) {
			if (size === 0) await pause(3 * SILENCE_MS);
			size += piece.length;
		}
		expect([size, seen.length]).toEqual([BYTES.length, 1]);
	});

	it("is not called silent while a blob's own source is slow", async () => {
		const layer: Layer = { role: "model", descriptor: BLOB, diffId: DIGEST, open: () => slowly(3, 2 * SILENCE_MS) };
		const { host, seen } = await serve((request, response) => {
			if (request.method === "HEAD") response.writeHead(404).end();
			else if (request.method === "POST") response.writeHead(202, { location: "/v2/acme/churn/blobs/uploads/1" }).end();
			else request.resume().on("end", () => response.writeHead(201).end());
		});
		const image = { ...(await buildImage(recipe())), layers: [layer] };
		// its manifest is stored as nothing here
		await expect(store(host).push(image, [])).rejects.toMatchObject({ code: "registry-changed-image" });
		expect(seen.filter((line) => line === "PUT").length).toBe(3);
	});
});
