import { evaluateGates } from "../../../src/compare/index.ts";
import type { PullReport } from "../../../src/report/index.ts";
import { gate, plan, report, tableOf } from "./samples.ts";

/** A report in which every text is foreign and everything there is occurs `count` times. */
export function flooded(text: string, count: number): PullReport {
	const many = <T>(make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
	const at = (i: number): string => `${text}${i}`;
	const few = <T>(make: (i: number) => T): T[] => Array.from({ length: Math.min(count, 30) }, (_, i) => make(i));
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
				preview: {
					from: text,
					layers: [{ role: "model", change: "changed", pull: 1 }],
					bytes: 1,
					certainty: "most",
					base: { name: text, days: i },
				},
				// told of the first few alone
				...(i < 5
					? {
							back: {
								leaves: text,
								back: {
									data: few(at),
									code: few(at),
									params: few((n) => ({ file: text, name: at(n), from: text, to: text })),
									metrics: few((n) => ({ file: text, name: at(n), from: null, to: text })),
								},
								stays: few(at),
								image: { from: text, to: text },
								seconds: 1,
								rehearsed: few(() => ({
									environment: text,
									at: "2026-11-29T00:00:00.000Z",
									ok: i % 2 === 0,
									says: text,
								})),
								rejects: few(at),
								holds: few(at),
							},
						}
					: {}),
				golden: {
					// as many as a report may tell of
					asked: Array.from({ length: i < 20 ? Math.min(count, 100) : 1 }, (_, n) => ({
						file: text,
						ok: n % 3 === 0,
						differences: n % 3 === 0 ? [] : [text, text],
						milliseconds: 1,
					})),
					notAsked: i % 3 === 1 ? text : null,
				},
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
						image: { state: "gone", says: text },
					},
				],
			})),
			revert: { version: text, seconds: 5 },
		},
		next: many(() => ({ text, command: text })),
		links: { run: text, report: text },
	};
}
