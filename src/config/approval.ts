import {
	expectBoolean,
	expectInteger,
	expectString,
	listOf,
	mismatch,
	optional,
	type Rule,
	record,
	refine,
} from "../source/index.ts";
import type { ApprovalPolicy } from "./model.ts";

/** As GitHub makes them; programs approve nothing. */
const LOGIN = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/i;
const MOST = 20;

const login: Rule<string> = refine(expectString, (text, node, report) => {
	if (LOGIN.test(text)) return text;
	const team = /^@?[\w-]+\/[\w-]+$/.test(text);
	const hint = "a workflow's token cannot see who is in a team: name its people";
	return mismatch(node, report, "a login at GitHub, without `@`", team ? { hint } : {});
});

const count: Rule<number> = refine(expectInteger, (value, node, report) =>
	value >= 1n && value <= BigInt(MOST) ? Number(value) : mismatch(node, report, `a number from 1 to ${MOST}`),
);

/** `approve:` of an environment. */
export const approval: Rule<ApprovalPolicy> = refine(
	record("`approve`", {
		by: optional(listOf(login)),
		count: optional(count, 1),
		own: optional(expectBoolean, false),
	}),
	({ by, count, own, $ }, node, report) => {
		const people = new Set(by?.map((name) => name.toLowerCase())).size;
		if (by === null || people >= count) return { by, count, own };
		return report.add($.nodes.get("by")?.at ?? node.at, `\`approve\` asks for ${count}, and names ${people}`, {
			found: by.length === 0 ? "nobody" : by.join(", "),
			expected: `at least ${count} people in \`by\`, or no \`by\` for all who may write`,
		});
	},
);
