import type { IncomingMessage, ServerResponse } from "node:http";
import { startPiped } from "../shell/index.ts";
import { maySee, meets, tokenOf } from "./access.ts";
import { gitEnvironment } from "./bare.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Hub } from "./hub.ts";
import { compareRefs, refsChanged } from "./pushes.ts";
import { Refusal } from "./refusal.ts";
import { fullName, type Repository, type Token } from "./state.ts";

const GIT_PATH = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/;

/** By what it calls itself, a runner's own checkout is told from the git of a job, and meets no fault. */
export const RUNNER_AGENT = "git/runner";

/** Serves git's smart HTTP through `git http-backend`; false when the path is none of git's. */
export async function serveGit(
	{ hub, faults }: { readonly hub: Hub; readonly faults: Faults },
	request: IncomingMessage,
	response: ServerResponse,
): Promise<boolean> {
	const url = new URL(request.url ?? "/", hub.serverUrl);
	const match = GIT_PATH.exec(url.pathname);
	if (match === null) return false;
	const [, owner = "", name = "", rest = ""] = match;
	const isPush = rest.endsWith("receive-pack") || url.searchParams.get("service") === "git-receive-pack";
	const admitted = admitGit(hub, { owner, name, isPush, authorization: request.headers.authorization });
	if (admitted instanceof Refusal) {
		response.writeHead(admitted.status, { "www-authenticate": 'Basic realm="GitHub"' }).end(admitted.message);
		return true;
	}
	const fault = request.headers["user-agent"] === RUNNER_AGENT ? null : faults.nextOn("git");
	if (fault?.kind === "status") {
		response.writeHead(fault.status).end();
		return true;
	}
	if (fault?.kind === "drop-connection") {
		request.socket.destroy();
		return true;
	}
	const gateway = { request, response, url, rest, fault, ...admitted };
	if (rest !== "/git-receive-pack") await backend(hub, gateway);
	else await hub.exclusively(() => receive(hub, gateway));
	return true;
}

interface Gateway {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly rest: string;
	readonly fault: Fault | null;
	readonly repository: Repository;
	readonly token: Token | null;
}

function admitGit(
	hub: Hub,
	at: { owner: string; name: string; isPush: boolean; authorization: string | undefined },
): { repository: Repository; token: Token | null } | Refusal {
	try {
		const token = tokenOf(hub.state, at.authorization);
		const repository = hub.state.repositories[`${at.owner}/${at.name}`];
		const need = at.isPush ? "contents=write" : "contents=read";
		const visible = repository !== undefined && maySee(hub.state, token, repository);
		if (visible && meets(token, repository, need)) return { repository, token };
		if (token === null) return new Refusal(401, "Repository not found.");
		return visible
			? new Refusal(403, "Write access to repository not granted.")
			: new Refusal(404, "Repository not found.");
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
}

/** A push: the refs are compared around it, and what changed is told as GitHub tells it. */
async function receive(hub: Hub, gateway: Gateway): Promise<void> {
	const bare = hub.bare(gateway.repository);
	const before = await bare.refs();
	await backend(hub, gateway, async () => {
		const changes = compareRefs(before, await bare.refs());
		const sender = gateway.token?.login ?? "ghost";
		const startsWorkflows = gateway.token?.kind !== "actions";
		await refsChanged(hub, { repository: gateway.repository, sender, startsWorkflows }, changes);
	});
}

/** Runs the CGI program: request body in, header lines and body out. `before` its answer ends, `settle` runs. */
async function backend(hub: Hub, gateway: Gateway, settle?: () => Promise<void>): Promise<void> {
	const { request, response, fault } = gateway;
	const variables = cgiVariables(hub, gateway);
	const cgi = await startPiped("env", [...variables, "git", "http-backend"], {});
	request.pipe(cgi.stdin);
	// a client that dies before all of its push was read ends the program too: else the repository would stay locked for ever
	const abandon = (): void => {
		if (!request.readableEnded) cgi.kill("SIGKILL");
	};
	if (request.destroyed) abandon();
	else request.once("close", abandon);
	const parts: Buffer[] = [];
	let head: string | null = null;
	let first: Buffer = Buffer.alloc(0);
	const say = (chunk: Buffer): void => {
		if (fault === null) response.write(chunk);
		else if (first.length === 0) first = chunk;
	};
	for await (const chunk of cgi.stdout as AsyncIterable<Buffer>) {
		if (head !== null) {
			say(chunk);
			continue;
		}
		parts.push(chunk);
		const all = Buffer.concat(parts);
		const end = all.indexOf("\r\n\r\n");
		if (end < 0) continue;
		head = all.subarray(0, end).toString("latin1");
		writeHead(response, head);
		say(all.subarray(end + 4));
	}
	await cgi.ended;
	if (head === null) response.writeHead(500);
	await settle?.();
	if (fault === null) response.end();
	else if (fault.kind === "cut") response.write(first.subarray(0, first.length >> 1), () => request.socket.destroy());
	else request.socket.destroy();
}

function cgiVariables(hub: Hub, gateway: Gateway): string[] {
	const { request, url } = gateway;
	const header = (name: string): string => String(request.headers[name] ?? "");

	return Object.entries({
		...gitEnvironment(),
		GIT_PROJECT_ROOT: hub.bareDirectory(fullName(gateway.repository)),
		GIT_HTTP_EXPORT_ALL: "1",
		GIT_PROTOCOL: header("git-protocol"),
		PATH_INFO: gateway.rest,
		QUERY_STRING: url.search.slice(1),
		REQUEST_METHOD: request.method ?? "GET",
		CONTENT_TYPE: header("content-type"),
		...(request.headers["content-length"] === undefined ? {} : { CONTENT_LENGTH: header("content-length") }),
		HTTP_CONTENT_ENCODING: header("content-encoding"),
		REMOTE_USER: gateway.token?.login ?? "",
		REMOTE_ADDR: "127.0.0.1",
	}).map(([key, value]) => `${key}=${value}`);
}

function writeHead(response: ServerResponse, head: string): void {
	const headers: [string, string][] = head.split("\r\n").map((line) => {
		const at = line.indexOf(":");
		return [line.slice(0, at), line.slice(at + 1).trim()];
	});
	const status = headers.find(([name]) => name.toLowerCase() === "status")?.[1] ?? "200";
	response.statusCode = Number.parseInt(status, 10);
	for (const [name, value] of headers) if (name.toLowerCase() !== "status") response.setHeader(name, value);
}
