import { readProgress, writeProgress } from "../../../claim/index.ts";
import { Failure } from "../../../kernel/index.ts";
import type { LiveRun, PlanDocument } from "../../../report/index.ts";
import { liveWords } from "../../../report/index.ts";
import type { NoteShelf, Remote } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { whileTelling } from "./pace.ts";
import { Watch } from "./watch.ts";

interface RunId {
	readonly id: number;
	readonly attempt: number;
}

/** So many notes of its progress a run leaves at most. */
const MOST_NOTES = 500;

function folderOf({ id }: RunId): string {
	return `claims/${id}/progress`;
}

/**
 * Runs in the lane that may write nothing at GitHub: how far it is stands in the log, and in small notes where this run's
 * claims wait, a new one when a stage begins or ends. Whoever trusts nobody may read them, and show them as what they are.
 */
export function runNoted<T>(
	context: FlowContext,
	{ run, remote, plan }: { readonly run: RunId; readonly remote: Remote | null; readonly plan: PlanDocument },
	work: (context: FlowContext) => Promise<T>,
): Promise<T> {
	const { clock, progress } = context;
	const watch = new Watch(clock, plan);
	const notes = remote?.notes() ?? null;
	let [count, before] = [0, ""];
	const tell = async (words: string): Promise<void> => {
		progress.say(words);
		const now = watch.now();
		const state = JSON.stringify([now.running, now.done]);
		if (notes === null || state === before || count === MOST_NOTES) return;
		const text = writeProgress({ schema: "mainline.progress/1", run, ...now });
		await notes.write(`${folderOf(run)}/${nameAt(clock.now())}`, Buffer.from(text));
		[count, before] = [count + 1, state];
	};
	const failed = (cause: unknown): void =>
		progress.say(`how far it is could not be noted: ${cause instanceof Error ? cause.message : String(cause)}`);
	return whileTelling({ clock, words: () => liveWords(plan, watch.now()), tell, failed }, () =>
		work({ ...context, progress: watch.over(progress) }),
	);
}

/** The newest is the first of the alphabet. */
function nameAt(now: Date): string {
	return `${String(10 ** 13 - now.getTime()).padStart(13, "0")}.json`;
}

/**
 * How far a run says it is; null where it says nothing, or what cannot be. Of stages that the plan does not run nothing is
 * taken over, nor a time that has not come yet.
 */
export async function claimedProgress(
	{ clock }: FlowContext,
	{ run, remote, plan }: { readonly run: RunId; readonly remote: Remote | null; readonly plan: PlanDocument },
): Promise<LiveRun | null> {
	if (remote === null) return null;
	try {
		const found = await newest(remote.notes(), run);
		if (found === null) return null;
		const { at, running, done, run: of } = readProgress(found);
		if (of.id !== run.id || of.attempt !== run.attempt) return null;
		const due = new Set(
			plan.stages.flatMap(({ action, address }) => (action === "run" || action === "maybe" ? [address] : [])),
		);
		const now = clock.now().getTime();
		const past = (time: string): boolean => Date.parse(time) <= now;
		if (!past(at)) return null;
		return {
			at,
			running: running.filter(({ address, since }) => due.has(address) && past(since)),
			done: [...new Set(done)].filter((address) => due.has(address)),
		};
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}

async function newest(notes: NoteShelf, run: RunId): Promise<Uint8Array | null> {
	const [first] = await notes.names(folderOf(run));
	return first === undefined ? null : notes.read(`${folderOf(run)}/${first}`);
}
