import { spawnSync } from "node:child_process";

/** One side of a comparison: how it is called, and one run of it; `run` gives what it took, in milliseconds. */
export interface Side {
	readonly name: string;
	run(round: number): Promise<number>;
}

export interface Measured {
	readonly name: string;
	/** All rounds, in milliseconds, ascending. */
	readonly times: readonly number[];
	readonly median: number;
}

export interface Result {
	readonly ours: Measured;
	readonly peer: Measured;
	/** What the number is, in words: `our time / node's`. */
	readonly ratio: { readonly value: number; readonly is: string; readonly wanted: string; readonly reached: boolean };
	readonly note: string | null;
}

/** A comparison that cannot be made here, and why. */
export interface Missing {
	readonly missing: string;
}

export interface Benchmark {
	readonly name: string;
	/** What is compared, as a sentence part. */
	readonly about: string;
	run(): Promise<Result | Missing>;
}

/** Both sides in turn, so that whatever else the machine does meets both; the first round of each is not counted. */
export async function inTurn(ours: Side, peer: Side, rounds: number): Promise<{ ours: Measured; peer: Measured }> {
	const [mine, theirs]: [number[], number[]] = [[], []];
	for (let round = 0; round <= rounds; round++) {
		const [a, b] = [await ours.run(round), await peer.run(round)];
		if (round === 0) continue;
		mine.push(a);
		theirs.push(b);
	}
	return { ours: measured(ours.name, mine), peer: measured(peer.name, theirs) };
}

export function measured(name: string, times: readonly number[]): Measured {
	const sorted = [...times].sort((a, b) => a - b);
	return { name, times: sorted, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Time of a whole process; an error that is not allowed for ends the benchmark with what it said. */
export async function timedProcess(
	command: string,
	args: readonly string[],
	how: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
	const start = performance.now();
	const result = spawnSync(command, args, { ...how, encoding: "utf8", maxBuffer: 1 << 28 });
	const took = performance.now() - start;
	if (result.status !== 0)
		throw new Error(`${command} ${args.join(" ")}: ${result.stderr}${result.stdout}`.slice(0, 2000));
	return took;
}

export function has(program: string): boolean {
	return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
