import type { BoardDocument, BoardEnvironment, BoardModel, TimelineEntry } from "../../../src/report/index.ts";

export const NOW = "2026-11-28T12:00:00.000Z";
const DIGEST = "sha256:4f2c1e9ab03d5e6f718293a4b5c6d7e8f9012345678aabbccddeeff001122334";
const COMMIT = "d4e5f6a7b8c90d1e2f3a4b5c6d7e8f9012345678";

const held: BoardEnvironment = {
	name: "prod",
	version: "v1.4.2",
	digest: DIGEST,
	image: `ghcr.io/acme/churn@${DIGEST}`,
	since: "2026-11-03T09:30:00.000Z",
	hold: 'v1.5.0 was reverted by 1a2b3c4 "Revert “More epochs”"',
	commit: COMMIT,
	subject: "Merge pull request #118 from acme/wider",
	pull: 118,
	by: "ann",
	reason: null,
	after: "dev",
	auto: false,
	metrics: metrics(0.921),
	rollback: {
		version: "v1.4.1",
		inRegistry: null,
		rehearsed: { at: "2026-11-26T03:00:00.000Z", ok: true, says: "" },
	},
	failed: { version: "v1.5.1", at: "2026-11-27T08:00:00.000Z", reason: "it answers 503" },
	frozen: { until: "2026-11-30T08:00:00.000Z", words: "Mon, 30 Nov 2026, 08:00 (UTC)", reason: "the fair" },
	approvals: { version: "v1.5.1", by: ["carol"], needed: 2 },
};

const soaking: BoardEnvironment = {
	name: "dev",
	version: "v1.5.1",
	digest: DIGEST,
	image: `ghcr.io/acme/churn@${DIGEST}`,
	since: "2026-11-28T10:42:00.000Z",
	hold: null,
	commit: COMMIT,
	subject: "More epochs (#131)",
	pull: 131,
	by: "github-actions",
	reason: null,
	soakSeconds: 7200,
	soaking: { since: "2026-11-28T10:42:00.000Z", broken: "connection refused" },
	metrics: metrics(0.934),
	waived: ["latency_p95 63, by bob until 2026-12-31: the new nodes are slower"],
	rollback: {
		version: "v1.4.2",
		inRegistry: null,
		rehearsed: { at: "2026-11-21T03:00:00.000Z", ok: false, says: "its image is gone from the registry" },
	},
};

function metrics(accuracy: number): BoardEnvironment["metrics"] {
	const gated = [
		{ file: "metrics.json", name: "accuracy", value: accuracy, gated: true },
		{ file: "metrics.json", name: "latency_p95_ms", value: 41n, gated: true },
	];
	const others = ["loss", "recall", "rows", "size_mb"].map((name, i) => ({
		file: "metrics.json",
		name,
		value: 0.12 + i,
		gated: false,
	}));
	return [...gated, ...others];
}

function happened(kind: TimelineEntry["kind"], more: Partial<TimelineEntry>): TimelineEntry {
	const about = { environment: "prod", version: "v1.4.2", from: null, by: "ann", reason: null, tag: "churn#prod#7" };
	return { at: "2026-11-03T09:30:00.000Z", kind, ...about, ...more };
}

const TIMELINE: readonly TimelineEntry[] = [
	happened("promoted", { at: "2026-11-28T10:42:00.000Z", environment: "dev", version: "v1.5.1", from: "v1.5.0" }),
	happened("released", { at: "2026-11-28T10:41:00.000Z", environment: null, version: "v1.5.1" }),
	happened("reverted", { from: "v1.5.0", reason: 'v1.5.0 was reverted by 1a2b3c4 "Revert “More epochs”"' }),
	happened("held", { at: "2026-11-02T08:00:00.000Z", reason: "the fair is on" }),
	happened("rolled-back", { at: "2026-10-20T22:10:00.000Z", version: "v1.4.0", from: "v1.4.1", reason: "latency" }),
];

const churn: BoardModel = {
	name: "churn",
	latest: "v1.5.1",
	rejected: [{ version: "v1.5.0", reason: 'v1.5.0 was reverted by 1a2b3c4 "Revert “More epochs”"' }],
	environments: [soaking, held],
	timeline: TIMELINE,
};

/** One model in two environments. */
export const smallBoard: BoardDocument = {
	schema: "mainline.board/1",
	at: NOW,
	repository: { name: "acme/churn", url: "https://github.com/acme/churn" },
	models: [churn],
	file: null,
};

/** Twelve models in four environments, with names as long as people make them. */
export const largeBoard: BoardDocument = {
	...smallBoard,
	models: Array.from({ length: 12 }, (_, i) => ({
		...churn,
		name: i % 3 === 0 ? `services/recommendations/eu-central-1:candidate-ranking-two-tower-${i}` : `model-${i}`,
		rejected: i % 4 === 0 ? (churn.rejected ?? []) : [],
		environments: [
			soaking,
			{ ...held, name: "staging/eu-central-1-canary-for-large-customers", hold: null },
			held,
			{ ...held, name: "edge", version: null, digest: null, since: null, hold: null, rollback: null, metrics: null },
		],
	})),
};

/** Every text is the given one. */
export function boardOf(text: string): BoardDocument {
	const environment = {
		...held,
		name: text,
		version: text,
		digest: text,
		image: `${text}x`,
		since: text,
		hold: text,
		commit: text,
		subject: text,
		by: text,
		reason: text,
		after: text,
		waived: [text],
		metrics: [{ file: text, name: text, value: text, gated: true }],
		rollback: { version: text, inRegistry: false, rehearsed: { at: text, ok: false, says: text } },
		soakSeconds: 60,
		soaking: { since: null, broken: text },
		failed: { version: text, at: text, reason: text },
		frozen: { until: text, words: text, reason: text },
		approvals: { version: text, by: [text], needed: 2 },
	};
	const entry = happened("promoted", {
		at: text,
		environment: text,
		version: text,
		from: `${text} `,
		by: text,
		reason: text,
	});
	const model = { name: text, latest: text, rejected: [{ version: text, reason: text }] };
	return {
		...smallBoard,
		repository: { name: text, url: `javascript:${text}` },
		models: [
			{ ...model, environments: [environment], timeline: [entry] },
			{ ...model, environments: [environment], timeline: [entry] },
		],
	};
}

/** The same, where every way back was only looked at. */
export function onlyLookedAt(board: BoardDocument): BoardDocument {
	const says = "it was not started: prod is deployed by `kubernetes`, which would touch what runs";
	const looked = { at: "2026-11-26T03:00:00.000Z", ok: true, started: false, says };
	const models = board.models.map((model) => ({
		...model,
		environments: model.environments.map((environment) => {
			const { rollback } = environment;
			return rollback == null ? environment : { ...environment, rollback: { ...rollback, rehearsed: looked } };
		}),
	}));
	return { ...board, models };
}
