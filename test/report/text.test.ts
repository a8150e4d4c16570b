import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/kernel/index.ts";
import { badInput } from "../../src/kernel/index.ts";
import type {
	AddDocument,
	CheckoutDocument,
	DoctorDocument,
	PlannedStageRow,
	PromoteDocument,
	PullDocument,
	PushDocument,
	RehearsalDocument,
	StatusDocument,
} from "../../src/report/index.ts";
import { errorDocument, failureText, plainStyle, renderText } from "../../src/report/index.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";
import * as samples from "./support/samples.ts";

const text = (document: Document): string => renderText(document, plainStyle);

const add: AddDocument = {
	schema: "mainline.add/1",
	added: [
		{
			path: "data/raw",
			file: "data/raw.dvc",
			digest: "md5:0123456789abcdef0123456789abcdef.dir",
			change: "new",
			size: 2048,
			files: 12,
		},
	],
};
const checkout: CheckoutDocument = {
	schema: "mainline.checkout/1",
	changes: [{ path: "model.pkl", change: "new" }],
	missing: ["data/raw"],
};
const push: PushDocument = {
	schema: "mainline.push/1",
	transferred: 3,
	bytes: 4096,
	failed: [],
	remote: "storage",
	runs: 1,
};
const pull: PullDocument = {
	...checkout,
	...push,
	schema: "mainline.pull/1",
	failed: [{ digest: "md5:00", path: "data/raw", reason: "not in the remote" }],
};
const promote: PromoteDocument = {
	schema: "mainline.promote/1",
	plan: false,
	model: "churn",
	digest: null,
	move: { ...samples.rollback.move, outcome: "refused", reason: "v1.5.0 is rejected" },
};

const verified: StatusDocument = {
	...samples.status,
	verified: {
		disagreements: [
			{
				model: "churn",
				environment: "prod",
				who: "registry",
				says: "prod has v1.4.2, but ghcr.io/acme/churn has no image sha256:00",
				next: "`mainline rollback churn prod --to v1.4.2`: the image is made anew",
			},
		],
		unasked: [
			{
				model: "churn",
				environment: "dev",
				who: "server",
				says: "http://dev could not be asked",
				next: "run this there",
			},
		],
	},
};
const rehearsal: RehearsalDocument = {
	schema: "mainline.rehearsal/1",
	plan: false,
	tag: "rehearsal-20261128T030000Z",
	rehearsals: [
		{
			model: "churn",
			environment: "prod",
			present: "v1.5.0",
			version: "v1.4.2",
			digest: "sha256:00",
			outcome: "failed",
			reason: "v1.4.2 does not answer",
			steps: [
				{ name: "image", outcome: "passed", says: "its image is in the registry", seconds: 12.4 },
				{ name: "model", outcome: "passed", says: "its model is stored", seconds: 0.2 },
				{
					name: "start",
					outcome: "failed",
					says: "v1.4.2 does not answer",
					seconds: 60,
					log: ["No module named numpy"],
				},
			],
		},
		{
			model: "churn",
			environment: "dev",
			present: "v1.5.0",
			version: null,
			digest: null,
			outcome: "none",
			reason: "it held no other version before that could come back",
			steps: [],
		},
	],
};

const ALL: readonly Document[] = [
	verified,
	rehearsal,
	samples.plan,
	samples.run,
	samples.failedRun,
	samples.diff,
	samples.gateDocument,
	samples.report,
	samples.status,
	samples.release,
	samples.rollback,
	samples.demo,
	promote,
	add,
	checkout,
	push,
	pull,
	errorDocument(badInput("x", "wrong", { at: { file: "dvc.yaml", line: 1, column: 2 } })),
];

const doctor: DoctorDocument = {
	schema: "mainline.doctor/1",
	findings: [
		{ code: "a", level: "danger", says: "acme/model is public", why: "a stranger could", fix: "make it private" },
		{ code: "b", level: "problem", says: "git is too old", why: "it cannot merge", fix: "a newer one" },
		{
			code: "c",
			level: "advice",
			says: "a gate keeps nothing back",
			why: "anybody can merge",
			fix: `echo '${"x".repeat(900)}'`,
		},
	],
	fine: ["the pipeline is sound (2 stages)"],
	unseen: [
		{ what: "the runners", because: "needs `administration: read`" },
		{ what: "environments", because: "needs `actions: read`" },
		{ what: "the default permission of workflows", because: "needs `administration: read`" },
	],
};

