import { Readable } from "node:stream";
import type { Answer } from "./answer.ts";
import type { WebClient } from "./client.ts";
import { refused } from "./words.ts";

/** Nothing lives there: not there, or not any more. */
export function isAbsent({ status }: Answer): boolean {
	return status === 404 || status === 410;
}

/** The bytes from `from` on, whether or not the server knows ranges; the refusing answer where there are none to have. */
export async function readFrom(web: WebClient, url: URL, from: bigint): Promise<Readable | Answer> {
	const headers = from === 0n ? {} : { range: `bytes=${from}-` };
	const answer = await web.ask({ method: "GET", url, headers });
	if (answer.status === 200) return answer.bytes(from);
	if (from > 0n && answer.status === 206) {
		const begin = rangeOf(answer)?.begin ?? null;
		// a server may give more than it was asked for, never less
		if (begin !== null && begin <= from) return answer.bytes(from - begin);
	}
	if (from > 0n && answer.status === 416) {
		answer.drop();
		return Readable.from([], { objectMode: false });
	}
	return answer;
}

/** The size where a HEAD does not tell it: a range of one byte says how many there are, else they are counted. */
export async function measure(web: WebClient, url: URL): Promise<bigint | Answer> {
	const answer = await web.ask({ method: "GET", url, headers: { range: "bytes=0-0" } });
	if (![200, 206, 416].includes(answer.status)) return answer;
	const size = answer.status === 200 ? lengthOf(answer) : (rangeOf(answer)?.size ?? null);
	if (size !== null) {
		if (answer.status === 200) answer.bytes().destroy();
		else answer.drop();
		return size;
	}
	if (answer.status !== 200) return answer;
	let counted = 0n;
	for await (const chunk of answer.bytes() as AsyncIterable<Uint8Array>) counted += BigInt(chunk.length);
	return counted;
}

/** `Content-Length`, which a HEAD may lack. */
export function lengthOf({ headers }: Answer): bigint | null {
	const length = headers["content-length"];
	return length !== undefined && /^\d+$/.test(length) ? BigInt(length) : null;
}

/** `Content-Range: bytes 5-9/10`, or `bytes *` `/10` with a 416. */
function rangeOf({ headers }: Answer): { begin: bigint; size: bigint | null } | null {
	const [, begin = "*", size = "*"] =
		/^bytes\s+(?:(\d+)-\d+|\*)\/(\d+|\*)$/i.exec(headers["content-range"] ?? "") ?? [];
	if (begin === "*" && size === "*") return null;
	return { begin: begin === "*" ? 0n : BigInt(begin), size: size === "*" ? null : BigInt(size) };
}

/** Throws what a status means when it is none of those hoped for. */
export function insist(answer: Answer, web: WebClient, doing: string): Answer {
	if (!answer.isGood) throw refused(answer, web.site, doing);
	return answer;
}
