import {
	check,
	decodeUtf8,
	expectString,
	listOf,
	mismatch,
	oneOf,
	parseJson,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import { CLAIM_LIMITS } from "./model.ts";
import { natural, text } from "./read.ts";

/** What a run of a pull request says of how far it is: for readers, and believed for nothing else. */
export interface ClaimedProgress {
	readonly schema: "mainline.progress/1";
	readonly run: { readonly id: number; readonly attempt: number };
	/** When it was said, ISO 8601. */
	readonly at: string;
	readonly running: readonly { readonly address: string; readonly since: string }[];
	/** Addresses of stages that are over, whatever came of them. */
	readonly done: readonly string[];
}

const MOST_RUNNING = 1000;

const time: Rule<string> = refine(expectString, (value, node, report) =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value))
		? value
		: mismatch(node, report, "a time in UTC"),
);

const address = text(CLAIM_LIMITS.address);

function atMost<T>(most: number, rule: Rule<readonly T[]>): Rule<readonly T[]> {
	return refine(rule, (items, node, report) =>
		items.length <= most ? items : mismatch(node, report, `a list of at most ${most}`),
	);
}

const root = record("the progress", {
	schema: required(oneOf("mainline.progress/1")),
	run: required(record("the run", { id: required(natural), attempt: required(natural) })),
	at: required(time),
	running: required(
		atMost(MOST_RUNNING, listOf(record("a running stage", { address: required(address), since: required(time) }))),
	),
	done: required(atMost(CLAIM_LIMITS.stages, listOf(address))),
});

/** Failure `claim-invalid` for what is of another shape. */
export function readProgress(bytes: Uint8Array): ClaimedProgress {
	const file = "the run's progress";
	const { schema, run, at, running, done } = check(parseJson(decodeUtf8(bytes, file), file), root, "claim-invalid");
	return {
		schema,
		run: { id: run.id, attempt: run.attempt },
		at,
		running: running.map(({ address, since }) => ({ address, since })),
		done,
	};
}

export function writeProgress(progress: ClaimedProgress): string {
	return `${JSON.stringify({ ...progress, running: progress.running.slice(0, MOST_RUNNING) })}\n`;
}
