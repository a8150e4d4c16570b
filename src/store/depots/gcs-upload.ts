import { Buffer } from "node:buffer";
import type { Body } from "../depot.ts";
import { type Answer, type Question, textOf } from "./gcs-http.ts";
import { sending } from "./streams.ts";
import type { Watch } from "./watch.ts";

/** Between the name and the bytes, and at the end; the service takes the first part for the name, whatever the bytes hold. */
const BOUNDARY = "mainline-name-and-bytes";

/** Where and how objects of one bucket are uploaded. */
export interface Counter {
	/** `https://storage.googleapis.com/upload/storage/v1/b/bucket/o`. */
	readonly url: string;
	/** Throws `Refused`, but for the statuses that are let through. */
	send(question: Question, watch: Watch, through?: readonly number[]): Promise<Answer>;
}

/** Name, MD5 and bytes in one request; the service compares the MD5 with what arrived. */
export async function putWhole(counter: Counter, name: string, body: Body, watch: Watch): Promise<void> {
	const head = `--${BOUNDARY}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${metadata(name, body)}\r\n--${BOUNDARY}\r\ncontent-type: application/octet-stream\r\n\r\n`;
	const bytes = Buffer.concat([
		Buffer.from(head),
		body.bytes ?? new Uint8Array(),
		Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
	]);
	const answer = await counter.send(
		{
			method: "POST",
			url: `${counter.url}?uploadType=multipart&fields=size`,
			headers: { "content-type": `multipart/related; boundary=${BOUNDARY}`, "content-length": String(bytes.length) },
			body: bytes,
		},
		watch,
	);
	await textOf(answer, watch);
}

/** Uploads that can be taken up again where they broke off, as long as the depot is open. */
export class Uploads {
	readonly #counter: Counter;
	/** Sessions of uploads that are not complete, by what is uploaded. */
	readonly #begun = new Map<string, string>();

	constructor(counter: Counter) {
		this.#counter = counter;
	}

	async put(name: string, body: Body, watch: Watch): Promise<void> {
		const what = `${body.size} ${body.md5 ?? ""} ${name}`;
		const left = this.#begun.get(what);
		const arrived = left === undefined ? null : await this.#arrived(left, body.size, watch);
		const session = left !== undefined && arrived !== null ? left : await this.#begin(name, body, watch);
		this.#begun.set(what, session);
		if (arrived !== body.size) await this.#send(session, { body, from: arrived ?? 0n }, watch);
		this.#begun.delete(what);
	}

	async #begin(name: string, body: Body, watch: Watch): Promise<string> {
		const bytes = Buffer.from(metadata(name, body));
		const answer = await this.#counter.send(
			{
				method: "POST",
				url: `${this.#counter.url}?uploadType=resumable&fields=size`,
				headers: {
					"content-type": "application/json; charset=utf-8",
					"content-length": String(bytes.length),
					"x-upload-content-length": String(body.size),
					"x-upload-content-type": "application/octet-stream",
				},
				body: bytes,
			},
			watch,
		);
		await textOf(answer, watch);
		const { location } = answer.headers;
		if (location === undefined) throw new Error("the upload has no address");
		return location;
	}

	/** How much of it is there; null when it is to be begun anew: the service does not know the upload, or has made something else of it. */
	async #arrived(session: string, size: bigint, watch: Watch): Promise<bigint | null> {
		const headers = { "content-range": `bytes */${size}`, "content-length": "0" };
		const answer = await this.#counter.send({ method: "PUT", url: session, headers }, watch, [308, 400, 404, 410]);
		const text = await textOf(answer, watch);
		if (answer.statusCode === 308) return BigInt(/^bytes=0-(\d+)$/.exec(answer.headers.range ?? "")?.[1] ?? -1) + 1n;
		if ((answer.statusCode ?? 0) >= 300) return null;
		return new RegExp(`"size": *"${size}"`).test(text) ? size : null;
	}

	async #send(session: string, { body, from }: { body: Body; from: bigint }, watch: Watch): Promise<void> {
		const headers = {
			"content-type": "application/octet-stream",
			"content-length": String(body.size - from),
			"content-range": `bytes ${from}-${body.size - 1n}/${body.size}`,
		};
		await sending(body.open(from), async (bytes) => {
			const answer = await this.#counter.send({ method: "PUT", url: session, headers, body: bytes }, watch);
			await textOf(answer, watch);
		});
	}
}

function metadata(name: string, { md5 }: Body): string {
	return JSON.stringify({ name, ...(md5 === null ? {} : { md5Hash: Buffer.from(md5, "hex").toString("base64") }) });
}
