import { evaluateGates, type Leaf, type MetricTable } from "../../../src/compare/index.ts";
import type { Gate } from "../../../src/config/index.ts";
import type {
	DemoDocument,
	DiffDocument,
	GateDocument,
	PlanDocument,
	PullReport,
	ReleaseDocument,
	RollbackDocument,
	RunDocument,
	StatusDocument,
} from "../../../src/report/index.ts";

export const BASE = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
export const HEAD = "d4e5f6a7b8c90d1e2f3a4b5c6d7e8f9012345678";
const DIGEST = "sha256:4f2c1e9ab03d5e6f718293a4b5c6d7e8f9012345678aabbccddeeff001122334";

export function tableOf(values: Readonly<Record<string, Leaf>>, file = "metrics.json"): MetricTable {
	return {
		files: new Map([[file, new Map(Object.entries(values))]]),
		unavailable: new Set(),
		problems: [],
		mappings: new Set([file]),
	};
}

export const GATES: readonly Gate[] = [
	gate("accuracy", "higher", { floor: 0.9 }),
	gate("recall", "higher", { drop: { kind: "absolute", value: 0.005 } }),
	gate("latency_p95", "lower", { drop: { kind: "share", value: 0.1 } }),
	gate("size_mb", "lower", { floor: 200 }),
];

export function gate(metric: string, better: Gate["better"], limits: Partial<Pick<Gate, "floor" | "drop">>): Gate {
	return {
		file: "metrics.json",
		metric,
		better,
		floor: null,
		drop: null,
		at: { file: "mainline.yaml", line: 12, column: 5 },
		...limits,
	};
}

export const plan: PlanDocument = {
	schema: "mainline.plan/1",
	root: ".",
	base: null,
	stages: [
		{ address: "download", action: "none", why: [], deps: [], outs: ["data/raw"] },
		{ address: "prepare", action: "none", why: [], deps: ["data/raw"], outs: ["data/clean"] },
		{
			address: "train",
			action: "run",
			why: [
				{ kind: "parameter", file: "params.yaml", name: "train.epochs", change: "modified", old: 20n, new: 40n },
				{ kind: "dependency", path: "src/train.py", change: "modified" },
			],
			deps: ["data/clean", "src/train.py"],
			outs: ["model.pkl"],
			seconds: 790,
			range: [700, 960],
		},
		{
			address: "evaluate",
			action: "run",
			why: [{ kind: "upstream", stage: "train" }],
			deps: ["model.pkl"],
			outs: ["metrics.json"],
			seconds: 45,
			range: [40, 52],
		},
		{
			address: "package",
			action: "restore",
			source: "run-cache",
			why: [{ kind: "output", path: "dist.tar", change: "deleted" }],
			deps: [],
			outs: ["dist.tar"],
		},
	],
};

export const run: RunDocument = {
	schema: "mainline.run/1",
	seconds: 838,
	stages: [
		{ address: "download", outcome: "unchanged", seconds: 0 },
		{ address: "prepare", outcome: "unchanged", seconds: 0 },
		{ address: "train", outcome: "executed", seconds: 792.4 },
		{ address: "evaluate", outcome: "executed", seconds: 45.1 },
		{ address: "package", outcome: "restored", source: "run-cache", seconds: 0 },
	],
};

export const failedRun: RunDocument = {
	schema: "mainline.run/1",
	seconds: 12,
	stages: [
		{ address: "download", outcome: "unchanged", seconds: 0 },
		{ address: "prepare", outcome: "unchanged", seconds: 0 },
		{
			address: "train",
			outcome: "failed",
			seconds: 12.2,
			exitCode: 1,
			file: "dvc.yaml",
			line: 14,
			tail: "epoch 1/40 · loss 2.31\nTraceback (most recent call last):\n  File \"src/train.py\", line 41, in <module>\n    model.fit(x, y, epohcs=40)\nTypeError: fit() got an unexpected keyword argument 'epohcs'\n",
		},
		{ address: "evaluate", outcome: "skipped", after: "train", seconds: 0 },
		{ address: "package", outcome: "unchanged", seconds: 0 },
	],
};

