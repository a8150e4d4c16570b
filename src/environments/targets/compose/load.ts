import { Failure, infrastructure, type Sha256 } from "../../../kernel/index.ts";
import {
	type BuiltImage,
	layoutArchive,
	openImageStore,
	parseManifest,
	storedImage,
	Watch,
} from "../../../release/index.ts";
import { type ImageHere, loadImage } from "../../../run/index.ts";
import { lastLinesOf } from "../tail.ts";
import { ask, callOf, type Engine, type Refusal, whileAnswering } from "./engine.ts";
import { SILENT, silent } from "./patience.ts";

interface From {
	/** Absolute. */
	readonly folder: string;
	/** What images out of it are called in Docker's storage; the tag is the manifest's digest. */
	readonly repository: string;
}

/**
 * Docker pulls nothing out of a folder: the image is read there by its digest, and handed over as it is read. Its id in Docker is the digest of
 * its config, or of its manifest where Docker keeps images as containerd does; both follow from the digest that was asked for, and no
 * other is taken for it.
 */
export async function loadFromFolder(
	engine: Engine,
	digest: Sha256,
	{ folder, repository }: From,
): Promise<string | Refusal> {
	const { clock, signal } = engine;
	const store = openImageStore({ kind: "layout", directory: folder }, { clock, signal });
	let image: BuiltImage | null = null;
	try {
		image = await storedImage(store, digest);
		const ids = [parseManifest(image.manifest, folder).config.digest, digest];
		const name = `${repository}:${digest.slice("sha256:".length)}`;
		const here = await alreadyHere(engine, ids, name);
		if (here !== null) return here;
		const { id } = await handOver(engine, image, name);
		if (ids.some((each) => each === id)) return id;
		return { ok: false, reason: `docker took ${digest} out of ${folder} and has ${id} as ${name}`, log: [] };
	} catch (cause) {
		if (signal.aborted) throw infrastructure("interrupted", "stopped while docker took an image", { cause });
		if (cause instanceof Failure && cause.code !== SILENT) return refusalOf(cause, image);
		throw cause;
	}
}

/** Docker has to take each piece in its time, and answer beside it. */
function handOver(engine: Engine, image: BuiltImage, name: string): Promise<ImageHere> {
	const call = callOf(engine, { what: "docker load", doing: "transfer" });
	const size = image.layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
	return whileAnswering(engine, call.what, async (ends) => {
		const watch = new Watch(engine.patience.msFor(call.doing), ends);
		try {
			const archive = watch.passing(layoutArchive(image, name), size);
			return await watch.during(() => loadImage(engine, archive, { name, signal: watch.signal }));
		} catch (cause) {
			throw watch.isSilent ? silent(call, watch.ms) : cause;
		}
	});
}

/** The id of an image that Docker has, which then has our name as well: whoever brought it may take it away. Null: it does not have it. */
async function alreadyHere(engine: Engine, ids: readonly Sha256[], name: string): Promise<Sha256 | null> {
	const names = "{{len .RepoTags}} {{len .RepoDigests}}";
	for (const id of ids) {
		const { code, stdoutText } = await ask(engine, ["image", "inspect", "--format", names, id]);
		if (code !== 0) continue;
		// with ours for its only name it would go with that
		if (stdoutText.trim() === "0 0") return id;
		if ((await ask(engine, ["tag", id, name])).code === 0) return id;
	}
	return null;
}

function refusalOf({ message, details }: Failure, image: BuiltImage | null): Refusal {
	const isZstd = image?.layers.some(({ descriptor }) => descriptor.mediaType.endsWith("+zstd")) === true;
	const more = isZstd ? ". It has layers compressed by zstd, which Docker takes since 23.0" : "";
	return { ok: false, reason: `${message}${more}`, log: lastLinesOf(details.found ?? "") };
}
