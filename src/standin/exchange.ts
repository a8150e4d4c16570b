/** One request and what was answered, as an observer sees it. */
export interface Exchange {
	/** Counts the API calls since the stand-in started, from 1. */
	readonly call: number;
	readonly method: string;
	/** Below the API's root, decoded only by the route: `/repos/o/r/pulls/1`. */
	readonly path: string;
	readonly query: string;
	/** The template of GitHub's description, `/repos/{owner}/{repo}/pulls/{pull_number}`; null when we serve no such route. */
	readonly route: string | null;
	readonly params: Readonly<Record<string, string>>;
	readonly login: string | null;
	readonly requestBody: unknown;
	/** 0 when the connection was dropped instead of answered. */
	readonly status: number;
	readonly responseHeaders: Readonly<Record<string, string>>;
	readonly responseBody: unknown;
	/** What was played instead of the plain answer. */
	readonly fault: string | null;
}
