import type { LockEntry, Project, Stage } from "../../manifest/index.ts";
import { reusable } from "../../plan/index.ts";
import { type ObjectRef, push, type RunShelf } from "../../store/index.ts";
import type { FlowContext } from "../context.ts";
import type { Shelves } from "../remote-shelves.ts";
import { remoteOf } from "../remotes.ts";

/** A stage and the result that others are to find. */
export interface Shared {
	readonly stage: Stage;
	readonly entry: LockEntry;
}

export interface Sharing {
	readonly project: Project;
	readonly shelves: Shelves;
	/** Where the runs' records go: among everybody's, or where claims wait. Absent: among everybody's. */
	readonly runs?: RunShelf | null;
}

/**
 * Sends results to the remote, where the release and every other runner look them up by what went in: the objects first,
 * the run's record last, so that whoever finds the record finds all of it. What is there is not sent again.
 */
export async function shareResults(
	context: FlowContext,
	{ project, shelves, runs = shelves.remote }: Sharing,
	results: readonly Shared[],
): Promise<void> {
	const { remote, cache, runCache } = shelves;
	if (remote === null || runs === null || results.length === 0) return;
	for (const [name, objects] of await objectsByRemote(results, shelves)) {
		const target = name === null ? remote : await remoteOf(context, project.config, name);
		const { transferred, failed } = await push(objects, { cache, remote: target });
		if (transferred > 0) context.progress.say(`sent ${transferred} objects to ${target.name}`);
		for (const { oid, reason } of failed) context.progress.warn(`${oid} was not sent to ${target.name}: ${reason}`);
	}
	const keys = results.filter(({ stage }) => reusable(stage)).map(({ entry }) => runCache.key(entry));
	await runs.pushRuns(runCache, [...new Set(keys)]);
}

/** Of the seconds that a runner leaves between a cancellation and the end. */
const LAST_MOMENT_MS = 4000;

export interface Courier {
	/** Sends a result on, after those before it. */
	readonly take: (stage: Stage, entry: LockEntry) => void;
	/** When all is sent; of a run that was ended, what can be within moments. */
	readonly done: () => Promise<void>;
}

/** Sends results on while a run goes on. What could not be sent is tried once more by whoever sends all of them at the end. */
export function sendingOn(context: FlowContext, sharing: Sharing): Courier {
	const { clock, progress, signal } = context;
	let sent = Promise.resolve();
	let open = 0;
	const send = async (stage: Stage, entry: LockEntry): Promise<void> => {
		await shareResults(context, sharing, [{ stage, entry }]).catch((cause: unknown) => {
			progress.say(`${stage.address}: not sent yet: ${cause instanceof Error ? cause.message : String(cause)}`);
		});
		open--;
	};
	return {
		take: (stage, entry) => {
			if (stage.name === null) return;
			open++;
			sent = sent.then(() => send(stage, entry));
		},
		done: async () => {
			if (open > 0) await (signal.aborted ? Promise.race([sent, clock.sleep(LAST_MOMENT_MS)]) : sent);
		},
	};
}

/** What this machine holds of the results, by the remote that the output names (null: the default one). */
async function objectsByRemote(
	results: readonly Shared[],
	{ cache }: Shelves,
): Promise<Map<string | null, ObjectRef[]>> {
	const groups = new Map<string | null, ObjectRef[]>();
	for (const { stage, entry } of results) {
		for (const { path, oid, hash } of entry.outs) {
			const out = stage.outs.find((each) => each.path === path);
			if (oid === null || out === undefined || !out.push) continue;
			if ((await cache.missingBelow(oid, hash)).length > 0) continue;
			groups.set(out.remote, [...(groups.get(out.remote) ?? []), { oid, hash }]);
		}
	}
	return groups;
}
