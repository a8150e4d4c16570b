import { describe, expect, it } from "vitest";
import { evaluateGates, type GateCause, inTheLightOf } from "../../src/compare/index.ts";
import { badInput, together } from "../../src/kernel/index.ts";
import type { ComingBack, GoldenRows, PlannedStageRow, PullReport } from "../../src/report/index.ts";
import {
	COMMENT_BYTES,
	COMMENT_MARKER,
	plainStyle,
	pullHeadline,
	renderCheck,
	renderComment,
	renderFailureCheck,
	renderJobSummary,
	renderText,
} from "../../src/report/index.ts";
import { flooded } from "./support/flooded.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";
import { BASE, failedRun, GATES, gates, HEAD, passingGates, plan, report, tableOf } from "./support/samples.ts";

const size = (text: string): number => Buffer.byteLength(text);
const fresh = { ...plan, stages: plan.stages.map((stage): PlannedStageRow => ({ ...stage, action: "none", why: [] })) };
const bare = { ...report, diff: null, merging: null, warnings: [], gates: [] };

const [merged] = report.merging?.models ?? [];
const asked = (...oks: boolean[]) =>
	oks.map((ok, i) => ({
		file: `golden/${i}.json`,
		ok,
		differences: ok ? [] : ["y[0] is 3, expected 2"],
		milliseconds: 7,
	}));

/** What merging would release has been asked. */
function answering(golden: GoldenRows): PullReport {
	if (merged === undefined) throw new Error("the sample releases nothing");
	return { ...report, gates: passingGates, merging: { models: [{ ...merged, golden }], revert: null } };
}

const STATES: readonly (readonly [string, PullReport, string, string])[] = [
	["a gate says no", report, "1 of 4 gates says no", "failure"],
	["gates pass", { ...report, gates: passingGates }, "both gates passed", "success"],
	["nothing is stale", { ...bare, plan: fresh, run: null }, "nothing to run", "success"],
	["it ran, and there are no gates", bare, "2 stages ran, no gates", "success"],
	["there is no base yet", { ...bare, base: null }, "first results, nothing to compare with yet", "success"],
	["a stage failed, whatever gates say", { ...report, run: failedRun, gates: passingGates }, "train failed", "failure"],
	[
		"a fork's code was not run",
		{ ...bare, run: null, notRun: { reason: "fork", text: null } },
		"2 stages are stale and did not run",
		"action_required",
	],
	[
		"a golden request is answered otherwise",
		answering({ asked: asked(true, false, true), notAsked: null }),
		"1 of 3 golden requests is answered otherwise",
		"failure",
	],
	[
		"all of them are as expected",
		answering({ asked: asked(true, true), notAsked: null }),
		"both gates passed",
		"success",
	],
	["they could not be asked", answering({ asked: [], notAsked: "its process ended" }), "both gates passed", "success"],
	["nothing ran yet", { ...bare, run: null }, "2 stages would run", "neutral"],
	[
		"a gate has no base",
		{ ...report, gates: evaluateGates(GATES.slice(1, 2), { base: tableOf({}), head: tableOf({ recall: 1 }) }) },
		"the gate cannot be judged",
		"success",
	],
	[
		"the metric is gone",
		{ ...report, gates: evaluateGates(GATES.slice(0, 1), { base: null, head: tableOf({}) }) },
		"the gate says no",
		"failure",
	],
	[
		"a stage cannot run",
		{
			...bare,
			run: null,
			plan: {
				...plan,
				stages: [
					{ address: "prepare", action: "blocked", why: [{ kind: "missing", path: "data/x" }], deps: [], outs: [] },
				],
			},
		},
		"prepare cannot run",
		"failure",
	],
];