describe("what doctor says", () => {
	it("is the worst first, each with its reason and a fix to paste, then what is well and what nobody could see", () => {
		expect(text(doctor)).toBe(`1 danger, 1 problem, 1 that could be better

✗ DANGER: acme/model is public
  a stranger could
  fix: make it private

✗ git is too old
  it cannot merge
  fix: a newer one

○ a gate keeps nothing back
  anybody can merge
  fix: echo '${"x".repeat(900)}'

✓ the pipeline is sound (2 stages)
– not looked at: the runners, the default permission of workflows (needs \`administration: read\`)
– not looked at: environments (needs \`actions: read\`)
`);
	});

	it("breaks sentences at the terminal's width, and commands never", () => {
		const long = {
			code: "d",
			level: "advice",
			says: "word ".repeat(30).trim(),
			why: "why",
			fix: "fix ".repeat(40).trim(),
		} as const;
		const withFinding: DoctorDocument = { ...doctor, findings: [long] };
		const lines = renderText(withFinding, { ...plainStyle, width: 60 }).split("\n");
		expect(lines.filter((line) => line.length > 60).map((line) => line.trim().slice(0, 8))).toEqual([
			"fix: fix",
			"– not lo",
		]);
	});
});

describe("what runs where", () => {
	it("is a line each: since when and by whom, the pull request or commit that it came from, and its first metrics", () => {
		const [, dev = "", , prod = ""] = renderText(samples.status, plainStyle).split("\n");
		expect(dev).toMatch(
			/^ {2}dev +v1\.5\.0 +since 10:42 today by ann, 3 h \(.+\) +#131 "More epochs" +accuracy 0\.934, loss 0\.21$/,
		);
		expect(prod).toMatch(
			/^ {2}prod +v1\.4\.2 +since 3 Nov 08:15, .+ +on hold +a1b2c3d "Balance the classes \(#118\)"$/,
		);
	});

	it("tells what was tried last in an environment and failed", () => {
		expect(renderText(samples.status, plainStyle)).toMatch(/\n +✗ v1\.5\.0 failed here .+ ago: it answers 503\n/);
	});

	it("ends with who disagrees, each with its next step", () => {
		expect(text(verified).split("\n").slice(-5)).toEqual([
			"✗ churn in prod: prod has v1.4.2, but ghcr.io/acme/churn has no image sha256:00",
			"  `mainline rollback churn prod --to v1.4.2`: the image is made anew",
			"○ churn in dev: http://dev could not be asked",
			"  run this there",
			"",
		]);
		const agreed: StatusDocument = { ...verified, verified: { disagreements: [], unasked: [] } };
		expect(text(agreed)).toMatch(/\n\n✓ git, registry and servers agree\n$/);
	});

	it("ends with the last lines of a version that does not run, below its environment", () => {
		const log = ["Traceback (most recent call last):", "ModuleNotFoundError: No module named 'sklearn'"];
		const [model] = samples.release.models;
		const move = { ...model?.environments[0], outcome: "failed", reason: "its process ended", url: null, log };
		const shown = ["    Traceback (most recent call last):", "    ModuleNotFoundError: No module named 'sklearn'"];
		const released = { ...samples.release, models: [{ ...model, environments: [move, model?.environments[1]] }] };
		const lines = text(released as Document)
			.trimEnd()
			.split("\n");
		expect(lines.slice(-4)).toEqual([
			"  ✗ dev    v1.5.0 does not run there: its process ended",
			...shown,
			"  ○ prod   v1.5.0 waits: 0 s in dev of the 2 h asked for",
		]);
		const promoted = { ...promote, plan: false, move };
		expect(
			text(promoted as Document)
				.trimEnd()
				.split("\n")
				.slice(-2),
		).toEqual(shown.map((line) => line.slice(2)));
	});

	it("says what to do where a release lacks results", () => {
		const [model] = samples.release.models;
		const blocked = { ...model, outcome: "blocked", version: null, environments: [], unknown: [{ address: "train" }] };
		const lines = text({ ...samples.release, plan: true, models: [blocked] } as Document)
			.trimEnd()
			.split("\n");
		expect(lines.at(-1)).toBe("Next: mainline run, then commit dvc.lock");
		const planned = text({ ...samples.release, plan: true } as Document)
			.trimEnd()
			.split("\n");
		expect(planned.at(-1)).toBe("Next: mainline release");
	});

	it("is told of a rehearsal step by step", () => {
		expect(text(rehearsal)).toBe(`✗ churn in prod: v1.5.0, back to v1.4.2: would fail
    ✓ its image is in the registry, 12 s
    ✓ its model is stored
    ✗ v1.4.2 does not answer, 1 min
      No module named numpy
– churn in dev: v1.5.0, it held no other version before that could come back

written down in the tag rehearsal-20261128T030000Z
`);
	});
});

