import {
	expectBoolean,
	expectInteger,
	listOf,
	mismatch,
	optional,
	type Rule,
	record,
	refine,
} from "../source/index.ts";
import type { ApprovalPolicy } from "./model.ts";
import { isTeam, named } from "./people.ts";

const MOST = 20;

const count: Rule<number> = refine(expectInteger, (value, node, report) =>
	value >= 1n && value <= BigInt(MOST) ? Number(value) : mismatch(node, report, `a number from 1 to ${MOST}`),
);

/** `approve:` of an environment. How many are in a team only GitHub knows: there as many as are asked for may be. */
export const approval: Rule<ApprovalPolicy> = refine(
	record("`approve`", {
		by: optional(listOf(named)),
		count: optional(count, 1),
		own: optional(expectBoolean, false),
	}),
	({ by, count, own, $ }, node, report) => {
		const people = new Set(by?.map((name) => name.toLowerCase())).size;
		if (by === null || people >= count || by.some(isTeam)) return { by, count, own };
		return report.add($.nodes.get("by")?.at ?? node.at, `\`approve\` asks for ${count}, and names ${people}`, {
			found: by.length === 0 ? "nobody" : by.join(", "),
			expected: `at least ${count} people in \`by\`, a team, or no \`by\` for all who may write`,
		});
	},
);