describe("the pull request's comment", () => {
	it.each(STATES)("answers first when %s", (_, state, title, conclusion) => {
		expect(pullHeadline(state).title).toBe(title);
		expect(renderComment(state).split("\n")[1]).toMatch(new RegExp(`^## (✅|❌|⏸️|🔵|⚪) Mainline: ${title}$`));
		const check = renderCheck(state);
		expect([check.conclusion, check.title.toLowerCase()]).toEqual([conclusion, title.toLowerCase()]);
	});

	it("names both commits, the amount of work, the limits and how far each was used", () => {
		const text = renderComment(report);
		expect(text).toContain("`a1b2c3d` (main, 3 behind) → `d4e5f6a` · 2 of 5 stages ran in 14 min, 1 restored");
		expect(text).toContain(
			"| latency_p95 | 41 | **63** | +22 (+54 %) | Δ ≤ +10 % | **537 %** | ❌ five times the limit |",
		);
		expect(text).toContain("| accuracy | 0.921 | 0.934 | +0.013 | ≥ 0.900 |  | ✅ |");
		expect(text).toContain("| recall | 0.8840 | 0.8815 | −0.0025 | Δ ≥ −0.005 | 50 % | ✅ |");
		expect(text).toContain("- `data/raw`: 1,204 files added, 3 removed, 9 changed (+1.8 GiB)");
		expect(text).toContain(
			"**Merging would** release churn v1.5.0 → dev now, → prod after 2 h healthy. A revert brings back v1.4.2 in about 5 s.",
		);
		expect(text).toContain("<summary>4 more metrics, none gated, 3 moved</summary>");
	});

	it("says of an environment that gets versions by hand that merging brings it there no further", () => {
		if (merged === undefined) throw new Error("the sample releases nothing");
		const byHand = {
			outcome: "waits" as const,
			reason: "by hand: `mainline promote churn@v1.5.0 prod` brings it there",
		};
		const environments = merged.environments.map((move, i) => (i === 0 ? move : { ...move, ...byHand }));
		const text = renderComment({ ...report, merging: { models: [{ ...merged, environments }], revert: null } });
		expect(text).toContain("release churn v1.5.0 → dev now, → prod by hand.");
	});

	it("says of a version that comes back what goes with it, what stays, and what is known of the way", () => {
		const back: ComingBack = {
			leaves: "v1.5.0",
			back: {
				data: ["data/raw"],
				code: ["src/train.py", "serve.py"],
				params: [{ file: "params.yaml", name: "train.epochs", from: "10", to: "5" }],
				metrics: [{ file: "metrics.json", name: "accuracy", from: "0.91", to: "0.93" }],
			},
			stays: ["README.md", "docs/a.md"],
			image: { from: `sha256:${"a".repeat(64)}`, to: `sha256:${"b".repeat(64)}` },
			seconds: 6.2,
			rehearsed: [
				{ environment: "dev", at: null, ok: false, says: "" },
				{ environment: "prod", at: "2026-11-22T03:00:00.000Z", ok: true, says: "" },
			],
			rejects: ["v1.5.0"],
			holds: ["prod"],
		};
		const image = { state: "there", says: "its image is in the registry" } as const;
		const moved = {
			outcome: "planned",
			version: "v1.4.2",
			previous: "v1.5.0",
			reason: "",
			at: null,
			url: null,
		} as const;
		const environments = ["dev", "prod"].map((environment) => ({ ...moved, environment, seconds: null, image }));
		const model = { name: "churn", version: "v1.4.2", outcome: "reverted", reason: "", environments, back } as const;
		const text = renderComment({ ...report, merging: { models: [model], revert: null } });
		expect(text).toContain(
			[
				"**Merging would** bring back churn v1.4.2 → dev now, → prod now.",
				"",
				"- **Goes back:** data data/raw; files src/train.py, serve.py; parameters train.epochs 10 → 5; metrics accuracy 0.91 → 0.93; image sha256:aaaaaaaaaaaa → sha256:bbbbbbbbbbbb.",
				"- **Stays:** 2 files that changed since v1.4.2 stay: README.md, docs/a.md.",
				"- **Takes:** about 6.2 s, by what the last deploys took.",
				"- **Image:** its image is in the registry.",
				"- **Rehearsed:** never for dev, for prod on 22 Nov 2026, 03:00 (it started and answered).",
				"- **From then on:** v1.5.0 is rejected: nothing brings it back by itself, but reverting this does; prod is on hold: the next version waits there for `mainline promote`.",
			].join("\n"),
		);
		const unknown = { ...back, back: null, stays: null, seconds: null };
		const less = renderComment({ ...report, merging: { models: [{ ...model, back: unknown }], revert: null } });
		expect(less).not.toMatch(/Takes|Stays|data\/raw; files/);
	});

	it("carries the marker once, on a line of its own, and is the same for the same report", () => {
		for (const [, state] of STATES) {
			expect(
				renderComment(state)
					.split("\n")
					.filter((line) => line.includes("<!--")),
			).toEqual([COMMENT_MARKER]);
			expect(renderComment(state)).toBe(renderComment(structuredClone(state)));
		}
	});

	it("shows each golden answer that is otherwise, as the terminal does, and why none was asked", () => {
		const wrong = answering({ asked: asked(true, false, false), notAsked: null });
		expect(renderComment(wrong)).toContain(
			[
				"**Golden requests**: 1 of 3 requests answered as expected.",
				"",
				"- ❌ `golden/1.json`: y\\[0\\] is 3, expected 2",
				"- ❌ `golden/2.json`: y\\[0\\] is 3, expected 2",
			].join("\n"),
		);
		expect(renderText(wrong, plainStyle)).toContain(
			"Golden requests of churn: 1 of 3 requests answered as expected\n  ✗ golden/1.json: y[0] is 3, expected 2\n",
		);
		expect(renderCheck(wrong).annotations).toEqual([
			expect.objectContaining({ path: "golden/1.json", startLine: 1, message: "y[0] is 3, expected 2" }),
			expect.objectContaining({ path: "golden/2.json" }),
		]);
		const silent = answering({ asked: [], notAsked: "its process ended" });
		expect(renderComment(silent)).toContain("**Golden requests**: not asked here: its process ended.");
		const later = answering({ asked: [], notAsked: "nothing is started for a plan", pending: ["golden/0.json"] });
		expect(renderComment(later)).toContain(
			"**Golden requests**: not asked yet: that comes before a version is tagged.",
		);
	});

	it("shows what a failed stage said last", () => {
		const text = renderComment({ ...bare, run: failedRun });
		expect(text).toContain("**train** failed: its command ended with 1");
		expect(text).toContain("```text\nepoch 1/40");
		expect(renderCheck({ ...bare, run: failedRun }).annotations).toEqual([
			{
				path: "dvc.yaml",
				startLine: 14,
				endLine: 14,
				level: "failure",
				title: "train failed",
				message: "failed: its command ended with 1",
			},
		]);
	});

	it("never turns a required check green for what did not run", () => {
		for (const reason of ["fork", "untrusted", "lookup", "policy"] as const) {
			expect(renderCheck({ ...bare, run: null, notRun: { reason, text: null } }).conclusion).toBe("action_required");
		}
	});
});

