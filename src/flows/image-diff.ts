import type { Outcome } from "../kernel/index.ts";
import { diffCode, diffLayers, diffPackages, ENVIRONMENT_LABEL, readImage } from "../release/index.ts";
import type { DiffedImage, ImageDiffDocument } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { baseCreated } from "./image-diff/base.ts";
import { type NamedImage, Naming } from "./image-diff/named.ts";

export interface ImageDiffOptions {
	/** What runs, and what would: an image's name, or `MODEL@VERSION`, `MODEL@ENVIRONMENT`. */
	readonly from: string;
	readonly to: string;
}

type Read = Awaited<ReturnType<typeof readImage>>;

/** What tells two images apart: from their manifests and configs, and of layers at most a little code. */
export async function imageDiff(context: FlowContext, asked: ImageDiffOptions): Promise<Outcome<ImageDiffDocument>> {
	const naming = new Naming(context);
	const named = { from: await naming.find(asked.from), to: await naming.find(asked.to) };
	const from = await readImage(named.from.store, named.from.digest, null);
	const to = await readImage(named.to.store, named.to.digest, null);
	const layers = diffLayers(from.layers, to.layers);
	const sum = (of: "pull" | "to"): number => layers.reduce((bytes, layer) => bytes + layer[of], 0);
	const document: ImageDiffDocument = {
		schema: "mainline.image-diff/1",
		at: context.clock.now().toISOString(),
		from: await described(context, named.from, from),
		to: await described(context, named.to, to),
		layers,
		pull: { bytes: sum("pull"), of: sum("to") },
		packages: diffPackages(from.layers, to.layers),
		code: await diffCode(from.layers, to.layers),
	};
	return { answer: "yes", document };
}

/** An environment of a Dockerfile says no time of its own: the same steps make the same image whenever they run. */
function madeAt(
	context: FlowContext,
	named: NamedImage,
	{ config, name, base }: Pick<Read, "config"> & { readonly name: string; readonly base: string | null },
): Promise<string | null> {
	const isEnvironment = config.labels[ENVIRONMENT_LABEL] !== undefined;
	return isEnvironment ? Promise.resolve(null) : baseCreated(context, named, { name, digest: base });
}

async function described(context: FlowContext, named: NamedImage, { config }: Read): Promise<DiffedImage> {
	const { asked, image, digest } = named;
	const label = (name: string): string | null => config.labels[`org.opencontainers.image.${name}`] ?? null;
	const [name, base] = [label("base.name"), label("base.digest")];
	return {
		asked,
		image,
		digest,
		version: label("version"),
		created: config.created,
		base: name === null ? null : { name, digest: base, created: await madeAt(context, named, { config, name, base }) },
	};
}
