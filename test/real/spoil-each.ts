import { expect } from "vitest";
import { exitCodeOf } from "../../src/doors/exit-code.ts";
import type { Outcome } from "../../src/kernel/index.ts";
import type { Fault, FaultProxy } from "../release/support/fault-proxy.ts";

export interface Trial {
	readonly proxy: FaultProxy;
	/** Before each try, unspoilt. */
	readonly prepare: () => unknown;
	readonly work: () => Promise<unknown>;
	/** What has to hold even when it failed. */
	readonly between?: (() => unknown) | undefined;
	/** Where it ends; the same each time. */
	readonly end: () => unknown;
	/** Which of so many calls are spoilt, and how. */
	readonly faults: (calls: number) => readonly (readonly [number, Fault])[];
	/** What goes on from that call on. */
	readonly lasting: readonly Fault[];
	/** With which exit codes it may end where it was spoilt. */
	readonly codes: readonly number[];
	/** Whether what went well all the same is done again, too. */
	readonly alwaysAgain?: boolean;
	/** Told before each try what is spoilt, null for nothing, and how it ended. */
	readonly begins?: (fault: Fault | null) => void;
	readonly ended?: (ending: unknown) => void;
}

/** Spoils calls of some work in turn, then does it again; how many calls it has, and how it ended when it was spoilt. */
export async function spoilEach(trial: Trial): Promise<{ calls: number; codes: Set<number> }> {
	const { prepare, between, end } = trial;
	await prepare();
	const usual = await attempt(trial, null);
	expect(usual.code).toBe(0);
	const expected = await end();
	const codes = new Set<number>();
	for (const [call, fault] of trial.faults(usual.calls)) {
		const about = `${fault} at call ${call} of ${usual.calls}`;
		await prepare();
		const { code } = await attempt(trial, { call, fault });
		codes.add(code);
		expect(trial.codes, about).toContain(code);
		await between?.();
		if (code === 0) expect([about, await end()]).toEqual([about, expected]);
		if (code === 0 && trial.alwaysAgain !== true) continue;
		expect([about, (await attempt(trial, null)).code]).toEqual([about, 0]);
		expect([about, await end()]).toEqual([about, expected]);
	}
	return { calls: usual.calls, codes };
}

async function attempt(
	{ proxy, work, lasting, begins, ended }: Trial,
	spoilt: { readonly call: number; readonly fault: Fault } | null,
): Promise<{ code: number; calls: number }> {
	const { call, fault } = spoilt ?? { call: 0, fault: "drop" };
	proxy.arm(call, fault, spoilt !== null && lasting.includes(fault));
	begins?.(spoilt?.fault ?? null);
	const ending: unknown = await work().catch((caught: unknown) => caught);
	const calls = proxy.calls();
	proxy.arm(0, "drop");
	ended?.(ending);
	return { code: isOutcome(ending) || ending instanceof Error ? exitCodeOf(ending) : 0, calls };
}

function isOutcome(ending: unknown): ending is Outcome {
	return typeof ending === "object" && ending !== null && "answer" in ending;
}

/** 1, 2, … */
export function callsUpTo(calls: number): number[] {
	return Array.from({ length: calls }, (_, n) => n + 1);
}
