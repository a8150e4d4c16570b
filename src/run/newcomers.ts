import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Stage } from "../manifest/index.ts";
import { gitignoreOf } from "../store/index.ts";
import { resultFile } from "./manifest-file.ts";

/**
 * Stages that run at the same time end in any order; what they add to a file (an entry of dvc.lock, a line of .gitignore)
 * stands in the order in which they would have ended one after the other, as DVC runs them. What a run added is noted before
 * it is written, so that the run after one that was killed or failed goes on in the same order.
 */
export class Newcomers {
	readonly #notes: string;
	/** By `nameOf`: which comes first when stages run one after the other. */
	readonly #ranks: ReadonlyMap<string, number>;
	/** By `nameOf`: added by this run, or by one before it that did not come to its end. */
	readonly #added: Set<string>;
	#handle: number | null = null;

	private constructor(notes: string, ranks: ReadonlyMap<string, number>) {
		this.#notes = notes;
		this.#ranks = ranks;
		this.#added = new Set(readNotes(notes));
	}

	/** `root` is the DVC root, `order` the stages as they would run one after the other, `notes` a file of ours. */
	static async open(root: string, order: readonly Stage[], notes: string): Promise<Newcomers> {
		await mkdir(dirname(notes), { recursive: true });
		return new Newcomers(notes, ranksOf(root, order));
	}

	/** Adds a key to a file; the answer says which others it goes before. */
	add(file: string, key: string): (other: string) => boolean {
		const rank = this.#ranks.get(nameOf(file, key));
		if (rank === undefined) return () => false;
		this.#note(nameOf(file, key));
		return (other) => {
			const name = nameOf(file, other);
			return this.#added.has(name) && (this.#ranks.get(name) ?? -1) > rank;
		};
	}

	/** `isWhole`: nothing is left over for a run after this. */
	async close(isWhole: boolean): Promise<void> {
		if (this.#handle !== null) closeSync(this.#handle);
		this.#handle = null;
		if (isWhole) await rm(this.#notes, { force: true });
	}

	#note(name: string): void {
		if (this.#added.has(name)) return;
		this.#added.add(name);
		this.#handle ??= openSync(this.#notes, "a");
		writeSync(this.#handle, `${JSON.stringify(name)}\n`);
	}
}

function ranksOf(root: string, order: readonly Stage[]): Map<string, number> {
	const ranks = new Map<string, number>();
	for (const stage of order) {
		if (stage.name !== null) ranks.set(nameOf(join(root, resultFile(stage)), stage.name), ranks.size);
		for (const { at, cache } of stage.outs) {
			if (at === null || !cache) continue;
			const { file, line } = gitignoreOf(join(root, at));
			ranks.set(nameOf(file, line), ranks.size);
		}
	}
	return ranks;
}

function nameOf(file: string, key: string): string {
	return `${file}\0${key}`;
}

/** Only a hint about order: what is damaged is passed over. */
function readNotes(file: string): string[] {
	try {
		return readFileSync(file, "utf8").split("\n").flatMap(readNote);
	} catch {
		return [];
	}
}

function readNote(line: string): string[] {
	try {
		const name: unknown = JSON.parse(line);
		return typeof name === "string" ? [name] : [];
	} catch {
		return [];
	}
}
