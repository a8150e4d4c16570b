/** How long a stage took once. */
export interface TimeSample {
	/** When it was noted, in seconds since 1970. */
	readonly at: number;
	readonly seconds: number;
	/** GitHub's id of the workflow run; 0 where there is none. */
	readonly run: number;
}

/** Address → its last runs, the latest last. Only ever a hint: whoever ran a stage says how long it took. */
export type StageTimes = ReadonlyMap<string, readonly TimeSample[]>;

const KEPT = 5;
const MOST_STAGES = 2000;
const LONGEST_ADDRESS = 500;
/** GitHub ends a run after 35 days. */
const LONGEST_SECONDS = 35 * 86_400;
const MOST_BYTES = 256 * 1024;

/** Reads what `writeStageTimes` wrote. What is damaged, or beyond what can be, is passed over. */
export function parseStageTimes(text: string): StageTimes {
	const found = new Map<string, readonly TimeSample[]>();
	for (const [address, samples] of entriesOf(parsed(text)).slice(0, MOST_STAGES)) {
		if (address.length > LONGEST_ADDRESS || !Array.isArray(samples)) continue;
		const read = samples.slice(0, KEPT).flatMap((sample: unknown) => sampleOf(sample));
		if (read.length > 0) found.set(address, read);
	}
	return found;
}

/** The stages that were timed last stay, where there are too many for one small text. */
export function writeStageTimes(times: StageTimes): string {
	const newest = [...times].toSorted(([, a], [, b]) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0));
	const kept: string[] = [];
	let size = 0;
	for (const [address, samples] of newest.slice(0, MOST_STAGES)) {
		if (address.length > LONGEST_ADDRESS) continue;
		const line = `${JSON.stringify(address)}: ${JSON.stringify(samples.map(({ at, seconds, run }) => [at, seconds, run]))}`;
		size += Buffer.byteLength(line) + 2;
		if (size > MOST_BYTES) break;
		kept.push(line);
	}
	return `{"schema": "mainline.timings/1", "stages": {\n${kept.join(",\n")}\n}}\n`;
}

/** What several runs wrote side by side, as one. */
export function mergeStageTimes(all: readonly StageTimes[]): StageTimes {
	const merged = new Map<string, readonly TimeSample[]>();
	for (const times of all) {
		for (const [address, samples] of times) {
			const each = [...(merged.get(address) ?? []), ...samples];
			const distinct = new Map(each.map((sample) => [`${sample.at} ${sample.run} ${sample.seconds}`, sample]));
			merged.set(address, [...distinct.values()].toSorted((a, b) => a.at - b.at).slice(-KEPT));
		}
	}
	return merged;
}

/** Whether a time can be one. */
export function isPlausible(seconds: number): boolean {
	return Number.isFinite(seconds) && seconds >= 0 && seconds <= LONGEST_SECONDS;
}

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null && "stages" in value ? value.stages : null;
	} catch {
		return null;
	}
}

function entriesOf(value: unknown): [string, unknown][] {
	return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function sampleOf(value: unknown): TimeSample[] {
	if (!Array.isArray(value)) return [];
	const [at, seconds, run]: unknown[] = value;
	if (typeof at !== "number" || typeof seconds !== "number" || typeof run !== "number") return [];
	const whole = Number.isSafeInteger(at) && at >= 0 && Number.isSafeInteger(run) && run >= 0;
	return whole && isPlausible(seconds) ? [{ at, seconds, run }] : [];
}
