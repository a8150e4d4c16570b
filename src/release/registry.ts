import { Failure, infrastructure, inParallel, parseSha256, type Sha256 } from "../kernel/index.ts";
import { attachmentManifest, EMPTY_CONFIG, fallbackTag, indexWith, referrerOf } from "./attachment.ts";
import { Download } from "./download.ts";
import { parseJson, parseManifest, parseReferrers } from "./image-json.ts";
import { DOCKER_INDEX, DOCKER_MANIFEST, INDEX, MANIFEST, sha256 } from "./media.ts";
import type { Attachment, BuiltImage, Descriptor, ImageStore, PushReport, Referrer, StoreOptions } from "./model.ts";
import { parseReference } from "./reference.ts";
import { type Answer, RegistryClient } from "./registry-client.ts";
import { type Source, Upload } from "./upload.ts";
import { verified } from "./verified.ts";

const ACCEPT = [MANIFEST, INDEX, DOCKER_MANIFEST, DOCKER_INDEX].join(", ");
/** Most bytes of a manifest: what the distribution specification asks registries to take. 4 MiB. */
const MAX_MANIFEST_SIZE = 4 << 20;
/** Most pages of tags that are read. */
const MAX_TAG_PAGES = 1000;
/** Most bytes of one of them: some registries give all tags at once. 64 MiB. */
const MAX_TAG_PAGE_SIZE = 64 << 20;

/** How often a list that others write too is written anew. */
const LIST_TRIES = 5;

/** What a registry says to a tag that it does not let move: each has its own status for it. */
const REFUSALS = ["registry-refused", "registry-forbidden", "registry-not-found"];

/** Blobs that travel at once. */
const UPLOADS = 4;

/** One repository of a registry, by the OCI distribution protocol 1.1. */
export class Registry implements ImageStore {
	readonly location: string;
	readonly #path: string;
	readonly #client: RegistryClient;

	/** `repository` is `host[:port]/path`. Failure `image-reference`. */
	constructor(repository: string, options: StoreOptions) {
		const { host, path } = parseReference(repository);
		this.location = `${host}/${path}`;
		this.#path = path;
		this.#client = new RegistryClient(host, path, options);
	}

