import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type BuiltImage, buildImage, type Credentials, openImageStore } from "../../src/release/index.ts";
import { hastyClock, recipe } from "./support/images.ts";

const BASIC = `Basic ${Buffer.from("bot:s3cret").toString("base64")}`;
const LOGIN: Credentials = { login: { host: null, username: "bot", password: "s3cret" } };
const TYPE = "application/vnd.oci.image.manifest.v1+json";

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.closeAllConnections();
});

interface Asked {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingMessage["headers"];
	readonly body: Buffer;
}

/** Null: as a registry answers that has nothing yet and takes everything. */
type Answer = (asked: Asked) => { status: number; headers?: Record<string, string>; body?: string } | null;

interface Playing {
	readonly host: string;
	readonly asked: Asked[];
}

/** A registry that answers by the book, but where a test says otherwise. */
async function play(answer: Answer): Promise<Playing> {
	const asked: Asked[] = [];
	const stored = new Set<string>();
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const url = new URL(request.url ?? "/", "http://x");
		const { method = "", headers } = request;
		const call = { method, path: url.pathname, query: url.searchParams, headers, body: Buffer.concat(chunks) };
		asked.push(call);
		const own = answer(call);
		if (own === null) byTheBook(call, stored, response);
		else response.writeHead(own.status, own.headers).end(own.body);
	}).listen(0, "127.0.0.1");
	servers.push(server);
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return { host: `127.0.0.1:${address.port}`, asked };
}

function byTheBook({ method, path, query }: Asked, stored: Set<string>, response: ServerResponse): void {
	const name = path.split("/").at(-1) ?? "";
	if (method === "HEAD") response.writeHead(stored.has(name) ? 200 : 404).end();
	else if (method === "POST") response.writeHead(202, { location: "/v2/acme/churn/blobs/uploads/1?state=a" }).end();
	else if (method === "PATCH") response.writeHead(202, { location: "/v2/acme/churn/blobs/uploads/1?state=b" }).end();
	else if (method === "PUT") {
		stored.add(query.get("digest") ?? name);
		response.writeHead(201).end();
	} else response.writeHead(404).end();
}

function push(host: string, image: BuiltImage, credentials?: Credentials, clock = hastyClock()) {
	const options = { clock, ...(credentials && { credentials }) };
	return openImageStore({ kind: "registry", repository: `${host}/acme/churn` }, options).push(image, ["v0.1.0"]);
}

const digestOfManifest = ({ path, method }: Asked): boolean => method === "PUT" && path.includes("/manifests/");
const storedAs = (image: BuiltImage) => ({ status: 201, headers: { "docker-content-digest": image.digest } });

