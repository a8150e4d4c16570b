import { isDirectoryOid, type Oid } from "../kernel/index.ts";
import type { Item } from "./item.ts";

/** Why something stays: it is needed, it is young, nobody here ever named it, or what needs it could not be read. */
export const REASONS = ["needed", "young", "unknown", "doubt"] as const;
export type Reason = (typeof REASONS)[number];

export interface Rules {
	/** Objects that some kept commit names itself. */
	readonly needed: ReadonlySet<Oid>;
	/** Objects that this repository ever named; those that they list are found out. */
	readonly known: ReadonlySet<Oid>;
	/** Needed directories that no place has to hold a listing of: their files are git's. */
	readonly unstored: ReadonlySet<Oid>;
	/** Nobody else keeps things here, or he asked for theirs, too: all that is not needed may go. */
	readonly ours: boolean;
	/** What was written after this is young; and what does not say when it was. */
	readonly olderThan: Date;
	/** Directories that cannot be looked into are taken for lost instead of for a reason to stop. */
	readonly allowMissing: boolean;
}

export interface Verdict {
	/** Runs, then directories, then files: killed in between, nothing stays that names what is gone. */
	readonly going: readonly Item[];
	readonly staying: readonly { readonly item: Item; readonly reason: Reason }[];
	/** Needed directories that could not be looked into. */
	readonly unreadable: readonly Oid[];
}

interface Run {
	readonly item: Item;
	/** Null: it is no entry, or cannot be read. */
	readonly outs: readonly Oid[] | null;
}

/**
 * Sorts what lies at one place into what is needed and what is not. Fed in this order: `object` and `run` for all that is there, `listing` for each of
 * `toRead`, then `verdict`. The rule behind it: whatever stays keeps what it names, so that no listing and no run is ever left without its files.
 */
export class Sorting {
	readonly #rules: Rules;
	readonly #objects: Item[] = [];
	readonly #runs: Run[] = [];
	/** Needed, or named by something that stays. */
	readonly #kept: Set<Oid>;
	readonly #known: Set<Oid>;
	readonly #unreadable: Oid[] = [];
	#there: ReadonlyMap<string, readonly Item[]> | null = null;

	constructor(rules: Rules) {
		this.#rules = rules;
		this.#kept = new Set(rules.needed);
		this.#known = new Set(rules.known);
	}

	object(item: Item): void {
		this.#objects.push(item);
	}

	/** `outs`: null where it is no entry that can be read; `names`: every object that its text may name. */
	run(item: Item, { outs, names }: { readonly outs: readonly Oid[] | null; readonly names: readonly Oid[] }): void {
		this.#runs.push({ item, outs });
		if (this.#ofRun(item, outs) !== null) for (const out of names) this.#kept.add(out);
	}

	/** The directories that have to be looked into. */
	toRead(): Oid[] {
		const there = this.#objects.flatMap(({ kind, oid }) => (kind === "directory" && oid !== null ? [oid] : []));
		const needed = [...this.#rules.needed].filter(isDirectoryOid);
		return [...new Set([...needed, ...there.filter((oid) => this.#stays(oid) || !this.#rules.ours)])];
	}

	/** What a directory lists; null where it cannot be looked into. */
	listing(oid: Oid, files: readonly Oid[] | null): void {
		if (this.#stays(oid)) {
			const isLost = files === null && this.#kept.has(oid) && !this.#rules.unstored.has(oid);
			if (isLost) this.#unreadable.push(oid);
			for (const file of files ?? []) this.#kept.add(file);
		} else if (this.#known.has(oid)) for (const file of files ?? []) this.#known.add(file);
	}

	verdict(): Verdict {
		const all = [
			...this.#runs.map(({ item, outs }) => ({ item, reason: this.#ofRun(item, outs) ?? this.#ofKnownRun(outs) })),
			...this.#ofKind("directory"),
			...this.#ofKind("file"),
		];
		const doubt = this.#unreadable.length > 0 && !this.#rules.allowMissing;
		const unsure = (reason: Reason | null): Reason | null => reason ?? (doubt ? "doubt" : null);
		return {
			going: all.flatMap(({ item, reason }) => (unsure(reason) === null ? [item] : [])),
			staying: all.flatMap(({ item, reason }) => {
				const why = unsure(reason);
				return why === null ? [] : [{ item, reason: why }];
			}),
			unreadable: this.#unreadable,
		};
	}

	#ofKind(kind: Item["kind"]): { item: Item; reason: Reason | null }[] {
		return this.#objects.flatMap((item) => (item.kind === kind ? [{ item, reason: this.#ofObject(item) }] : []));
	}

	#ofObject(item: Item): Reason | null {
		if (item.oid === null || this.#kept.has(item.oid)) return "needed";
		if (this.#isYoung(item)) return "young";
		return this.#rules.ours || this.#known.has(item.oid) ? null : "unknown";
	}

	/** What can be said of a run before anything is known of its outputs. */
	#ofRun(item: Item, outs: readonly Oid[] | null): Reason | null {
		if (this.#isYoung(item)) return "young";
		if (outs === null || outs.length === 0) return "unknown";
		return this.#rules.ours || outs.every((out) => this.#rules.known.has(out)) ? null : "unknown";
	}

	/** An old run is worth keeping as long as it can be restored. */
	#ofKnownRun(outs: readonly Oid[] | null): Reason | null {
		return outs?.every((out) => this.#stays(out)) === true ? "needed" : null;
	}

	/** By what is known so far: of directories that is all as soon as everything was listed, of files only when directories were looked into. */
	#stays(oid: Oid): boolean {
		this.#there ??= Map.groupBy(this.#objects, (item) => item.oid ?? "");
		return this.#kept.has(oid) || this.#there.get(oid)?.some((item) => this.#ofObject(item) !== null) === true;
	}

	#isYoung({ modified }: Item): boolean {
		return modified === null || modified >= this.#rules.olderThan;
	}
}