describe("the size of it", () => {
	it.each(HOSTILE_CASES)("stays under the budget with everything made of %s", (_, text) => {
		for (const count of [1, 700]) {
			const state = flooded(text, count);
			const comment = renderComment(state);
			expect(size(comment)).toBeLessThanOrEqual(COMMENT_BYTES);
			expect(comment).toContain("| Metric |");
			expect(renderCheck(state).summary.length).toBeLessThanOrEqual(65_535);
		}
		expect(size(renderJobSummary(flooded(text, 700)))).toBeLessThan(1024 * 1024);
	});

	it.each(HOSTILE_CASES)("leaves the frame whole with everything made of %s", (_, text) => {
		for (const count of [1, 700]) {
			const body = renderComment(flooded(text, count));
			const outside = body
				.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "")
				.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
			expect(outside.split("<details>").length).toBe(outside.split("</details>").length);
			expect(outside.match(/<(?!\/?(details|summary|sub)>|br>|!-- mainline report -->)/g)).toBeNull();
			expect(outside).not.toMatch(/@[\w-]/);
			expect(outside.split("\n").filter((line) => line.startsWith("## "))).toHaveLength(1);
			expect(body.split(COMMENT_MARKER)).toHaveLength(2);
		}
	});

	it("gives up details before verdicts, and says so", () => {
		const state = { ...flooded("metric ".repeat(15), 700), gates: report.gates };
		const text = renderComment(state);
		expect(text).toContain("❌ five times the limit");
		expect(text).toContain("<sub>Shortened to fit;");
	});
});

