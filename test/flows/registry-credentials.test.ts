import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registryCredentials } from "../../src/flows/registry-credentials.ts";
import { openImageStore } from "../../src/release/index.ts";
import { hastyClock } from "../release/support/images.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const signal = new AbortController().signal;
const path = process.env["PATH"];
let directory = "";
let server: Server;
let host = "";
let posted = "";

/** Takes bot and s3cret; hands out a token for an identity token. */
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-helpers-"));
	process.env["PATH"] = `${directory}${delimiter}${path}`;
	server = createServer(async (request, response) => {
		const { authorization } = request.headers;
		for await (const chunk of request) posted += chunk;
		if (request.url === "/token") response.end('{"access_token":"t0ken"}');
		else if (authorization === basic("bot", "s3cret") || authorization === "Bearer t0ken")
			response.writeHead(200, { "docker-content-digest": DIGEST }).end();
		else if (request.url?.includes("/tokens/"))
			response.writeHead(401, { "www-authenticate": `Bearer realm="http://${host}/token"` }).end();
		else response.writeHead(401, { "www-authenticate": "Basic" }).end();
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	host = typeof address === "object" ? `127.0.0.1:${address?.port}` : "";
	await helper("works", `printf %s "$server" >> "${directory}/asked"; echo '{"Username":"bot","Secret":"s3cret"}'`);
	await helper("token", `echo '{"Username":"<token>","Secret":"1dentity"}'`);
	await helper("empty", `echo 'credentials not found in native keychain'; exit 1`);
	await helper("babbles", "echo hello");
});
afterAll(async () => {
	process.env["PATH"] = path;
	server.closeAllConnections();
	await rm(directory, { recursive: true, force: true });
});

function basic(username: string, password: string): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

async function helper(name: string, body: string): Promise<void> {
	const file = join(directory, `docker-credential-${name}`);
	await writeFile(file, `#!/bin/sh\n[ "$1" = get ] || exit 2\nserver=$(cat)\n${body}\n`);
	await chmod(file, 0o755);
}

function resolve(config: object, repository = "acme/churn"): Promise<unknown> {
	const machine = { registryAuth: JSON.stringify(config) };
	const credentials = registryCredentials({ machine: machine as never, signal }, null);
	const store = openImageStore(
		{ kind: "registry", repository: `${host}/${repository}` },
		{ clock: hastyClock(), credentials },
	);
	return store.resolve("v1");
}

describe("a helper program that docker's file names", () => {
	it("is asked for the registry's login, once, and is preferred to what the file says itself", async () => {
		const auths = { [host]: { auth: Buffer.from("old:wrong").toString("base64") } };
		expect(await resolve({ auths, credHelpers: { [host]: "works", "ghcr.io": "empty" } })).toBe(DIGEST);
		expect(await readFile(join(directory, "asked"), "utf8")).toBe(host);
		expect(await resolve({ credsStore: "works" })).toBe(DIGEST);
		// the store of all logins comes after an entry that holds one
		const entry = { [host]: { auth: Buffer.from("bot:s3cret").toString("base64") } };
		expect(await resolve({ auths: entry, credsStore: "empty" })).toBe(DIGEST);
	});

	it("may give an identity token, which is exchanged", async () => {
		expect(await resolve({ credsStore: "token" }, "acme/tokens/churn")).toBe(DIGEST);
		expect(new URLSearchParams(posted).get("refresh_token")).toBe("1dentity");
	});

	it("that has none, says something else or is not installed leaves us nobody, with its name", async () => {
		for (const name of ["empty", "babbles", "not-installed"]) {
			await expect(resolve({ credsStore: name })).rejects.toMatchObject({
				code: "registry-unauthorized",
				details: { hint: expect.stringContaining(`docker-credential-${name}`) },
			});
		}
	});

	it("is a program's name and nothing else", async () => {
		await expect(resolve({ credsStore: "../../tmp/x" })).rejects.toMatchObject({
			kind: "input",
			code: "docker-config",
		});
	});
});
