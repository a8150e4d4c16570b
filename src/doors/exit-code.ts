import { Failure, type Outcome } from "../kernel/index.ts";

/** Somebody asked us to stop. */
export class Interruption extends Error {
	override readonly name = "Interruption";
	readonly signal: "SIGINT" | "SIGTERM";

	constructor(signal: "SIGINT" | "SIGTERM") {
		super(`ended by ${signal}`);
		this.signal = signal;
	}
}

/** `EX_SOFTWARE` of sysexits.h: the program itself is wrong. */
const OUR_BUG = 70;

/**
 * The one place that turns how something ended into an exit code: an outcome's answer (yes 0, no 1, unknown 3), or what was thrown
 * (bad input 2, infrastructure 3, SIGINT 130, SIGTERM 143; anything else is a bug of ours, 70).
 */
export function exitCodeOf(ending: unknown): number {
	if (ending instanceof Interruption) return ending.signal === "SIGINT" ? 130 : 143;
	if (ending instanceof Failure) return ending.kind === "input" ? 2 : 3;
	if (isOutcome(ending)) return { yes: 0, no: 1, unknown: 3 }[ending.answer];
	return OUR_BUG;
}

function isOutcome(ending: unknown): ending is Outcome {
	return typeof ending === "object" && ending !== null && "answer" in ending && "document" in ending;
}
