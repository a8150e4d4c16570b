import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Clock, infrastructure, type Progress, type Sha256 } from "../../kernel/index.ts";
import { run, stream } from "../../shell/index.ts";
import { onDisk } from "../disk.ts";
import { PART, putInPlace, sweep } from "../kept.ts";
import { asSha256, hexOf, jsonBytes } from "../media.ts";
import type { BuiltImage, Layer } from "../model.ts";
import { type BuildCommands, type Builder, type BuildOrder, buildCommands } from "./builder.ts";
import { cachedEnvironment, type StoreAt } from "./cache.ts";
import { buildFailure } from "./failures.ts";
import { environmentDocuments, type OwnLayer, readTakenConfig } from "./image.ts";
import { ENVIRONMENT_LABEL, FROM_LABEL, RECIPE_LABEL } from "./key.ts";
import type { ContextFile, EnvironmentRecipe } from "./model.ts";
import { readDockerfile } from "./read.ts";
import { retimed } from "./retime.ts";
import { takeArchive, takeFolder } from "./take.ts";
import { pinned } from "./text.ts";
import { writeContext } from "./write-context.ts";

/** Finished environments that are kept on this machine: they are big. */
const KEPT = 2;

export interface EnvironmentBuild {
	/** Where environments are kept. */
	readonly folder: string;
	readonly key: Sha256;
	readonly builder: Builder;
	/** Image as the Dockerfile names it → by its digest, where that is known. */
	readonly pins: ReadonlyMap<string, string>;
	/** Layers of those images, by the digest of what they unpack to: they are taken as their registries have them. */
	readonly below: ReadonlyMap<Sha256, Layer>;
	/** Every image that is named is of a registry on this machine. */
	readonly loopback: boolean;
	readonly storeAt: StoreAt;
	readonly clock: Clock;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** A file's bytes, by git's name of them. */
	read(object: ContextFile["object"]): Promise<Uint8Array>;
}

/** Builds an environment and keeps it. It appears whole or not at all. Failures `environment-build`, `environment-image`, `environment-builder`. */
export async function buildEnvironment(recipe: EnvironmentRecipe, build: EnvironmentBuild): Promise<BuiltImage> {
	const { folder, key, clock, storeAt } = build;
	await onDisk(folder, () => sweep(folder, KEPT, clock));
	const part = join(folder, `${PART}${randomBytes(6).toString("hex")}`);
	try {
		for (const name of ["context", "image", "blobs"]) {
			await onDisk(part, () => mkdir(join(part, name), { recursive: true }));
		}
		await runBuilder(recipe, part, build);
		build.progress.live("taking the environment's layers");
		await onDisk(part, () => pack(part, recipe, build));
		await onDisk(folder, () => putInPlace(part, join(folder, hexOf(key))));
	} finally {
		await rm(part, { recursive: true, force: true });
	}
	const made = await cachedEnvironment(folder, key, storeAt);
	if (made === null) throw new Error(`the environment of ${recipe.dockerfile.file} was made and is not there`);
	return made;
}

/** Leaves the image in `part/image`. */
async function runBuilder(recipe: EnvironmentRecipe, part: string, build: EnvironmentBuild): Promise<void> {
	const { dockerfile, files, target, args } = recipe;
	const text = pinned(dockerfile, (image) => build.pins.get(image) ?? image);
	const file = join(part, "Dockerfile");
	await onDisk(part, () => writeFile(file, text));
	await onDisk(part, () => writeContext(join(part, "context"), files, (object) => build.read(object)));
	const order: BuildOrder = {
		file,
		context: join(part, "context"),
		target,
		args,
		loopback: build.loopback,
		name: `localhost/mainline-env:${randomBytes(8).toString("hex")}`,
		into: join(part, "image"),
	};
	const commands = buildCommands(build.builder, order);
	const sent = await readDockerfile(text, { file: dockerfile.file, target, args });
	try {
		const { code, output } = await watched(commands, dockerfile.file, build);
		if (code !== 0) throw buildFailure(output, { dockerfile: sent, builder: build.builder.name });
		await takeOut(commands, build);
	} finally {
		const [program = "", ...rest] = commands.tidy ?? [];
		// whoever interrupts waits no longer: a name that stays takes no room of its own
		const ended = build.signal.aborted;
		if (program !== "" && !ended) await run(program, rest, { env: commands.env, timeoutMs: 60_000 }).catch(() => {});
	}
}

/** Of the end of what a builder said, in UTF-16 units: enough for every failure of ours. */
const TAIL = 64 << 10;

