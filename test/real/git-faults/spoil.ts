import { expect } from "vitest";
import { Failure } from "../../../src/kernel/index.ts";
import type { Fault } from "../../release/support/fault-proxy.ts";
import { isOfTheShare } from "../../rig/share.ts";
import { callsUpTo, spoilEach as spoilCalls, type Trial } from "../spoil-each.ts";

/** Of the clone's credentials: no message may show it. */
export const TOKEN = "ghp_ada";

/** What a call may meet. */
const FAULTS: readonly Fault[] = ["drop", "drop-after", "cut", "500", "401", "403", "silence"];
/** A server that is unwell goes on being so, and one that turns us away. */
const LASTING: readonly Fault[] = ["500", "401", "403", "silence"];
/** Every fault at every call, too, in some minutes; else a call meets one of them, the next call another. */
const ALL = process.env["GIT_FAULTS"] === "all";

export interface Spoilt extends Pick<Trial, "proxy" | "prepare" | "work" | "between" | "end"> {
	/** With which fault the first call begins. */
	readonly first?: number;
	/** Which calls are spoilt; absent: all. */
	readonly only?: (call: number) => boolean;
}

/** Spoils each call of some work in turn, then does it again, whether it went well or not. */
export function spoilEach({ first = 0, only = () => true, ...work }: Spoilt): ReturnType<typeof spoilCalls> {
	const chosen = (calls: number): number[] => {
		const all = callsUpTo(calls);
		return ALL ? all : all.filter(only).filter((_, n) => isOfTheShare(n + 1));
	};
	const faultsAt = (call: number): readonly Fault[] =>
		ALL ? FAULTS : [FAULTS[(first + call) % FAULTS.length] as Fault];
	return spoilCalls({
		...work,
		faults: (calls) => chosen(calls).flatMap((call) => faultsAt(call).map((fault) => [call, fault] as const)),
		lasting: LASTING,
		codes: [0, 3],
		alwaysAgain: true,
		ended: (ending) => ending instanceof Failure && expectPlain(ending),
	});
}

/** Who was asked, what went wrong and what to do; no secret, and nothing of our own insides. */
function expectPlain({ message, details, code }: Failure): void {
	// a pull request is GitHub's, whose client has its own words
	if (!code.startsWith("github-")) {
		expect(code).toMatch(/^git-(silent|unreachable|denied)$/);
		expect(message).toMatch(/^git could not (get|send) .+ (from|to) 127\.0\.0\.1:\d+: ./);
	}
	expect(message).not.toMatch(new RegExp(`${TOKEN}|\\n|\\bat \\S+:\\d+:\\d+`));
	expect(details.hint).toMatch(/./);
}
