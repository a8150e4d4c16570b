import { randomInt } from "node:crypto";
import { type Clock, type Failure, infrastructure } from "../kernel/index.ts";

/** Tries in all, and the wait before the second one; it doubles from try to try. */
const TRIES = 6;
/** Of what stayed silent: each of them took long. */
const SILENT_TRIES = 3;
const FIRST_WAIT_MS = 250;
/** The longest that a registry may make us wait for one try. */
const LONGEST_WAIT_MS = 60_000;

/** A passing trouble: worth another try, after `waitMs` when the server said so. */
export class Transient extends Error {
	override readonly name = "Transient";
	readonly waitMs: number | null;
	readonly failure: Failure;
	/** How often it is worth a try, in all. */
	readonly tries: number;

	constructor(failure: Failure, waitMs: number | null = null, tries = TRIES) {
		super(failure.message);
		this.failure = failure;
		this.waitMs = waitMs;
		this.tries = tries;
	}
}

/** Nobody answered in time. `step`: what was asked, of whom. */
export function silence(code: string, step: string, ms: number): Transient {
	const failure = infrastructure(code, `${step} got no answer for ${ms / 1000} s`, {
		hint: "see to the network, the proxy and whoever runs that host, then run again: what is done already is not done twice",
	});
	return new Transient(failure, null, SILENT_TRIES);
}

/** Repeats `work` while it throws `Transient`, with growing, jittered pauses; then throws the last one's Failure. */
export async function withRetries<T>(
	clock: Clock,
	signal: AbortSignal | undefined,
	work: () => Promise<T>,
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		signal?.throwIfAborted();
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof Transient)) throw error;
			if (attempt >= error.tries) throw gaveUp(error, attempt);
			await Promise.race([clock.sleep(pause(attempt, error.waitMs)), ended(signal)]);
		}
	}
}

/** Rejects when the signal fires; otherwise never settles. */
function ended(signal: AbortSignal | undefined): Promise<never> {
	return new Promise((_, reject) => {
		signal?.addEventListener(
			"abort",
			() => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted")),
			{
				once: true,
			},
		);
	});
}

function pause(attempt: number, asked: number | null): number {
	const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1);
	const jittered = backoff / 2 + randomInt(Math.ceil(backoff / 2) + 1);
	return Math.min(Math.max(jittered, asked ?? 0), LONGEST_WAIT_MS);
}

function gaveUp({ failure }: Transient, tries: number): Failure {
	return infrastructure(failure.code, `${failure.message} (tried ${tries} times)`, failure.details);
}

/** `Retry-After` in milliseconds: seconds, or a date. */
export function retryAfter(header: string | null, now: Date): number | null {
	if (header === null) return null;
	if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
	const at = Date.parse(header);
	return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
