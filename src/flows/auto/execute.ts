import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { joinPath, parentOf } from "../../kernel/index.ts";
import { updateLock } from "../../manifest/index.ts";
import type { RunDocument } from "../../report/index.ts";
import type { RunShelf } from "../../store/index.ts";
import type { FlowContext } from "../context.ts";
import type { Review } from "../report/review.ts";
import { movedStages } from "../report/truth.ts";
import { run } from "../run.ts";
import { openWorkspace } from "../workspace.ts";
import { type Shared, sendingOn, shareResults } from "./share.ts";

export interface Executed {
	readonly document: RunDocument;
	readonly results: readonly Shared[];
}

export interface ExecuteOrder {
	/** Where the runs' records go. Absent: among everybody's. */
	readonly runs?: RunShelf | null;
	/** Where jobs beside this one leave theirs: what is there is not run again. */
	readonly beside?: RunShelf | null;
	/** Only these, by address, and what they need; empty: all. */
	readonly stages?: readonly string[];
}

/**
 * Runs what a review found stale and sends each result on as soon as it is there, so that a run that is ended leaves what it had
 * finished, here and at the remote.
 */
export async function executeReview(
	context: FlowContext,
	review: Review,
	{ runs = review.shelves.remote, beside = null, stages = [] }: ExecuteOrder = {},
): Promise<Executed> {
	await writeTrueLocks(review);
	const sharing = { project: review.project, shelves: review.shelves, runs };
	const courier = sendingOn(context, sharing);
	const { document } = await run(context, {
		targets: stages,
		allPipelines: stages.length === 0,
		recorded: courier.take,
		force: false,
		forceDownstream: false,
		noRunCache: false,
		noCommit: false,
		keepGoing: false,
		pull: review.shelves.remote !== null,
		beside,
		dry: false,
		jobs: null,
	});
	await courier.done();
	context.signal.throwIfAborted();
	const results = await resultsOf(context, document);
	await shareResults(context, sharing, results);
	return { document, results };
}

/** Sends on what is known without a run: an earlier one may have been killed before it did. */
export async function shareKnown(
	context: FlowContext,
	review: Review,
	runs: RunShelf | null = review.shelves.remote,
): Promise<void> {
	await shareResults(context, { project: review.project, shelves: review.shelves, runs }, knownResults(review));
}

/** Results that a review found in the run cache, not in a lock. */
export function knownResults({ plan }: Pick<Review, "plan">): Shared[] {
	return plan.stages.flatMap(({ stage, result, source }) =>
		result === null || source !== "run-cache" ? [] : [{ stage, entry: result }],
	);
}

/** What the stages of a run that are done have made, as their locks say now. */
async function resultsOf(context: FlowContext, document: RunDocument): Promise<Shared[]> {
	const { project, git } = await openWorkspace(context);
	git?.close();
	const done = new Set(
		document.stages
			.filter(({ outcome }) => outcome !== "failed" && outcome !== "skipped")
			.map(({ address }) => address),
	);
	return project.stages.flatMap((stage) =>
		stage.name !== null && stage.lock !== null && done.has(stage.address) ? [{ stage, entry: stage.lock }] : [],
	);
}

/** The run reads dvc.lock from disk: the base's true results are written there, where the change left them alone. */
async function writeTrueLocks({ workspace, project }: Review): Promise<void> {
	const texts = new Map<string, string | null>();
	for (const { file, name, lock } of movedStages(workspace.project, project)) {
		if (name === null || lock === null) continue;
		const path = join(workspace.root, joinPath(parentOf(file), "dvc.lock"));
		if (!texts.has(path)) texts.set(path, await readFile(path, "utf8").catch(() => null));
		texts.set(path, updateLock(texts.get(path) ?? null, name, lock));
	}
	for (const [path, text] of texts) {
		if (text === null) continue;
		const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
		await writeFile(temporary, text);
		await rename(temporary, path);
	}
}