describe("a document on the terminal", () => {
	it("is the sketch of a plan", () => {
		expect(text(samples.plan)).toBe(
			[
				"2 of 5 stages would run, 1 would be restored: about 14 min (last runs: 12–17 min)",
				"",
				"  ✓ download",
				"  ✓ prepare",
				"  ● train      params.yaml train.epochs: 20 → 40",
				"               src/train.py changed",
				"  ● evaluate   after train",
				"  ✓ package    its output dist.tar is gone",
				"               result known from an earlier run, will be restored",
				"",
				"Next: mainline run",
				"",
			].join("\n"),
		);
	});

	it("says in one line that there is nothing to do", () => {
		const stages = samples.plan.stages.map((stage): PlannedStageRow => ({ ...stage, action: "none", why: [] }));
		expect(text({ ...samples.plan, stages } as Document).split("\n")[0]).toBe("all 5 stages are up to date");
		expect(text({ ...samples.plan, stages } as Document)).not.toContain("Next");
	});

	it("folds what is up to date in a big project", () => {
		const quiet = Array.from(
			{ length: 1000 },
			(_, i): PlannedStageRow => ({ address: `s${i}`, action: "none", why: [], deps: [], outs: [] }),
		);
		const shown = text({ ...samples.plan, stages: [...quiet, ...samples.plan.stages] } as Document);
		expect(shown).toContain("✓ 1,002 stages up to date");
		expect(shown.split("\n").length).toBeLessThan(15);
	});

	it("is the sketch of gates, aligned", () => {
		expect(text(samples.gateDocument)).toBe(
			[
				"1 of 4 gates says no   main a1b2c3d → more-epochs d4e5f6a",
				"",
				"  ✓ accuracy      0.921 → 0.934     +0.013        ≥ 0.900",
				"  ✓ recall        0.8840 → 0.8815   −0.0025       Δ ≥ −0.005",
				"  ✗ latency_p95   41 → 63           +22 (+54 %)   Δ ≤ +10 %    five times the limit",
				"  ✓ size_mb       118.4 → 118.4     0             ≤ 200",
				"",
			].join("\n"),
		);
	});

	it.each(ALL.map((document) => [document.schema, document] as const))(
		"says in colours what it says without: %s",
		(_, document) => {
			const coloured = renderText(document, { ...plainStyle, colour: true, width: 10_000 });
			expect(stripVTControlCharacters(coloured)).toBe(renderText(document, { ...plainStyle, width: 10_000 }));
			expect(text(document)).not.toMatch(/[^\n\P{Cc}]|undefined|\[object|NaN s|null/u);
			expect(text(document).trimEnd()).not.toBe("");
		},
	);

	it.each(ALL.map((document) => [document.schema, document] as const))(
		"has an ASCII form of all of our own signs: %s",
		(_, document) => {
			expect(renderText(document, { ...plainStyle, unicode: false })).toMatch(/^[\n\x20-\x7e]*$/);
		},
	);

	it.each(HOSTILE_CASES)("lets no foreign text move the cursor or break the lines: %s", (_, foreign) => {
		const stage: PlannedStageRow = {
			address: foreign,
			action: "run",
			why: [{ kind: "dependency", path: foreign, change: "new" }],
			deps: [],
			outs: [],
		};
		const shown = text({ ...samples.plan, stages: [stage] } as Document);
		expect(shown).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u);
		expect(shown.split("\n")).toHaveLength(6);
	});
});

describe("what would have been right", () => {
	it("is shown as a block to paste, whatever the hint says", () => {
		const failure = badInput("x", "no model is named", { expected: "models:\n  churn:", hint: "write that" });
		expect(failureText(failure, plainStyle)).toBe(
			"mainline: no model is named\n  expected:\n    models:\n      churn:\n  write that\n",
		);
	});

	it("is shown in one line with what was found where no hint says it better", () => {
		const bare = badInput("x", "this is no duration", { found: "ten", expected: "such as 30m" });
		expect(failureText(bare, plainStyle)).toBe("mainline: this is no duration\n  found ten, expected such as 30m\n");
		expect(renderText(errorDocument(bare), plainStyle)).toBe(failureText(bare, plainStyle));
		const hinted = badInput("x", "no", { expected: "yes", hint: "say yes" });
		expect(failureText(hinted, plainStyle)).toBe("mainline: no\n  say yes\n");
	});
});
