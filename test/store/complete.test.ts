import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { directoryListing, hashBytes } from "../../src/digest/index.ts";
import { Cache, CompleteMemory } from "../../src/store/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function cacheWithDirectory() {
	const root = mkdtempSync(join(tmpdir(), "mainline-complete-"));
	const cache = new Cache(join(root, "cache"));
	const files = ["a", "b"].map((name) => ({ relpath: name, oid: hashBytes(bytes(name)) }));
	for (const [index, name] of ["a", "b"].entries()) {
		const file = files[index];
		if (file !== undefined) await cache.addBytes(bytes(name), file.oid);
	}
	const listing = directoryListing(files);
	await cache.addBytes(bytes(listing.text), listing.oid);
	await sleep(80);
	return { cache, notes: join(root, "notes"), directory: listing.oid, file: hashBytes(bytes("a")) };
}

describe("what the cache was seen to hold whole", () => {
	it("is not asked for again while no object came or went", async () => {
		const { cache, notes, directory } = await cacheWithDirectory();
		expect(await new CompleteMemory(cache, notes).holds(directory)).toBe(true);
		cache.missingBelow = () => Promise.reject(new Error("asked again"));
		expect(await new CompleteMemory(cache, notes).holds(directory)).toBe(true);
	});

	it("is asked for again once an object is gone", async () => {
		const { cache, notes, directory, file } = await cacheWithDirectory();
		const memory = new CompleteMemory(cache, notes);
		expect(await memory.holds(directory)).toBe(true);
		rmSync(cache.path(file), { force: true });
		expect(await memory.holds(directory)).toBe(false);
	});

	it("says nothing for a folder of notes that somebody broke", async () => {
		const { cache, notes, directory } = await cacheWithDirectory();
		const memory = new CompleteMemory(cache, notes);
		await memory.holds(directory);
		writeFileSync(join(notes, "complete.json"), '{"stamp": 1');
		expect(await new CompleteMemory(cache, notes).holds(directory)).toBe(true);
	});
});
