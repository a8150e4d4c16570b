import type { ImageTarget } from "../../config/index.ts";
import { badInput, Failure, type Sha256 } from "../../kernel/index.ts";
import {
	digestIn,
	type Layer,
	type Pins,
	parseReference,
	platformImage,
	type Reference,
	readImage,
} from "../../release/index.ts";
import type { EnvironmentPart } from "./environment.ts";
import { openElsewhere, type Site } from "./site.ts";

/** Registries that anybody may have us ask: what is asked of them says nothing about us. */
const PUBLIC: readonly string[] = [parseReference("scratch").host];
/** A registry that says so has no such image for us; the builder may have it all the same. */
const NOT_HERE = ["registry-unauthorized", "registry-forbidden", "registry-not-found", "registry-token"];

/** Who asks. `own`, beside it: where the model's images go, whose registry gets the password that was given for it. */
type Asker = Pick<Site, "context">;

/** An image that a Dockerfile names, where it can be asked for: not where a variable is left in it, or it is of this machine alone. */
function askable(image: string): Reference | null {
	try {
		const reference = parseReference(image);
		return reference.host === "localhost" ? null : reference;
	} catch (failure) {
		if (failure instanceof Failure) return null;
		throw failure;
	}
}

/** What the images that the Dockerfile names are today. Failures of registries; `environment-not-asked` for those that a stranger names. */
export async function pinsOf(site: Asker, own: ImageTarget | null, part: EnvironmentPart): Promise<Pins> {
	const pins = new Map<string, Sha256 | null>();
	for (const image of part.recipe.dockerfile.images) {
		const reference = askable(image);
		const told = digestIn(image);
		if (told === null && reference !== null && part.isForeign) refuseStrange(reference, own);
		pins.set(image, told ?? (reference === null ? null : await digestToday(site, own, { image, reference })));
	}
	return pins;
}

/** `repository@sha256:…` of each image whose digest is known. */
export function pinnedNames(pins: Pins): Map<string, string> {
	return new Map(
		[...pins].flatMap(([image, digest]) => {
			const reference = digest === null ? null : askable(image);
			return reference === null || digest === null ? [] : [[image, `${nameOf(image)}@${digest}`] as const];
		}),
	);
}

/** Every image is of a registry on this machine, by a port: plain HTTP will do for the builder. */
export function allLoopback(pins: Pins): boolean {
	const hosts = [...pins.keys()].map((image) => askable(image)?.host ?? "");
	return hosts.length > 0 && hosts.every((host) => /^(localhost|127\.0\.0\.1|\[::1\]):\d+$/.test(host));
}

/** The layers of those images as their registries have them, by the digest of what they unpack to. Where one does not say, the builder's copy is taken. */
export async function layersBelow(
	site: Asker,
	own: ImageTarget | null,
	{ part, pins }: { readonly part: EnvironmentPart; readonly pins: Pins },
): Promise<Map<Sha256, Layer>> {
	const found = new Map<Sha256, Layer>();
	for (const [image, digest] of pins) {
		const reference = askable(image);
		if (reference === null || digest === null) continue;
		const store = openElsewhere(site, `${reference.host}/${reference.path}`, own);
		const read = await platformImage(store, digest, image)
			.then((of) => readImage(store, of, "base"))
			.catch(notRead);
		refuseTriggers(read?.config.onBuild ?? [], { image, part });
		for (const layer of read?.layers ?? []) found.set(layer.diffId, layer);
	}
	return found;
}

function notRead(failure: unknown): null {
	if (failure instanceof Failure) return null;
	throw failure;
}

/** What such an image copies is not in the Dockerfile's own text, by which the context was chosen. */
function refuseTriggers(triggers: readonly string[], { image, part }: { image: string; part: EnvironmentPart }): void {
	const copies = triggers.find((trigger) => /^\s*(COPY|ADD)\s/i.test(trigger));
	const { sources, file } = part.recipe.dockerfile;
	if (copies === undefined || sources === null || sources.some(({ pattern }) => pattern === ".")) return;
	throw badInput("environment-onbuild", `${image} copies files of the context by itself (ONBUILD)`, {
		at: { file },
		found: copies,
		expected: "COPY and ADD in the Dockerfile, which says what the environment is made of",
		hint: `write \`${copies}\` into ${file}, on an image without ONBUILD`,
	});
}

async function digestToday(
	site: Asker,
	own: ImageTarget | null,
	{ image, reference }: { readonly image: string; readonly reference: Reference },
): Promise<Sha256 | null> {
	const store = openElsewhere(site, `${reference.host}/${reference.path}`, own);
	const digest = await store.resolve(reference.tag ?? "latest").catch((failure: unknown) => {
		if (failure instanceof Failure && NOT_HERE.includes(failure.code)) return null;
		throw failure;
	});
	if (digest === null) site.context.progress.warn(`${image} is not at its registry: the builder has it, or has not`);
	return digest;
}

/** A pull request must not choose which hosts are asked by whoever judges it. */
function refuseStrange({ host }: Reference, home: ImageTarget | null): void {
	const own = home?.kind === "registry" ? parseReference(home.repository).host : null;
	if (host === own || PUBLIC.includes(host)) return;
	throw new Failure(
		"infrastructure",
		"environment-not-asked",
		`${host}, which the Dockerfile names, is asked after the merge`,
	);
}

/** Without tag and digest, as the Dockerfile writes it. */
function nameOf(image: string): string {
	const [named = ""] = image.split("@");
	const colon = named.lastIndexOf(":");
	return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}
