import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { badInput, type Failure } from "../kernel/index.ts";
import type { Fingerprint, RemoteConfig } from "../manifest/index.ts";
import type { Depot, Surroundings } from "./depot.ts";
import { depotFor } from "./open-remote.ts";
import { patiently } from "./patience.ts";

/** Something elsewhere: a blob, and the settings by which its place is opened. */
export interface ExternalPlace {
	/** `url` is that of the folder or bucket around it. */
	readonly config: RemoteConfig;
	readonly key: string;
}

/** The parts of a depot that are needed for one blob. */
type Source = Pick<Depot, "read" | "fingerprint" | "list" | "page" | "close">;

/** What it is now; null when it is not there. Failure `external-not-supported` for what cannot be told apart from afar. */
export function lookAt(place: ExternalPlace, surroundings: Surroundings): Promise<Fingerprint | null> {
	return withSource(place, surroundings, async (source) => {
		const ask = source.fingerprint?.bind(source);
		if (ask === undefined) throw notSupported(place);
		const found = await patiently(surroundings, () => ask(place.key));
		if (found === null && (await isFolder(source, place.key))) throw folder(place);
		return found;
	});
}

/** Copies the blob into a file that does not exist yet. False when it is not there. */
export function bring(place: ExternalPlace, surroundings: Surroundings, target: string): Promise<boolean> {
	return withSource(place, surroundings, async (source) => {
		const bytes = await patiently(surroundings, () => source.read(place.key));
		if (bytes === null) return false;
		await pipeline(bytes, createWriteStream(target, { flags: "wx" }), { signal: surroundings.signal });
		return true;
	});
}

async function withSource<T>(
	place: ExternalPlace,
	surroundings: Surroundings,
	work: (source: Source) => Promise<T>,
): Promise<T> {
	const source = await depotFor(place.config, surroundings);
	if (source === null) throw notSupported(place);
	try {
		return await work(source);
	} finally {
		await source.close();
	}
}

async function isFolder(source: Source, key: string): Promise<boolean> {
	if (source.page === null) return false;
	for await (const blobs of source.list(`${key}/`)) if (blobs.length > 0) return true;
	return false;
}

function folder({ config, key }: ExternalPlace): Failure {
	return badInput("external-not-supported", `${config.url}/${key} is a folder, whose files mainline does not compare`, {
		found: "a folder",
		expected: "a single file",
		hint: "run its stage with dvc repro, or import the folder: dvc import-url",
	});
}

function notSupported({ config, key }: ExternalPlace): Failure {
	const url = `${config.url.replace(/\/$/, "")}/${key}`;
	return badInput("external-not-supported", `mainline cannot see whether ${url} changed`, {
		found: url,
		expected: "http(s)://, s3://, gs://, azure://, or a path of this machine",
		hint: "run its stage with dvc repro; plan and run believe what is recorded then",
	});
}
