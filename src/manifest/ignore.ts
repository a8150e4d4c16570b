import { createHash } from "node:crypto";
import { isWithin, parentOf, relativeTo } from "../kernel/index.ts";
import { BELOW, type IgnorePattern, readPattern } from "./ignore-pattern.ts";

/** What `.dvcignore` leaves out. Paths are relative to the DVC root. */
export interface Ignore {
	ignored(path: string, isDirectory: boolean): boolean;
	/** Names the rules: equal keys give equal answers. */
	readonly key: string;
}

/** Folders that are never looked into, and git's file in a worktree. */
const ALWAYS = new Set([".git", ".hg", ".dvc"]);

/**
 * The rules of a project, gathered folder by folder as they are met: a `.dvcignore` counts for what lies below its folder,
 * the deepest one that says anything decides, and what lies in an ignored folder is ignored whatever is said further down.
 * Folders with a `.dvc` of their own are other projects.
 */
export class IgnoreRules implements Ignore {
	/** Folder → its patterns, the last one first. */
	readonly #rules = new Map<string, readonly IgnorePattern[]>();
	readonly #folders = new Map<string, boolean>();
	/** Folders whose own file (a lone double star) leaves out everything in them. */
	readonly #closed = new Set<string>();
	readonly #texts = createHash("sha256");
	readonly #projects = new Set<string>();
	#key: string | null = null;

	/** The text of `folder/.dvcignore`. */
	add(folder: string, text: string): void {
		const lines = text.split(/\r\n|\r|\n/);
		const patterns = lines.map((line) => readPattern(line, folder !== ".")).filter((pattern) => pattern !== null);
		if (patterns.length === 0) return;
		this.#rules.set(folder, patterns.reverse());
		if (folder !== "." && verdict(patterns, BELOW, true) === true) this.#closed.add(folder);
		this.#folders.clear();
		this.#texts.update(JSON.stringify([folder, lines]));
	}

	/** A folder that is the root of another project. */
	addProject(folder: string): void {
		this.#projects.add(folder);
		this.#folders.clear();
		this.#texts.update(JSON.stringify([folder]));
	}

	/** Whether a path lies in another project. */
	inOther(path: string): boolean {
		return [...this.#projects].some((folder) => isWithin(path, folder));
	}

	get key(): string {
		this.#key ??= this.#texts.copy().digest("hex");
		return this.#key;
	}

	ignored(path: string, isDirectory: boolean): boolean {
		if (path === "." || path === "") return false;
		if (path.startsWith("../") || path === "..") return false;
		return isDirectory ? this.#folder(path) : this.#inside(parentOf(path)) || this.#says(path, false);
	}

	/** A folder, or one above it. Asked for every file in it, so the answer is kept. */
	#folder(path: string): boolean {
		if (path === ".") return false;
		const known = this.#folders.get(path);
		if (known !== undefined) return known;
		const answer = this.#inside(parentOf(path)) || this.#says(path, true);
		this.#folders.set(path, answer);
		return answer;
	}

	/** Whether everything in a folder is left out. */
	#inside(folder: string): boolean {
		return this.#closed.has(folder) || this.#folder(folder);
	}

	#says(path: string, isDirectory: boolean): boolean {
		const name = path.slice(path.lastIndexOf("/") + 1);
		if (ALWAYS.has(name) && (isDirectory || name === ".git")) return true;
		if (isDirectory && this.#projects.has(path)) return true;
		if (this.#rules.size === 0) return false;
		for (let folder = parentOf(path); ; folder = parentOf(folder)) {
			const rules = this.#rules.get(folder);
			const below = rules === undefined ? "" : relativeTo(path, folder);
			const said = rules && verdict(rules, folder === "." ? below : `${BELOW}/${below}`, isDirectory);
			if (said !== undefined) return said;
			if (folder === ".") return false;
		}
	}
}

/** The last pattern that matches decides; undefined when none does. */
function verdict(rules: readonly IgnorePattern[], path: string, isDirectory: boolean): boolean | undefined {
	for (const { matches, ignores, foldersOnly } of rules) {
		if (foldersOnly && !isDirectory) continue;
		if (matches.test(path) || (isDirectory && matches.test(`${path}/`))) return ignores;
	}
	return undefined;
}
