import { expect } from "vitest";
import { exitCodeOf } from "../../../src/doors/exit-code.ts";
import { Failure } from "../../../src/kernel/index.ts";
import type { Fault, FaultProxy } from "../../release/support/fault-proxy.ts";
import { isOfTheShare } from "../../rig/share.ts";

/** Of the clone's credentials: no message may show it. */
export const TOKEN = "ghp_ada";

/** What a call may meet. */
const FAULTS: readonly Fault[] = ["drop", "drop-after", "cut", "500", "401", "403", "silence"];
/** A server that is unwell goes on being so, and one that turns us away. */
const LASTING: readonly Fault[] = ["500", "401", "403", "silence"];
/** Every fault at every call, too, in some minutes; else a call meets one of them, the next call another. */
const ALL = process.env["GIT_FAULTS"] === "all";

export interface Spoilt {
	readonly proxy: FaultProxy;
	/** Before each try, unspoilt. */
	readonly prepare: () => unknown;
	readonly work: () => Promise<unknown>;
	/** What has to hold even when it failed. */
	readonly between: () => unknown;
	/** Where it ends; the same each time. */
	readonly end: () => unknown;
	/** With which fault the first call begins. */
	readonly first?: number;
	/** Which calls are spoilt; absent: all. */
	readonly only?: (call: number) => boolean;
}

interface Attempt {
	readonly code: number;
	readonly calls: number;
}

/** Spoils each call of some work in turn, then does it again; how many calls it has, and how it ended when it was spoilt. */
export async function spoilEach({
	proxy,
	prepare,
	work,
	between,
	end,
	first = 0,
	only = () => true,
}: Spoilt): Promise<{ calls: number; codes: Set<number> }> {
	const attempt = async (call: number, fault: Fault): Promise<Attempt> => {
		proxy.arm(call, fault, call > 0 && LASTING.includes(fault));
		const ending: unknown = await work().catch((caught: unknown) => caught);
		const calls = proxy.calls();
		proxy.arm(0, fault);
		if (ending instanceof Failure) expectPlain(ending);
		return { code: ending instanceof Error ? exitCodeOf(ending) : codeOf(ending), calls };
	};
	await prepare();
	const usual = await attempt(0, "drop");
	expect(usual.code).toBe(0);
	const expected = await end();
	const codes = new Set<number>();
	const chosen = Array.from({ length: usual.calls }, (_, n) => n + 1).filter((call) => ALL || only(call));
	for (const call of chosen.filter((_, n) => ALL || isOfTheShare(n + 1))) {
		for (const fault of ALL ? FAULTS : [FAULTS[(first + call) % FAULTS.length] as Fault]) {
			const about = `${fault} at call ${call} of ${usual.calls}`;
			await prepare();
			const { code } = await attempt(call, fault);
			codes.add(code);
			expect([0, 3], about).toContain(code);
			await between();
			// what went well all the same is done
			if (code === 0) expect([about, await end()]).toEqual([about, expected]);
			expect([about, (await attempt(0, fault)).code]).toEqual([about, 0]);
			expect([about, await end()]).toEqual([about, expected]);
		}
	}
	return { calls: usual.calls, codes };
}

function codeOf(ending: unknown): number {
	return typeof ending === "object" && ending !== null && "answer" in ending ? exitCodeOf(ending) : 0;
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