describe("an upload", () => {
	it("goes where the registry says, another host included, which is not told who we are", async () => {
		const image = await buildImage(recipe());
		const storage = await play(() => ({ status: 201 }));
		const { host, asked } = await play((call) => {
			if (call.headers.authorization !== BASIC) return { status: 401, headers: { "www-authenticate": "Basic" } };
			if (call.method === "POST") return { status: 202, headers: { location: `http://${storage.host}/store?sig=x` } };
			return digestOfManifest(call) ? storedAs(image) : null;
		});
		await push(host, image, LOGIN);
		expect(storage.asked.map(({ method, path, query }) => `${method} ${path} ${query.get("sig")}`)).toEqual(
			Array(3).fill("PUT /store x"),
		);
		expect(storage.asked.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(undefined));
		expect(asked.filter(digestOfManifest).map(({ headers }) => headers.authorization)).toEqual([BASIC]);
	});

	it("whose token runs out in the middle gets one more, once", async () => {
		const image = await buildImage(recipe());
		let [tokens, spent] = [0, false];
		const playing: Playing = await play((call) => {
			if (call.path === "/token") return { status: 200, body: JSON.stringify({ token: `t${++tokens}` }) };
			const challenge = { "www-authenticate": `Bearer realm="http://${playing.host}/token",service="r"` };
			const { authorization } = call.headers;
			if (authorization === undefined) return { status: 401, headers: challenge };
			const isBlob = call.method === "PUT" && call.path.includes("/uploads/");
			if (isBlob && !spent) {
				spent = true;
				return { status: 401, headers: challenge };
			}
			return digestOfManifest(call) ? storedAs(image) : null;
		});
		await push(playing.host, image, LOGIN);
		const sizes = playing.asked
			.filter(({ method, path }) => method === "PUT" && path.includes("/uploads/"))
			.map(({ headers, body }) => body.length === Number(headers["content-length"]));
		// every body is whole, that of the repeated request too
		expect(sizes).toEqual(Array(4).fill(true));

		const refusing: Playing = await play((call) => {
			if (call.path === "/token") return { status: 200, body: JSON.stringify({ token: `t${++tokens}` }) };
			const challenge = { "www-authenticate": `Bearer realm="http://${refusing.host}/token",service="r"` };
			return call.method === "PUT" ? { status: 401, headers: challenge } : null;
		});
		await expect(push(refusing.host, image, LOGIN)).rejects.toMatchObject({ code: "registry-unauthorized" });
	});

	it("in pieces takes none shorter than the registry says, and the next address after each", async () => {
		const image = await buildImage(recipe({ modelFiles: [{ path: "w", source: Buffer.alloc(4 << 20, "weights") }] }));
		let pieces = 0;
		const { host, asked } = await play((call) => {
			const length = Number(call.headers["content-length"] ?? 0);
			if (length > 3 << 20) return { status: 413 };
			if (call.method === "POST") {
				const location = "/v2/acme/churn/blobs/uploads/1?at=0";
				return { status: 202, headers: { location, "oci-chunk-min-length": String(3 << 20) } };
			}
			if (call.method === "PATCH") {
				const location = `/v2/acme/churn/blobs/uploads/1?at=${++pieces}`;
				return { status: 202, headers: { location, range: call.headers["content-range"]?.replace(/^\d+/, "0") ?? "" } };
			}
			return digestOfManifest(call) ? storedAs(image) : null;
		});
		await expect(push(host, image)).rejects.toMatchObject({
			code: "registry-refused",
			message: expect.stringContaining("takes no request as long as"),
		});
		expect(pieces).toBe(0);
		// the same without a lower limit
		pieces = 0;
		asked.length = 0;
		const easy = await play((call) => {
			const length = Number(call.headers["content-length"] ?? 0);
			if (length > 3 << 20) return { status: 413 };
			if (call.method !== "PATCH") return digestOfManifest(call) ? storedAs(image) : null;
			const location = `/v2/acme/churn/blobs/uploads/1?at=${++pieces}`;
			return { status: 202, headers: { location, range: call.headers["content-range"]?.replace(/^\d+/, "0") ?? "" } };
		});
		await push(easy.host, image);
		const sent = easy.asked.filter(({ method }) => method === "PATCH");
		const last = easy.asked.find(({ method, query }) => method === "PUT" && query.has("at"));
		expect(sent.map(({ query }) => query.get("at"))).toEqual([null, "1"]);
		expect(last?.query.get("at")).toBe("2");
		const whole = Buffer.concat(sent.map(({ body }) => body));
		expect(whole.length).toBe(image.layers.at(-1)?.descriptor.size);
	});

	it("is mounted where the registry agrees, and sent where it does not even allow to ask", async () => {
		const built = await buildImage(recipe());
		const mounts = (host: string): BuiltImage => ({
			...built,
			layers: built.layers.map((layer) => ({ ...layer, mountFrom: `${host}/acme/other` })),
		});
		for (const status of [201, 202, 403, 404, 405]) {
			const playing = await play((call) => {
				if (call.query.has("mount"))
					return { status, headers: { location: "/v2/acme/churn/blobs/uploads/1?mounted=no" } };
				return digestOfManifest(call) ? storedAs(built) : null;
			});
			const report = await push(playing.host, mounts(playing.host));
			const sent = playing.asked.filter(({ method, path }) => method === "PUT" && path.includes("/uploads/"));
			expect([status, sent.length]).toEqual([status, status === 201 ? 1 : 3]);
			expect(report.reused > 0).toBe(status === 201);
			for (const { query } of playing.asked) expect(query.has("mount")).toBe(query.has("from"));
		}
	});

	it("is not believed when the registry has stored something else", async () => {
		const image = await buildImage(recipe());
		const other = { "docker-content-digest": `sha256:${"0".repeat(64)}` };
		const { host } = await play(({ method }) => (method === "PUT" ? { status: 201, headers: other } : null));
		await expect(push(host, image)).rejects.toMatchObject({ code: "blob-corrupt" });
	});
});

describe("a repository whose tags never move", () => {
	const immutable = (named: string) => (call: Asked) => {
		const isTag = call.path.endsWith("/manifests/v0.1.0");
		if (isTag && call.method === "HEAD") {
			return named === "" ? null : { status: 200, headers: { "docker-content-digest": named, "content-type": TYPE } };
		}
		const body = JSON.stringify({ errors: [{ code: "TAG_INVALID", message: "the tag is immutable" }] });
		return isTag && call.method === "PUT" ? { status: 400, body } : null;
	};

	it("is content with the tag that names this image already", async () => {
		const image = await buildImage(recipe());
		const { host, asked } = await play(immutable(image.digest));
		expect((await push(host, image)).digest).toBe(image.digest);
		expect(asked.filter(digestOfManifest)).toEqual([]);
	});

	it("keeps the other image that a tag names, which is said in a sentence", async () => {
		const image = await buildImage(recipe());
		const other = `sha256:${"b".repeat(64)}`;
		const { host } = await play(immutable(other));
		await expect(push(host, image)).rejects.toMatchObject({
			code: "registry-tag-taken",
			message: expect.stringContaining("names another image"),
			details: { found: expect.stringContaining(other), hint: expect.stringContaining("--bump patch") },
		});
	});

	it("is not blamed for a refusal of another kind", async () => {
		const image = await buildImage(recipe());
		const { host } = await play(immutable(""));
		await expect(push(host, image)).rejects.toMatchObject({ code: "registry-refused" });
	});
});

describe("a list of tags", () => {
	it("is followed from page to page, whatever kind of address leads on", async () => {
		const pages: Record<string, { tags: string[]; link?: string }> = {
			"": { tags: ["v1"], link: "</v2/acme/churn/tags/list?last=v1>; rel=next" },
			v1: { tags: [], link: '<list?last=v2>; rel="next"' },
			v2: { tags: ["v3"] },
		};
		const { host } = await play(({ query }) => {
			const page = pages[query.get("last") ?? ""];
			if (page === undefined) return { status: 500 };
			return { status: 200, headers: page.link ? { link: page.link } : {}, body: JSON.stringify({ tags: page.tags }) };
		});
		const store = openImageStore({ kind: "registry", repository: `${host}/acme/churn` }, { clock: hastyClock() });
		expect(await store.tags()).toEqual(["v1", "v3"]);
	});
});
