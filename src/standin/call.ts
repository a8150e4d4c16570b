import type { Hub } from "./hub.ts";
import { invalid, notFound } from "./refusal.ts";
import type { Repository, State, Token, User } from "./state.ts";

/** One API request, authenticated and matched with its route. */
export interface Call {
	readonly hub: Hub;
	/** The state to answer from: the hub's own, or an older one when a stale read is played. */
	readonly state: State;
	readonly path: string;
	readonly params: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
	readonly body: Readonly<Record<string, unknown>>;
	readonly token: Token | null;
	readonly viewer: User | null;
}

export interface Answer {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A permission as GitHub's documentation names it: `issues=write`. */
export type Need = `${string}=${"read" | "write" | "admin"}`;

export interface Route {
	readonly method: string;
	readonly path: string;
	/** Any one of them is enough; none for routes that every token may use. */
	readonly needs: readonly Need[];
	readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** A route, written on one line: method and template as in GitHub's description, then what the token must be allowed. */
export function route(what: string, needs: readonly Need[], handle: Route["handle"]): Route {
	const [method = "", path = ""] = what.split(" ");
	return { method, path: path.replace("/repos/:", "/repos/{owner}/{repo}"), needs, handle };
}

export function repositoryOf(call: Call): Repository {
	const name = `${call.params["owner"]}/${call.params["repo"]}`.toLowerCase();
	const repository = Object.values(call.state.repositories).find((r) => `${r.owner}/${r.name}`.toLowerCase() === name);
	if (repository === undefined) throw notFound();
	return repository;
}

export function param(call: Call, name: string): string {
	return call.params[name] ?? "";
}

export function idParam(call: Call, name: string): number {
	return Number(param(call, name));
}

/** A text of the request's body, or a refusal in GitHub's form. */
export function text(call: Call, name: string): string {
	const value = call.body[name];
	if (typeof value !== "string") throw invalid("Request", name, `${name} must be a string`);
	return value;
}

export function optionalText(call: Call, name: string): string | null {
	const value = call.body[name];
	return typeof value === "string" ? value : null;
}

export function flag(call: Call, name: string, otherwise: boolean): boolean {
	const value = call.body[name];
	return typeof value === "boolean" ? value : otherwise;
}

/** The account behind the token; routes with needs are never reached without one for writing. */
export function viewerOf(call: Call): User {
	if (call.viewer === null) throw notFound();
	return call.viewer;
}
