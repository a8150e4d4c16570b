/** What can go wrong between a program and GitHub. */
export type Fault =
	| { readonly kind: "status"; readonly status: 500 | 502 | 503 }
	/** 403 as GitHub's abuse protection sends it. */
	| { readonly kind: "secondary-rate-limit"; readonly retryAfterSeconds: number }
	/** The connection ends before the request was looked at. */
	| { readonly kind: "drop-connection" }
	/** The request is carried out and the answer lost: the caller cannot know. */
	| { readonly kind: "drop-after-handling" }
	/** A read that does not know the last write yet. */
	| { readonly kind: "stale-read" };

export interface FaultPlan {
	/** The N-th API call from now (from 1), or the first `times` calls of a route (`POST /repos/{owner}/{repo}/deployments`). */
	readonly at: number | { readonly route: string; readonly times?: number };
	readonly with: Fault;
}

/** A fault that was ordered; `fired` says how often it has come about. */
export interface OrderedFault {
	readonly fired: number;
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
			cancel: () => {
				waiting.cancelled = true;
			},
		};
	}

	/** The fault that this call meets, if any; every ordered fault counts the call. */
	next(route: string): Fault | null {
		this.#waiting = this.#waiting.filter((waiting) => !waiting.cancelled);
		const due = this.#waiting.filter((waiting) => isDue(waiting, route));
		for (const waiting of due) waiting.fired++;
		return due[0]?.plan.with ?? null;
	}
}

function isDue(waiting: Waiting, route: string): boolean {
	const { at } = waiting.plan;
	if (typeof at === "number") return ++waiting.calls === at;
	return at.route === route && waiting.fired < (at.times ?? 1);
}
