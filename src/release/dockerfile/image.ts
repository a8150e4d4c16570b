import { infrastructure, type Sha256 } from "../../kernel/index.ts";
import { parseImageConfig } from "../image-json.ts";
import { CONFIG, jsonBytes, LAYER, MANIFEST, ROLE_ANNOTATION, sha256, sorted } from "../media.ts";
import type { Descriptor, ImageConfig, Layer } from "../model.ts";
import { LAYER_TIME } from "../tar.ts";

/** A layer that the builder made, measured. */
export interface OwnLayer {
	readonly file: string;
	readonly digest: Sha256;
	readonly size: number;
	readonly diffId: Sha256;
	readonly compression: "gzip" | "zstd" | null;
}

/** Fixed: the same layers give the same image whatever the builder and whenever it built. */
const CREATED = new Date(LAYER_TIME * 1000).toISOString().replace(".000Z", "Z");
/** Labels by which builders tell their version. */
const BUILDERS_OWN = /^io\.buildah\.version$/;

/** Manifest and config of an environment: what its Dockerfile says of how it runs, and nothing of the machine that built it. */
export function environmentDocuments(
	taken: ImageConfig,
	layers: readonly (Layer | OwnLayer)[],
	labels: Readonly<Record<string, string>>,
): { manifest: Uint8Array; config: Uint8Array } {
	const { architecture, os, user, env, entrypoint, command, workingDir, rest } = taken;
	const kept = Object.entries(taken.labels).filter(([name]) => !BUILDERS_OWN.test(name));
	const config = jsonBytes({
		created: CREATED,
		architecture,
		os,
		config: {
			...(user && { User: user }),
			Env: env,
			...(entrypoint.length > 0 && { Entrypoint: entrypoint }),
			...(command.length > 0 && { Cmd: command }),
			WorkingDir: workingDir,
			Labels: sorted({ ...Object.fromEntries(kept), ...labels }),
			...rest,
		},
		rootfs: { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) },
		history: layers.map((layer) => ({
			created: CREATED,
			created_by: "file" in layer ? "mainline: Dockerfile" : "base image",
		})),
	});
	const manifest = jsonBytes({
		schemaVersion: 2,
		mediaType: MANIFEST,
		config: { mediaType: CONFIG, digest: sha256(config), size: config.length },
		layers: layers.map(descriptorOf),
		annotations: sorted({ "org.opencontainers.image.created": CREATED, ...labels }),
	});
	return { manifest, config };
}

function descriptorOf(layer: Layer | OwnLayer): Descriptor {
	if (!("file" in layer)) return layer.descriptor;
	const { digest, size, compression } = layer;
	const mediaType = compression === null ? LAYER : `${LAYER}+${compression}`;
	return { mediaType, digest, size, annotations: { [ROLE_ANNOTATION]: "base" } };
}

/** What keeps a cluster from running an image as it should, in a sentence part; null where nothing does. */
export function userTrouble({ user }: Pick<ImageConfig, "user">): string | null {
	const name = user?.split(":")[0] ?? "";
	if (name === "" || name === "0" || name === "root")
		return "it runs as root: end the Dockerfile with `USER 1000`, or another number";
	if (/^\d+$/.test(name)) return null;
	return `it runs as \`${name}\`, and Kubernetes can tell only of a number that it is not root: write \`USER\` with the number`;
}

/** Failure `image-malformed`: the builder gave something for another platform, or layers that are not what it says. */
export function readTakenConfig(bytes: Uint8Array): ImageConfig {
	const config = parseImageConfig(bytes, "the built image");
	if (config.os === "linux" && config.architecture === "amd64") return config;
	throw infrastructure("environment-platform", "the environment was built for another platform than images are for", {
		found: `${config.os}/${config.architecture}`,
		expected: "linux/amd64",
		hint: "build where linux/amd64 runs, or with a builder that takes `--platform`: buildx, buildah or podman",
	});
}
