import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RemoteConfig } from "../../src/manifest/index.ts";
import { type Body, type Depot, DepotTrouble, type Surroundings } from "../../src/store/depot.ts";
import { bareSurroundings } from "../store/surroundings.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import type { RemotePlace, RemoteServer } from "./remote-suite.ts";

interface Places {
	readonly place: (host: string) => RemotePlace;
	/** In a container or bucket that is not there. */
	readonly missing: (host: string) => RemotePlace;
	/** With a wrong key; null where the server takes any. */
	readonly forbidden: ((host: string) => RemotePlace) | null;
	readonly open: (config: RemoteConfig, surroundings: Surroundings) => Promise<Depot>;
}

const config = ({ url, options }: RemotePlace): RemoteConfig => ({
	name: "store",
	url,
	options: new Map(Object.entries(options)),
});

function body(bytes: Buffer, { inMemory = true, md5 = createHash("md5").update(bytes).digest("hex") } = {}): Body {
	const open = (from = 0n): Readable => Readable.from(pieces(bytes.subarray(Number(from))));
	return { size: BigInt(bytes.length), md5, bytes: inMemory ? bytes : null, open };
}

function* pieces(bytes: Buffer): Generator<Buffer> {
	for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** What the depot of a cloud says of its own, without the engine before it. */
export function depotWords(name: string, start: () => Promise<RemoteServer>, places: Places): void {
	describe(`the depot of ${name}`, () => {
		let server: RemoteServer;
		let proxy: FaultProxy;
		beforeAll(async () => {
			server = await start();
			proxy = await startFaultProxy(server.host);
		});
		afterAll(async () => {
			await proxy?.stop();
			await server?.stop();
		});
		const open = (place: RemotePlace) => places.open(config(place), bareSurroundings());
		const troubleOf = async (work: Promise<unknown>): Promise<DepotTrouble> => {
			const cause = await work.then(
				() => null,
				(trouble: unknown) => trouble,
			);
			if (cause instanceof DepotTrouble) return cause;
			throw cause ?? new Error("it did not fail");
		};

		it("reads from any byte on, nothing beyond the end, and null for what is not there", async () => {
			const depot = await open(places.place(server.host));
			await depot.write("a é#?%/b", body(Buffer.from("hello")));
			const from = async (at: bigint) =>
				(await depot.read("a é#?%/b", at))?.toArray().then((all) => Buffer.concat(all));
			expect(String(await from(0n))).toBe("hello");
			expect(String(await from(2n))).toBe("llo");
			expect(String(await from(5n))).toBe("");
			expect(await depot.stat("a é#?%/b")).toBe(5n);
			expect([await depot.read("none"), await depot.stat("none")]).toEqual([null, null]);
			await depot.close();
		});

		it("puts a large object there whole, or not at all", async () => {
			const depot = await open(places.place(server.host));
			const bytes = randomBytes(40 * 1024 * 1024);
			const torn = body(bytes, { inMemory: false });
			const broken = { ...torn, open: () => Readable.from(breaking(bytes)) };
			await expect(depot.write("large", broken)).rejects.toThrow("the disk broke");
			expect(await depot.stat("large")).toBeNull();
			await depot.write("large", torn);
			const back = Buffer.concat((await (await depot.read("large"))?.toArray()) ?? []);
			expect(back.equals(bytes)).toBe(true);
			await depot.close();
		});

		it("does not take bytes that are not those meant", async () => {
			const depot = await open(places.place(server.host));
			const trouble = await troubleOf(depot.write("wrong", body(Buffer.from("x"), { md5: "0".repeat(32) })));
			expect(trouble.again).toBe(true);
			expect(await depot.stat("wrong")).toBeNull();
			await depot.close();
		});

		it("asks once: whether to ask again is for others to say", async () => {
			const depot = await open(places.place(proxy.host));
			for (const [fault, code] of [
				["503", "remote-busy"],
				["429", "remote-busy"],
				["drop", "remote-unreachable"],
			] as const) {
				proxy.arm(Number.POSITIVE_INFINITY, fault);
				for (const work of [
					() => depot.stat("a"),
					() => depot.read("a"),
					() => depot.write("a", body(Buffer.from("x"))),
					() => depot.list("a/")[Symbol.asyncIterator]().next(),
				]) {
					const before = proxy.calls();
					const { code: found, again, waitMs } = await troubleOf(work());
					expect({ found, again }).toEqual({ found: code, again: true });
					expect(waitMs).toBe(fault === "drop" ? null : 1000);
					expect(proxy.calls()).toBe(before + 1);
				}
			}
			proxy.arm(0, "drop");
			await depot.close();
		});

		it("says of a place that is not there how to make it", async () => {
			const depot = await open(places.missing(server.host));
			const trouble = await troubleOf(depot.write("a", body(Buffer.from("x"))));
			expect(trouble).toMatchObject({ code: "remote-not-found", again: false });
			expect(trouble.details.hint).toContain("create");
			expect(await troubleOf(depot.list("")[Symbol.asyncIterator]().next())).toMatchObject({
				code: "remote-not-found",
			});
			await depot.close();
		});

		if (places.forbidden !== null)
			it("says of a wrong key that it is the key, and never shows it", async () => {
				const place = places.forbidden?.(server.host) ?? places.place(server.host);
				const depot = await open(place);
				for (const work of [depot.stat("a"), depot.read("a"), depot.write("a", body(Buffer.from("x")))]) {
					const trouble = await troubleOf(work);
					expect(trouble).toMatchObject({ code: "remote-credentials", again: false });
					expect(JSON.stringify([trouble.message, trouble.details.found, trouble.details.hint])).not.toMatch(/AAAA/);
				}
				await depot.close();
			});
	});
}

function* breaking(bytes: Buffer): Generator<Buffer> {
	yield* pieces(bytes.subarray(0, 20 * 1024 * 1024));
	throw new Error("the disk broke");
}
