import { createReadStream, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Blob, Body, Depot } from "../../src/store/depot.ts";
import { busy, denied, unreachable } from "../../src/store/depots/troubles.ts";

export type Mishap = "cut" | "wrong-bytes" | "busy" | "denied" | "gone";

/** A depot over a folder of real files that can be told to fail at a call, and says what it was asked. */
export class FolderDepot implements Depot {
	readonly address: string;
	readonly lanes = 4;
	readonly page: number | null;
	/** `stat files/md5/ab/…`, in order. */
	readonly calls: string[] = [];
	readonly #folder: string;
	#mishap: { at: number; kind: Mishap } | null = null;

	constructor(folder: string, page: number | null = 10) {
		this.#folder = folder;
		this.address = `folder://${folder}`;
		this.page = page;
	}

	/** The call of this number from now on (from 1) goes wrong; 0: every one. */
	spoil(at: number, kind: Mishap): void {
		this.calls.length = 0;
		this.#mishap = { at, kind };
	}

	count(verb: string): number {
		return this.calls.filter((call) => call.startsWith(verb)).length;
	}

	async stat(key: string): Promise<bigint | null> {
		this.#called("stat", key);
		return lstatSync(this.#path(key), { bigint: true, throwIfNoEntry: false })?.size ?? null;
	}

	async *list(prefix: string): AsyncIterable<readonly Blob[]> {
		const root = this.#path(prefix);
		const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: "utf8" }) : [];
		const blobs = files
			.filter((file) => statSync(join(root, file)).isFile())
			.map((file) => ({ key: `${prefix}${file}`, size: statSync(join(root, file), { bigint: true }).size }));
		for (let at = 0; at === 0 || at < blobs.length; at += this.page ?? 10) {
			this.#called("list", prefix);
			yield blobs.slice(at, at + (this.page ?? 10));
		}
	}

	async read(key: string, from = 0n): Promise<Readable | null> {
		const mishap = this.#called("read", `${key} ${from}`);
		if (!existsSync(this.#path(key))) return null;
		const stream = createReadStream(this.#path(key), { start: Number(from), highWaterMark: 64 * 1024 });
		return mishap === null ? stream : Readable.from(spoilt(stream, mishap));
	}

	async write(key: string, body: Body): Promise<void> {
		const mishap = this.#called("write", key);
		const temporary = `${this.#path(key)}.part`;
		mkdirSync(dirname(temporary), { recursive: true });
		await writeFile(temporary, body.open());
		if (mishap === "cut") throw unreachable({ address: this.address });
		renameSync(temporary, this.#path(key));
	}

	async close(): Promise<void> {}

	#path(key: string): string {
		return join(this.#folder, key);
	}

	#called(verb: string, what: string): Mishap | null {
		this.calls.push(`${verb} ${what}`);
		if (this.#mishap === null || (this.#mishap.at !== 0 && this.calls.length !== this.#mishap.at)) return null;
		const { address } = this;
		switch (this.#mishap.kind) {
			case "busy":
				throw busy({ address, waitMs: 7000 });
			case "denied":
				throw denied({ address, what: verb });
			case "gone":
				throw unreachable({ address });
			case "cut":
			case "wrong-bytes":
				return this.#mishap.kind;
		}
	}
}

async function* spoilt(stream: AsyncIterable<Buffer>, mishap: Mishap): AsyncGenerator<Buffer> {
	for await (const chunk of stream) {
		if (mishap === "wrong-bytes") yield Buffer.from(chunk.map((byte) => byte ^ 1));
		else {
			yield chunk.subarray(0, Math.ceil(chunk.length / 2));
			throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
		}
	}
}
