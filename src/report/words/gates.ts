import {
	formatCount,
	formatDelta,
	formatNumber,
	formatShare,
	type GateVerdict,
	type LimitVerdict,
} from "../../compare/index.ts";
import { clean } from "./clean.ts";

/** `1 of 4 gates says no`, `1 of 4 gates is waived`, `all 4 gates passed`, `1 of 4 gates cannot be judged`. Empty without gates. */
export function gatesHeadline(gates: readonly GateVerdict[]): string {
	const waived = gates.filter((gate) => gate.waived !== undefined).length;
	const failed = gates.filter((gate) => gate.verdict === "failed").length - waived;
	const open = gates.filter((gate) => gate.verdict === "not-comparable").length;
	if (gates.length === 0) return "";
	if (failed > 0)
		return gates.length === 1
			? "the gate says no"
			: `${failed} of ${gates.length} gates ${failed === 1 ? "says" : "say"} no`;
	if (waived > 0)
		return gates.length === 1
			? "the gate is waived"
			: `${waived} of ${gates.length} gates ${waived === 1 ? "is" : "are"} waived`;
	if (open > 0)
		return gates.length === 1 ? "the gate cannot be judged" : `${open} of ${gates.length} gates cannot be judged`;
	if (gates.length === 2) return "both gates passed";
	return gates.length === 1 ? "the gate passed" : `all ${gates.length} gates passed`;
}

/** The limits of a gate as conditions: `≥ 0.900`, `Δ ≤ +10 %`. */
export function limitText(gate: GateVerdict): string {
	return gate.limits.map((limit) => oneLimit(gate, limit)).join(", ");
}

function oneLimit(gate: GateVerdict, limit: LimitVerdict): string {
	const than = gate.better === "higher" ? "≥" : "≤";
	if (limit.kind === "floor") return `${than} ${formatNumber(limit.limit, gate.head)}`;
	const sign = gate.better === "higher" ? "−" : "+";
	const { drop } = limit;
	if (drop === null) return "";
	if (drop.value === 0) return `Δ ${than} 0`;
	const amount = drop.kind === "share" ? formatShare(drop.value).slice(1) : formatNumber(drop.value);
	return `Δ ${than} ${sign}${amount}`;
}

/** What to say beside a verdict: nothing where it simply passed. */
export function verdictText(gate: GateVerdict): string {
	if (gate.verdict === "passed") return "";
	const { waived } = gate;
	if (waived === undefined) return clean(gate.why, 200);
	return `${clean(gate.why, 100)}, waived by ${clean(waived.by, 60)} until ${waived.until}: ${clean(waived.reason, 300)}`;
}

/** How much of what is allowed was used, of the limit that is nearest: `54 %`. Empty where a limit has no share. */
export function usedText({ limits }: GateVerdict): string {
	const used = limits.flatMap((limit) =>
		limit.used === null || limit.verdict === "not-comparable" ? [] : [limit.used],
	);
	if (used.length === 0) return "";
	const most = Math.max(...used);
	const percent = most <= 1 ? Math.floor(most * 100) : Math.ceil(most * 100);
	return percent > 99_999 ? "> 99,999 %" : `${formatCount(percent)} %`;
}

/** The change, as a share of the base where the gate's limit is one. */
export function gateDelta(gate: GateVerdict): string {
	const share = gate.limits.some((limit) => limit.drop?.kind === "share");
	return formatDelta(gate.base, gate.head, share);
}

/** The metric that a gate is about, as metric rows name it. */
export function gateKey({ file, metric }: GateVerdict): { file: string; name: string } {
	return { file, name: metric };
}
