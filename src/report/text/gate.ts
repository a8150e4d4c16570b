import { formatNumber, type GateVerdict, type Verdict } from "../../compare/index.ts";
import type { GateDocument } from "../documents/index.ts";
import { columns, paint, type Sign, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { gateDelta, gateKey, gatesHeadline, limitText, verdictText } from "../words/gates.ts";
import { metricNames } from "../words/metrics.ts";
import { sideText } from "./diff.ts";

export const VERDICT_SIGNS: Readonly<Record<Verdict, Sign>> = {
	passed: "done",
	failed: "no",
	"not-comparable": "waits",
};

/** `mainline gate` for people. */
export function gateText(document: GateDocument, style: Style): string {
	if (document.gates.length === 0) return "no gates: mainline.yaml names none, so nothing stands in the way";
	const failed = document.gates.some((gate) => gate.blocks);
	const sides = `${document.base === null ? "no base" : sideText(document.base)} → ${sideText(document.head)}`;
	return [
		`${paint(style, failed ? "bad" : "strong", gatesHeadline(document.gates))}   ${paint(style, "quiet", sides)}`,
		...document.warnings.map((warning) => `${sign(style, "waits")} ${clean(warning)}`),
		"",
		...gateLines(document.gates, style),
	].join("\n");
}

export function gateLines(gates: readonly GateVerdict[], style: Style): string[] {
	const nameOf = metricNames(gates.map(gateKey));
	const rows = gates.map((gate) => [
		`  ${sign(style, gate.waived === undefined ? VERDICT_SIGNS[gate.verdict] : "waits")} ${nameOf(gateKey(gate))}`,
		`${clean(formatNumber(gate.base, gate.head), 40)} → ${clean(formatNumber(gate.head, gate.base), 40)}`,
		gateDelta(gate),
		limitText(gate),
		verdictText(gate),
	]);
	return columns(rows, [], "   ");
}
