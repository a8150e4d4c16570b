import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { infrastructure, parseSha256, type Sha256 } from "../kernel/index.ts";
import { attachmentManifest, EMPTY_CONFIG, referrerOf } from "./attachment.ts";
import { onDisk } from "./disk.ts";
import { parseManifest, parseSubject } from "./image-json.ts";
import { changeIndex, readIndex, withTag } from "./index-file.ts";
import { hexOf, MANIFEST, REF_NAME, sha256 } from "./media.ts";
import type { Attachment, BuiltImage, Descriptor, ImageStore, PushReport, Referrer, StoreOptions } from "./model.ts";
import { verified } from "./verified.ts";

const LAYOUT = '{"imageLayoutVersion":"1.0.0"}';

/** A folder in OCI image layout 1.0: the registry that needs no server. Blobs appear whole or not at all. */
export class OciLayout implements ImageStore {
	readonly location: string;
	readonly #directory: string;
	readonly #options: StoreOptions;

	/** `directory` is absolute; it is made with the first push. */
	constructor(directory: string, options: StoreOptions) {
		this.location = `oci:${directory}`;
		this.#directory = directory;
		this.#options = options;
	}

	async resolve(reference: string): Promise<Sha256 | null> {
		const digest = parseSha256(reference);
		if (digest !== null) return (await this.hasBlob(digest)) ? digest : null;
		const entries = await onDisk(this.location, () => readIndex(this.#directory));
		return entries.find((entry) => entry.annotations?.[REF_NAME] === reference)?.digest ?? null;
	}

	async tags(): Promise<readonly string[]> {
		const entries = await onDisk(this.location, () => readIndex(this.#directory));
		return entries.flatMap((entry) => entry.annotations?.[REF_NAME] ?? []).sort();
	}

	async manifest(digest: Sha256): Promise<Uint8Array> {
		const bytes = await readFile(this.#file(digest)).catch((cause: unknown) => {
			throw infrastructure("image-not-found", `${this.location} has no image ${digest}`, { cause });
		});
		if (sha256(bytes) === digest) return bytes;
		throw infrastructure("blob-corrupt", `${this.#file(digest)} does not hold ${digest}`, {
			hint: "release the model again, or restore the file from a copy",
		});
	}

	async hasBlob(digest: Sha256): Promise<boolean> {
		return stat(this.#file(digest)).then(
			(found) => found.isFile(),
			() => false,
		);
	}

	async *blob(descriptor: Descriptor): AsyncGenerator<Uint8Array> {
		const file = this.#file(descriptor.digest);
		if (!(await this.hasBlob(descriptor.digest))) {
			throw infrastructure("image-not-found", `${this.location} has no blob ${descriptor.digest}`);
		}
		yield* verified(createReadStream(file, { highWaterMark: 128 << 10 }), descriptor, file);
	}

	push(image: BuiltImage, tags: readonly string[]): Promise<PushReport> {
		return onDisk(this.location, () => this.#push(image, tags));
	}

	async #push(image: BuiltImage, tags: readonly string[]): Promise<PushReport> {
		await this.#prepare();
		const { config } = parseManifest(image.manifest, "our own manifest");
		const layers = image.layers.map((layer) => ({ ...layer.descriptor, source: () => layer.open() }));
		let [sent, reused] = [0, 0];
		for (const blob of [...layers, { ...config, source: () => once(image.config) }]) {
			if (await this.#add(blob, blob.source)) sent += blob.size;
			else reused += blob.size;
		}
		const manifest = { digest: image.digest, size: image.manifest.length };
		await this.#add(manifest, () => once(image.manifest));
		await this.#list({ mediaType: MANIFEST, ...manifest }, tags);
		return { digest: image.digest, sent, reused };
	}

	async tag(digest: Sha256, tag: string): Promise<void> {
		const bytes = await this.manifest(digest);
		await onDisk(this.location, () => this.#list({ mediaType: MANIFEST, digest, size: bytes.length }, [tag]));
	}

	attach(image: Sha256, attachment: Attachment): Promise<void> {
		return onDisk(this.location, async () => {
			const subject = { mediaType: MANIFEST, digest: image, size: (await this.manifest(image)).length };
			const manifest = attachmentManifest(subject, attachment);
			for (const bytes of [attachment.bytes, EMPTY_CONFIG, manifest]) {
				await this.#add({ digest: sha256(bytes), size: bytes.length }, () => once(bytes));
			}
			await this.#list(referrerOf(manifest, attachment), []);
		});
	}

	async referrers(image: Sha256): Promise<readonly Referrer[]> {
		const entries = await onDisk(this.location, () => readIndex(this.#directory));
		const untagged = entries.filter((entry) => entry.annotations?.[REF_NAME] === undefined);
		const found: Referrer[] = [];
		for (const { mediaType, digest, size } of untagged) {
			// one that is listed and gone refers to nothing
			if (!(await this.hasBlob(digest))) continue;
			const about = parseSubject(await this.manifest(digest), digest);
			if (about?.subject === image) found.push({ mediaType, digest, size, artifactType: about.artifactType });
		}
		return found;
	}

	async remove(manifest: Sha256): Promise<void> {
		await onDisk(this.location, async () => {
			await changeIndex(this.#directory, this.#options.clock, (entries) =>
				entries.filter(({ digest }) => digest !== manifest),
			);
			await rm(this.#file(manifest), { force: true });
		});
	}

	async #list(target: Descriptor, tags: readonly string[]): Promise<void> {
		const names = tags.length === 0 ? [null] : tags;
		await changeIndex(this.#directory, this.#options.clock, (entries) =>
			names.reduce<Descriptor[]>((list, tag) => withTag(list, target, tag), [...entries]),
		);
	}

	async #prepare(): Promise<void> {
		await mkdir(join(this.#directory, "blobs", "sha256"), { recursive: true });
		await writeFile(join(this.#directory, "oci-layout"), LAYOUT, { flag: "wx" }).catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code !== "EEXIST") throw error;
			},
		);
	}

	/** True when the blob was not here yet. */
	async #add(
		descriptor: Pick<Descriptor, "digest" | "size">,
		source: () => AsyncIterable<Uint8Array>,
	): Promise<boolean> {
		const file = this.#file(descriptor.digest);
		const known = await stat(file).catch(() => null);
		if (known?.size === descriptor.size) return false;
		const temporary = join(this.#directory, "blobs", `.${randomBytes(8).toString("hex")}`);
		try {
			await this.#write(temporary, verified(source(), descriptor, "the layer's source"));
			await rename(temporary, file);
		} catch (error) {
			await unlink(temporary).catch(() => {});
			throw error;
		}
		return true;
	}

	async #write(file: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
		const handle = await open(file, "wx", 0o644);
		try {
			for await (const chunk of stream) {
				this.#options.signal?.throwIfAborted();
				await handle.writeFile(chunk);
			}
		} finally {
			await handle.close();
		}
	}

	#file(digest: Sha256): string {
		return join(this.#directory, "blobs", "sha256", hexOf(digest));
	}
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
