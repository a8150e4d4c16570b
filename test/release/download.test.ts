import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import { type BuiltImage, buildImage, openImageStore, unpack } from "../../src/release/index.ts";
import { collect, hastyClock, recipe } from "./support/images.ts";

const servers: Server[] = [];
const folders: string[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) server.closeAllConnections();
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

interface Registry {
	/** Answers that break off in the middle before one is whole. */
	cuts: number;
	/** Whether it gives a part of a blob when it is asked for one. */
	readonly ranges: boolean;
	readonly seen: string[];
}

/** A registry that holds one image and breaks its answers off. */
async function serve(image: BuiltImage, registry: Registry): Promise<string> {
	const answers = await contentOf(image);
	const server = createServer((request, response) => {
		const name = request.url?.split("/").at(-1) ?? "";
		registry.seen.push(`${request.method} ${name.slice(0, 12)} ${request.headers.range ?? ""}`.trim());
		const whole = name.startsWith("list") ? Buffer.from('{"tags":["v0.1.0"]}') : answers.get(name);
		if (whole === undefined) return void response.writeHead(404).end();
		give({ registry, request, response, whole });
	}).listen(0, "127.0.0.1");
	servers.push(server);
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return `127.0.0.1:${address.port}`;
}

async function contentOf({ digest, manifest, config, layers }: BuiltImage): Promise<Map<string, Buffer>> {
	const named = JSON.parse(Buffer.from(manifest).toString()) as { config: { digest: string } };
	const answers = new Map<string, Buffer>([
		[digest, Buffer.from(manifest)],
		[named.config.digest, Buffer.from(config)],
	]);
	for (const layer of layers) answers.set(layer.descriptor.digest, await collect(layer.open()));
	return answers;
}

interface Giving {
	readonly registry: Registry;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly whole: Buffer;
}

function give({ registry, request, response, whole }: Giving): void {
	const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
	const part = registry.ranges ? whole.subarray(from) : whole;
	const status = registry.ranges && from > 0 ? 206 : 200;
	response.writeHead(status, { "content-length": part.length });
	if (registry.cuts-- <= 0) return void response.end(part);
	response.write(part.subarray(0, Math.ceil(part.length / 2)), () => setTimeout(() => request.socket.destroy(), 10));
}

function store(host: string) {
	return openImageStore({ kind: "registry", repository: `${host}/acme/churn` }, { clock: hastyClock() });
}

async function folder(): Promise<string> {
	const made = await mkdtemp(join(tmpdir(), "mainline-download-"));
	folders.push(made);
	return made;
}

describe("an answer that breaks off", () => {
	for (const ranges of [true, false]) {
		it(`is gone on with where it ended, by a registry that knows ${ranges ? "" : "no "}ranges`, async () => {
			const image = await buildImage(recipe());
			const registry: Registry = { cuts: 0, ranges, seen: [] };
			const host = await serve(image, registry);
			const [layer] = image.layers;
			if (layer === undefined) expect.unreachable();
			registry.cuts = 3;
			const bytes = await collect(store(host).blob(layer.descriptor));
			expect(bytes.equals(await collect(layer.open()))).toBe(true);
			const [first, ...others] = registry.seen;
			expect(first).not.toContain("bytes");
			expect(others.length).toBe(3);
			for (const line of others) expect(line).toMatch(/ bytes=[1-9]\d*-$/);
		});
	}

	it("is asked for again: a manifest, and a list of tags", async () => {
		const image = await buildImage(recipe());
		const registry: Registry = { cuts: 1, ranges: true, seen: [] };
		const host = await serve(image, registry);
		expect(Buffer.from(await store(host).manifest(image.digest)).equals(image.manifest)).toBe(true);
		registry.cuts = 1;
		expect(await store(host).tags()).toEqual(["v0.1.0"]);
		expect(registry.seen.length).toBe(4);
	});

	it("is a failure of the network when it always does, and leaves nothing of the image behind", async () => {
		const image = await buildImage(recipe());
		const registry: Registry = { cuts: Number.POSITIVE_INFINITY, ranges: true, seen: [] };
		const host = await serve(image, registry);
		for (const work of [
			() => store(host).manifest(image.digest),
			() => store(host).tags(),
			() => collect(store(host).blob({ mediaType: "x", digest: image.digest, size: 1 << 20 })),
		]) {
			const failure: unknown = await work().catch((caught: unknown) => caught);
			expect(failure).toBeInstanceOf(Failure);
			expect(failure).toMatchObject({ kind: "infrastructure", message: expect.stringContaining(host) });
		}
	});

	it("does not keep an image from being unpacked, whichever answer it is", async () => {
		const image = await buildImage(recipe());
		const into = await folder();
		for (let whole = 0; whole < 4; whole++) {
			const registry: Registry = { cuts: 0, ranges: true, seen: [] };
			const host = await serve(image, registry);
			// the first `whole` answers come through
			Object.defineProperty(registry, "cuts", {
				get: () => (registry.seen.length === whole + 1 ? 1 : 0),
				set: () => {},
			});
			await unpack(store(host), image.digest, join(into, String(whole)));
			expect(registry.seen.length).toBe(5);
			expect(await readFile(join(into, String(whole), "app/models/churn.json"), "utf8")).toBe('{"weights":[1,2,3]}\n');
		}
		expect(await readdir(into)).toEqual(["0", "1", "2", "3"]);
	});
});
