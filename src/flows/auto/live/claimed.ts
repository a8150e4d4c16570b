import { createHash } from "node:crypto";
import { CLAIM_LIMITS, type ClaimedProgress, readProgress, writeProgress } from "../../../claim/index.ts";
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

/** So many notes of its progress a job leaves at most. */
const MOST_NOTES = 500;
/** So many jobs of a run are listened to. */
const MOST_JOBS = CLAIM_LIMITS.reports.count;

function folderOf({ id }: RunId): string {
	return `claims/${id}/progress`;
}

/** Whose progress is noted. */
interface Noted {
	readonly run: RunId;
	/** The job's share, where several jobs run side by side: each tells of its own. */
	readonly share?: readonly string[];
	readonly remote: Remote | null;
	readonly plan: PlanDocument;
}

/**
 * Runs in the lane that may write nothing at GitHub: how far it is stands in the log, and in small notes where this run's
 * claims wait, a new one when a stage begins or ends. Whoever trusts nobody may read them, and show them as what they are.
 */
export async function runNoted<T>(
	context: FlowContext,
	{ run, share = [], remote, plan }: Noted,
	work: (context: FlowContext) => Promise<T>,
): Promise<T> {
	const { clock, progress, signal } = context;
	const watch = new Watch(clock, plan);
	const notes = remote?.notes() ?? null;
	let [count, before] = [0, ""];
	const note = async (now = watch.now()): Promise<void> => {
		const state = JSON.stringify([now.running, now.done]);
		if (notes === null || state === before || count === MOST_NOTES) return;
		const text = writeProgress({ schema: "mainline.progress/1", run, ...now });
		await notes.write(`${folderOf(run)}/${nameAt(clock.now(), share)}`, Buffer.from(text));
		[count, before] = [count + 1, state];
	};
	const tell = (words: string): Promise<void> => {
		progress.say(words);
		return note();
	};
	const failed = (cause: unknown): void =>
		progress.say(`how far it is could not be noted: ${cause instanceof Error ? cause.message : String(cause)}`);
	try {
		return await whileTelling({ clock, words: () => liveWords(plan, watch.now()), tell, failed }, () =>
			work({ ...context, progress: watch.over(progress) }),
		);
	} finally {
		// other jobs of the run may go on for hours: what this one told last must not stand for as long
		if (count > 0 && !signal.aborted) await note({ ...watch.now(), running: [] }).catch(failed);
	}
}

/** The newest is the first of the alphabet. Jobs beside each other have names that end differently. */
function nameAt(now: Date, share: readonly string[]): string {
	const job = share.length === 0 ? "" : `-${createHash("sha256").update(share.join("\n")).digest("hex").slice(0, 8)}`;
	return `${String(10 ** 13 - now.getTime()).padStart(13, "0")}${job}.json`;
}

/**
 * How far a run says it is, all its jobs together; null where it says nothing, or what cannot be. Of stages that the plan does
 * not run nothing is taken over, nor a time that has not come yet.
 */
export async function claimedProgress(
	{ clock }: FlowContext,
	{ run, remote, plan }: Omit<Noted, "share">,
): Promise<LiveRun | null> {
	if (remote === null) return null;
	try {
		const due = new Set(
			plan.stages.flatMap(({ action, address }) => (action === "run" || action === "maybe" ? [address] : [])),
		);
		const now = clock.now().getTime();
		const past = (time: string): boolean => Date.parse(time) <= now;
		const told = (await newestOfEach(remote.notes(), run)).filter(
			({ run: of, at }) => of.id === run.id && of.attempt === run.attempt && past(at),
		);
		const [last] = told.map(({ at }) => at).toSorted((a, b) => Date.parse(b) - Date.parse(a));
		if (last === undefined) return null;
		const running = told.flatMap((each) => each.running);
		return {
			at: last,
			running: distinct(running.filter(({ address, since }) => due.has(address) && past(since))),
			done: [...new Set(told.flatMap(({ done }) => done))].filter((address) => due.has(address)),
		};
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}

function distinct<T extends { readonly address: string }>(rows: readonly T[]): T[] {
	return [...new Map(rows.map((row) => [row.address, row])).values()];
}

/** What each job told last. */
async function newestOfEach(notes: NoteShelf, run: RunId): Promise<ClaimedProgress[]> {
	const newest = new Map<string, string>();
	for (const name of await notes.names(folderOf(run))) {
		const job = name.replace(/^\d+/, "");
		if (!newest.has(job) && newest.size < MOST_JOBS) newest.set(job, name);
	}
	const texts = await Promise.all([...newest.values()].map((name) => notes.read(`${folderOf(run)}/${name}`)));
	return texts.flatMap((text) => (text === null ? [] : readable(text)));
}

/** Nonsense of one job hides nothing of the others. */
function readable(text: Uint8Array): ClaimedProgress[] {
	try {
		return [readProgress(text)];
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return [];
	}
}
