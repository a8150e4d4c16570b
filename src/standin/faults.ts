import type { Clock } from "../kernel/index.ts";
import { Refusal } from "./refusal.ts";

/** What can go wrong between a program and GitHub. */
export type Fault =
	/** A refusal that is not looked into: GitHub is unwell, the token has ended, or what was there is gone. */
	| { readonly kind: "status"; readonly status: 401 | 403 | 404 | 500 | 502 | 503 }
	/** 403 as GitHub's abuse protection sends it. */
	| { readonly kind: "secondary-rate-limit"; readonly retryAfterSeconds: number }
	/** 429, which GitHub sends for the same. */
	| { readonly kind: "too-many-requests"; readonly retryAfterSeconds: number }
	/** The hour's requests are used up. */
	| { readonly kind: "rate-limit"; readonly resetInSeconds: number }
	/** The connection ends before the request was looked at. */
	| { readonly kind: "drop-connection" }
	/** The request is carried out and the answer lost: the caller cannot know. */
	| { readonly kind: "drop-after-handling" }
	/** The answer breaks off in its middle; of git and of downloads only. */
	| { readonly kind: "cut" }
	/** The answer is other bytes than what was asked for, of the same length; of downloads only. */
	| { readonly kind: "garbled" }
	/** The request is never looked at, nor is the connection ended. */
	| { readonly kind: "silence" }
	/** A read that does not know the last write yet. */
	| { readonly kind: "stale-read" };

export interface FaultPlan {
	/**
	 * The N-th API call from now (from 1), `from` the N-th on; or the first `times` calls of a route
	 * (`POST /repos/{owner}/{repo}/deployments`). Or the N-th request on a road beside the API, or from the N-th on.
	 */
	readonly at:
		| number
		| { readonly from: number }
		| { readonly route: string; readonly times?: number }
		| { readonly road: Road; readonly nth: number | { readonly from: number } };
	readonly with: Fault;
}

/** `git`: fetches and pushes, but for a runner's own checkout. `artifacts`: the store that they are downloaded from. */
export type Road = "git" | "artifacts";

/** A fault that was ordered; `fired` says how often it has come about, `seen` how many calls it has counted. */
export interface OrderedFault {
	readonly fired: number;
	readonly seen: number;
	cancel(): void;
}

interface Waiting {
	readonly plan: FaultPlan;
	calls: number;
	fired: number;
	cancelled: boolean;
}

export class Faults {
	#waiting: Waiting[] = [];

	order(plan: FaultPlan): OrderedFault {
		const waiting: Waiting = { plan, calls: 0, fired: 0, cancelled: false };
		this.#waiting.push(waiting);
		return {
			get fired() {
				return waiting.fired;
			},
			get seen() {
				return waiting.calls;
			},
			cancel: () => {
				waiting.cancelled = true;
			},
		};
	}

	/** The fault that this call meets, if any; every ordered fault counts the call. */
	next(route: string): Fault | null {
		return this.#due((waiting) => isDue(waiting, route));
	}

	/** The same for a request that is none of the API's. */
	nextOn(road: Road): Fault | null {
		return this.#due((waiting) => {
			const { at } = waiting.plan;
			return typeof at === "object" && "road" in at && at.road === road && isNext(waiting, at.nth);
		});
	}

	#due(isDue: (waiting: Waiting) => boolean): Fault | null {
		this.#waiting = this.#waiting.filter((waiting) => !waiting.cancelled);
		const due = this.#waiting.filter(isDue);
		for (const waiting of due) waiting.fired++;
		return due[0]?.plan.with ?? null;
	}
}

function isDue(waiting: Waiting, route: string): boolean {
	const { at } = waiting.plan;
	if (typeof at === "number") return isNext(waiting, at);
	if ("from" in at) return isNext(waiting, at);
	if ("road" in at) return false;
	return at.route === route && waiting.fired < (at.times ?? 1);
}

function isNext(waiting: Waiting, nth: number | { readonly from: number }): boolean {
	const call = ++waiting.calls;
	return typeof nth === "number" ? call === nth : call >= nth.from;
}

const STATUS_WORDS = {
	401: "Bad credentials",
	403: "Resource not accessible by integration",
	404: "Not Found",
	500: "Server Error",
	502: "Server Error",
	503: "Service unavailable",
} as const;

/** What GitHub says in a fault that it answers; null for the others. */
export function refusalOf(fault: Fault, clock: Clock): Refusal | null {
	switch (fault.kind) {
		case "status":
			return new Refusal(fault.status, STATUS_WORDS[fault.status]);
		case "secondary-rate-limit":
		case "too-many-requests":
			return new Refusal(fault.kind === "too-many-requests" ? 429 : 403, SECONDARY, {
				headers: { "retry-after": String(fault.retryAfterSeconds) },
			});
		case "rate-limit":
			return new Refusal(403, "API rate limit exceeded for installation.", {
				headers: {
					"x-ratelimit-remaining": "0",
					"x-ratelimit-reset": String(Math.floor(clock.now().getTime() / 1000) + fault.resetInSeconds),
				},
			});
		default:
			return null;
	}
}

const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
