import { isOfTheShare } from "../../rig/share.ts";
import type { CallFault } from "../targets/faulty-program.ts";

export interface Fault {
	readonly fault: CallFault;
	readonly on: boolean;
}

/** An engine that hangs, or refuses, may go on with that. */
const FAULTS: readonly Fault[] = [
	{ fault: "hang", on: false },
	{ fault: "lost", on: false },
	{ fault: "refuse", on: false },
	{ fault: "hang", on: true },
	{ fault: "refuse", on: true },
];
/** Every fault at every call, in a quarter of an hour; else a call meets one of them, the next call another. */
const ALL = process.env["TARGET_FAULTS"] === "all";

/** Which calls are spoilt, and how: each `nth`, by one fault after the other. */
export function faultsInTurn(calls: readonly string[], nth: number): (readonly [number, Fault])[] {
	const chosen = calls.map((_, n) => n).filter((n) => ALL || (n % nth === nth - 1 && isOfTheShare((n + 1) / nth)));
	return chosen.flatMap((n, turn) => {
		const inTurn = FAULTS.filter((_, each) => ALL || each === turn % FAULTS.length);
		return inTurn.map((fault) => [n + 1, fault] as const);
	});
}

export function aboutFault(calls: readonly string[], call: number, { fault, on }: Fault): string {
	return `${fault}${on ? " from then on" : ""} at ${calls[call - 1]} (${call} of ${calls.length})`;
}
