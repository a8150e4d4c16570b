import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { buildImage, type Credentials, openImageStore, parseReference } from "../../src/release/index.ts";
import { hastyClock, recipe } from "./support/images.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A server on loopback; remembers what it was asked. */
async function serve(answer: Answer): Promise<{ host: string; seen: { line: string; auth: string | undefined }[] }> {
	const seen: { line: string; auth: string | undefined }[] = [];
	const server = createServer((request, response) => {
		seen.push({ line: `${request.method} ${request.url}`, auth: request.headers.authorization });
		answer(request, response);
	}).listen(0, "127.0.0.1");
	servers.push(server);
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return { host: `127.0.0.1:${address.port}`, seen };
}

function store(host: string, credentials?: Credentials, clock = hastyClock()) {
	const options = { clock, ...(credentials && { credentials }) };
	return openImageStore({ kind: "registry", repository: `${host}/acme/churn` }, options);
}

const LOGIN: Credentials = { login: { host: null, username: "bot", password: "s3cret" } };
const BASIC = `Basic ${Buffer.from("bot:s3cret").toString("base64")}`;
const DIGEST = `sha256:${"a".repeat(64)}`;

function found(response: ServerResponse): void {
	response.writeHead(200, { "docker-content-digest": DIGEST }).end();
}

describe("a registry that wants a token", () => {
	it("is given one for the repository, and the password goes to the token's issuer only", async () => {
		const { host, seen } = await serve((request, response) => {
			const { authorization } = request.headers;
			if (request.url?.startsWith("/token")) response.end(JSON.stringify({ token: "t0ken" }));
			else if (authorization === "Bearer t0ken") found(response);
			else {
				const challenge = `Bearer realm="http://${host}/token",service="reg,istry",scope="x"`;
				response.writeHead(401, { "www-authenticate": challenge }).end();
			}
		});
		const registry = store(host, LOGIN);
		expect(await registry.resolve("v1")).toBe(DIGEST);
		expect(await registry.resolve("v2")).toBe(DIGEST);
		expect(seen).toEqual([
			{ line: "HEAD /v2/acme/churn/manifests/v1", auth: undefined },
			{ line: "GET /token?service=reg%2Cistry&scope=repository%3Aacme%2Fchurn%3Apull", auth: BASIC },
			{ line: "HEAD /v2/acme/churn/manifests/v1", auth: "Bearer t0ken" },
			{ line: "HEAD /v2/acme/churn/manifests/v2", auth: "Bearer t0ken" },
		]);
	});

	it("cannot have the password sent in clear to another machine", async () => {
		const { host } = await serve((_, response) => {
			response.writeHead(401, { "www-authenticate": 'Bearer realm="http://evil.example/token"' }).end();
		});
		await expect(store(host, LOGIN).resolve("v1")).rejects.toMatchObject({
			kind: "infrastructure",
			code: "registry-token",
		});
	});

	it("that refuses the token's scope is told apart from one that refuses the login", async () => {
		const { host } = await serve((_, response) =>
			response.writeHead(403).end('{"errors":[{"code":"DENIED","message":"no"}]}'),
		);
		await expect(store(host, LOGIN).resolve("v1")).rejects.toMatchObject({ code: "registry-forbidden" });
	});
});

describe("a login", () => {
	const file = (host: string): string =>
		JSON.stringify({
			auths: {
				[host]: { auth: "Zm9vOmJhcg==" },
				[`${host}/acme`]: { auth: Buffer.from("bot:s3cret").toString("base64") },
			},
		});

	it("is the most specific of the file's", async () => {
		const { host } = await serve((request, response) => {
			if (request.headers.authorization === BASIC) found(response);
			else response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end();
		});
		expect(await store(host, { dockerConfig: file(host) }).resolve("v1")).toBe(DIGEST);
	});

	it("holds for many requests at once, and a wrong one is refused to each", async () => {
		const { host } = await serve((request, response) => {
			if (request.headers.authorization === BASIC) found(response);
			else response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end();
		});
		const many = (login: object) => {
			const registry = store(host, login);
			return Promise.allSettled(["v1", "v2", "v3", "v4"].map((tag) => registry.resolve(tag)));
		};
		expect(await many(LOGIN)).toEqual(Array(4).fill({ status: "fulfilled", value: DIGEST }));
		const wrong = await many({ dockerConfig: JSON.stringify({ auths: { [host]: { auth: "Zm9vOmJhcg==" } } }) });
		expect(wrong.map((each) => each.status === "rejected" && each.reason.code)).toEqual(
			Array(4).fill("registry-unauthorized"),
		);
	});

	it("kept by a helper program is named in the failure", async () => {
		const { host } = await serve((_, response) => response.writeHead(401, { "www-authenticate": "Basic" }).end());
		await expect(store(host, { dockerConfig: '{"credsStore":"desktop"}' }).resolve("v1")).rejects.toMatchObject({
			code: "registry-unauthorized",
			details: { hint: expect.stringContaining("docker-credential-desktop") },
		});
	});

	it("never follows a redirect to another host", async () => {
		const image = await buildImage(recipe());
		const [layer] = image.layers;
		const bytes = Buffer.from("not the layer");
		const storage = await serve((_, response) => response.end(bytes));
		const { host } = await serve((request, response) => {
			if (request.headers.authorization === BASIC)
				response.writeHead(307, { location: `http://${storage.host}/blob` }).end();
			else response.writeHead(401, { "www-authenticate": "Basic" }).end();
		});
		const reading = (async () => {
			for await (const chunk of store(host, LOGIN).blob(layer?.descriptor ?? never()))
				expect(chunk).toBe("never a chunk");
		})();
		await expect(reading).rejects.toMatchObject({ code: "blob-corrupt" });
		expect(storage.seen).toEqual([{ line: "GET /blob", auth: undefined }]);
	});
});

describe("a busy registry", () => {
	it("is asked again when it says, with growing pauses otherwise", async () => {
		let calls = 0;
		const { host } = await serve((_, response) => {
			calls++;
			if (calls === 1) response.writeHead(429, { "retry-after": "7" }).end();
			else if (calls < 4) response.writeHead(503).end();
			else found(response);
		});
		const clock = hastyClock();
		expect(await store(host, undefined, clock).resolve("v1")).toBe(DIGEST);
		const [first = 0, second = 0, third = 0] = clock.slept;
		expect(first).toBe(7000);
		expect(second).toBeGreaterThanOrEqual(250);
		expect(third).toBeGreaterThanOrEqual(500);
	});
});

describe("an image's name", () => {
	it("is taken apart as docker does", () => {
		expect(parseReference("localhost:5000/a/b:v1")).toEqual({
			host: "localhost:5000",
			path: "a/b",
			tag: "v1",
			digest: null,
		});
		expect(parseReference(`ghcr.io/a/b@${DIGEST}`)).toEqual({
			host: "ghcr.io",
			path: "a/b",
			tag: null,
			digest: DIGEST,
		});
		expect(parseReference("python:3.12")).toMatchObject({
			host: "registry-1.docker.io",
			path: "library/python",
			tag: "3.12",
		});
	});

	for (const name of ["localhost:5000/A/b", "x/../y", "h:99999999/a", "a@sha256:1", "h.io/a:bad tag", ""]) {
		it(`${JSON.stringify(name)} is none`, () => expect(() => parseReference(name)).toThrow(/does not name an image/));
	}
});

function never(): never {
	throw new Error("no layer");
}
