import { infrastructure, parseSha256, type Sha256 } from "../kernel/index.ts";
import { DOCKER_INDEX, DOCKER_MANIFEST, INDEX, MANIFEST } from "./media.ts";
import type { Descriptor, ImageConfig, Referrer } from "./model.ts";

/** An image manifest, read. Unknown fields are passed over. */
export interface Manifest {
	readonly config: Descriptor;
	readonly layers: readonly Descriptor[];
	readonly annotations: Readonly<Record<string, string>>;
}

/** One image of an index, with the platform it is for. */
export interface IndexEntry extends Descriptor {
	readonly platform: { readonly os: string; readonly architecture: string; readonly variant: string | null } | null;
}

/** Docker image spec 1.2; OCI has all but the health check. */
const REST = ["ExposedPorts", "Volumes", "StopSignal", "Healthcheck"] as const;

type Json = Readonly<Record<string, unknown>>;

/** What a document under a manifest's address is. Failure `image-malformed` for anything else. */
export function parseManifestOrIndex(
	bytes: Uint8Array,
	where: string,
): { kind: "manifest"; manifest: Manifest } | { kind: "index"; entries: IndexEntry[] } {
	const json = parseJson(bytes, where);
	const type = json["mediaType"];
	if (type === INDEX || type === DOCKER_INDEX || (type === undefined && Array.isArray(json["manifests"]))) {
		return { kind: "index", entries: listOf(json["manifests"], where).map((item) => indexEntry(item, where)) };
	}
	if (type === MANIFEST || type === DOCKER_MANIFEST || (type === undefined && json["config"] !== undefined)) {
		return { kind: "manifest", manifest: manifestOf(json, where) };
	}
	throw malformed(where, `an image manifest or index, not ${JSON.stringify(type ?? null)}`);
}

/** What a manifest or an index of any kind names, for whoever has to follow it. */
export interface Naming {
	/** Manifests that it is made of. */
	readonly manifests: readonly Descriptor[];
	/** Config and layers. */
	readonly blobs: readonly Descriptor[];
	/** When it was made, as it says itself. */
	readonly created: Date | null;
}

/** Failure `image-malformed`. */
export function namedBy(bytes: Uint8Array, where: string): Naming {
	const { manifests, config, layers, annotations } = parseJson(bytes, where);
	const all = (value: unknown): Descriptor[] => listOf(value ?? [], where).map((each) => parseDescriptor(each, where));
	const made = Date.parse(textRecord(annotations)["org.opencontainers.image.created"] ?? "");
	return {
		manifests: all(manifests),
		blobs: [...(config === undefined ? [] : [parseDescriptor(config, where)]), ...all(layers)],
		created: Number.isNaN(made) ? null : new Date(made),
	};
}

/** What an image of ours stands on, as its annotations say; null for one without a base. */
export function parseBaseOf(manifest: Uint8Array): { reference: string; digest: Sha256 } | null {
	const { annotations } = parseManifest(manifest, "the image");
	const reference = annotations["org.opencontainers.image.base.name"];
	const digest = parseSha256(annotations["org.opencontainers.image.base.digest"] ?? "");
	return reference === undefined || digest === null ? null : { reference, digest };
}

/** The entries of an index of what refers to an image. Failure `image-malformed`. */
export function parseReferrers(bytes: Uint8Array, where: string): Referrer[] {
	return listOf(parseJson(bytes, where)["manifests"] ?? [], where).map((entry) => ({
		...parseDescriptor(entry, where),
		artifactType: asText(asObject(entry, where)["artifactType"]),
	}));
}

/** What a manifest refers to, and as what; null where it is an image by itself. */
export function parseSubject(
	bytes: Uint8Array,
	where: string,
): { subject: Sha256; artifactType: string | null } | null {
	const { subject, artifactType } = parseJson(bytes, where);
	return subject === undefined
		? null
		: { subject: parseDescriptor(subject, where).digest, artifactType: asText(artifactType) };
}

/** Failure `image-malformed` when the document is no image manifest. */
export function parseManifest(bytes: Uint8Array, where: string): Manifest {
	const parsed = parseManifestOrIndex(bytes, where);
	if (parsed.kind === "index") throw malformed(where, "one image, not an index of several");
	return parsed.manifest;
}

export function parseImageConfig(bytes: Uint8Array, where: string): ImageConfig {
	const json = parseJson(bytes, where);
	const config = asObject(json["config"] ?? {}, where);
	const rootfs = asObject(json["rootfs"], where);
	return {
		architecture: asText(json["architecture"]) ?? "amd64",
		os: asText(json["os"]) ?? "linux",
		created: asText(json["created"]),
		user: asText(config["User"]),
		env: texts(config["Env"]),
		entrypoint: texts(config["Entrypoint"]),
		command: texts(config["Cmd"]),
		workingDir: asText(config["WorkingDir"]) ?? "/",
		labels: textRecord(config["Labels"]),
		rest: Object.fromEntries(REST.flatMap((key) => (config[key] == null ? [] : [[key, config[key]]]))),
		onBuild: texts(config["OnBuild"]),
		diffIds: listOf(rootfs["diff_ids"], where).map((id) => digestOf(id, where)),
	};
}

export function parseJson(bytes: Uint8Array, where: string): Json {
	try {
		return asObject(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), where);
	} catch (cause) {
		throw infrastructure("image-malformed", `${where} is not a JSON document`, { cause });
	}
}

/** A descriptor out of foreign JSON. Failure `image-malformed`. */
export function parseDescriptor(value: unknown, where: string): Descriptor {
	const json = asObject(value, where);
	const { size } = json;
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw malformed(where, "a size in bytes");
	const annotations = textRecord(json["annotations"]);
	const mediaType = asText(json["mediaType"]);
	if (mediaType === null) throw malformed(where, "a mediaType");
	return {
		mediaType,
		digest: digestOf(json["digest"], where),
		size,
		...(Object.keys(annotations).length > 0 && { annotations }),
	};
}

function manifestOf(json: Json, where: string): Manifest {
	return {
		config: parseDescriptor(json["config"], where),
		layers: listOf(json["layers"], where).map((layer) => parseDescriptor(layer, where)),
		annotations: textRecord(json["annotations"]),
	};
}

function indexEntry(value: unknown, where: string): IndexEntry {
	const { platform } = asObject(value, where);
	const descriptor = parseDescriptor(value, where);
	if (platform === undefined) return { ...descriptor, platform: null };
	const json = asObject(platform, where);
	const [os, architecture] = [asText(json["os"]) ?? "", asText(json["architecture"]) ?? ""];
	return { ...descriptor, platform: { os, architecture, variant: asText(json["variant"]) } };
}

function asObject(value: unknown, where: string): Json {
	if (typeof value === "object" && value !== null && !Array.isArray(value))
		return Object.fromEntries(Object.entries(value));
	throw malformed(where, "an object");
}

function listOf(value: unknown, where: string): readonly unknown[] {
	if (Array.isArray(value)) return value;
	throw malformed(where, "a list");
}

function digestOf(value: unknown, where: string): Sha256 {
	const digest = typeof value === "string" ? parseSha256(value) : null;
	if (digest === null) throw malformed(where, "a sha256 digest");
	return digest;
}

function asText(value: unknown): string | null {
	return typeof value === "string" && value !== "" ? value : null;
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function textRecord(value: unknown): Record<string, string> {
	if (typeof value !== "object" || value === null) return {};
	return Object.fromEntries(
		Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
	);
}

function malformed(where: string, expected: string): Error {
	return infrastructure("image-malformed", `${where} is not what an image has there`, { expected });
}
