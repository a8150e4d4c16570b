import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Depot } from "../../../src/store/depot.ts";
import { openDepot } from "../../../src/store/depots/webdav.ts";
import { childrenOf, parseEntries } from "../../../src/store/depots/webdav-listing.ts";
import { bareSurroundings } from "../surroundings.ts";
import { bodyOf } from "./bodies.ts";
import { serve } from "./web-server.ts";

function open(url: string, options: Record<string, string> = {}): Promise<Depot> {
	return openDepot({ name: "dav", url, options: new Map(Object.entries(options)) }, bareSurroundings());
}

interface Node {
	readonly href: string;
	readonly size?: number;
}

const multistatus = (nodes: readonly Node[]): string =>
	`<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${nodes
		.map(({ href, size }) => {
			const kind = size === undefined ? "<D:resourcetype><D:collection/></D:resourcetype>" : "<D:resourcetype/>";
			const length = size === undefined ? "" : `<D:getcontentlength>${size}</D:getcontentlength>`;
			return `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${kind}${length}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
		})
		.join("")}</D:multistatus>`;

const names = async (xml: string): Promise<string[]> => childrenOf(await parseEntries(xml)).map(({ name }) => name);

describe("a WebDAV listing", () => {
	it("names what lies in a folder, not the folder, however the server writes paths", async () => {
		expect(await names(multistatus([{ href: "/d/" }, { href: "/d/ab/" }, { href: "/d/x%20y", size: 1 }]))).toEqual([
			"ab",
			"x y",
		]);
		expect(await names(multistatus([{ href: "http://h:1/d/x", size: 1 }, { href: "http://h:1/d" }]))).toEqual(["x"]);
		expect(
			await names(multistatus([{ href: "/remote.php/dav/d/" }, { href: "/remote.php/dav/d/100%", size: 1 }])),
		).toEqual(["100%"]);
		expect(await names(multistatus([{ href: "/d/" }]))).toEqual([]);
	});

	it("keeps sizes that a double does not hold, and names that look like numbers", async () => {
		const [, entry] = await parseEntries(multistatus([{ href: "/d/" }, { href: "/d/0012", size: 8_589_934_592 }]));
		expect(entry).toMatchObject({ path: "/d/0012", isFolder: false, size: 8_589_934_592n });
	});

	it("leaves out what half-written blobs are called, and what leads elsewhere", async () => {
		const odd = ["/d/..", "/d/a%2Fb", "/d/.AAAAAAAAAAAAAAAAAAAAAA.tmp", "/elsewhere/x", "/d/fine"];
		expect(await names(multistatus([{ href: "/d/" }, ...odd.map((href) => ({ href, size: 1 }))]))).toEqual(["fine"]);
	});

	it("reads thousands of entries with escapes in them", async () => {
		const many = Array.from({ length: 3000 }, (_, index) => ({ href: `/d/a&amp;b${index}`, size: 1 }));
		expect(await names(multistatus([{ href: "/d/" }, ...many]))).toHaveLength(3000);
	});
});

describe("a WebDAV remote", () => {
	/** A server that has folders, and moves or does not. */
	async function davServer(moveStatus: number, folders = new Set(["/d/"])) {
		const files = new Map<string, string>();
		const server = await serve((request, response, { body }) => {
			const path = request.url ?? "";
			const parent = path.replace(/[^/]+\/?$/, "");
			const answer = (status: number, text = "") => response.writeHead(status).end(text);
			switch (request.method ?? "") {
				case "PROPFIND":
					if (folders.has(path)) return answer(207, multistatus([{ href: path }]));
					return files.has(path)
						? answer(207, multistatus([{ href: path, size: files.get(path)?.length ?? 0 }]))
						: answer(404);
				case "MKCOL":
					if (folders.has(path)) return answer(405);
					if (!folders.has(parent)) return answer(409);
					folders.add(path);
					return answer(201);
				case "PUT":
					if (!folders.has(parent)) return answer(409);
					files.set(path, body ?? "");
					return answer(201);
				case "MOVE":
					if (moveStatus !== 201) return answer(moveStatus);
					files.set(new URL(String(request.headers["destination"])).pathname, files.get(path) ?? "");
					files.delete(path);
					return answer(201);
				case "DELETE":
					return answer(files.delete(path) ? 204 : 404);
				default:
					return answer(405);
			}
		});
		return { ...server, files };
	}

	it("makes folders once, deepest first, and shows a blob only when it is whole", async () => {
		const { host, seen, files } = await davServer(201);
		const depot = await open(`webdav://${host}/d`);
		const keys = ["files/md5/ab/1", "files/md5/ab/2", "files/md5/cd/3"];
		await Promise.all(keys.map((key) => depot.write(key, bodyOf(key))));
		expect(Object.fromEntries(files)).toEqual(Object.fromEntries(keys.map((key) => [`/d/${key}`, key])));
		const made = seen.filter(({ method }) => method === "MKCOL").map(({ path }) => path);
		expect(made.filter((path) => path === "/d/files/")).toHaveLength(1);
		expect(made.filter((path) => path === "/d/files/md5/ab/")).toHaveLength(2);
		const written = seen.filter(({ method }) => method === "PUT").map(({ path }) => path);
		for (const path of written) expect(path).toMatch(/\/\.[\w-]{22}\.tmp$/);
	});

	it.each([405, 501, 403, 502])(
		"writes in place on a server that answers %i to MOVE, and leaves nothing else",
		async (status) => {
			const { host, seen, files } = await davServer(status);
			const depot = await open(`webdav://${host}/d`);
			await depot.write("ab/1", bodyOf("one"));
			await depot.write("ab/2", bodyOf("two"));
			expect([...files]).toEqual([
				["/d/ab/1", "one"],
				["/d/ab/2", "two"],
			]);
			expect(seen.filter(({ method }) => method === "MOVE")).toHaveLength(1);
		},
	);

	it("sweeps what it wrote when the move fails", async () => {
		const { host, files } = await davServer(503);
		await expect((await open(`webdav://${host}/d`)).write("ab/1", bodyOf("one"))).rejects.toEqual(
			expect.objectContaining({ code: "remote-busy", again: true }),
		);
		expect([...files]).toEqual([]);
	});

	it("says when the remote's own folder is not there, and looks for it once", async () => {
		const missing = await davServer(201, new Set());
		const depot = await open(`webdav://${missing.host}/d`);
		const told = expect.objectContaining({ code: "remote-not-found", again: false });
		await expect(depot.stat("ab/1")).rejects.toEqual(told);
		await expect(depot.write("ab/1", bodyOf("one"))).rejects.toEqual(told);
		const there = await davServer(201);
		const other = await open(`webdav://${there.host}/d`);
		for (const key of ["ab/1", "ab/2"]) expect(await other.stat(key)).toBeNull();
		expect(there.seen.filter(({ path }) => path === "/d/")).toHaveLength(1);
	});

	it("makes a folder again that somebody took away", async () => {
		const folders = new Set(["/d/"]);
		const { host } = await davServer(201, folders);
		const depot = await open(`webdav://${host}/d`);
		await depot.write("ab/1", bodyOf("one"));
		folders.delete("/d/ab/");
		await expect(depot.write("ab/2", bodyOf("two"))).rejects.toThrow();
		await depot.write("ab/2", bodyOf("two"));
	});

	it.each([
		["a web page", 200, "<html>hi</html>"],
		["a page that calls itself a multistatus", 207, "<html>hi</html>"],
		["a server that knows no WebDAV", 405, ""],
	])("says of %s that it is no WebDAV", async (_what, status, text) => {
		const { host } = await serve((_, response) => response.writeHead(status).end(text));
		await expect((await open(`webdav://${host}/d`)).stat("k")).rejects.toEqual(
			expect.objectContaining({ code: "remote-strange" }),
		);
	});

	it("says who we are: token, user and password, a header of one's own", async () => {
		const { host, seen } = await davServer(201);
		await (await open(`webdav://${host}/d`, { token: "t0k", user: "ada" })).stat("k");
		await (await open(`webdav://ada@${host}/d`, { password: "pw" })).stat("k");
		await (await open(`webdav://${host}/d`, { custom_auth_header: "X-Key", password: "k3y" })).stat("k");
		const sent = seen
			.filter(({ path }) => path === "/d/k")
			.map(({ headers }) => headers.authorization ?? headers["x-key"]);
		expect(sent).toEqual(["Bearer t0k", `Basic ${Buffer.from("ada:pw").toString("base64")}`, "k3y"]);
	});

	it("gets a token from a command, and another one when it is refused", async () => {
		const accepted = { token: "one" };
		const { host, seen } = await serve((request, response) => {
			const isFine = request.headers.authorization === `Bearer ${accepted.token}`;
			response.writeHead(isFine ? 207 : 401).end(multistatus([{ href: "/d/k", size: 3 }]));
		});
		const file = join(mkdtempSync(join(tmpdir(), "mainline-token-")), "token");
		writeFileSync(file, "one\n");
		const depot = await open(`webdav://${host}/d`, { bearer_token_command: `cat "${file}"` });
		expect(await Promise.all([depot.stat("k"), depot.stat("k")])).toEqual([3n, 3n]);
		writeFileSync(file, "two\n");
		accepted.token = "two";
		expect(await depot.stat("k")).toBe(3n);
		expect(seen).toHaveLength(4);
		const broken = await open(`webdav://${host}/d`, { bearer_token_command: "false" });
		await expect(broken.stat("k")).rejects.toEqual(expect.objectContaining({ code: "remote-credentials" }));
	});
});
