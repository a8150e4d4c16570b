import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { forward } from "../../src/environments/process/front.ts";
import { freePort } from "./rig.ts";

const servers: Server[] = [];

afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<number> {
	servers.push(server.listen(0, "127.0.0.1"));
	await once(server, "listening");
	return (server.address() as AddressInfo).port;
}

const answering = (): Server =>
	createServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"));

it("a connection goes to the new model where the old one ended before it got there", async () => {
	const [gone, live] = [await freePort(), await listening(answering())];
	const route = (port: number) => ({ model: "churn", version: `v${port}`, port });
	const routes = [route(gone), route(live), route(gone), route(gone)];
	const front = createServer({ pauseOnConnect: true }, (client) => forward(client, () => routes.shift() ?? null));
	const url = `http://127.0.0.1:${await listening(front)}/`;
	const status = async (): Promise<number> => (await fetch(url, { headers: { connection: "close" } })).status;
	expect(await status()).toBe(200);
	expect(await status()).toBe(503);
	expect(await status()).toBe(503);
	expect(routes).toEqual([]);
});