describe("numbers that are not comparable", () => {
	const changed = [
		{ kind: "data" as const, path: "data/test.csv", change: "modified" as const, shared: false },
		{
			kind: "parameter" as const,
			path: "params.yaml",
			name: "evaluate.threshold",
			change: "modified" as const,
			old: 0.5,
			new: 0.6,
			shared: false,
		},
	];
	const apart = { files: ["metrics.json"], stage: "evaluate", verdict: "not-comparable" as const, changes: changed };
	const state: PullReport = { ...report, comparability: [apart], gates: inTheLightOf([apart], passingGates) };

	it("are said before any of them, with what they were measured with", () => {
		const text = renderComment(state);
		const [warning, table] = [text.indexOf("metrics.json is not comparable with main"), text.indexOf("| Metric |")];
		expect(warning).toBeGreaterThan(0);
		expect(warning).toBeLessThan(table);
		expect(text).toContain(
			"> - evaluation data: data/test.csv changed\n> - parameter: params.yaml evaluate.threshold: 0.5 → 0.6",
		);
		expect(renderText(state, plainStyle)).toContain("not comparable with main");
	});

	it("are marked one by one: a gate that compares cannot say yes, and a change is not shown as one", () => {
		const text = renderComment(state);
		expect(text.split("\n")[1]).toBe("## ⚪ Mainline: 1 of 2 gates cannot be judged");
		expect(text).toContain("| accuracy | 0.921 | 0.934 | +0.013 | ≥ 0.900 | ✅ |");
		expect(text).toMatch(
			/\| recall \|.*\| ⚪ not comparable: data\/test\.csv changed and params\.yaml evaluate\.threshold changed \|/,
		);
		expect(text).toContain("| loss | 0.241 | 0.198 | not comparable |");
	});

	it("may be compared all the same where that is only a doubt", () => {
		const text = renderComment({ ...report, comparability: [{ ...apart, verdict: "unsure" }] });
		expect(text).toContain("metrics.json may not be comparable with main");
		expect(text).toContain("| loss | 0.241 | 0.198 | −0.043 (−18 %) |");
	});
});

describe("what a reader wants to know next", () => {
	it("is where the model would go, and which image that is", () => {
		const [model] = report.merging?.models ?? [];
		if (model === undefined || report.merging === null) throw new Error("the sample merges something");
		const merging = (more: object): PullReport => ({
			...report,
			merging: { ...report.merging, revert: null, models: [{ ...model, ...more }] } as PullReport["merging"],
		});
		expect(renderComment(merging({ to: "ghcr.io/acme/churn" }))).toContain(
			"release churn v1.5.0 to ghcr.io/acme/churn → dev now",
		);
		const python = { lock: "requirements.txt", version: "3.12", packages: 12, size: null, layer: "to install" };
		expect(renderComment(merging({ to: "ghcr.io/acme/churn", python }))).toContain(
			"to ghcr.io/acme/churn with 12 Python packages (to be installed, the layer is new) → dev now",
		);
		const dockerfile = { dockerfile: "Dockerfile", from: "to build", builder: null, digest: null, size: null };
		expect(renderComment(merging({ to: "ghcr.io/acme/churn", dockerfile }))).toContain(
			"to ghcr.io/acme/churn on the environment of Dockerfile (to be built) → dev now",
		);
		const digest = `sha256:${"4f2c1e9ab03d".repeat(5)}abcd`;
		expect(renderComment(merging({ to: "ghcr.io/acme/churn", digest, outcome: "exists" }))).toContain(
			"keep churn v1.5.0 (sha256:4f2c1e9ab03d in ghcr.io/acme/churn)",
		);
	});

	it("is why it is compared with this commit, folded", () => {
		const base = {
			name: "main",
			commit: BASE,
			behind: 3,
			found: "run" as const,
			results: { lock: 3, runCache: 2, unknown: 0 },
		};
		expect(renderComment({ ...report, base })).toContain(
			"<details><summary>Why this baseline</summary>\n\na1b2c3d is the commit of main that the run of this pull request was merged with. main is 3 commits ahead of it by now. The results of 3 stages stand in dvc.lock there; 2 stages are looked up by their inputs, because dvc.lock is behind.\n\n</details>",
		);
		expect(renderComment({ ...report, base: { name: "main", commit: BASE } })).not.toContain("Why this baseline");
	});

	it("is the line: a gate's no stands at the parameter that changed, else at the stage that measures", () => {
		const [failing] = gates.filter(({ blocks }) => blocks);
		if (failing === undefined) throw new Error("one of the sample's gates says no");
		const at = (cause: GateCause) =>
			renderCheck({ ...report, plan: { ...plan, root: "models/churn" }, gates: [{ ...failing, cause }] }).annotations;
		expect(at({ file: "params.yaml", line: 3, parameter: { name: "train.epochs", base: 20n, head: 40n } })).toEqual([
			{
				path: "models/churn/params.yaml",
				startLine: 3,
				endLine: 3,
				level: "failure",
				title: "latency_p95: the gate says no",
				message: "41 → 63: five times the limit\ntrain.epochs: 20 → 40 changed here",
			},
		]);
		expect(at({ file: "dvc.yaml", line: 20 })).toMatchObject([
			{ path: "models/churn/dvc.yaml", startLine: 20, message: "41 → 63: five times the limit" },
		]);
		const many = Array.from({ length: 80 }, () => ({ ...failing, cause: { file: "dvc.yaml", line: 1 } }));
		expect(renderCheck({ ...report, gates: many }).annotations).toHaveLength(50);
	});
});

