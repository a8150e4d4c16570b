import { createHash } from "node:crypto";
import { Failure } from "../../kernel/index.ts";
import { isPlausible, mergeStageTimes, parseStageTimes, type StageTimes, writeStageTimes } from "../../plan/index.ts";
import type { RunDocument } from "../../report/index.ts";
import type { NoteShelf } from "../../store/index.ts";
import type { FlowContext } from "../context.ts";
import type { Shelves } from "../remote-shelves.ts";
import type { Workspace } from "../workspace.ts";

/** So many months back are looked through, each by one request, until one has something. */
const MONTHS = 3;
/** Jobs that ended at the same moment did not see each other's notes: the newest few together know of all. */
const READ = 3;

const NOTHING: StageTimes = new Map();

/** A project's place among the notes of its remote. */
interface Place {
	readonly notes: NoteShelf;
	readonly project: string;
}

/**
 * How long this repository's stages took, as the jobs that ran them noted at the remote: a machine that only plans has
 * no memory of its own. Each note holds what the ones before it said, so that one or two requests tell all. A remote that
 * does not answer is no fault: then nothing is expected. What one run took (`besides`) does not count among what came before it.
 */
export async function sharedTimes(
	context: FlowContext,
	{ workspace, shelves, besides = null }: { workspace: Workspace; shelves: Shelves; besides?: number | null },
): Promise<StageTimes> {
	return quietly(context, "were not asked for", NOTHING, async () => {
		const place = await placeOf(workspace, shelves);
		if (place === null) return NOTHING;
		const { times } = await newest(place, context.clock.now());
		const before = [...times].map(
			([address, samples]) => [address, samples.filter(({ run }) => run === 0 || run !== besides)] as const,
		);
		return new Map(before.filter(([, samples]) => samples.length > 0));
	});
}

export interface Ran {
	/** GitHub's ids; 0 outside of it. */
	readonly run: { readonly id: number; readonly attempt: number };
	readonly stages: RunDocument["stages"];
}

/** Notes how long a run's stages took, once for each run. */
export async function shareTimes(
	context: FlowContext,
	{ workspace, shelves }: { readonly workspace: Workspace; readonly shelves: Shelves },
	{ run, stages }: Ran,
): Promise<void> {
	const timed = stages.filter(({ outcome, seconds }) => outcome === "executed" && isPlausible(seconds));
	if (timed.length === 0) return;
	await quietly(context, "were not kept", undefined, async () => {
		const place = await placeOf(workspace, shelves);
		if (place === null) return;
		const now = context.clock.now();
		const { times, names } = await newest(place, now);
		const ending = `-${run.id}-${run.attempt}.json`;
		if (run.id > 0 && names.some((name) => name.endsWith(ending))) return;
		const at = Math.floor(now.getTime() / 1000);
		const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
		const own = new Map(timed.map((row) => [row.address, [{ at, seconds: round(row.seconds), run: run.id }]]));
		const text = writeStageTimes(mergeStageTimes([times, own]));
		// the newest name is the first of the alphabet
		const name = `${String(10 ** 13 - now.getTime()).padStart(13, "0")}${ending}`;
		await place.notes.write(`${folderOf(place, now, 0)}/${name}`, Buffer.from(text));
	});
}

async function newest(
	place: Place,
	now: Date,
): Promise<{ readonly times: StageTimes; readonly names: readonly string[] }> {
	for (let back = 0; back < MONTHS; back++) {
		const folder = folderOf(place, now, back);
		const names = await place.notes.names(folder);
		if (names.length === 0) continue;
		const read = await Promise.all(names.slice(0, READ).map((name) => place.notes.read(`${folder}/${name}`)));
		const texts = read.flatMap((bytes) => (bytes === null ? [] : new TextDecoder().decode(bytes)));
		return { times: mergeStageTimes(texts.map(parseStageTimes)), names };
	}
	return { times: NOTHING, names: [] };
}

function folderOf({ project }: Place, now: Date, monthsBack: number): string {
	const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBack, 1));
	return `timings/${project}/${month.toISOString().slice(0, 7)}`;
}

/** Several repositories may share a remote: a stage is known by its repository's name, too. Null where that is not known. */
async function placeOf({ git, below }: Workspace, { remote }: Shelves): Promise<Place | null> {
	const url = remote === null ? null : ((await git?.remoteUrl("origin")) ?? null);
	if (remote === null || url === null) return null;
	const repository = url
		.replace(/\/+$/, "")
		.replace(/\.git$/, "")
		.split(/[/:]/)
		.slice(-2)
		.join("/")
		.toLowerCase();
	const project = createHash("sha256").update(`${repository}\n${below}`).digest("hex").slice(0, 16);
	return { notes: remote.notes(), project };
}

/** Times are hints: that one cannot be had or kept is said, and stops nothing. */
async function quietly<T>({ progress }: FlowContext, what: string, otherwise: T, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		progress.say(`how long stages took ${what}: ${failure.message}`);
		return otherwise;
	}
}
