import { joinPath } from "../kernel/index.ts";
import {
	describeNode,
	expectNumber,
	expectString,
	listOf,
	mismatch,
	type Node,
	oneOf,
	optional,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import type { Drop, Gate } from "./model.ts";

const metric: Rule<{ file: string; metric: string }> = refine(expectString, (text, node, report) => {
	const colon = text.lastIndexOf(":");
	const file = joinPath(text.slice(0, Math.max(0, colon)));
	if (colon > 0 && !file.startsWith("..") && !text.startsWith("/")) return { file, metric: text.slice(colon + 1) };
	return report.add(node.at, `\`metric\` is not FILE:NAME: ${JSON.stringify(text)}`, {
		found: text,
		expected: "a metrics file below the folder of mainline.yaml, a colon, and the name in it",
		hint: "for example `metrics.json:accuracy`, as `mainline diff --all` names them",
		length: text.length,
	});
});

const finite: Rule<number> = refine(expectNumber, (value, node, report) =>
	Number.isFinite(value) ? value : mismatch(node, report, "a finite number"),
);

const fields = {
	metric: required(metric),
	better: required(oneOf("higher", "lower")),
	floor: optional(finite),
	drop: optional(readDrop),
};

const gate: Rule<Gate> = refine(record("a gate", fields), (read, node, report) => {
	const { metric, better, floor, drop } = read;
	if (floor !== null || drop !== null) return { ...metric, better, floor, drop, at: node.at };
	return report.add(node.at, `the gate on \`${metric.file}:${metric.metric}\` has no limit`, {
		expected: "`floor`, `drop` or both",
		hint: "`floor: 0.9` is an absolute limit, `drop: 0.005` or `drop: 1%` the most it may worsen against the base",
	});
});

/** The list `gates:`, in file order. */
export const gates: Rule<readonly Gate[]> = listOf(gate);

function readDrop(node: Node, report: Report): Drop | undefined {
	const drop = parseDrop(node);
	if (drop !== null && Number.isFinite(drop.value) && drop.value >= 0) return drop;
	return report.add(node.at, `\`drop\` is not an amount: ${describeNode(node)}`, {
		found: describeNode(node),
		expected: 'a number from 0 on in the metric\'s own unit, or a share of the base as "1%"',
	});
}

function parseDrop(node: Node): Drop | null {
	if (node.kind !== "scalar") return null;
	const { value } = node;
	if (typeof value === "number" || typeof value === "bigint") return { kind: "absolute", value: Number(value) };
	const share = typeof value === "string" ? /^(\d{1,6}(?:\.\d{1,12})?) ?%$/.exec(value) : null;
	return share === null ? null : { kind: "share", value: percent(share[1] ?? "") };
}

/** `1.5` → 0.015 without a detour through binary rounding: the digits stay, the point moves. */
function percent(digits: string): number {
	return Number(`${digits}e-2`);
}
