import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { hashBytes, parseListing } from "../../src/digest/index.ts";
import { type Oid, parseOid } from "../../src/kernel/index.ts";
import { Cache, fetch, openRemote, push } from "../../src/store/index.ts";
import { bareSurroundings } from "./surroundings.ts";

const WORKER = resolve(import.meta.dirname, "killed/worker.ts");
const KILLS = 12;

/** Every object below a cache or remote, by id; what has no id for a name is a leftover that nobody reads. */
function objectsIn(folder: string): Map<Oid, Buffer> {
	const objects = new Map<Oid, Buffer>();
	for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
		const oid = parseOid(basename(dirname(name)) + basename(name));
		if (oid === null) continue;
		expect(statSync(join(folder, name)).mode & 0o777).toBe(0o444);
		objects.set(oid, readFileSync(join(folder, name)));
	}
	return objects;
}

function halfObjects(objects: Map<Oid, Buffer>): Oid[] {
	return [...objects].filter(([oid, bytes]) => hashBytes(bytes) !== oid.slice(0, 32)).map(([oid]) => oid);
}

function listingsWithoutFiles(objects: Map<Oid, Buffer>): Oid[] {
	return [...objects]
		.filter(([oid]) => oid.endsWith(".dir"))
		.filter(([, bytes]) => parseListing(bytes)?.every((file) => objects.has(file.oid)) !== true)
		.map(([oid]) => oid);
}

describe("killed at any moment", () => {
	it("leaves no half object, no listing without its files, and the next run goes on", {
		timeout: 120_000,
	}, async () => {
		const room = mkdtempSync(join(tmpdir(), "mainline-killed-"));
		for (const folder of ["cache", "other", "remote"]) mkdirSync(join(room, folder));
		for (let kill = 0; kill < KILLS; kill++) {
			const child = spawn(process.execPath, [WORKER, room, String(kill)], { stdio: ["ignore", "pipe", "inherit"] });
			await once(child.stdout, "data"); // it is at work: starting takes as long as the machine likes
			await sleep(randomInt(0, 450));
			child.kill("SIGKILL");
			await once(child, "exit");
			expect(child.signalCode).toBe("SIGKILL");
			for (const folder of ["cache", "other", "remote"]) {
				const objects = objectsIn(join(room, folder));
				expect(halfObjects(objects)).toEqual([]);
				expect(listingsWithoutFiles(objects)).toEqual([]);
			}
		}
		const sent = [...objectsIn(join(room, "cache")).keys()];
		// how many got in before each kill is the machine's affair
		expect(sent.length).toBeGreaterThan(0);
		await everythingArrives(room, sent);
	});
});

async function everythingArrives(room: string, oids: readonly Oid[]): Promise<void> {
	const [cache, other] = [new Cache(join(room, "cache")), new Cache(join(room, "other"))];
	const remote = await openRemote({ name: "r", url: join(room, "remote"), options: new Map() }, bareSurroundings());
	const objects = oids.map((oid) => ({ oid, hash: "md5" as const }));
	expect((await push(objects, { cache, remote })).failed).toEqual([]);
	expect((await fetch(objects, { cache: other, remote })).failed).toEqual([]);
	for (const oid of oids) expect(await other.verify(oid)).toBe("present");
}
