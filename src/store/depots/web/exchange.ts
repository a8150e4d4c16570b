import { type ClientRequest, type Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import type { Body } from "../../depot.ts";

/** Milliseconds; 0 stands for no limit. */
export interface Patience {
	/** For a connection to stand, TLS included. */
	readonly connectMs: number;
	/** For the next sign of life. */
	readonly silenceMs: number;
}

interface Exchange {
	readonly method: string;
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: Body | string;
	readonly agent: HttpAgent;
	readonly patience: Patience;
	readonly signal: AbortSignal;
}

/** What we gave up on. */
export class TooSlow extends Error {}

/** An error in reading what we wanted to send: no trouble of the other side's. */
export class OwnTrouble extends Error {}

/** A body of that size is sent when the server has said that it wants it, or nothing for a second. */
const WORTH_ASKING = 1024n * 1024n;
const CONTINUE_MS = 1000;

/** One request over the wire, one answer; rejects with what Node says, `TooSlow` or `OwnTrouble`. */
export function exchange({ method, url, headers, body, agent, patience, signal }: Exchange): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const send = url.protocol === "https:" ? requestHttps : requestHttp;
		const asksFirst = typeof body === "object" && body.size >= WORTH_ASKING;
		const request = send(url, {
			method,
			agent,
			signal,
			headers: {
				// bytes as they are stored, not squeezed for the way
				"accept-encoding": "identity",
				"user-agent": "mainline",
				...(body === undefined ? {} : { "content-length": String(lengthOf(body)) }),
				...(asksFirst ? { expect: "100-continue" } : {}),
				...headers,
			},
		});
		request.on("error", reject);
		request.once("response", resolve);
		keepPatience(request, patience);
		if (body === undefined) request.end();
		else if (typeof body === "string") request.end(body);
		else if (asksFirst) whenWanted(request, () => upload(request, body));
		else upload(request, body);
	});
}

function lengthOf(body: Body | string): bigint {
	return typeof body === "string" ? BigInt(Buffer.byteLength(body)) : body.size;
}

function whenWanted(request: ClientRequest, begin: () => void): void {
	const timer = setTimeout(begin, CONTINUE_MS);
	request.once("continue", () => {
		clearTimeout(timer);
		begin();
	});
	request.once("response", (answer) => {
		clearTimeout(timer);
		spend(request, answer);
	});
	request.once("close", () => clearTimeout(timer));
}

/** Sends until all is sent, or an answer comes that does not wait for the rest. */
function upload(request: ClientRequest, body: Body): void {
	if (body.bytes !== null) {
		request.end(body.bytes);
		return;
	}
	const source = body.open();
	source.once("error", (cause) => request.destroy(new OwnTrouble("cannot read what is to be sent", { cause })));
	request.once("response", (answer) => {
		source.unpipe(request);
		source.destroy();
		spend(request, answer);
	});
	request.once("close", () => source.destroy());
	source.pipe(request);
}

/** After an answer to half a request: what was announced will not come, so the connection cannot be used again. */
function spend(request: ClientRequest, answer: IncomingMessage): void {
	if (!request.writableEnded) answer.once("end", () => request.destroy());
}

function keepPatience(request: ClientRequest, { connectMs, silenceMs }: Patience): void {
	let answer: IncomingMessage | null = null;
	request.once("response", (message) => {
		answer = message;
	});
	request.setTimeout(silenceMs, () => {
		// where bytes are here that nobody has taken yet, it is us who are slow
		if (answer !== null && answer.readableLength > 0) return;
		(answer ?? request).destroy(new TooSlow(`no sign of life for ${silenceMs / 1000} s`));
	});
	request.once("socket", (socket: Socket & { encrypted?: boolean }) => {
		if (!socket.connecting || connectMs === 0) return;
		const giveUp = (): void => void request.destroy(new TooSlow(`no connection within ${connectMs / 1000} s`));
		const timer = setTimeout(giveUp, connectMs);
		socket.once(socket.encrypted === true ? "secureConnect" : "connect", () => clearTimeout(timer));
		socket.once("close", () => clearTimeout(timer));
	});
}