const before: Readonly<Record<string, Leaf>> = {
	accuracy: 0.921,
	recall: 0.884,
	latency_p95: 41n,
	size_mb: 118.4,
	loss: 0.2412,
	f1: 0.9017,
	epochs_done: 20n,
	note: "night run",
};
const now: Readonly<Record<string, Leaf>> = {
	...before,
	accuracy: 0.934,
	recall: 0.8815,
	latency_p95: 63n,
	loss: 0.198,
	f1: 0.9124,
	epochs_done: 40n,
};

export const diff: DiffDocument = {
	schema: "mainline.diff/1",
	base: { name: "main", commit: BASE },
	head: { name: "more-epochs", commit: HEAD },
	metrics: Object.keys(before).map((name) => {
		const [base, head] = [before[name] ?? null, now[name] ?? null];
		const delta =
			typeof base === "number" && typeof head === "number"
				? head - base
				: typeof base === "bigint" && typeof head === "bigint"
					? head - base
					: null;
		return { file: "metrics.json", name, base, head, delta };
	}),
	params: [
		{ file: "params.yaml", name: "train.epochs", base: 20n, head: 40n },
		{ file: "params.yaml", name: "train.lr", base: 0.001, head: 0.0005 },
		{ file: "params.yaml", name: "train.layers", base: "[64, 32]", head: "[64, 64, 32]" },
	],
	data: [
		{
			path: "data/raw",
			change: "modified",
			base: "md5:0123456789abcdef0123456789abcdef.dir",
			head: "md5:1123456789abcdef0123456789abcdef.dir",
			files: { added: 1204, removed: 3, changed: 9 },
			bytes: 1_932_735_283,
		},
		{
			path: "data/raw/a.png",
			change: "new",
			base: null,
			head: "md5:0123456789abcdef0123456789abcdef",
			below: "data/raw",
		},
		{
			path: "model.pkl",
			change: "modified",
			base: "md5:2123456789abcdef0123456789abcdef",
			head: "md5:3123456789abcdef0123456789abcdef",
			bytes: -2048,
		},
	],
	warnings: [],
};

export const gates = evaluateGates(GATES, { base: tableOf(before), head: tableOf(now) });
export const passingGates = evaluateGates(GATES.slice(0, 2), { base: tableOf(before), head: tableOf(now) });

export const gateDocument: GateDocument = {
	schema: "mainline.gate/1",
	verdict: "failed",
	base: diff.base,
	head: diff.head,
	gates,
	warnings: [],
};

export const report: PullReport = {
	schema: "mainline.report/1",
	pull: { number: 131 },
	base: { name: "main", commit: BASE, behind: 3 },
	head: { name: "more-epochs", commit: HEAD },
	plan,
	run,
	notRun: null,
	diff,
	gates,
	warnings: ["main is 3 commits ahead of what this branch stands on: its results may differ after a merge"],
	merging: {
		models: [
			{
				name: "churn",
				version: "v1.5.0",
				outcome: "planned",
				reason: "",
				environments: [
					{
						environment: "dev",
						outcome: "planned",
						version: "v1.5.0",
						previous: "v1.4.2",
						reason: "",
						at: null,
						url: null,
						seconds: null,
					},
					{
						environment: "prod",
						outcome: "waits",
						version: "v1.5.0",
						previous: "v1.4.2",
						reason: "after 2 h healthy",
						at: null,
						url: null,
						seconds: null,
					},
				],
			},
		],
		revert: { version: "v1.4.2", seconds: 5 },
	},
	next: [],
	links: { run: "https://github.com/acme/churn/actions/runs/1" },
};

