import { badInput } from "../kernel/index.ts";
import {
	check,
	decodeUtf8,
	expectInteger,
	expectNumber,
	expectString,
	listOf,
	mismatch,
	type Node,
	nullable,
	oneOf,
	optional,
	parseJson,
	type RecordOf,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import {
	CLAIM_LIMITS,
	type Claim,
	type ClaimedGolden,
	type ClaimedResult,
	type ClaimedStage,
	projectOf,
} from "./model.ts";

/** What a claim is called where it is spoken of. */
const FILE = "the run's report";

const digest: Rule<string> = hex(/^[0-9a-f]{64}$/, "64 hex digits");
const commit: Rule<string> = hex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "a full commit id");

export const natural: Rule<number> = refine(expectInteger, (value, node, report) =>
	value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)
		? Number(value)
		: mismatch(node, report, "a whole number from 0 on"),
);

const code: Rule<number> = refine(expectInteger, (value, node, report) =>
	value >= -255n && value <= 2n ** 32n ? Number(value) : mismatch(node, report, "an exit code"),
);

const seconds: Rule<number> = refine(expectNumber, (value, node, report) =>
	Number.isFinite(value) && value >= 0 ? value : mismatch(node, report, "seconds from 0 on"),
);

const result = record("a result", { key: required(digest), value: required(digest) });

const stageFields = {
	project: optional(text(CLAIM_LIMITS.address)),
	address: required(text(CLAIM_LIMITS.address)),
	outcome: required(oneOf("executed", "restored", "failed", "skipped")),
	seconds: required(seconds),
	result: required(nullable(result)),
	attempts: optional(natural),
	message: optional(text(CLAIM_LIMITS.message)),
	exitCode: optional(code),
	tail: optional(text(CLAIM_LIMITS.tail)),
	after: optional(text(CLAIM_LIMITS.address)),
};

const stages: Rule<readonly ClaimedStage[]> = refine(
	listOf(refine(record("a stage of the report", stageFields), (read) => stageOf(read))),
	(read, node, report) => distinct(read, node, report),
);

const { golden: GOLDEN } = CLAIM_LIMITS;

const answer = record("an answer of the report", {
	file: required(text(CLAIM_LIMITS.address)),
	differences: required(atMost(GOLDEN.differences, listOf(text(GOLDEN.text)))),
	milliseconds: required(nullable(seconds)),
});

const goldenFields = {
	project: optional(text(CLAIM_LIMITS.address)),
	model: required(text(CLAIM_LIMITS.address)),
	asked: required(atMost(GOLDEN.asked, listOf(answer))),
	notAsked: required(nullable(text(GOLDEN.text))),
};

const golden: Rule<readonly ClaimedGolden[]> = atMost(
	GOLDEN.models,
	listOf(refine(record("golden requests of the report", goldenFields), (read) => goldenOf(read))),
);

const root = record("the report", {
	schema: required(oneOf("mainline.claim/1")),
	run: required(record("the run", { id: required(natural), attempt: required(natural) })),
	head: required(commit),
	base: required(commit),
	stages: required(stages),
	golden: optional(golden),
});

/**
 * Reads what a run of a pull request says it did. Whoever wrote it may mean harm: everything beyond its limits, or of
 * another shape, is a Failure `claim-invalid`.
 */
export function readClaim(bytes: Uint8Array): Claim {
	if (bytes.length > CLAIM_LIMITS.bytes) {
		throw badInput("claim-invalid", `${FILE} is too long`, {
			found: `${bytes.length} bytes`,
			expected: `at most ${CLAIM_LIMITS.bytes}`,
		});
	}
	const read = check(parseJson(decodeUtf8(bytes, FILE), FILE), root, "claim-invalid");
	const { schema, run, head, base, stages, golden } = read;
	const told = golden === null ? {} : { golden };
	return { schema, run: { id: run.id, attempt: run.attempt }, head, base, stages, ...told };
}

/** As it is left for the trusted job: texts cut to their limits. */
export function writeClaim(claim: Claim): string {
	const stages = claim.stages.slice(0, CLAIM_LIMITS.stages).map((stage) => ({
		...stage,
		...(stage.message === undefined ? {} : { message: start(stage.message, CLAIM_LIMITS.message) }),
		...(stage.tail === undefined ? {} : { tail: stage.tail.slice(-CLAIM_LIMITS.tail).toWellFormed() }),
	}));
	const golden = claim.golden === undefined ? {} : { golden: claim.golden.slice(0, GOLDEN.models).map(shortened) };
	return `${JSON.stringify({ ...claim, stages, ...golden }, null, 1)}\n`;
}

function shortened({ asked, notAsked, ...about }: ClaimedGolden): ClaimedGolden {
	const answers = asked.slice(0, GOLDEN.asked).map((each) => ({
		...each,
		differences: each.differences.slice(0, GOLDEN.differences).map((text) => start(text, GOLDEN.text)),
	}));
	return { ...about, asked: answers, notAsked: notAsked === null ? null : start(notAsked, GOLDEN.text) };
}

function start(text: string, most: number): string {
	return text.slice(0, most).toWellFormed();
}

function hex(pattern: RegExp, what: string): Rule<string> {
	return refine(expectString, (value, node, report) => (pattern.test(value) ? value : mismatch(node, report, what)));
}

export function text(most: number): Rule<string> {
	return refine(expectString, (value, node, report) =>
		value.length <= most ? value : report.add(node.at, `a text is longer than ${most} letters`, { expected: "less" }),
	);
}

function atMost<T>(most: number, list: Rule<readonly T[]>): Rule<readonly T[]> {
	return refine(list, (read, node, report) =>
		read.length <= most ? read : report.add(node.at, `a list is longer than ${most}`, { expected: "less" }),
	);
}

function stageOf(read: RecordOf<typeof stageFields>): ClaimedStage {
	const { project, address, outcome, seconds, result, attempts, message, exitCode, tail, after } = read;
	return {
		...(project === null ? {} : { project }),
		address,
		outcome,
		seconds,
		result: result === null ? null : resultOf(result),
		...(attempts === null ? {} : { attempts }),
		...(message === null ? {} : { message }),
		...(exitCode === null ? {} : { exitCode }),
		...(tail === null ? {} : { tail }),
		...(after === null ? {} : { after }),
	};
}

function goldenOf({ project, model, asked, notAsked }: RecordOf<typeof goldenFields>): ClaimedGolden {
	const answers = asked.map(({ file, differences, milliseconds }) => ({ file, differences, milliseconds }));
	return { ...(project === null ? {} : { project }), model, asked: answers, notAsked };
}

function resultOf({ key, value }: ClaimedResult): ClaimedResult {
	return { key, value };
}

function distinct(read: readonly ClaimedStage[], node: Node, report: Report): readonly ClaimedStage[] | undefined {
	const names = new Set(read.map((stage) => JSON.stringify([projectOf(stage), stage.address])));
	if (names.size === read.length && read.length <= CLAIM_LIMITS.stages) return read;
	return mismatch(node, report, `each stage once, at most ${CLAIM_LIMITS.stages}`);
}
