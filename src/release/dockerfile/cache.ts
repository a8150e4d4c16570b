import { createReadStream } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseSha256, type Sha256 } from "../../kernel/index.ts";
import { parseImageConfig, parseJson, parseManifest } from "../image-json.ts";
import { hexOf, sha256 } from "../media.ts";
import type { BuiltImage, Descriptor, ImageStore, Layer } from "../model.ts";
import { verified } from "../verified.ts";
import { ENVIRONMENT_LABEL } from "./key.ts";

/*
 * An environment that this machine keeps: a folder named after its key, with manifest.json, config.json, blobs/<hex> for the layers
 * that its Dockerfile made, and elsewhere.json: digest of each other layer → the repository that has it.
 */

/** The store of a repository, `host/path`. */
export type StoreAt = (repository: string) => ImageStore;

/** As it was kept, or null: what is not whole is not there. */
export async function cachedEnvironment(folder: string, key: Sha256, storeAt: StoreAt): Promise<BuiltImage | null> {
	const home = join(folder, hexOf(key));
	const read = (name: string): Promise<Uint8Array | null> => readFile(join(home, name)).catch(() => null);
	const [manifest, config, elsewhere] = [
		await read("manifest.json"),
		await read("config.json"),
		await read("elsewhere.json"),
	];
	if (manifest === null || config === null || elsewhere === null) return null;
	const { layers } = parseManifest(manifest, home);
	const { diffIds, labels } = parseImageConfig(config, home);
	if (labels[ENVIRONMENT_LABEL] !== key) return null;
	const places = parseJson(elsewhere, home);
	const found: Layer[] = [];
	for (const [index, descriptor] of layers.entries()) {
		const repository = places[descriptor.digest];
		const own = join(home, "blobs", hexOf(descriptor.digest));
		const about = { role: "base" as const, descriptor, diffId: diffIds[index] ?? descriptor.digest };
		if (typeof repository === "string") {
			found.push({ ...about, open: () => storeAt(repository).blob(descriptor), mountFrom: repository });
		} else if ((await stat(own).catch(() => null))?.size === descriptor.size) {
			found.push({ ...about, open: () => checked(own, descriptor, home) });
		} else return null;
	}
	return { digest: sha256(manifest), manifest, config, layers: found };
}

/** All that this machine keeps. */
export async function keptEnvironments(
	folder: string,
	storeAt: StoreAt,
): Promise<{ readonly key: Sha256; readonly image: BuiltImage }[]> {
	const names = await readdir(folder).catch(() => []);
	const found = names.flatMap((name) => parseSha256(`sha256:${name}`) ?? []);
	const images = await Promise.all(
		found.map(async (key) => ({ key, image: await cachedEnvironment(folder, key, storeAt) })),
	);
	return images.flatMap(({ key, image }) => (image === null ? [] : [{ key, image }]));
}

/** A layer that changed on disk makes the whole worthless: the next time it is built. */
async function* checked(file: string, descriptor: Descriptor, home: string): AsyncGenerator<Uint8Array> {
	try {
		yield* verified(createReadStream(file, { highWaterMark: 128 << 10 }), descriptor, file);
	} catch (error) {
		await rm(home, { recursive: true, force: true });
		throw error;
	}
}