	async resolve(reference: string): Promise<Sha256 | null> {
		const response = await this.#get("HEAD", `manifests/${reference}`, [200, 404]);
		if (response.status === 404) return null;
		const said = parseSha256(response.headers.get("docker-content-digest") ?? "");
		if (said !== null) return parseSha256(reference) ?? said;
		return sha256(await this.#readManifest(reference));
	}

	async tags(): Promise<readonly string[]> {
		const found: string[] = [];
		let url: string | null = this.#url("tags/list?n=1000");
		for (let page = 0; url !== null; page++) {
			if (page === MAX_TAG_PAGES) throw infrastructure("registry-refused", `${this.location} lists tags without end`);
			const request = { ...this.#pull, method: "GET", url, accept: [200, 404] } as const;
			const answer: Answer = await this.#client.read(request, MAX_TAG_PAGE_SIZE);
			if (answer.status === 404) break;
			const { tags } = parseJson(answer.bytes, `the tags of ${this.location}`);
			if (Array.isArray(tags)) found.push(...tags.filter((tag) => typeof tag === "string"));
			url = nextPage(answer.headers.get("link"));
		}
		return found.sort();
	}

	async manifest(digest: Sha256): Promise<Uint8Array> {
		const bytes = await this.#readManifest(digest);
		if (sha256(bytes) === digest) return bytes;
		throw infrastructure("blob-corrupt", `${this.location} gave something else for ${digest}`, {
			found: sha256(bytes),
		});
	}

	async hasBlob(digest: Sha256): Promise<boolean> {
		return (await this.#get("HEAD", `blobs/${digest}`, [200, 404])).status === 200;
	}

	async *blob(descriptor: Descriptor): AsyncGenerator<Uint8Array> {
		const { digest, size } = descriptor;
		const download = new Download(this.#client, { ...this.#pull, url: this.#url(`blobs/${digest}`) });
		yield* verified(download.pieces(size), descriptor, this.location);
	}

	async push(image: BuiltImage, tags: readonly string[]): Promise<PushReport> {
		const { config } = parseManifest(image.manifest, "our own manifest");
		const layers = image.layers.map((layer): Source => {
			const { descriptor, mountFrom } = layer;
			const { digest, size } = descriptor;
			return { digest, size, open: () => layer.open(), ...(mountFrom !== undefined && { mountFrom }) };
		});
		const blobs = [...layers, { ...config, open: () => once(image.config) }];
		const travelled = await inParallel(blobs, UPLOADS, (blob) => this.#add(blob));
		const bytes = (wanted: boolean): number =>
			blobs.reduce((sum, { size }, index) => (travelled[index] === wanted ? sum + size : sum), 0);
		// a manifest that a tag names is there by its digest too
		if (tags.length === 0) await this.#putManifest(image.manifest, image.digest);
		for (const tag of tags) await this.#putTag(image.manifest, tag);
		return { digest: image.digest, sent: bytes(true), reused: bytes(false) };
	}

	async tag(digest: Sha256, tag: string): Promise<void> {
		await this.#putTag(await this.manifest(digest), tag);
	}

	/** A repository whose tags never move takes each once: one that names this image already is not put again. */
	async #putTag(manifest: Uint8Array, tag: string): Promise<void> {
		const digest = sha256(manifest);
		if ((await this.resolve(tag)) === digest) return;
		try {
			await this.#putManifest(manifest, tag);
		} catch (failure) {
			if (!(failure instanceof Failure) || !REFUSALS.includes(failure.code)) throw failure;
			const named = await this.resolve(tag);
			// somebody else was faster, with the same
			if (named === digest) return;
			throw named === null ? failure : this.#taken(tag, named, failure);
		}
	}

	#taken(tag: string, found: Sha256, cause: Failure): Failure {
		return infrastructure(
			"registry-tag-taken",
			`the tag ${tag} of ${this.location} names another image, and the registry does not let it move`,
			{
				found: `${found} (${cause.details.found ?? cause.message})`,
				hint: `its tags are immutable: release another version (--bump patch), or delete ${this.location}:${tag} where nobody needs it`,
				cause,
			},
		);
	}

	async attach(image: Sha256, attachment: Attachment): Promise<void> {
		const subject = { mediaType: MANIFEST, digest: image, size: (await this.manifest(image)).length };
		const manifest = attachmentManifest(subject, attachment);
		const referrer = referrerOf(manifest, attachment);
		if ((await this.referrers(image)).some(({ digest }) => digest === referrer.digest)) return;
		for (const bytes of [attachment.bytes, EMPTY_CONFIG]) {
			await this.#add({ digest: sha256(bytes), size: bytes.length, open: () => once(bytes) });
		}
		const { subjectKept } = await this.#putManifest(manifest, referrer.digest);
		if (!subjectKept) await this.#listBelowTag(image, referrer);
	}

	async referrers(image: Sha256): Promise<readonly Referrer[]> {
		const { status, bytes } = await this.#get("GET", `referrers/${image}`, [200, 404]);
		return status === 200 ? parseReferrers(bytes, this.location) : this.#belowTag(image);
	}

	async remove(manifest: Sha256, tags: readonly string[]): Promise<void> {
		await this.#delete(manifest);
		// most take the tags along; by the distribution specification they need not
		for (const tag of tags) if ((await this.resolve(tag)) === manifest) await this.#delete(tag);
	}

	async #delete(reference: string): Promise<void> {
		const request = {
			scope: `repository:${this.#path}:pull,delete`,
			about: this.location,
			method: "DELETE",
			url: this.#url(`manifests/${reference}`),
			accept: [200, 202, 204, 400, 404, 405, 501],
		} as const;
		const { status, bytes } = await this.#client.read(request, MAX_MANIFEST_SIZE);
		if (status < 300 || (status === 404 && !/UNSUPPORTED/.test(Buffer.from(bytes).toString()))) return;
		throw infrastructure("registry-keeps", `${this.location} does not let images be deleted`, {
			found: `${status} to DELETE`,
			hint: "switch deleting on (docker-registry: `delete: {enabled: true}`), or leave it to rules of the registry's own",
		});
	}

	/** A registry that does not know subjects: clients keep the list themselves, and others may write it at the same time. */
	async #listBelowTag(image: Sha256, referrer: Referrer): Promise<void> {
		for (let tries = 0; tries < LIST_TRIES; tries++) {
			const index = indexWith(await this.#belowTag(image), referrer);
			if (index === null) return;
			await this.#putManifest(index, fallbackTag(image), INDEX);
		}
		if (indexWith(await this.#belowTag(image), referrer) === null) return;
		throw infrastructure("registry-contended", `others keep changing what hangs on ${this.location}@${image}`, {
			hint: "run again: what is there already is not sent again",
		});
	}

	async #belowTag(image: Sha256): Promise<readonly Referrer[]> {
		const { status, bytes } = await this.#get("GET", `manifests/${fallbackTag(image)}`, [200, 404]);
		return status === 200 ? parseReferrers(bytes, this.location) : [];
	}

	/** True when the blob travelled. */
	async #add(blob: Source): Promise<boolean> {
		if (await this.hasBlob(blob.digest)) return false;
		const has = (digest: Sha256) => this.hasBlob(digest);
		return new Upload({ client: this.#client, location: this.location, path: this.#path, has }, blob).run();
	}

	async #putManifest(bytes: Uint8Array, reference: string, type = MANIFEST): Promise<{ subjectKept: boolean }> {
		const request = {
			...this.#push,
			method: "PUT",
			url: this.#url(`manifests/${reference}`),
			headers: { "content-type": type },
			body: () => ({ content: bytes, size: bytes.length }),
			accept: [201, 200],
		} as const;
		const { headers } = await this.#client.read(request, MAX_MANIFEST_SIZE);
		const stored = headers.get("docker-content-digest") ?? (await this.resolve(reference));
		if (stored === sha256(bytes)) return { subjectKept: headers.has("oci-subject") };
		throw infrastructure("registry-changed-image", `${this.location} stored another manifest than the one sent`, {
			found: stored ?? "nothing",
			expected: sha256(bytes),
		});
	}

	async #readManifest(reference: string): Promise<Uint8Array> {
		const { status, bytes } = await this.#get("GET", `manifests/${reference}`, [200, 404]);
		if (status !== 404) return bytes;
		throw infrastructure("image-not-found", `${this.location} has no image ${reference}`, {
			hint: "was it deleted from the registry? release the model again, or promote another version",
		});
	}

	#get(method: "GET" | "HEAD", rest: string, accept: readonly number[]): Promise<Answer> {
		const headers = rest.startsWith("manifests/") ? { accept: ACCEPT } : {};
		const request = { ...this.#pull, method, url: this.#url(rest), headers, accept };
		return this.#client.read(request, MAX_MANIFEST_SIZE);
	}

	#url(rest: string): string {
		return `/v2/${this.#path}/${rest}`;
	}

	get #pull(): { scope: string; about: string } {
		return { scope: `repository:${this.#path}:pull`, about: this.location };
	}

	get #push(): { scope: string; about: string } {
		return { scope: `repository:${this.#path}:pull,push`, about: this.location };
	}
}

/** The `next` address of a paged answer (RFC 8288). */
function nextPage(link: string | null): string | null {
	return /<([^>]+)>\s*;\s*rel="?next"?/.exec(link ?? "")?.[1] ?? null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
