import { randomBytes } from "node:crypto";
import { link, open, readFile, rename, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, infrastructure } from "../kernel/index.ts";
import { parseDescriptor, parseJson } from "./image-json.ts";
import { INDEX, jsonBytes, REF_NAME } from "./media.ts";
import type { Descriptor } from "./model.ts";

/** Holding the lock takes milliseconds: one this old was left by a process that died. */
const STALE_MS = 10_000;
const WAIT_MS = 60_000;

/** The entries of a layout's index.json; none when there is no such file. */
export async function readIndex(directory: string): Promise<Descriptor[]> {
	const file = join(directory, "index.json");
	const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (bytes === null) return [];
	const { manifests } = parseJson(bytes, file);
	return Array.isArray(manifests) ? manifests.map((entry) => parseDescriptor(entry, file)) : [];
}

/** Replaces index.json by what `change` makes of it: one writer at a time, readers always see a whole file. */
export async function changeIndex(
	directory: string,
	clock: Clock,
	change: (entries: readonly Descriptor[]) => Descriptor[],
): Promise<void> {
	const unlock = await lock(join(directory, "index.json.lock"), clock);
	try {
		const manifests = change(await readIndex(directory));
		const temporary = join(directory, `.index.${token()}`);
		await writeFile(temporary, jsonBytes({ schemaVersion: 2, mediaType: INDEX, manifests }));
		await rename(temporary, join(directory, "index.json"));
	} finally {
		await unlock();
	}
}

/** The entries with `tag` naming `target` and nothing else. A null tag only makes sure that the image is listed. */
export function withTag(entries: readonly Descriptor[], target: Descriptor, tag: string | null): Descriptor[] {
	const plain = { mediaType: target.mediaType, digest: target.digest, size: target.size };
	if (tag === null) return entries.some((e) => e.digest === target.digest) ? [...entries] : [...entries, plain];
	const kept = entries.filter((entry) => {
		const name = entry.annotations?.[REF_NAME];
		return name !== tag && !(name === undefined && entry.digest === target.digest);
	});
	// an image that loses its last tag stays listed: releases are found by digest
	const orphans = entries.filter(
		(e) => e.annotations?.[REF_NAME] === tag && e.digest !== target.digest && !isListed(kept, e),
	);
	return [...kept, ...orphans.map(withoutAnnotations), { ...plain, annotations: { [REF_NAME]: tag } }];
}

function isListed(entries: readonly Descriptor[], wanted: Descriptor): boolean {
	return entries.some((entry) => entry.digest === wanted.digest);
}

function withoutAnnotations({ digest, mediaType, size }: Descriptor): Descriptor {
	return { mediaType, digest, size };
}

async function lock(file: string, clock: Clock): Promise<() => Promise<void>> {
	const mine = token();
	const until = clock.monotonic() + WAIT_MS;
	while (!(await tryLock(file, mine))) {
		await breakStale(file, clock);
		if (clock.monotonic() > until) {
			throw infrastructure("layout-locked", `another process keeps ${file}`, { hint: `end it, or remove ${file}` });
		}
		await clock.sleep(20);
	}
	return () => unlink(file).catch(() => {});
}

async function tryLock(file: string, mine: string): Promise<boolean> {
	try {
		const handle = await open(file, "wx");
		await handle.writeFile(mine);
		await handle.close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

/** Takes away a dead process's lock. Renaming decides who does it; a live lock that got caught is put back. */
async function breakStale(file: string, clock: Clock): Promise<void> {
	const found = await stat(file).catch(() => null);
	if (found === null || clock.now().getTime() - found.mtimeMs < STALE_MS) return;
	const aside = `${file}.${token()}`;
	const taken = await rename(file, aside).then(
		() => true,
		() => false,
	);
	if (!taken) return;
	const caught = await stat(aside).catch(() => null);
	if (caught !== null && caught.ino !== found.ino) await link(aside, file).catch(() => {});
	await unlink(aside).catch(() => {});
}

function token(): string {
	return randomBytes(8).toString("hex");
}
