import type { Gate } from "../config/index.ts";
import { type Failure, isWithin, together } from "../kernel/index.ts";
import { complain, didYouMean } from "../source/index.ts";
import { absolute, add, compareDecimals, type Decimal, fromDecimal, multiply, subtract, toDecimal } from "./decimal.ts";
import { exactDelta, formatNumber, formatUsed } from "./format.ts";
import type { GateVerdict, Leaf, LimitVerdict, Verdict } from "./model.ts";
import type { MetricTable } from "./tables.ts";

export interface GateQuestion {
	/** Null when there is nothing to compare with. */
	readonly base: MetricTable | null;
	readonly head: MetricTable;
}

/** Judges every gate, in order. Never throws: what cannot be judged says so. */
export function evaluateGates(gates: readonly Gate[], question: GateQuestion): GateVerdict[] {
	return gates.map((gate) => judge(gate, question));
}

/**
 * Throws `gate-metric` for every gate whose metric no side has, although its file was read or is no metrics file at all:
 * the gate names the wrong thing. A file that merely has not been made yet is not a mistake.
 */
export function refuseUnknownMetrics(
	gates: readonly Gate[],
	question: GateQuestion,
	declared: readonly string[],
): void {
	const tables = [question.head, question.base].filter((table) => table !== null);
	const names = tables.flatMap((t) =>
		[...t.files].flatMap(([file, row]) => [...row.keys()].map((name) => `${file}:${name}`)),
	);
	const unknown = gates.filter(({ file, metric }) => {
		const waiting = declared.some((path) => isWithin(file, path)) && !tables.some((table) => table.files.has(file));
		return !waiting && !names.includes(`${file}:${metric}`);
	});
	if (unknown.length > 0) throw together(unknown.map((gate) => unknownMetric(gate, names)));
}

function unknownMetric({ file, metric, at }: Gate, names: readonly string[]): Failure {
	const known = [...new Set(names)];
	const listed = known.slice(0, 8).join(", ") + (known.length > 8 ? ", …" : "");
	const meant = didYouMean(`${file}:${metric}`, known);
	return complain(at, "gate-metric", `no metrics file holds \`${file}:${metric}\``, {
		found: `${file}:${metric}`,
		expected: "FILE:NAME of a metric, as `mainline diff --all` names them",
		hint: meant ?? (known.length === 0 ? "the project has no metrics yet: run it once" : `the metrics are ${listed}`),
	});
}

function judge(gate: Gate, question: GateQuestion): GateVerdict {
	const base = leafOf(question.base, gate);
	const head = leafOf(question.head, gate);
	const unjudged = unusable(gate, head, question);
	const limits = unjudged === null ? judgeLimits(gate, base, head) : [];
	const verdict = unjudged?.verdict ?? worst(limits.map((limit) => limit.verdict));
	return {
		file: gate.file,
		metric: gate.metric,
		better: gate.better,
		verdict,
		blocks: verdict === "failed" || unjudged !== null,
		why:
			unjudged?.why ??
			limits
				.filter((limit) => limit.verdict === verdict)
				.map((limit) => limit.why)
				.join("; "),
		base,
		head,
		delta: exactDelta(base, head),
		limits,
		at: gate.at,
	};
}

/** Why no limit can be held against the head's value; null when it is a number. */
function unusable(gate: Gate, head: Leaf, question: GateQuestion): { verdict: Verdict; why: string } | null {
	if (question.head.unavailable.has(gate.file)) {
		return { verdict: "not-comparable", why: `${gate.file} is known but not at hand: \`mainline pull\` brings it` };
	}
	if (head === null) {
		const file = question.head.files.has(gate.file) ? `no such metric in ${gate.file}` : `${gate.file} is not there`;
		return { verdict: "failed", why: file };
	}
	if (typeof head === "string") return { verdict: "failed", why: "a text, not a number" };
	if (Number.isNaN(Number(head))) return { verdict: "failed", why: "NaN passes no limit" };
	return null;
}

function judgeLimits(gate: Gate, base: Leaf, head: Leaf): LimitVerdict[] {
	return [judgeFloor(gate, head), judgeDrop(gate, base, head)].filter((limit) => limit !== null);
}

function judgeFloor({ better, floor }: Gate, head: Leaf): LimitVerdict | null {
	if (floor === null) return null;
	const value = Number(head);
	const passes = better === "higher" ? value >= floor : value <= floor;
	const [name, beyond] = better === "higher" ? ["floor", "below"] : ["ceiling", "above"];
	const [shown, limit] = [formatNumber(value, floor), formatNumber(floor, value)];
	const why = passes ? `${shown} keeps the ${name} ${limit}` : `${beyond} the ${name} ${limit}`;
	return { kind: "floor", verdict: passes ? "passed" : "failed", why, limit: floor, drop: null, used: null };
}

function judgeDrop(gate: Gate, base: Leaf, head: Leaf): LimitVerdict | null {
	const { drop } = gate;
	if (drop === null) return null;
	const from = decimalOf(base);
	if (from === null) {
		const why = base === null ? "the base has no value to compare with" : `the base is ${formatNumber(base)}`;
		return { kind: "drop", verdict: "not-comparable", why, limit: null, drop, used: null };
	}
	const allowed = allowance(drop, from);
	const limit = fromDecimal(gate.better === "higher" ? subtract(from, allowed) : add(from, allowed));
	const to = decimalOf(head);
	// an infinite head is beyond every limit on its bad side and within every limit on its good one
	const worse = to === null ? infiniteWorsening(gate, head) : fromDecimal(worsening(gate, from, to));
	const passes = to === null ? worse < 0 : compareDecimals(worsening(gate, from, to), allowed) <= 0;
	const used = shareUsed(worse, fromDecimal(allowed));
	return {
		kind: "drop",
		verdict: passes ? "passed" : "failed",
		why: dropWhy({ worse, used, passes }),
		limit,
		drop,
		used,
	};
}

function allowance(drop: NonNullable<Gate["drop"]>, base: Decimal): Decimal {
	const value = toDecimal(drop.value) ?? { digits: 0n, scale: 0 };
	return drop.kind === "absolute" ? value : multiply(value, absolute(base));
}

function worsening({ better }: Gate, base: Decimal, head: Decimal): Decimal {
	return better === "higher" ? subtract(base, head) : subtract(head, base);
}

function infiniteWorsening({ better }: Gate, head: Leaf): number {
	return better === "higher" ? -Number(head) : Number(head);
}

/** 0 when nothing got worse; null when nothing was allowed or the change is infinite. */
function shareUsed(worse: number, allowed: number): number | null {
	if (worse <= 0) return 0;
	const used = worse / allowed;
	return Number.isFinite(used) ? used : null;
}

function dropWhy({ worse, used, passes }: { worse: number; used: number | null; passes: boolean }): string {
	if (worse < 0) return "better than the base";
	if (worse === 0) return "as good as the base";
	if (used === null) return passes ? "within the limit" : "worse, and nothing is allowed";
	return formatUsed(used);
}

function decimalOf(value: Leaf): Decimal | null {
	if (typeof value === "boolean") return { digits: value ? 1n : 0n, scale: 0 };
	return typeof value === "number" || typeof value === "bigint" ? toDecimal(value) : null;
}

function leafOf(table: MetricTable | null, { file, metric }: Gate): Leaf {
	return table?.files.get(file)?.get(metric) ?? null;
}

function worst(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes("failed")) return "failed";
	return verdicts.includes("not-comparable") ? "not-comparable" : "passed";
}
