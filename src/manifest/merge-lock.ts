import { isMapping, type Key, type Mapping, type Value } from "../kernel/index.ts";
import { emitYaml, parseYaml, rewriteYaml, toValue } from "../source/index.ts";
import { at, keysOf, type Sides, threeWay } from "./three-way.ts";

export interface LockMerge {
	/** The whole file; conflicts stand in it between markers, as git writes them. */
	readonly text: string;
	/** Stages whose entry is theirs now, or that they took out. */
	readonly taken: readonly string[];
	/** Stages that both sides changed. */
	readonly conflicts: readonly string[];
}

const EMPTY: Mapping = new Map();

/**
 * A dvc.lock merged stage by stage: an entry is whole, so two sides conflict only where they changed the same stage. Null for
 * texts that cannot be merged so: not a lock, or other parts than the stages differ on both sides.
 */
export function mergeLocks(texts: Sides<string>, markerSize = 7): LockMerge | null {
	const files = mapped(texts, mappingIn);
	if (files === null) return null;
	const stages = mapped(files, ({ whole }) => stagesIn(whole));
	if (stages === null) return null;
	const rest = mergedRest({ base: files.base.whole, ours: files.ours.whole, theirs: files.theirs.whole });
	if (rest === null) return null;
	const taken: string[] = [];
	const conflicts: string[] = [];
	const merged = new Map<Key, Value>();
	for (const key of keysOf(stages)) {
		const sides = at(stages, key);
		const result = threeWay(sides);
		const value = result.kind === "merged" ? result.value : (sides.ours ?? sides.theirs);
		if (value !== undefined) merged.set(key, value);
		if (result.kind === "conflict") conflicts.push(String(key));
		else if (result.value !== sides.ours) taken.push(String(key));
	}
	const text = textOf(texts, rest.set("stages", merged));
	return { text: marked(text, { stages, conflicts, markerSize }), taken, conflicts };
}

/** Keeps what people wrote beside our side; a side that had no lock yet is in DVC's own hand. */
function textOf({ ours }: Sides<string>, value: Mapping): string {
	return ours.trim() === "" ? emitYaml(value) : rewriteYaml(ours, value);
}

function mergedRest(files: Sides<Mapping>): Map<Key, Value> | null {
	const rest = new Map<Key, Value>();
	for (const key of keysOf(files)) {
		const result = key === "stages" ? null : threeWay(at(files, key));
		if (result?.kind === "conflict") return null;
		const value = key === "stages" ? EMPTY : result?.value;
		if (value !== undefined) rest.set(key, value);
	}
	return rest;
}

interface Conflicts {
	readonly stages: Sides<Mapping>;
	readonly conflicts: readonly string[];
	readonly markerSize: number;
}

/** The lines of each conflicting stage between git's markers, with theirs below ours; from the end, so that places stay true. */
function marked(text: string, { stages, conflicts, markerSize }: Conflicts): string {
	const lines = text.split("\n");
	const blocks = blocksOf(text, lines).filter(({ name }) => conflicts.includes(name));
	for (const { name, start, end } of blocks.toReversed()) {
		const ours = stages.ours.has(name) ? lines.slice(start, end) : [];
		const theirs = entryLines(name, stages.theirs.get(name));
		lines.splice(start, end - start, mark("<", "ours"), ...ours, mark("=", ""), ...theirs, mark(">", "theirs"));
	}
	return lines.join("\n");

	function mark(sign: string, label: string): string {
		return `${sign.repeat(markerSize)} ${label}`.trimEnd();
	}
}

interface Block {
	readonly name: string;
	/** Lines from 0; `end` is the first behind it. */
	readonly start: number;
	readonly end: number;
}

function blocksOf(text: string, lines: readonly string[]): Block[] {
	const file = parseYaml(text, "dvc.lock");
	const entries = file.kind === "map" ? file.entries : [];
	const stages = entries.find(({ key }) => key === "stages");
	if (stages?.value.kind !== "map") return [];
	const starts = stages.value.entries.map(({ key, keyAt }) => ({ name: String(key), start: (keyAt.line ?? 1) - 1 }));
	const after = entries.find((entry) => (entry.keyAt.line ?? 1) > (stages.keyAt.line ?? 1));
	const last = after === undefined ? lines.length - (lines.at(-1) === "" ? 1 : 0) : (after.keyAt.line ?? 1) - 1;
	return starts.map(({ name, start }, index) => ({ name, start, end: starts[index + 1]?.start ?? last }));
}

/** As they stand below `stages:`. */
function entryLines(name: string, value: Value | undefined): string[] {
	if (value === undefined) return [];
	return emitYaml(new Map([["stages", new Map([[name, value]])]]))
		.trimEnd()
		.split("\n")
		.slice(1);
}

interface LockText {
	readonly whole: Mapping;
}

function mappingIn(text: string): LockText | null {
	if (text.trim() === "") return { whole: EMPTY };
	const value = toValue(parseYaml(text, "dvc.lock"));
	return isMapping(value) ? { whole: value } : null;
}

function stagesIn(whole: Mapping): Mapping | null {
	const stages = whole.get("stages") ?? EMPTY;
	return isMapping(stages) ? stages : null;
}

function mapped<T, R>({ base, ours, theirs }: Sides<T>, change: (one: T) => R | null): Sides<R> | null {
	const [a, b, c] = [change(base), change(ours), change(theirs)];
	return a === null || b === null || c === null ? null : { base: a, ours: b, theirs: c };
}
