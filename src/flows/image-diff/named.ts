import { digestOf, environmentOf, imageOf, versionOf } from "../../environments/index.ts";
import { badInput, infrastructure, parseSha256, type Sha256 } from "../../kernel/index.ts";
import {
	type ImageLocation,
	type ImageStore,
	parseReference,
	platformImage,
	tagOrDigest,
} from "../../release/index.ts";
import type { FlowContext } from "../context.ts";
import { openSite } from "../release/open-site.ts";
import { knownModel } from "../release/resolve.ts";
import { imageName, locationOf, openStore, type Site } from "../release/site.ts";

/** One image, found. */
export interface NamedImage {
	readonly asked: string;
	readonly image: string;
	readonly digest: Sha256;
	readonly store: ImageStore;
	/** Of its registry; null for a folder. */
	readonly host: string | null;
}

/** `churn@v1.2.0`, `churn@prod`, `churn#prod`; a digest after the `@` makes it an image's name. */
const VERSION = /^([^@#]+)[@#]([^@#:]+)$/;

/** Finds the images that people name; the repository's tags are read only where a model is named. */
export class Naming {
	readonly #context: FlowContext;
	#site: Promise<Site> | null = null;

	constructor(context: FlowContext) {
		this.#context = context;
	}

	/** Failures `image-not-found`, `image-reference`, `unknown-version`, `unknown-model`. */
	async find(asked: string): Promise<NamedImage> {
		const [, model, name] = VERSION.exec(asked) ?? [];
		if (model !== undefined && name !== undefined && !asked.startsWith("oci:"))
			return this.#ofModel(asked, model, name);
		const { location, wanted } = locate(asked);
		return this.#open(asked, { location, wanted, root: this.#context.cwd });
	}

	async #ofModel(asked: string, model: string, name: string): Promise<NamedImage> {
		this.#site ??= openSite(this.#context, { remote: null, plan: true, by: null });
		const site = await this.#site;
		const state = knownModel(site, model);
		const environment = environmentOf(state, name);
		const version = versionOf(state.history, name);
		const [image, digest] =
			version === null ? [environment?.image, environment?.digest] : [imageOf(version), digestOf(version)];
		if (image && digest) return this.#open(asked, { location: locationOf(image), wanted: digest, root: site.root });
		const names = [
			...state.environments.map((known) => known.name),
			...state.history.versions.map((known) => known.version),
		];
		throw badInput("unknown-version", `\`${model}\` has no image called ${name}`, {
			found: name,
			expected: names.length === 0 ? "a model that was released" : `one of ${names.slice(0, 12).join(", ")}`,
			hint: names.length === 0 ? "mainline release" : "mainline status --fetch",
		});
	}

	async #open(
		asked: string,
		{ location, wanted, root }: { location: ImageLocation; wanted: string; root: string },
	): Promise<NamedImage> {
		const store = openStore({ context: this.#context, root }, location);
		const found = await store.resolve(wanted);
		if (found === null) {
			throw infrastructure("image-not-found", `there is no image ${asked}`, {
				found: `nothing called ${wanted} in ${store.location}`,
				expected: "an image that was pushed",
			});
		}
		const digest = await platformImage(store, found, asked);
		const host = location.kind === "registry" ? parseReference(location.repository).host : null;
		return { asked, image: imageName(location, digest), digest, store, host };
	}
}

/** `oci:DIR:TAG`, `oci:DIR@sha256:…`, or a registry's image. */
function locate(text: string): { location: ImageLocation; wanted: string } {
	if (!text.startsWith("oci:")) {
		const reference = parseReference(text);
		const repository = `${reference.host}/${reference.path}`;
		return { location: { kind: "registry", repository }, wanted: tagOrDigest(reference) };
	}
	const [, directory = "", digest, tag] =
		/^oci:(.+?)(?:@(sha256:[0-9a-f]{64})|:([A-Za-z0-9_][\w.-]{0,127}))$/.exec(text) ?? [];
	const wanted = parseSha256(digest ?? "") ?? tag;
	if (wanted !== undefined) return { location: { kind: "layout", directory }, wanted };
	throw badInput("image-reference", `"${text}" does not say which image of the folder`, {
		found: text,
		expected: "oci:DIR:TAG or oci:DIR@sha256:…",
		hint: `${text}:v0.1.0`,
	});
}
