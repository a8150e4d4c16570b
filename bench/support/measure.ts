import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sizes } from "./sizes.ts";

/** What one run took. Of a process also its own and the system's work for it, and the most memory it held, where that could be told. */
export interface Cost {
	readonly ms: number;
	readonly cpuMs: number | null;
	readonly peakMiB: number | null;
}

/** One side of a comparison: how it is called, and one run of it. */
export interface Side {
	readonly name: string;
	/** Before each run, not timed. */
	readonly prepare?: (round: number) => Promise<unknown>;
	/** A number is milliseconds. */
	run(round: number): Promise<Cost | number>;
}

export interface Measured {
	readonly name: string;
	/** All rounds, in milliseconds, ascending. */
	readonly times: readonly number[];
	readonly median: number;
	/** Medians; null where they could not be told. */
	readonly cpu: number | null;
	readonly peakMiB: number | null;
}

export interface Ratio {
	readonly value: number;
	/** What the number is, in words: `our time / node's`. */
	readonly is: string;
	readonly wanted: string;
	readonly reached: boolean;
}

export interface Result {
	/** Where a benchmark has several results: which this is. */
	readonly about?: string;
	readonly ours: Measured;
	readonly peer: Measured;
	readonly ratio: Ratio;
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
	/** Takes many minutes: only when asked for by name. */
	readonly long?: boolean;
	run(sizes: Sizes): Promise<Result | readonly (Result | Missing)[] | Missing>;
}

/** Both sides in turn, so that whatever else the machine does meets both. With `warm` the first round of each is not counted. */
export async function inTurn(
	ours: Side,
	peer: Side,
	rounds: number,
	warm = true,
): Promise<{ ours: Measured; peer: Measured }> {
	const [mine, theirs]: [Cost[], Cost[]] = [[], []];
	for (let round = warm ? 0 : 1; round <= rounds; round++) {
		const [a, b] = [await oneRun(ours, round), await oneRun(peer, round)];
		if (round === 0) continue;
		mine.push(a);
		theirs.push(b);
	}
	return { ours: measured(ours.name, mine), peer: measured(peer.name, theirs) };
}

async function oneRun(side: Side, round: number): Promise<Cost> {
	await side.prepare?.(round);
	return costOf(await side.run(round));
}

function costOf(cost: Cost | number): Cost {
	return typeof cost === "number" ? { ms: cost, cpuMs: null, peakMiB: null } : cost;
}

export function measured(name: string, runs: readonly (Cost | number)[]): Measured {
	const costs = runs.map(costOf);
	const times = costs.map(({ ms }) => ms).sort((a, b) => a - b);
	const of = (pick: (cost: Cost) => number | null): number | null =>
		median(costs.map(pick).filter((value) => value !== null));
	return {
		name,
		times,
		median: median(times) ?? Number.NaN,
		cpu: of(({ cpuMs }) => cpuMs),
		peakMiB: of(({ peakMiB }) => peakMiB),
	};
}

function median(values: readonly number[]): number | null {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

/** How many times faster ours is. */
export function faster({ ours, peer }: { ours: Measured; peer: Measured }, wanted: number): Ratio {
	const value = peer.median / ours.median;
	return { value, is: `${peer.name}'s time / ours`, wanted: `≥ ${wanted}`, reached: value >= wanted };
}

/** How many times longer ours takes, where a plain copy is the measure. */
export function slower({ ours, peer }: { ours: Measured; peer: Measured }, wanted: number): Ratio {
	const value = ours.median / peer.median;
	return { value, is: `our time / ${peer.name}'s`, wanted: `≤ ${wanted}`, reached: value <= wanted };
}

/** What part of the peer's memory ours needs; null where it could not be told. */
export function smaller({ ours, peer }: { ours: Measured; peer: Measured }, wanted: number): Ratio | null {
	if (ours.peakMiB === null || peer.peakMiB === null) return null;
	const value = ours.peakMiB / peer.peakMiB;
	return { value, is: `our peak memory / ${peer.name}'s`, wanted: `≤ ${wanted.toFixed(2)}`, reached: value <= wanted };
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
	return (await weighedProcess(command, args, how)).ms;
}

/** The same with what the process cost, by GNU time (Debian's package `time`) where that is here. */
export async function weighedProcess(
	command: string,
	args: readonly string[],
	how: { cwd?: string; env?: NodeJS.ProcessEnv; allowed?: readonly number[] } = {},
): Promise<Cost> {
	const notes = join(tmpdir(), `mainline-bench-${process.pid}.time`);
	const weigher = weighs() ? [GNU_TIME, "-f", "%U %S %M", "-o", notes] : [];
	const [program = command, ...rest] = [...weigher, command, ...args];
	const start = performance.now();
	const result = spawnSync(program, rest, { ...how, encoding: "utf8", maxBuffer: 1 << 28 });
	const ms = performance.now() - start;
	if (!(how.allowed ?? [0]).includes(result.status ?? -1))
		throw new Error(`${command} ${args.join(" ")}: ${result.stderr}${result.stdout}`.slice(0, 2000));
	if (weigher.length === 0) return { ms, cpuMs: null, peakMiB: null };
	const [user = 0, system = 0, peak = 0] = (readFileSync(notes, "utf8").trim().split("\n").at(-1) ?? "")
		.split(" ")
		.map(Number);
	rmSync(notes);
	return { ms, cpuMs: (user + system) * 1000, peakMiB: peak / 1024 };
}

const GNU_TIME = "/usr/bin/time";
let hasTime: boolean | null = null;

function weighs(): boolean {
	hasTime ??= spawnSync(GNU_TIME, ["-f", "%M", "true"]).status === 0;
	return hasTime;
}

export function has(program: string): boolean {
	return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