async function watched(
	{ build: [program, ...args], env }: BuildCommands,
	title: string,
	{ builder, progress, signal }: EnvironmentBuild,
): Promise<{ code: number; output: string }> {
	const decoder = new TextDecoder();
	let output = "";
	const end = progress.group(`${title}: building the environment with ${builder.name}`);
	const onOutput = (chunk: Uint8Array): void => {
		progress.output(chunk);
		output = (output + decoder.decode(chunk, { stream: true })).slice(-TAIL);
	};
	try {
		const { code } = await stream(program, args, { cwd: "/", env: { ...env, NO_COLOR: "1" }, signal, onOutput });
		signal.throwIfAborted();
		return { code, output };
	} finally {
		end();
	}
}

/** buildah and podman look for the file of passwords even where nothing is sent anywhere. Docker knows its engine from that folder. */
const NO_LOGIN = { REGISTRY_AUTH_FILE: undefined, DOCKER_CONFIG: undefined };

async function takeOut({ take, env }: BuildCommands, { builder, signal }: EnvironmentBuild): Promise<void> {
	if (take === null) return;
	const [program, ...args] = take;
	const login = builder.engine ? {} : NO_LOGIN;
	const { code, stderr } = await run(program, args, { env: { ...env, ...login }, signal });
	signal.throwIfAborted();
	if (code === 0) return;
	throw infrastructure("environment-builder", `${builder.name} built the environment and did not hand it over`, {
		found: stderr.trim().split("\n").slice(-8).join("\n"),
		hint: "is there room on the disk? then run again: finished steps are not repeated",
	});
}

/** Leaves in the folder what is kept of the image: its documents and its own layers. */
async function pack(
	part: string,
	{ dockerfile, digest: recipe }: EnvironmentRecipe,
	build: EnvironmentBuild,
): Promise<void> {
	const image = join(part, "image");
	const isFolder = !(build.builder.engine || build.builder.name === "buildx");
	const taken = isFolder ? await takeFolder(image) : await takeArchive(join(image, "image.tar"), image);
	const layers: (Layer | OwnLayer)[] = [];
	for (const { file, diffId } of taken.layers) {
		build.signal.throwIfAborted();
		layers.push(build.below.get(diffId) ?? (await ownLayer(file, diffId, build.builder)));
	}
	const from = dockerfile.images.map((name) => build.pins.get(name) ?? name);
	const labels = {
		[ENVIRONMENT_LABEL]: build.key,
		[RECIPE_LABEL]: recipe,
		...(from.length > 0 && { [FROM_LABEL]: from.join(" ") }),
	};
	const { manifest, config } = environmentDocuments(readTakenConfig(taken.config), layers, labels);
	const elsewhere: Record<string, string> = {};
	const kept = new Set<Sha256>();
	for (const layer of layers) {
		if (!("file" in layer)) elsewhere[layer.descriptor.digest] = layer.mountFrom ?? "";
		else if (!kept.has(layer.digest)) {
			kept.add(layer.digest);
			await rename(layer.file, join(part, "blobs", hexOf(layer.digest)));
		}
	}
	await writeFile(join(part, "manifest.json"), manifest);
	await writeFile(join(part, "config.json"), config);
	await writeFile(join(part, "elsewhere.json"), jsonBytes(elsewhere));
	for (const name of ["context", "image", "Dockerfile"]) await rm(join(part, name), { recursive: true, force: true });
}

/** Digest and size of a layer's file. Where the builder keeps the times of files, they become one. */
async function ownLayer(file: string, diffId: Sha256, { engine }: Builder): Promise<OwnLayer> {
	const compression = await compressionOf(file);
	const { digest, size } = await measured(file);
	if (compression !== null) return { file, digest, size, diffId, compression };
	if (digest !== diffId) {
		throw infrastructure("image-malformed", "a layer of the environment is not what its builder says", {
			found: digest,
			expected: diffId,
		});
	}
	if (!engine) return { file, digest, size, diffId, compression };
	const retimedFile = `${file}.retimed`;
	await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), retimed, createWriteStream(retimedFile));
	await rm(file);
	const made = await measured(retimedFile);
	return { file: retimedFile, ...made, diffId: made.digest, compression };
}

async function measured(file: string): Promise<{ digest: Sha256; size: number }> {
	const hash = createHash("sha256");
	let size = 0;
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
		hash.update(chunk as Uint8Array);
		size += (chunk as Uint8Array).length;
	}
	return { digest: asSha256(hash.digest("hex")), size };
}

/** RFC 1952 and RFC 8878: the magic numbers. */
async function compressionOf(file: string): Promise<OwnLayer["compression"]> {
	const handle = await open(file);
	try {
		const magic = Buffer.alloc(4);
		await handle.read(magic, 0, 4, 0);
		if (magic.readUInt16BE(0) === 0x1f8b) return "gzip";
		return magic.readUInt32LE(0) === 0xfd2fb528 ? "zstd" : null;
	} finally {
		await handle.close();
	}
}
