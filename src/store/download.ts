import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Budget } from "./budget.ts";
import { type Depot, DepotTrouble } from "./depot.ts";
import { unreachable } from "./depots/troubles.ts";
import { inFolder } from "./install.ts";
import { gaveUp, type Patience, pause, TRIES } from "./patience.ts";

/** Up to this many bytes are kept in memory and written at once. */
const SMALL = 1024 * 1024;
/** A try that brought this many bytes was no failure. */
const WORTHWHILE = 256n * 1024n;
/** A body that stands still for so long is taken for cut. */
const STALL_MS = 60_000;

export interface Sink {
	write(chunk: Uint8Array): Promise<void> | void;
}

export interface Download extends Patience {
	readonly depot: Depot;
	readonly key: string;
	/** Of a blob of which the bucket keeps several. */
	readonly version?: string;
	readonly moved?: ((bytes: number) => void) | undefined;
	readonly budget?: Budget;
}

/** Pours a blob into the sink; where the connection breaks, the next one goes on from there. The bytes, or null when it is not there. */
export async function download(from: Download, sink: Sink): Promise<bigint | null> {
	let at = 0n;
	for (let failures = 0; ; ) {
		const before = at;
		try {
			const stream = await from.depot.read(from.key, at, from.version);
			if (stream === null) return null;
			for await (const chunk of watched(stream)) {
				await given(sink, chunk, from);
				at += BigInt(chunk.length);
				from.moved?.(chunk.length);
			}
			return at;
		} catch (cause) {
			const trouble = passing(from.depot, cause);
			failures = at - before >= WORTHWHILE ? 1 : failures + 1;
			if (failures >= TRIES) throw gaveUp(trouble);
			await pause(from, failures, trouble.waitMs);
		}
	}
}

async function* watched(stream: Readable): AsyncGenerator<Uint8Array> {
	const timer = setTimeout(() => stream.destroy(new Error("no byte came for a minute")), STALL_MS);
	try {
		for await (const chunk of stream) {
			timer.refresh();
			yield chunk as Uint8Array;
		}
	} finally {
		clearTimeout(timer);
		stream.destroy();
	}
}

/** What our own disk refuses is no trouble of the remote's. */
class SinkRefused extends Error {}

async function given(sink: Sink, chunk: Uint8Array, { budget }: Pick<Download, "budget">): Promise<void> {
	try {
		budget?.spend(chunk.length);
		await sink.write(chunk);
	} catch (cause) {
		throw new SinkRefused("the sink refused", { cause });
	}
}

/** The trouble that may pass; what will not is thrown. A stream that ends in any error was cut. */
function passing({ address }: Depot, cause: unknown): DepotTrouble {
	if (cause instanceof SinkRefused) throw cause.cause;
	const trouble =
		cause instanceof DepotTrouble ? cause : unreachable({ address, cause, found: "the connection broke" });
	if (!trouble.again) throw trouble;
	return trouble;
}

/** Collects and hashes; what grows beyond memory goes on to a file. */
export class Receiver implements Sink {
	readonly #hash = createHash("md5");
	readonly #file: string;
	#chunks: Uint8Array[] = [];
	#held = 0;
	#handle: FileHandle | null = null;

	constructor(file: string) {
		this.#file = file;
	}

	write(chunk: Uint8Array): Promise<void> | void {
		this.#hash.update(chunk);
		if (this.#handle !== null) return writeWhole(this.#handle, chunk);
		this.#chunks.push(chunk);
		this.#held += chunk.length;
		if (this.#held > SMALL) return this.#spill();
	}

	/** The MD5 of what was written. */
	async finish(): Promise<string> {
		if (this.#handle === null) await inFolder(this.#file, () => writeFileSync(this.#file, bytesOf(this.#chunks)));
		await this.close();
		return this.#hash.digest("hex");
	}

	async close(): Promise<void> {
		const handle = this.#handle;
		this.#handle = null;
		await handle?.close();
	}

	async #spill(): Promise<void> {
		// a folder that is not there yet must not cost the download
		await inFolder(this.#file, async () => {
			this.#handle = await open(this.#file, "w", 0o600);
		});
		if (this.#handle !== null) await writeWhole(this.#handle, bytesOf(this.#chunks));
		this.#chunks = [];
	}
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
	for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

export function bytesOf(chunks: readonly Uint8Array[]): Uint8Array {
	return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
