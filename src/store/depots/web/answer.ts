import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { carried } from "./carried.ts";

/** More than any page of a listing. */
const MOST_TEXT = 256 * 1024 * 1024;

/** A server's answer, of any status. Exactly one of `bytes`, `text` and `drop` is called. */
export class Answer {
	readonly status: number;
	readonly phrase: string;
	readonly headers: IncomingMessage["headers"];
	readonly #message: IncomingMessage;
	readonly #trouble: (cause: unknown) => Error;

	constructor(message: IncomingMessage, trouble: (cause: unknown) => Error) {
		this.#message = message;
		this.#trouble = trouble;
		this.status = message.statusCode ?? 0;
		this.phrase = message.statusMessage ?? "";
		this.headers = message.headers;
	}

	get isGood(): boolean {
		return this.status >= 200 && this.status < 300;
	}

	/** The body, without its first `skip` bytes. */
	bytes(skip = 0n): Readable {
		return carried(this.#message, { skip, trouble: this.#trouble });
	}

	async text(): Promise<string> {
		const chunks: Uint8Array[] = [];
		let size = 0;
		for await (const chunk of this.bytes()) {
			size += chunk.length;
			if (size > MOST_TEXT) throw this.#trouble(new Error("an answer without end"));
			chunks.push(chunk);
		}
		return Buffer.concat(chunks).toString("utf8");
	}

	/** Reads the rest away, so that the connection can be used again. */
	drop(): void {
		this.#message.on("error", () => {});
		this.#message.resume();
	}
}
