import { get as httpGet, request as httpRequest } from "node:http";
import { get as httpsGet, request as httpsRequest } from "node:https";

export interface HttpAnswer {
	readonly status: number;
	readonly body: string;
}

export interface HttpQuestion {
	readonly timeoutMs: number;
	/** The most bytes that an answer may have. */
	readonly most: number;
	/** JSON to post; absent: a GET. */
	readonly json?: string;
	readonly signal?: AbortSignal;
}

/**
 * One request over a connection of its own: a kept-alive one would go on speaking to the process that answered first,
 * which is the very thing a probe must not do.
 */
export function fetchOnce(url: string, { timeoutMs, most, json, signal: stop }: HttpQuestion): Promise<HttpAnswer> {
	const late = AbortSignal.timeout(Math.ceil(timeoutMs));
	const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
	const secure = url.startsWith("https:");
	return new Promise((resolve, reject) => {
		const take = (response: NodeJS.ReadableStream & { statusCode?: number | undefined }): void => {
			const chunks: Buffer[] = [];
			let size = 0;
			response.on("data", (chunk: Buffer) => {
				size += chunk.length;
				if (size > most) request.destroy(new Error("the answer is too long"));
				else chunks.push(chunk);
			});
			response.on("end", () => {
				resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") });
			});
			response.on("error", reject);
		};
		const request =
			json === undefined
				? (secure ? httpsGet : httpGet)(url, { agent: false, signal }, take)
				: (secure ? httpsRequest : httpRequest)(
						url,
						{ agent: false, signal, method: "POST", headers: jsonHeaders(json) },
						take,
					);
		request.on("error", reject);
		if (json !== undefined) request.end(json);
	});
}

function jsonHeaders(json: string): Record<string, string> {
	return { "content-type": "application/json", "content-length": String(Buffer.byteLength(json)) };
}

/** Why a request got no answer, in words. */
export function troubleOf(cause: unknown): string {
	if (!(cause instanceof Error)) return "no answer";
	const code = codeOf(cause);
	if (code === "ECONNREFUSED") return "connection refused";
	if (code === "ECONNRESET") return "the connection was reset";
	if (cause.name === "AbortError" || cause.name === "TimeoutError") return "no answer in time";
	return cause.message;
}

/** The system's name for it, as `ECONNREFUSED`; empty where it has none. */
export function codeOf(cause: unknown): string {
	return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
