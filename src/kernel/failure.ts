/**
 * How anything that a user can cause or meet is said: one shape, thrown once, caught once (at the door).
 * A plain `Error` that reaches the door is a bug of ours; a `Failure` never is.
 */

/** `input`: bad use or bad input (exit 2). `infrastructure`: network, remote, registry, GitHub, disk (exit 3). */
export type FailureKind = "input" | "infrastructure";

/** A place in a text that the user can open. Lines and columns count from 1; `file` is relative to the DVC root where it lies below it. */
export interface Place {
	readonly file: string;
	readonly line?: number;
	readonly column?: number;
}

export interface FailureDetails {
	readonly at?: Place;
	/** What stood there. */
	readonly found?: string;
	/** What would have been right. */
	readonly expected?: string;
	/** The next step, as a sentence or a command to paste. */
	readonly hint?: string;
	/** The source line with a squiggle under the offending part, ready to print. */
	readonly excerpt?: string;
	/** Further problems found in the same reading; all are shown. */
	readonly others?: readonly Failure[];
	readonly cause?: unknown;
}

/** A failure that is told to the user. `code` is stable and kebab-case: programs match on it. */
export class Failure extends Error {
	override readonly name = "Failure";
	readonly kind: FailureKind;
	readonly code: string;
	readonly details: FailureDetails;

	constructor(kind: FailureKind, code: string, message: string, details: FailureDetails = {}) {
		super(bounded(message, 2500), details.cause === undefined ? undefined : { cause: details.cause });
		this.kind = kind;
		this.code = code;
		this.details = boundedDetails(details);
	}
}

function boundedDetails(details: FailureDetails): FailureDetails {
	const { found, expected, hint } = details;
	return {
		...details,
		...(found !== undefined && { found: bounded(found, 500) }),
		...(expected !== undefined && { expected: bounded(expected, 500) }),
		...(hint !== undefined && { hint: bounded(hint, 2000) }),
	};
}

/** Both ends of a text of more than `most` UTF-16 units: what is quoted may come from a file that somebody made to flood a log. */
function bounded(text: string, most: number): string {
	if (text.length <= most) return text;
	const half = most / 2;
	return `${text.slice(0, half)} … (${text.length - most} more letters) … ${text.slice(-half)}`.toWellFormed();
}

/** Bad use or bad input: the user can fix it. */
export function badInput(code: string, message: string, details: FailureDetails = {}): Failure {
	return new Failure("input", code, message, details);
}

/** The world did not answer as it should: trying again may help. */
export function infrastructure(code: string, message: string, details: FailureDetails = {}): Failure {
	return new Failure("infrastructure", code, message, details);
}

/** One failure out of several: the first speaks, the others follow. */
export function together(failures: readonly Failure[]): Failure {
	const [first, ...rest] = failures;
	if (first === undefined) throw new Error("together() needs at least one failure");
	if (rest.length === 0) return first;
	return new Failure(first.kind, first.code, first.message, { ...first.details, others: rest });
}
