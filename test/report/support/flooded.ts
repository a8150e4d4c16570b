import { evaluateGates } from "../../../src/compare/index.ts";
import type { PullReport } from "../../../src/report/index.ts";
import { gate, plan, report, tableOf } from "./samples.ts";

/** A report in which every text is foreign and everything there is occurs `count` times. */
export function flooded(text: string, count: number): PullReport {
	const many = <T>(make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
	const at = (i: number): string => `${text}${i}`;
	return {
		...report,
		base: { name: text, commit: text, behind: 3 },
		head: { name: text, commit: text },
		plan: {
			...plan,
			stages: many((i) => ({
				address: at(i),
				action: "run",
				why: many(() => ({ kind: "parameter" as const, file: text, name: text, old: text, new: [text] })).slice(0, 40),
				deps: [],
				outs: [],
			})),
		},
		run: {
			schema: "mainline.run/1",
			stages: many((i) => ({
				address: at(i),
				outcome: i % 2 === 0 ? "failed" : "skipped",
				after: text,
				seconds: 1,
				message: text,
				tail: `${text}\n`.repeat(50),
			})),
		},
		diff: {
			schema: "mainline.diff/1",
			base: { name: text, commit: null },
			head: { name: text, commit: null },
			metrics: many((i) => ({ file: text, name: at(i), base: text, head: i, delta: null })),
			params: many((i) => ({ file: text, name: at(i), base: text, head: `${text}${text}` })),
			data: many((i) => ({ path: at(i), change: "renamed", from: text, base: null, head: null })),
			warnings: [],
		},
		gates: evaluateGates(
			many((i) => ({ ...gate(at(i), "higher", { floor: i }), file: text })),
			{ base: null, head: tableOf({}) },
		),
		warnings: many(() => text),
		merging: {
			models: many((i) => ({
				name: at(i),
				version: text,
				outcome: "planned",
				reason: text,
				environments: [
					{
						environment: text,
						outcome: "refused",
						version: text,
						previous: text,
						reason: text,
						at: null,
						url: text,
						seconds: 1,
					},
				],
			})),
			revert: { version: text, seconds: 5 },
		},
		next: many(() => ({ text, command: text })),
		links: { run: text, report: text },
	};
}
