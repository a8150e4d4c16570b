import { type BigIntStats, lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { isWithin } from "../kernel/index.ts";
import { ensureGitignore, gitignoreOf } from "../store/index.ts";
import type { Adder } from "./manifest-file.ts";
import { Turns } from "./turns.ts";

/** Git's answers for paths relative to the DVC root. */
export interface GitEye {
	/** Absolute path of the working tree's top folder, and of the index. */
	readonly top: string;
	readonly indexFile: string;
	ignored(paths: readonly string[]): Promise<Set<string>>;
	tracked(paths: readonly string[]): Promise<Set<string>>;
}

export interface GitPlace {
	readonly eye: GitEye;
	/** Absolute path of the DVC root. */
	readonly root: string;
	/** Everything that may be asked about, relative to the DVC root. */
	readonly outputs: readonly string[];
	readonly added: Adder;
}

/**
 * What git says about the outputs of a run, and DVC's lines that keep them out of it. Git is asked once about all of them,
 * and again when its index or a `.gitignore` was changed by somebody else.
 */
export class GitLines {
	readonly #place: GitPlace;
	/** One writer for all `.gitignore`. */
	readonly #turns = new Turns();
	#tracked: { readonly stamp: string; readonly paths: Promise<ReadonlySet<string>> } | null = null;
	#ignored: Promise<Set<string>> | null = null;
	/** The `.gitignore` files as they were when git was asked, or as we left them. */
	readonly #stamps = new Map<string, string>();

	constructor(place: GitPlace) {
		this.#place = place;
	}

	/** Whether git tracks the path, or something below it. */
	async tracks(path: string): Promise<boolean> {
		const { eye, outputs } = this.#place;
		const stamp = stampOf(eye.indexFile);
		if (this.#tracked?.stamp !== stamp) this.#tracked = { stamp, paths: eye.tracked(outputs) };
		const tracked = await this.#tracked.paths;
		if (tracked.size === 0) return false;
		return tracked.has(path) || [...tracked].some((each) => isWithin(each, path));
	}

	/** DVC's line in the `.gitignore` beside an output, unless git ignores it already. */
	ignore(path: string): Promise<void> {
		return this.#turns.take(async () => {
			const ignored = await this.#ignoredNow(path);
			if (ignored.has(path)) return;
			const output = join(this.#place.root, path);
			const { file, line } = gitignoreOf(output);
			await ensureGitignore(output, () => this.#place.added(file, line));
			// the line means this one name: what was said of the others stays true
			this.#stamps.set(file, stampOf(file));
			ignored.add(path);
		});
	}

	async #ignoredNow(path: string): Promise<Set<string>> {
		const onTheWay = this.#gitignoresAbove(path);
		const isKnown = this.#ignored !== null && onTheWay.every((file) => this.#stamps.get(file) === stampOf(file));
		if (!isKnown) {
			const { eye, outputs } = this.#place;
			for (const file of new Set(outputs.flatMap((output) => this.#gitignoresAbove(output)))) {
				this.#stamps.set(file, stampOf(file));
			}
			this.#ignored = eye.ignored(outputs);
		}
		return (await this.#ignored) ?? new Set();
	}

	/** Every `.gitignore` that has a say about the path, up to the top of the working tree. */
	#gitignoresAbove(path: string): string[] {
		const { root, eye } = this.#place;
		const files: string[] = [];
		for (let folder = dirname(join(root, path)); ; folder = dirname(folder)) {
			files.push(join(folder, ".gitignore"));
			if (folder === eye.top || folder === dirname(folder)) return files;
		}
	}
}

function stampOf(file: string): string {
	const stat: BigIntStats | undefined = lstatSync(file, { throwIfNoEntry: false, bigint: true });
	return stat === undefined ? "" : `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
}
