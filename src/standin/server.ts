import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { admit, tokenOf } from "./access.ts";
import type { Answer, Call, Route } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import { type Fault, type Faults, refusalOf } from "./faults.ts";
import type { Hub } from "./hub.ts";
import { notFound, Refusal, refusalBody } from "./refusal.ts";
import { type Match, matchRoute } from "./router.ts";
import { serveArtifact } from "./runs.ts";
import { serveGit } from "./smart-http.ts";
import type { Token } from "./state.ts";

export interface ServerParts {
	readonly hub: Hub;
	readonly routes: readonly Route[];
	readonly faults: Faults;
	/** Called before a request is looked at, with its number. */
	readonly onCall: Set<(call: number) => void>;
	readonly onExchange: Set<(exchange: Exchange) => void>;
}

const API = "/api/v3";
const HOUR_SECONDS = 3600;
const LARGEST_BODY = 32 * 1024 * 1024;

interface Counters {
	calls: number;
	used: Map<string, number>;
}

export function makeServer(parts: ServerParts): Server {
	const counters: Counters = { calls: 0, used: new Map() };
	return createServer((request, response) => {
		serve(parts, counters, { request, response }).catch((error: unknown) => {
			if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
			response.end(`the stand-in failed: ${error instanceof Error ? error.stack : String(error)}`);
		});
	});
}

interface Pipe {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
}

async function serve(parts: ServerParts, counters: Counters, pipe: Pipe): Promise<void> {
	if (await serveGit(parts, pipe.request, pipe.response)) return;
	if (serveArtifact(parts, pipe.request, pipe.response)) return;
	const url = new URL(pipe.request.url ?? "/", parts.hub.serverUrl);
	const path = url.pathname.startsWith(API) ? url.pathname.slice(API.length) : url.pathname.replace(/^\/api/, "");
	const asked: Asked = {
		number: ++counters.calls,
		method: pipe.request.method ?? "GET",
		path,
		url,
		text: await readBody(pipe.request),
		match: matchRoute(parts.routes, pipe.request.method ?? "GET", path),
		authorization: pipe.request.headers.authorization,
		ifNoneMatch: pipe.request.headers["if-none-match"],
	};
	for (const listener of parts.onCall) listener(asked.number);
	const fault = parts.faults.next(`${asked.method} ${asked.match?.route.path ?? path}`);
	const unseen = fault?.kind === "drop-connection" || fault?.kind === "silence";
	const reply = unseen ? null : await answer(parts, counters, { asked, fault });
	const lost = reply === null || fault?.kind === "drop-after-handling";
	for (const listener of parts.onExchange) listener(exchangeOf(asked, { reply, fault, lost }));
	if (fault?.kind === "silence") return;
	if (lost) pipe.request.socket.destroy();
	else send(pipe.response, reply);
}

interface Asked {
	readonly number: number;
	readonly method: string;
	readonly path: string;
	readonly url: URL;
	readonly text: string;
	readonly match: Match | null;
	readonly authorization: string | undefined;
	readonly ifNoneMatch: string | undefined;
}

interface Reply {
	readonly status: number;
	readonly headers: Record<string, string>;
	readonly body: unknown;
	readonly login: string | null;
}

async function answer(
	parts: ServerParts,
	counters: Counters,
	at: { asked: Asked; fault: Fault | null },
): Promise<Reply> {
	const { asked, fault } = at;
	let token: Token | null = null;
	let result: Answer;
	try {
		token = tokenOf(parts.hub.state, asked.authorization);
		refuseExhausted(counters, token);
		const refusal = fault === null ? null : refusalOf(fault, parts.hub.clock);
		if (refusal !== null) throw refusal;
		result = await handle(parts.hub, { asked, token, stale: fault?.kind === "stale-read" });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		result = { status: error.status, body: refusalBody(error), headers: error.headers };
	}
	return finish(parts.hub, counters, { asked, token, result });
}

