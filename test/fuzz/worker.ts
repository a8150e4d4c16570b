import { parentPort, workerData } from "node:worker_threads";
import { Chance } from "./chance.ts";
import { complaintAbout, corpus, inputFrom } from "./targets.ts";

/** Reads its share of the inputs; `progress` holds the number of the one being read, for whoever watches. */
export interface Share {
	readonly seed: number;
	readonly first: number;
	readonly step: number;
	readonly count: number;
	readonly progress: SharedArrayBuffer;
}

export interface Finding {
	readonly index: number;
	readonly target: string;
	readonly text: string;
	readonly complaint: string;
}

const SLOW_MS = 1000;
const MOST_FINDINGS = 20;

const { seed, first, step, count, progress } = workerData as Share;
const now = new Int32Array(progress);
const real = corpus();
let found = 0;

for (let index = first; index < count && found < MOST_FINDINGS; index += step) {
	Atomics.store(now, 0, index);
	const input = inputFrom(new Chance(seed * 1_000_003 + index), real);
	const before = process.threadCpuUsage();
	const complaint = (await complaintAbout(input)) ?? tooSlow(process.threadCpuUsage(before));
	if (complaint === null) continue;
	found++;
	parentPort?.postMessage({ index, target: input.target.name, text: input.text, complaint } satisfies Finding);
}

/** By the thread's own time: a busy machine is no fault of the reader's. */
function tooSlow({ user, system }: { user: number; system: number }): string | null {
	const ms = (user + system) / 1000;
	return ms > SLOW_MS ? `took ${Math.round(ms)} ms` : null;
}
