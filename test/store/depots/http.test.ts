import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import type { Depot, Surroundings } from "../../../src/store/depot.ts";
import { openDepot } from "../../../src/store/depots/http.ts";
import { bareSurroundings } from "../surroundings.ts";
import { bodyOf, textOf } from "./bodies.ts";
import { serve } from "./web-server.ts";

const MIB = "m".repeat(3 * 1024 * 1024);

function open(
	url: string,
	options: Record<string, string> = {},
	surroundings: Partial<Surroundings> = {},
): Promise<Depot> {
	const config = { name: "web", url, options: new Map(Object.entries(options)) };
	return openDepot(config, bareSurroundings(surroundings));
}

const BASIC = { auth: "basic", user: "ada", password: "pässword" };
const failing = (code: string, again: boolean, rest: object = {}) => expect.objectContaining({ code, again, ...rest });

describe("an http remote", () => {
	it("asks for the size without the bytes", async () => {
		const { host, seen } = await serve((_, response) => response.setHeader("content-length", 12_345).end());
		const depot = await open(`http://${host}/data/`);
		expect(await depot.stat("files/md5/ab/cd")).toBe(12_345n);
		expect(seen).toMatchObject([
			{ method: "HEAD", path: "/data/files/md5/ab/cd", headers: { "accept-encoding": "identity" } },
		]);
	});

	it.each([404, 410, 403])("takes %i to a stranger for: not there", async (status) => {
		const { host } = await serve((_, response) => response.writeHead(status).end("a page"));
		const depot = await open(`http://${host}`);
		expect(await depot.stat("k")).toBeNull();
		expect(await depot.read("k")).toBeNull();
	});

	it("takes 403 to someone who has logged in for what it says", async () => {
		const { host } = await serve((_, response) => response.writeHead(403).end());
		const depot = await open(`http://${host}`, BASIC);
		await expect(depot.stat("k")).rejects.toEqual(failing("remote-denied", false));
		await expect(depot.read("k")).rejects.toEqual(failing("remote-denied", false));
	});

	it.each([
		["that refuses HEAD and knows ranges", (range: string | undefined) => (range === undefined ? 405 : 206)],
		["that refuses HEAD and ranges", () => 200],
	])("finds the size on a server %s", async (_what, statusOf) => {
		const { host } = await serve((request, response) => {
			if (request.method === "HEAD") return response.writeHead(405).end();
			const status = statusOf(request.headers.range);
			if (status === 206) return response.writeHead(206, { "content-range": "bytes 0-0/7" }).end("a");
			// without a length: it is counted
			response.write("abc");
			return response.end("defg");
		});
		expect(await (await open(`http://${host}`)).stat("k")).toBe(7n);
	});

	it.each([
		[
			"gives the rest",
			(from: number) => [206, { "content-range": `bytes ${from}-9/10` }, "0123456789".slice(from)] as const,
		],
		["gives all of it", () => [200, {}, "0123456789"] as const],
		["gives more than the rest", () => [206, { "content-range": "bytes 2-9/10" }, "23456789"] as const],
	])("reads on from the middle when the server %s", async (_what, answer) => {
		const { host } = await serve((request, response) => {
			const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
			const [status, headers, text] = answer(from);
			response.writeHead(status, headers).end(text);
		});
		const depot = await open(`http://${host}`);
		expect(await textOf(await depot.read("k", 6n))).toBe("6789");
	});

	it("reads nothing on from the end", async () => {
		const { host } = await serve((_, response) => response.writeHead(416).end("no"));
		expect(await textOf(await (await open(`http://${host}`)).read("k", 10n))).toBe("");
	});

	it("tells a body that was cut as something to try again", async () => {
		const { host } = await serve((_, response) => {
			response.writeHead(200, { "content-length": 1000 }).write("half");
			setTimeout(() => response.destroy(), 50);
		});
		const stream = await (await open(`http://${host}`)).read("k");
		await expect(textOf(stream)).rejects.toEqual(failing("remote-unreachable", true));
	});

	it("gives up on a server that falls silent in the middle", async () => {
		const { host } = await serve((_, response) => response.writeHead(200, { "content-length": 1000 }).write("half"));
		const stream = await (await open(`http://${host}`, { read_timeout: "0.2" })).read("k");
		await expect(textOf(stream)).rejects.toEqual(
			failing("remote-unreachable", true, { details: expect.objectContaining({ found: "no sign of life for 0.2 s" }) }),
		);
	});

	it("waits for a reader who is slower than the server", async () => {
		const { host } = await serve((_, response) => response.end(MIB));
		const stream = await (await open(`http://${host}`, { read_timeout: "0.2" })).read("k");
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect((await textOf(stream))?.length).toBe(MIB.length);
	});

	it("lets go of the connection of a body that nobody reads", async () => {
		const closed = Promise.withResolvers<void>();
		const { host } = await serve((request, response) => {
			request.socket.once("close", () => closed.resolve());
			response.writeHead(200, { "content-length": 1e9 }).write(MIB);
		});
		(await (await open(`http://${host}`)).read("k"))?.destroy();
		await closed.promise;
	});

	it.each([
		[401, "remote-credentials", false],
		[408, "remote-busy", true],
		[429, "remote-busy", true],
		[500, "remote-busy", true],
		[503, "remote-busy", true],
		[507, "remote-denied", false],
		[404, "remote-denied", false],
		[418, "remote-strange", false],
		[302, "remote-strange", false],
	])("writes, and takes %i for %s", async (status, code, again) => {
		const { host } = await serve((_, response) => response.writeHead(status, { "retry-after": "7" }).end("x"));
		const depot = await open(`http://${host}`, BASIC);
		await expect(depot.write("k", bodyOf("x"))).rejects.toEqual(failing(code, again, again ? { waitMs: 7000 } : {}));
	});

	it("takes 404 for a folder that is not there when it puts, not for a server without uploads", async () => {
		const { host } = await serve((_, response) => response.writeHead(404).end());
		const depot = await open(`http://${host}`, { ...BASIC, method: "PUT" });
		await expect(depot.write("k", bodyOf("x"))).rejects.toEqual(failing("remote-not-found", false));
	});

	it("understands a time in Retry-After by the server's own clock", async () => {
		const headers = { date: "Wed, 21 Oct 2015 07:28:00 GMT", "retry-after": "Wed, 21 Oct 2015 07:28:09 GMT" };
		const { host } = await serve((_, response) => response.writeHead(503, headers).end());
		await expect((await open(`http://${host}`)).stat("k")).rejects.toEqual(
			failing("remote-busy", true, { waitMs: 9000 }),
		);
	});

	it.each([
		["POST", {}, false],
		["PUT", { method: "put" }, true],
	])("uploads by %s, with the length before it", async (method, options, whole) => {
		const { host, seen } = await serve((_, response) => response.writeHead(201).end());
		await (await open(`http://${host}/d`, options)).write("files/md5/ab/cd", bodyOf("héllo", whole));
		expect(seen).toMatchObject([
			{ method, path: "/d/files/md5/ab/cd", body: "héllo", headers: { "content-length": "6" } },
		]);
	});

	it("names the other method when a server does not take this one", async () => {
		const { host } = await serve((_, response) => response.writeHead(405).end());
		await expect((await open(`http://${host}`)).write("k", bodyOf("x"))).rejects.toEqual(
			failing("remote-denied", false, {
				details: expect.objectContaining({ hint: expect.stringContaining("dvc remote modify web method PUT") }),
			}),
		);
	});

	it("hears a refusal before it has sent a big body, whether or not the server asks it to go on", async () => {
		const { host, seen } = await serve((_, response) => response.writeHead(401).end("who are you?"), true);
		const depot = await open(`http://${host}`);
		await expect(depot.write("k", bodyOf(MIB))).rejects.toEqual(failing("remote-credentials", false));
		expect(seen[0]?.headers.expect).toBe("100-continue");
	});

	it("sends a big body to a server that never says: go on", async () => {
		const sockets = createServer((socket) => {
			let got = 0;
			socket.on("data", (chunk) => {
				got += chunk.length;
				if (got > MIB.length) socket.end("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n");
			});
			socket.on("error", () => {});
		}).listen(0, "127.0.0.1");
		await once(sockets, "listening");
		const address = sockets.address();
		const port = typeof address === "object" ? address?.port : 0;
		await (await open(`http://127.0.0.1:${port}`)).write("k", bodyOf(MIB));
		sockets.close();
	});

	it("tells an error in reading our own file as it is", async () => {
		const { host } = await serve((_, response) => response.end());
		const broken = bodyOf("x".repeat(100_000));
		const open_ = () =>
			broken.open().once("resume", function (this: { destroy(cause: Error): void }) {
				this.destroy(Object.assign(new Error("EIO: i/o error"), { code: "EIO", syscall: "read" }));
			});
		await expect((await open(`http://${host}`)).write("k", { ...broken, open: open_ })).rejects.toMatchObject({
			code: "EIO",
			syscall: "read",
		});
	});

	it("says who we are: basic, by a header of one's own, in the url", async () => {
		const { host, seen } = await serve((_, response) => response.setHeader("content-length", 1).end());
		const basic = `Basic ${Buffer.from("ada:pässword").toString("base64")}`;
		await (await open(`http://${host}`, BASIC)).stat("k");
		await (await open(`http://ada:p%C3%A4ssword@${host}`)).stat("k");
		await (await open(`http://${host}`, { auth: "custom", custom_auth_header: "X-Token", password: "t0k" })).stat("k");
		expect(seen.map(({ headers }) => headers.authorization ?? headers["x-token"])).toEqual([basic, basic, "t0k"]);
	});

	it("shows neither a password nor a query in its address", async () => {
		expect((await open("https://ada:secret@Example.org:8443/d/?sig=secret")).address).toBe(
			"https://example.org:8443/d",
		);
	});

	it("answers a digest challenge, counts, and takes a new nonce when the old one is stale", async () => {
		let nonce = "n1";
		const { host, seen } = await serve((request, response) => {
			const sent = request.headers.authorization ?? "";
			const field = (name: string): string => new RegExp(`${name}="?([^",]*)`).exec(sent)?.[1] ?? "";
			const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
			const [nc, cnonce] = [field("nc"), field("cnonce")];
			const expected = md5(`${md5("ada:r:pw")}:${nonce}:${nc}:${cnonce}:auth:${md5(`HEAD:${request.url}`)}`);
			if (field("response") === expected) return response.setHeader("content-length", 1).end();
			return response.writeHead(401, { "www-authenticate": `Digest realm="r", nonce="${nonce}", qop="auth"` }).end();
		});
		const depot = await open(`http://${host}/d?v=1`, { auth: "digest", user: "ada", password: "pw" });
		await depot.stat("k");
		await depot.stat("l");
		nonce = "n2";
		await depot.stat("m");
		const counts = seen.map(({ headers }) => /nc=(\d+)/.exec(headers.authorization ?? "")?.[1] ?? "none");
		expect(counts).toEqual(["none", "00000001", "00000002", "00000003", "00000001"]);
		const wrong = await open(`http://${host}`, { auth: "digest", user: "ada", password: "no" });
		await expect(wrong.stat("k")).rejects.toEqual(failing("remote-credentials", false));
	});

	it("follows redirects of reads and keeps credentials from other servers", async () => {
		const other = await serve((_, response) => response.end("there"));
		const { host, seen } = await serve((request, response) => {
			const to = request.url === "/d/k" ? "/moved/k" : `http://${other.host}/k`;
			response.writeHead(302, { location: to }).end();
		});
		const depot = await open(`http://${host}/d`, BASIC);
		expect(await textOf(await depot.read("k"))).toBe("there");
		expect(seen.map(({ path, headers }) => [path, headers.authorization !== undefined])).toEqual([
			["/d/k", true],
			["/moved/k", true],
		]);
		expect(other.seen[0]?.headers.authorization).toBeUndefined();
	});

	it("sends a body again where a redirect says so", async () => {
		const { host, seen } = await serve((request, response) => {
			if (request.url === "/k") return response.writeHead(307, { location: "/there" }).end();
			return response.end();
		});
		await (await open(`http://${host}`)).write("k", bodyOf("body"));
		expect(seen).toMatchObject([{ path: "/k" }, { method: "POST", path: "/there", body: "body" }]);
	});

	it.each([
		["in a circle", { location: "/k" }],
		["to nowhere", {}],
		["to a file of this machine", { location: "file:///etc/passwd" }],
	])("gives up on a redirect %s", async (_what, headers) => {
		const { host } = await serve((_, response) => response.writeHead(301, headers).end());
		await expect((await open(`http://${host}`)).read("k")).rejects.toEqual(expect.objectContaining({ again: false }));
	});

	it("tells that nobody listens as something to try again, and an unknown host as not", async () => {
		const { host } = await serve(() => {});
		const port = Number(host.split(":")[1]) - 1;
		await expect((await open(`http://127.0.0.1:${port}`)).stat("k")).rejects.toEqual(
			failing("remote-unreachable", true),
		);
		await expect((await open("http://no-such-host.invalid")).stat("k")).rejects.toEqual(
			expect.objectContaining({ code: "remote-unreachable" }),
		);
	});

	it("goes through the proxy that the environment names", async () => {
		const { host, seen } = await serve((_, response) => response.setHeader("content-length", 5).end());
		const depot = await open("http://example.invalid/d", {}, { variables: { HTTP_PROXY: `http://${host}` } });
		expect(await depot.stat("k")).toBe(5n);
		expect(seen[0]?.headers.host).toBe("example.invalid");
	});

	it("ends at once when the user has had enough", async () => {
		const { host } = await serve(() => {});
		const abort = new AbortController();
		const asking = (await open(`http://${host}`, {}, { signal: abort.signal })).stat("k");
		setTimeout(() => abort.abort(), 50);
		await expect(asking).rejects.toMatchObject({ name: "AbortError" });
	});

	it("asks many things at a time over few connections", async () => {
		const sockets = new Set<unknown>();
		const { host } = await serve((request, response) => {
			sockets.add(request.socket);
			response.setHeader("content-length", 1).end();
		});
		const depot = await open(`http://${host}`);
		await Promise.all(Array.from({ length: 300 }, (_, index) => depot.stat(`k${index}`)));
		expect(sockets.size).toBeLessThanOrEqual(depot.lanes);
		await depot.close();
	});

	it.each([
		[{ auth: "basic", user: "ada" }, "password"],
		[{ auth: "basic", password: "x" }, "user"],
		[{ auth: "custom", password: "x" }, "custom_auth_header"],
		[{ auth: "kerberos", user: "a", password: "x" }, "auth"],
		[{ auth: "basic", user: "ada", ask_password: "true" }, "password"],
		[{ method: "DELETE" }, "method"],
		[{ read_timeout: "soon" }, "read_timeout"],
		[{ ssl_verify: "/no/such/file.pem" }, "ssl_verify"],
	])("refuses %o", async (options, option) => {
		const opening = open("https://127.0.0.1:1/d", options).then((depot) => depot.stat("k"));
		await expect(opening).rejects.toEqual(
			expect.objectContaining({ code: "config-invalid", message: expect.stringContaining(option) }),
		);
	});
});
