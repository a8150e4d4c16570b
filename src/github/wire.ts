import type { Octokit } from "@octokit/rest";
import type { Clock } from "../kernel/index.ts";
import { gitHubFailure, isRateLimit, type Trouble } from "./failures.ts";

export interface WireOptions {
	/** A workflow's GITHUB_TOKEN, an app's installation token, or a personal access token. */
	readonly token: string;
	/** As in GITHUB_API_URL: `https://api.github.com`. */
	readonly apiUrl: string;
	/** `owner/name`. */
	readonly repository: string;
	readonly clock: Clock;
	/** For somebody who waits at a terminal; absent: as long as a job may wait. */
	readonly patience?: Patience;
}

/** How often a call is sent at most, and how long each time. */
export interface Patience {
	readonly attempts: number;
	readonly timeoutMs: number;
}

/** What every call needs: the client, made when first asked for because it is a large package, and whose repository. */
export interface Wire {
	readonly client: () => Promise<Octokit>;
	readonly at: { readonly owner: string; readonly repo: string };
	readonly token: string;
	readonly clock: Clock;
	readonly hasty: () => Wire;
}

/** GitHub ends a request itself after ten seconds; what is on its way for a minute is lost. */
const USUAL: Patience = { attempts: 4, timeoutMs: 60_000 };
/** For what nobody waits for. */
const HASTE: Patience = { attempts: 1, timeoutMs: 15_000 };

/** GitHub asks for waits of a minute as a rule; a longer one is not worth a runner's time. */
const LONGEST_WAIT_MS = 120_000;

/** What a job spends on calls that were not answered, all of them together: the templates' trusted jobs end after a quarter of an hour. */
const PATIENCE_MS = 300_000;

/** What its documentation asks for when a secondary limit names no time. */
const UNNAMED_WAIT_MS = 60_000;

/** Most lists are short; a repository with more comments on one pull than this has another problem. */
export const PAGE_SIZE = 100;

export function makeWire(options: WireOptions): Wire {
	const [owner = "", repo = ""] = options.repository.split("/");
	let client: Promise<Octokit> | null = null;
	return {
		at: { owner, repo },
		token: options.token,
		clock: options.clock,
		hasty: () => makeWire({ ...options, patience: HASTE }),
		client: () => {
			client ??= makeClient(options);
			return client;
		},
	};
}

async function makeClient(options: WireOptions): Promise<Octokit> {
	const { Octokit } = await import("@octokit/rest");
	const client = new Octokit({
		auth: options.token,
		baseUrl: options.apiUrl.replace(/\/$/, ""),
		userAgent: "mainline-ml",
		log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
	});
	// inside of what sends a call again: each try has its own time
	client.hook.before("request", ({ request }) => {
		request.signal = AbortSignal.timeout((options.patience ?? USUAL).timeoutMs);
	});
	const purse: Purse = { left: PATIENCE_MS };
	client.hook.wrap("request", (request, asked) =>
		persist({ ...options, purse }, asked, async () => whole(await request(asked))),
	);
	return client;
}

interface Asked {
	readonly method: string;
	readonly url: string;
	readonly baseUrl: string;
	readonly request?: object;
}

/** Milliseconds that may still be spent on calls that were not answered. */
interface Purse {
	left: number;
}

interface Sending extends WireOptions {
	readonly purse: Purse;
}

/**
 * Sends a call until it is answered. A call that GitHub refused for its rate was not carried out: it is sent again
 * after the time that GitHub names. A call whose answer was lost is sent again only when that does no harm; after
 * others the caller must look what became of it. (Octokit's retry plugin would repeat those too, and its throttling
 * plugin waits on clocks of its own.)
 */
async function persist<T>(options: Sending, asked: Asked, send: () => Promise<T>): Promise<T> {
	const { clock, purse } = options;
	for (let attempt = 1; ; attempt++) {
		const begun = clock.monotonic();
		try {
			return await send();
		} catch (error) {
			const trouble = readTrouble(options, asked, error);
			const { attempts } = options.patience ?? USUAL;
			const wait = attempt < attempts ? waitAfter(clock, trouble, { attempt, repeatable: isRepeatable(asked) }) : null;
			purse.left -= clock.monotonic() - begun;
			if (wait === null || wait > LONGEST_WAIT_MS || wait > purse.left) throw gitHubFailure(trouble);
			purse.left -= wait;
			await clock.sleep(wait);
		}
	}
}

/** Calls that may be carried out twice; a POST says so itself where it holds. */
function isRepeatable(asked: Asked): boolean {
	const said: { readonly repeatable?: boolean } = asked.request ?? {};
	return said.repeatable ?? asked.method !== "POST";
}

/** Milliseconds until the call is worth another try; null when it is not. */
function waitAfter(clock: Clock, trouble: Trouble, at: { attempt: number; repeatable: boolean }): number | null {
	if (trouble.lifted !== null) return Math.max(0, trouble.lifted.getTime() - clock.now().getTime());
	const lost = trouble.status === 0 || trouble.status >= 500;
	return lost && at.repeatable ? pause(at.attempt) : null;
}

/** Longer and longer pauses: 1 s, 4 s, 9 s. */
export function pause(attempt: number): number {
	return attempt * attempt * 1000;
}

/** When a call may be sent again that was refused for its rate; null for others. */
function limitLifted(clock: Clock, answer: Pick<Trouble, "status" | "message" | "headers">): Date | null {
	if (!isRateLimit(answer)) return null;
	const now = clock.now().getTime();
	const seconds = Number(answer.headers["retry-after"]);
	if (Number.isFinite(seconds)) return new Date(now + Math.max(1, seconds) * 1000);
	const reset = Number(answer.headers["x-ratelimit-reset"]) * 1000;
	const exhausted = String(answer.headers["x-ratelimit-remaining"]) === "0";
	// one second more: the limit is lifted after the second that is named
	return new Date(exhausted && Number.isFinite(reset) ? Math.max(now, reset) + 1000 : now + UNNAMED_WAIT_MS);
}

/** Octokit takes an answer that broke off in its middle for a good one, with a string in place of the data. */
function whole<T extends { readonly status: number; readonly data: unknown; readonly headers: object }>(
	response: T,
): T {
	const type = (response.headers as Record<string, unknown>)["content-type"];
	if (response.status !== 204 && String(type).includes("json") && typeof response.data === "string") {
		throw new Error("the answer broke off");
	}
	return response;
}

interface OctokitError {
	readonly status?: number;
	readonly message: string;
	readonly response?: { readonly headers: Record<string, string | number | undefined>; readonly data?: unknown };
}

function readTrouble(options: WireOptions, asked: Asked, error: unknown): Trouble {
	const known = error as OctokitError;
	const root = options.apiUrl.replace(/\/$/, "");
	const answer = {
		status: known.response === undefined ? 0 : (known.status ?? 0),
		message: known.message,
		headers: known.response?.headers ?? {},
	};
	return {
		...answer,
		method: asked.method,
		path: pathOf(asked, root),
		cause: error,
		lifted: limitLifted(options.clock, answer),
	};
}

/** The call's path with its placeholders filled in, as far as they are known. */
function pathOf(asked: Asked, root: string): string {
	const values = asked as unknown as Record<string, string | number | undefined>;
	const filled = asked.url.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
	// GraphQL has an address of its own on servers of a company
	return filled
		.replace(root, "")
		.replace(/^https?:\/\/[^/]+/, "")
		.replace(/\?.*$/, "");
}
