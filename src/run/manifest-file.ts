import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LockDraft, type LockEntry, type Stage, updateDotDvc } from "../manifest/index.ts";
import { Turns } from "./turns.ts";

/** Adds a key to a file and says which others there it goes before. */
export type Adder = (file: string, key: string) => (other: string) => boolean;

/** Where a run records what came of its stages: the one writer of its files. */
export class Records {
	readonly #root: string;
	readonly #added: Adder;
	/** By file. */
	readonly #drafts = new Map<string, LockDraft>();
	readonly #turns = new Turns();

	/** `root` is the DVC root, absolute. */
	constructor(root: string, added: Adder = () => () => false) {
		this.#root = root;
		this.#added = added;
	}

	/** Records a stage's result in its dvc.lock, or in its `.dvc` file: the whole file anew, or not at all. */
	async add(stage: Stage, entry: LockEntry): Promise<void> {
		await this.#turns.take(() => this.#write(stage, entry));
	}

	async #write(stage: Stage, entry: LockEntry): Promise<void> {
		const file = join(this.#root, resultFile(stage));
		// read each time: somebody else may have recorded a stage of theirs meanwhile
		const old = await readText(file);
		const text = stage.name === null ? updateDotDvc(old, entry) : this.#updated(file, stage.name, { old, entry });
		if (text !== old) await replaceFile(file, text);
	}

	#updated(file: string, name: string, { old, entry }: { old: string | null; entry: LockEntry }): string {
		const draft = this.#drafts.get(file) ?? new LockDraft();
		this.#drafts.set(file, draft);
		return draft.update(old, name, entry, () => this.#added(file, name));
	}
}

/** The file that records the results of a stage: `sub/dvc.yaml` has `sub/dvc.lock`. */
export function resultFile({ file, name }: Pick<Stage, "file" | "name">): string {
	return name === null ? file : file.replace(/\.[^./]+$/, ".lock");
}

async function readText(file: string): Promise<string | null> {
	try {
		return await readFile(file, "utf8");
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
		throw cause;
	}
}

/** Readers see the old text or the new one, whenever this is killed. */
export async function replaceFile(file: string, text: string): Promise<void> {
	const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
	await writeFile(temporary, text);
	await rename(temporary, file);
}
