import { Buffer } from "node:buffer";
import http from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";
import type { Surroundings } from "../depot.ts";
import type { Watch } from "./watch.ts";

export interface Question {
	readonly method: "DELETE" | "GET" | "POST" | "PUT";
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as it comes; a stream's `content-length` is among the headers. */
	readonly body?: Readable | Uint8Array;
}

export type Answer = http.IncomingMessage;

/** Requests over connections that are kept: no second try, no decoding, nothing read ahead. */
export class Wire {
	readonly #plain: http.Agent;
	readonly #secure: https.Agent;

	constructor({ variables }: Surroundings, lanes: number) {
		const options = { keepAlive: true, maxSockets: lanes, proxyEnv: { ...variables } };
		this.#plain = new http.Agent(options);
		this.#secure = new https.Agent(options);
	}

	/** The answer's head; its body is the caller's to read. */
	ask({ method, url, headers = {}, body }: Question, watch: Watch): Promise<Answer> {
		const secure = url.startsWith("https://");
		return new Promise((resolve, reject) => {
			const options = { method, headers, signal: watch.signal, agent: secure ? this.#secure : this.#plain };
			const request = (secure ? https : http).request(url, options);
			request.once("response", (answer) => {
				watch.stir();
				// what was still to be sent when the answer came is not wanted any more
				answer.once("end", () => request.writableEnded || request.destroy());
				resolve(answer);
			});
			request.on("error", reject);
			if (body === undefined || body instanceof Uint8Array) request.end(body);
			else sendStream(body, request, watch);
		});
	}

	close(): void {
		this.#plain.destroy();
		this.#secure.destroy();
	}
}

/** Not `pipeline`, which would end the request when the stream is let go of: an early answer must stay readable. */
function sendStream(body: Readable, request: http.ClientRequest, watch: Watch): void {
	body.on("data", () => watch.stir());
	body.once("error", (error) => request.destroy(error));
	body.pipe(request);
}

/** A short body. */
export async function textOf(answer: Answer, watch: Watch): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of answer) {
		watch.stir();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