export const status: StatusDocument = {
	schema: "mainline.status/1",
	at: "2026-11-24T13:42:00.000Z",
	models: [
		{
			name: "churn",
			environments: [
				{
					name: "dev",
					version: "v1.5.0",
					digest: DIGEST,
					since: "2026-11-24T10:42:00.000Z",
					hold: null,
					soakSeconds: 7200,
					soaking: { since: "2026-11-24T12:42:00.000Z", broken: "connection refused" },
					commit: HEAD,
					subject: "More epochs (#131)",
					pull: 131,
					by: "ann",
					metrics: [
						{ file: "metrics.json", name: "accuracy", value: 0.934, gated: true },
						{ file: "metrics.json", name: "loss", value: 0.21, gated: true },
						{ file: "metrics.json", name: "rows", value: 1200, gated: false },
					],
				},
				{
					name: "prod",
					version: "v1.4.2",
					digest: DIGEST,
					since: "2026-11-03T08:15:00.000Z",
					hold: "v1.5.0 was reverted by #120",
					commit: BASE,
					subject: "Balance the classes (#118)",
					rollback: { version: "v1.4.1", inRegistry: true },
					failed: { version: "v1.5.0", at: "2026-11-24T08:00:00.000Z", reason: "it answers 503" },
					frozen: { until: "2026-11-30T08:00:00.000Z", words: "Mon, 30 Nov 2026, 08:00 (UTC)", reason: "the fair" },
					approvals: { version: "v1.5.0", by: ["carol"], needed: 2 },
				},
			],
			rejected: [{ version: "v1.4.9", reason: "reverted: latency in production" }],
		},
	],
};

export const release: ReleaseDocument = {
	schema: "mainline.release/1",
	plan: false,
	commit: HEAD,
	models: [
		{
			name: "churn",
			outcome: "released",
			version: "v1.5.0",
			digest: DIGEST,
			image: `localhost:5000/acme/churn@${DIGEST}`,
			reason: "",
			pushed: { sent: 1_204_224, reused: 98_304_000 },
			environments: [
				{
					environment: "dev",
					outcome: "deployed",
					version: "v1.5.0",
					previous: "v1.4.2",
					reason: "",
					at: null,
					url: "http://127.0.0.1:8081",
					seconds: 1.3,
				},
				{
					environment: "prod",
					outcome: "waits",
					version: "v1.5.0",
					previous: "v1.4.2",
					reason: "0 s in dev of the 2 h asked for",
					at: null,
					url: null,
					seconds: null,
				},
			],
		},
	],
};

export const rollback: RollbackDocument = {
	schema: "mainline.rollback/1",
	plan: false,
	model: "churn",
	digest: DIGEST,
	move: {
		environment: "prod",
		outcome: "deployed",
		version: "v1.4.2",
		previous: "v1.5.0",
		reason: "",
		at: null,
		url: "http://127.0.0.1:8082",
		seconds: 2.1,
	},
	rejects: "v1.5.0",
	holds: true,
};

export const demo: DemoDocument = {
	schema: "mainline.demo/1",
	dir: "/tmp/mainline-demo",
	repository: "/tmp/mainline-demo/server/digits.git",
	registry: "oci:/tmp/mainline-demo/registry",
	steps: [
		{ name: "first training on main, released to dev and prod", seconds: 9.1, ok: true },
		{
			name: "a pull request that improves the model, merged",
			seconds: 8.2,
			ok: true,
			note: "no retraining after the merge",
		},
		{ name: "a pull request that changes a document only", seconds: 0.6, ok: true },
		{ name: "a pull request whose model is worse", seconds: 7.7, ok: true, note: "the gate says no" },
		{ name: "git revert of a model that was bad in prod", seconds: 2.2, ok: true },
	],
	retrainSeconds: 31,
	rollbackSeconds: 1.4,
	prod: { version: "v0.2.0", digest: DIGEST, url: "http://127.0.0.1:8082" },
	kept: true,
};