async function handle(hub: Hub, at: { asked: Asked; token: Token | null; stale: boolean }): Promise<Answer> {
	const { asked, token } = at;
	if (asked.match === null) throw notFound();
	const { route, params } = asked.match;
	const isRead = asked.method === "GET";
	const call: Call = {
		hub,
		state: at.stale && isRead ? hub.before : hub.state,
		path: asked.path,
		params,
		query: asked.url.searchParams,
		body: parseBody(asked.text),
		token,
		viewer: token === null ? null : hub.user(token.login),
	};
	admit(call, route);
	return isRead ? route.handle(call) : hub.exclusively(async () => route.handle(call));
}

function parseBody(text: string): Record<string, unknown> {
	if (text === "") return {};
	try {
		const body: unknown = JSON.parse(text);
		if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
	} catch {
		// said below, in GitHub's words
	}
	throw new Refusal(400, "Problems parsing JSON");
}

function refuseExhausted(counters: Counters, token: Token | null): void {
	if (token === null || (counters.used.get(token.value) ?? 0) < token.limit) return;
	throw new Refusal(403, `API rate limit exceeded for user ID ${token.login}.`);
}

/** Adds what every answer of GitHub's carries: request id, rate limit, ETag; turns a known ETag into 304. */
function finish(hub: Hub, counters: Counters, at: { asked: Asked; token: Token | null; result: Answer }): Reply {
	const { asked, token, result } = at;
	const body = result.body;
	const headers: Record<string, string> = {
		"x-github-request-id": randomBytes(16).toString("hex").toUpperCase(),
		"x-github-media-type": "github.v3; format=json",
		"content-type": "application/json; charset=utf-8",
		...(hub.enterpriseVersion === null ? {} : { "x-github-enterprise-version": hub.enterpriseVersion }),
	};
	const tag = `W/"${createHash("sha256")
		.update(JSON.stringify(body) ?? "")
		.digest("hex")}"`;
	const readable = asked.method === "GET" && result.status === 200;
	if (readable) headers["etag"] = tag;
	const unchanged = readable && asked.ifNoneMatch === tag;
	if (!unchanged) count(counters, token);
	Object.assign(headers, limitHeaders(hub, counters, token), result.headers);
	return {
		status: unchanged ? 304 : result.status,
		headers,
		body: unchanged ? undefined : body,
		login: token?.login ?? null,
	};
}

function count(counters: Counters, token: Token | null): void {
	const key = token?.value ?? "";
	counters.used.set(key, (counters.used.get(key) ?? 0) + 1);
}

function limitHeaders(hub: Hub, counters: Counters, token: Token | null): Record<string, string> {
	const limit = token?.limit ?? 60;
	const used = counters.used.get(token?.value ?? "") ?? 0;
	const now = Math.floor(hub.clock.now().getTime() / 1000);
	return {
		"x-ratelimit-limit": String(limit),
		"x-ratelimit-used": String(used),
		"x-ratelimit-remaining": String(Math.max(0, limit - used)),
		"x-ratelimit-reset": String(now - (now % HOUR_SECONDS) + HOUR_SECONDS),
		"x-ratelimit-resource": "core",
		...(token?.kind === "personal" ? { "x-oauth-scopes": token.scopes.join(", ") } : {}),
	};
}

function send(response: ServerResponse, reply: Reply): void {
	response.writeHead(reply.status, reply.headers);
	response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}

function exchangeOf(asked: Asked, at: { reply: Reply | null; fault: Fault | null; lost: boolean }): Exchange {
	return {
		call: asked.number,
		method: asked.method,
		path: asked.path,
		query: asked.url.search,
		route: asked.match?.route.path ?? null,
		params: asked.match?.params ?? {},
		login: at.reply?.login ?? null,
		requestBody: asked.text === "" ? undefined : parseOrText(asked.text),
		status: at.lost ? 0 : (at.reply?.status ?? 0),
		responseHeaders: at.reply?.headers ?? {},
		responseBody: at.reply?.body,
		fault: at.fault?.kind ?? null,
	};
}

function parseOrText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > LARGEST_BODY) throw new Error("request body too large");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
