import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock, Sha256 } from "../../kernel/index.ts";
import { parseSha256 } from "../../kernel/index.ts";
import { onDisk } from "../disk.ts";
import { parseManifest } from "../image-json.ts";
import { PART, putInPlace, sweep, touch } from "../kept.ts";
import { sizedFiles, tarEntries } from "../layer.ts";
import {
	asSha256,
	hexOf,
	jsonBytes,
	LAYER,
	PACKAGES_ANNOTATION,
	PYTHON_ANNOTATION,
	ROLE_ANNOTATION,
	sha256,
} from "../media.ts";
import type { Descriptor, ImageStore, Layer } from "../model.ts";
import { LAYER_TIME, tarStream } from "../tar.ts";
import { verified } from "../verified.ts";
import { unlisted } from "./failures.ts";
import { type InstallContext, install } from "./install.ts";
import type { PinnedRequirements, PythonLayer, PythonLock, PythonTarget } from "./model.ts";
import { type Distribution, readSite } from "./site.ts";

/** Where the packages lie in the image. */
export const PYTHON_SITE = "opt/python";

/** Finished layers that are kept on this machine. */
const KEPT = 4;

/** What a layer is looked up by: the lock's meaning and what it is installed for. The tool is no part of it: both make the same. */
export function pythonKey(lock: PythonLock, { version, wheels }: PythonTarget): Sha256 {
	return sha256(jsonBytes(["mainline.python/1", lock.digest, version, wheels, PYTHON_SITE, LAYER_TIME]));
}

/** The layer as an image of the same place holds it: nothing is installed, and nothing will have to travel. Null when it holds another. */
export async function storedPython(store: ImageStore, digest: Sha256, key: Sha256): Promise<PythonLayer | null> {
	const { layers } = parseManifest(await store.manifest(digest), `${store.location}@${digest}`);
	const found = layers.find(({ annotations }) => annotations?.[PYTHON_ANNOTATION] === key);
	if (found?.mediaType !== LAYER || found.annotations?.[ROLE_ANNOTATION] !== "python") return null;
	return layerOf(found, { open: () => store.blob(found), mountFrom: store.location });
}

/** The layer as this machine keeps it from an earlier time. */
export async function cachedPython(folder: string, key: Sha256): Promise<PythonLayer | null> {
	const home = join(folder, hexOf(key));
	const noted = readNote(await readFile(join(home, "layer.json"), "utf8").catch(() => null));
	const archive = join(home, "layer.tar");
	const found = await stat(archive).catch(() => null);
	if (noted === null || found?.size !== noted.size) return null;
	const descriptor = describe(key, noted);
	// what the disk spoiled is found while it is sent, and must not be found again
	const checked = async function* (): AsyncGenerator<Uint8Array> {
		try {
			yield* verified(createReadStream(archive, { highWaterMark: 128 << 10 }), descriptor, archive);
		} catch (error) {
			await rm(home, { recursive: true, force: true });
			throw error;
		}
	};
	return layerOf(descriptor, { open: checked });
}

export interface PythonBuild extends InstallContext {
	/** Where layers are kept. */
	readonly folder: string;
	readonly target: PythonTarget;
	readonly clock: Clock;
}

/** Installs the packages and keeps the layer. It appears whole or not at all. */
export async function buildPython(lock: PythonLock, build: PythonBuild): Promise<PythonLayer> {
	const { folder, target, clock } = build;
	const key = pythonKey(lock, target);
	await onDisk(folder, () => sweep(folder, KEPT, clock));
	const part = join(folder, `${PART}${randomBytes(6).toString("hex")}`);
	try {
		await onDisk(part, () => mkdir(part, { recursive: true }));
		const asked = await install(lock, { target, folder: part }, build);
		build.progress.live(`${lock.file}: packing the layer`);
		await onDisk(part, () => pack(part, { lock, asked, signal: build.signal }));
		await onDisk(folder, () => putInPlace(part, join(folder, hexOf(key))));
	} finally {
		await rm(part, { recursive: true, force: true });
	}
	const made = await cachedPython(folder, key);
	if (made === null) throw new Error(`the layer of ${lock.file} was made and is not there`);
	return made;
}

/** What `layer.json` says. */
interface Note {
	readonly digest: Sha256;
	readonly size: number;
	readonly packages: readonly string[];
}

/** Leaves in the folder no more than the archive and its note. */
async function pack(
	part: string,
	{ lock, asked, signal }: { lock: PythonLock; asked: PinnedRequirements; signal: AbortSignal },
): Promise<void> {
	const site = await readSite(join(part, "site"));
	refuseUnlisted(lock, asked, site.distributions);
	const entries = tarEntries(PYTHON_SITE, await sizedFiles(site.files));
	const hash = createHash("sha256");
	let size = 0;
	const archive = await open(join(part, "layer.tar"), "wx", 0o644);
	try {
		for await (const chunk of tarStream(entries)) {
			signal.throwIfAborted();
			hash.update(chunk);
			size += chunk.length;
			await archive.writeFile(chunk);
		}
	} finally {
		await archive.close();
	}
	const packages = site.distributions.map(({ name, version }) => `${name}==${version}`);
	const note: Note = { digest: asSha256(hash.digest("hex")), size, packages };
	await writeFile(join(part, "layer.json"), `${JSON.stringify(note)}\n`);
	const others = (await readdir(part)).filter((name) => !name.startsWith("layer."));
	for (const name of others) await rm(join(part, name), { recursive: true, force: true });
}

/** What came in beside the pins would be another version tomorrow. */
function refuseUnlisted(lock: PythonLock, { pins }: PinnedRequirements, installed: readonly Distribution[]): void {
	const listed = new Set(pins.map(({ name }) => name));
	const extra = installed.filter(({ name }) => !listed.has(name));
	if (extra.length > 0) throw unlisted(lock, extra.map(({ name, version }) => `${name}==${version}`).join("\n"));
}

/** Keeps a layer that was used from being swept before those that were not. */
export async function touchPython(folder: string, key: Sha256, clock: Clock): Promise<void> {
	await touch(join(folder, hexOf(key)), clock);
}

function describe(key: Sha256, { digest, size, packages }: Note): Descriptor {
	const annotations = {
		[ROLE_ANNOTATION]: "python",
		[PACKAGES_ANNOTATION]: packages.join(" "),
		[PYTHON_ANNOTATION]: key,
	};
	return { mediaType: LAYER, digest, size, annotations };
}

function layerOf(descriptor: Descriptor, source: Pick<Layer, "open" | "mountFrom">): PythonLayer {
	const layer: Layer = { role: "python", descriptor, diffId: descriptor.digest, ...source };
	return { layer, packages: packagesOf(descriptor) };
}

/** What a layer says is in it. */
export function packagesOf({ annotations }: Descriptor): string[] {
	return (annotations?.[PACKAGES_ANNOTATION] ?? "").split(" ").filter((text) => text !== "");
}

function readNote(text: string | null): Note | null {
	const note = parsed(text);
	const digest = typeof note.digest === "string" ? parseSha256(note.digest) : null;
	const { size, packages } = note;
	if (digest === null || typeof size !== "number" || !Array.isArray(packages)) return null;
	return { digest, size, packages: packages.filter((item) => typeof item === "string") };
}

/** Nothing where the disk spoiled it. */
function parsed(text: string | null): Partial<Record<keyof Note, unknown>> {
	try {
		return JSON.parse(text ?? "{}") as Partial<Record<keyof Note, unknown>>;
	} catch {
		return {};
	}
}
