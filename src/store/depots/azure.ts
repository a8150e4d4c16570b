import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import type { BlockBlobClient, ContainerClient } from "@azure/storage-blob";
import type { Fingerprint, RemoteConfig } from "../../manifest/index.ts";
import type { Blob, Body, Depot, Surroundings } from "../depot.ts";
import { openContainer } from "./azure-account.ts";
import { type Asked, azureTrouble, isAbsent, isPastTheEnd } from "./azure-trouble.ts";
import { bucketAndPath } from "./bucket.ts";
import { readOptions } from "./options.ts";
import { carrying, OwnFault, sending } from "./streams.ts";
import { Watch } from "./watch.ts";

/** One request up to here; above, blocks side by side, which are seen only when the list of them is committed. */
const WHOLE = 32n * 1024n ** 2n;
const BLOCK = 16n * 1024n ** 2n;
const BLOCKS_AT_ONCE = 4;
const MOST_BLOCKS = 50_000n;
/** Seconds without a byte, as DVC's SDK waits. */
const SILENCE = 60;

/** `azure://container/path`, with DVC's keys. */
export async function openDepot(remote: RemoteConfig, surroundings: Surroundings): Promise<Depot> {
	const { bucket, path } = bucketAndPath(remote);
	const { container, login } = await openContainer(remote, { container: bucket, surroundings });
	return new AzureDepot(container, {
		address: path === "" ? `azure://${bucket}` : `azure://${bucket}/${path}`,
		container: bucket,
		login,
		clock: surroundings.clock,
		prefix: path === "" ? "" : `${path}/`,
		silenceMs: (readOptions(remote).seconds("read_timeout") ?? SILENCE) * 1000,
	});
}

interface Settings extends Asked {
	/** Empty, or ends in `/`. */
	readonly prefix: string;
	readonly silenceMs: number;
}

class AzureDepot implements Depot {
	readonly address: string;
	readonly lanes = 32;
	readonly page = 5000;
	readonly #container: ContainerClient;
	readonly #settings: Settings;

	constructor(container: ContainerClient, settings: Settings) {
		this.#container = container;
		this.#settings = settings;
		this.address = settings.address;
	}

	async stat(key: string): Promise<bigint | null> {
		return (await this.#properties(key))?.size ?? null;
	}

	async fingerprint(key: string): Promise<Fingerprint | null> {
		const found = await this.#properties(key);
		return found === null ? null : { kind: "etag", value: found.etag, size: found.size };
	}

	async #properties(key: string): Promise<{ size: bigint; etag: string } | null> {
		return this.#ask("read objects", async ({ signal }) => {
			try {
				const { contentLength, etag = "" } = await this.#blob(key).getProperties({ abortSignal: signal });
				return { size: BigInt(contentLength ?? 0), etag: etag.startsWith('"') ? etag : `"${etag}"` };
			} catch (cause) {
				if (isAbsent(cause)) return null;
				throw cause;
			}
		});
	}

	async *list(prefix: string): AsyncIterable<readonly Blob[]> {
		const base = this.#settings.prefix;
		let next: string | undefined;
		do {
			const page = await this.#ask("list objects", ({ signal }) =>
				this.#container
					.listBlobsFlat({ prefix: `${base}${prefix}`, abortSignal: signal })
					.byPage({ maxPageSize: this.page, ...(next === undefined ? {} : { continuationToken: next }) })
					.next(),
			);
			if (page.done === true) return;
			yield page.value.segment.blobItems.map(({ name, properties }) => ({
				key: name.slice(base.length),
				size: BigInt(properties.contentLength ?? 0),
				modified: properties.lastModified ?? null,
			}));
			next = page.value.continuationToken;
		} while (next !== undefined && next !== "");
	}

	async read(key: string, from = 0n, version: string | null = null): Promise<Readable | null> {
		const watch = new Watch(this.#settings.silenceMs);
		const trouble = (cause: unknown) => azureTrouble(cause, { ...this.#settings, what: "read objects", watch });
		try {
			const { readableStreamBody } = await versionOf(this.#blob(key), version).download(Number(from), undefined, {
				abortSignal: watch.signal,
				maxRetryRequests: 0,
			});
			if (!(readableStreamBody instanceof Readable)) throw new Error("an answer without a body");
			return carrying(readableStreamBody, { watch, trouble });
		} catch (cause) {
			watch.rest();
			if (isAbsent(cause)) return null;
			if (isPastTheEnd(cause)) return Readable.from([], { objectMode: false });
			throw trouble(cause);
		}
	}

	async write(key: string, body: Body): Promise<void> {
		const put = body.size <= WHOLE ? putWhole : putBlocks;
		await this.#ask("write objects", (watch) => put(this.#blob(key), body, watch));
	}

	async remove(keys: readonly string[]): Promise<void> {
		for (const key of keys) {
			await this.#ask("delete objects", async ({ signal }) => {
				try {
					await this.#blob(key).delete({ deleteSnapshots: "include", abortSignal: signal });
				} catch (cause) {
					if (!isAbsent(cause)) throw cause;
				}
			});
		}
	}

	async close(): Promise<void> {}

	#blob(key: string): BlockBlobClient {
		return this.#container.getBlockBlobClient(`${this.#settings.prefix}${key}`);
	}

	async #ask<T>(what: string, act: (watch: Watch) => Promise<T>): Promise<T> {
		const watch = new Watch(this.#settings.silenceMs);
		try {
			return await act(watch);
		} catch (cause) {
			if (cause instanceof OwnFault) throw cause.cause;
			throw azureTrouble(cause, { ...this.#settings, what, watch });
		} finally {
			watch.rest();
		}
	}
}

function versionOf(blob: BlockBlobClient, version: string | null): BlockBlobClient {
	return version === null ? blob : blob.withVersion(version).getBlockBlobClient();
}

/** The service compares the MD5 with what arrived, and refuses the blob when they differ. */
async function putWhole(blob: BlockBlobClient, body: Body, watch: Watch): Promise<void> {
	const options = {
		abortSignal: watch.signal,
		onProgress: () => watch.stir(),
		...(body.md5 === null ? {} : { transactionalContentMD5: Buffer.from(body.md5, "hex") }),
	};
	if (body.bytes !== null) await blob.upload(body.bytes, body.bytes.length, options);
	else await sending(body.open(), (bytes) => blob.upload(() => bytes, Number(body.size), options));
}

async function putBlocks(blob: BlockBlobClient, body: Body, watch: Watch): Promise<void> {
	const least = body.size / MOST_BLOCKS + 1n;
	const block = Number(least > BLOCK ? least : BLOCK);
	await sending(body.open(), (bytes) =>
		blob.uploadStream(bytes, block, BLOCKS_AT_ONCE, {
			abortSignal: watch.signal,
			onProgress: () => watch.stir(),
			...(body.md5 === null ? {} : { blobHTTPHeaders: { blobContentMD5: Buffer.from(body.md5, "hex") } }),
		}),
	);
}
