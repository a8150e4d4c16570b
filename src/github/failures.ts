import { Failure, infrastructure } from "../kernel/index.ts";

/** What is known of a call that went wrong, whatever package it was made with. */
export interface Trouble {
	readonly method: string;
	/** Path below the API's root; never with a query, which could carry a secret. */
	readonly path: string;
	/** 0 when no whole answer came. */
	readonly status: number;
	readonly message: string;
	readonly headers: Readonly<Record<string, string | number | undefined>>;
	readonly cause: unknown;
	/** When GitHub takes calls again, where it refused this one for its rate. */
	readonly lifted: Date | null;
}

/** A call to GitHub that failed, as it is told to the user: `code` says what kind of trouble, `hint` the next step. */
export function gitHubFailure(trouble: Trouble): Failure {
	const { code, hint } = diagnose(trouble);
	const id = trouble.headers["x-github-request-id"];
	const reason = firstSentence(trouble.message);
	const said =
		trouble.status === 0
			? `did not answer ${call(trouble)} (${reason})`
			: `answered ${trouble.status} to ${call(trouble)}: ${reason}`;
	return infrastructure(code, `GitHub ${said}${id === undefined ? "" : ` (request id ${id})`}`, {
		cause: trouble.cause,
		...(hint === null ? {} : { hint }),
	});
}

/** True for the failures after which nobody knows whether the call was carried out. */
export function isLost(error: unknown): boolean {
	return error instanceof Failure && error.code === "github-unavailable";
}

export function isNotFound(error: unknown): boolean {
	return error instanceof Failure && error.code === "github-not-found";
}

export function isForbidden(error: unknown): boolean {
	return error instanceof Failure && error.code === "github-permission-missing";
}

/** True where GitHub says that what a call asks for is so already, or cannot be any more. */
export function isConflict(error: unknown): boolean {
	return error instanceof Failure && error.code === "github-conflict";
}

/** GitHub's two ways of saying "too much": its abuse protection, and the hourly budget. */
export function isRateLimit(trouble: Pick<Trouble, "status" | "message" | "headers">): boolean {
	if (trouble.status !== 403 && trouble.status !== 429) return false;
	const exhausted = String(trouble.headers["x-ratelimit-remaining"]) === "0";
	return (
		trouble.status === 429 ||
		exhausted ||
		/\bsecondary rate limit\b|\babuse\b/i.test(trouble.message) ||
		"retry-after" in trouble.headers
	);
}

function diagnose(trouble: Trouble): { code: string; hint: string | null } {
	const { status } = trouble;
	if (status === 0 || status >= 500)
		return {
			code: "github-unavailable",
			hint: "run it again; https://www.githubstatus.com says whether GitHub is well",
		};
	if (isRateLimit(trouble))
		return {
			code: "github-rate-limited",
			hint: `${whenLifted(trouble)}: what was done is found again`,
		};
	if (status === 401)
		return {
			code: "github-unauthorized",
			hint: "the token is wrong or has expired; a workflow's token ends with its job",
		};
	if (status === 403) return { code: "github-permission-missing", hint: permissionHint(trouble) };
	// 410: what it was has expired
	if (status === 404 || status === 410)
		return {
			code: "github-not-found",
			hint: `it is not there, or the token may not see it: ${permissionHint(trouble)}`,
		};
	return { code: status === 409 ? "github-conflict" : "github-refused", hint: null };
}

function whenLifted({ lifted }: Trouble): string {
	if (lifted === null) return "wait for the limit to be lifted, then run it again";
	return `GitHub takes calls again at ${lifted.toISOString().slice(11, 16)} UTC: run it again then`;
}

/** Which workflow permission a path asks for; GitHub names it in a header, but not always. */
const PERMISSIONS: readonly (readonly [RegExp, string])[] = [
	[/\/check-runs/, "checks"],
	[/\/actions\//, "actions"],
	[/\/statuses\/|\/status$/, "statuses"],
	[/\/deployments/, "deployments"],
	[/\/issues(\/\d+)?$/, "issues"],
	[/\/issues\//, "pull-requests"],
	[/\/pulls/, "pull-requests"],
	[/\/git\/|\/contents\/|\/commits|\/compare/, "contents"],
];

function permissionHint(trouble: Trouble): string {
	const named = /^(\w+)=(\w+)/.exec(String(trouble.headers["x-accepted-github-permissions"] ?? ""));
	const known = PERMISSIONS.find(([pattern]) => pattern.test(trouble.path))?.[1] ?? "contents";
	const name = named?.[1]?.replaceAll("_", "-") ?? known;
	const level = named?.[2] ?? (trouble.method === "GET" ? "read" : "write");
	return `give the job \`${name}: ${level}\` under \`permissions:\` in the workflow`;
}

function call(trouble: Trouble): string {
	return `${trouble.method} ${trouble.path}`;
}

/** Octokit hangs the address of a documentation page to GitHub's own words. */
function firstSentence(message: string): string {
	return message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
}