describe("a project far beyond the usual", () => {
	const long = (what: string, i: number): string => `${what}/${"n".repeat(300 - what.length - 8)}/${i}`;
	const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
	const metrics = many(500, (i) => ({ file: "metrics.json", name: long("metric", i), base: i, head: i + 1, delta: 1 }));
	const files = many(10_000, (i) => ({
		path: long("data", i),
		change: "new" as const,
		base: null,
		head: "md5:0123456789abcdef0123456789abcdef",
		...(i % 2 === 0 ? { below: "data" } : {}),
	}));
	const huge: PullReport = {
		...report,
		plan: {
			...plan,
			stages: many(300, (i) => ({
				address: long("stage", i),
				action: "run",
				why: [{ kind: "dependency", path: long("dep", i), change: "modified" }],
				deps: [],
				outs: [],
			})),
		},
		run: {
			schema: "mainline.run/1",
			stages: many(300, (i) => ({ address: long("stage", i), outcome: "executed", seconds: i })),
		},
		diff: {
			schema: "mainline.diff/1",
			base: { name: "main", commit: BASE },
			head: { name: "pr", commit: HEAD },
			metrics,
			params: [],
			data: files,
			warnings: [],
		},
		links: {
			run: "https://github.com/acme/churn/actions/runs/1",
			summary: "https://github.com/acme/churn/actions/runs/2",
		},
	};

	it("has a comment all the same: verdict and gates, what was left out, and where the rest is", () => {
		const text = renderComment(huge);
		expect(size(text)).toBeLessThanOrEqual(COMMENT_BYTES);
		expect(text.split("\n")[1]).toBe("## ❌ Mainline: 1 of 4 gates says no");
		expect(text).toContain("❌ five times the limit");
		expect(text).toMatch(/… and [\d,]+ more metrics/);
		expect(text).toMatch(/… and [\d,]+ more stages/);
		expect(text).toMatch(/… and [\d,]+ more paths/);
		expect(text).toContain("[the job's summary](https://github.com/acme/churn/actions/runs/2) has the rest");
		expect(text.split("<details>")).toHaveLength(text.split("</details>").length);
	});

	it("has all of it in the job's summary, as far as that holds", () => {
		const text = renderJobSummary(huge);
		expect(size(text)).toBeLessThan(1024 * 1024);
		expect(text).toContain(`/${"n".repeat(20)}`);
		expect([...text.matchAll(/^\| `metric/gm)]).toHaveLength(500);
		expect([...text.matchAll(/^\| `stage/gm)]).toHaveLength(300);
	});
});

describe("a failure as a check", () => {
	it("says what, where and what next, and marks the files", () => {
		const first = badInput("x", "`dep` is not a key of a stage", {
			at: { file: "dvc.yaml", line: 14, column: 7 },
			hint: "did you mean `deps`?",
		});
		const check = renderFailureCheck(together([first, badInput("y", "second", { at: { file: "params.yaml" } })]));
		expect(check.title).toBe("2 mistakes: `dep` is not a key of a stage");
		expect(check.summary).toContain("`dvc.yaml:14:7` ");
		expect(check.annotations.map((mark) => [mark.path, mark.startLine])).toEqual([
			["dvc.yaml", 14],
			["params.yaml", 1],
		]);
	});
});
