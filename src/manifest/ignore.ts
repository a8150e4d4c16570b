import { createHash } from "node:crypto";
import ignorePatterns, { type Ignore as Patterns } from "ignore";
import { parentOf, relativeTo } from "../kernel/index.ts";

/** What `.dvcignore` leaves out. Paths are relative to the DVC root. */
export interface Ignore {
	ignored(path: string, isDirectory: boolean): boolean;
	/** Names the rules: equal keys give equal answers. */
	readonly key: string;
}

const ALWAYS = new Set([".git", ".hg", ".dvc"]);

/**
 * The rules of a project, gathered folder by folder as they are met: a `.dvcignore` counts for what lies below its folder,
 * the deepest one that says anything decides, and what lies in an ignored folder is ignored whatever is said further down.
 * Folders with a `.dvc` of their own are other projects.
 */
export class IgnoreRules implements Ignore {
	readonly #rules = new Map<string, Patterns>();
	readonly #texts = createHash("sha256");
	readonly #projects = new Set<string>();
	#key: string | null = null;

	/** The text of `folder/.dvcignore`. */
	add(folder: string, text: string): void {
		// unlike git, white space around a pattern never counts
		const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
		const patterns = lines.filter((line) => line !== "" && !line.startsWith("#"));
		if (patterns.length === 0) return;
		this.#rules.set(folder, ignorePatterns({ ignorecase: false }).add(patterns));
		this.#texts.update(JSON.stringify([folder, patterns]));
	}

	/** A folder that is the root of another project. */
	addProject(folder: string): void {
		this.#projects.add(folder);
		this.#texts.update(JSON.stringify([folder]));
	}

	get key(): string {
		this.#key ??= this.#texts.copy().digest("hex");
		return this.#key;
	}

	ignored(path: string, isDirectory: boolean): boolean {
		if (path === "." || path === "") return false;
		if (path.startsWith("../") || path === "..") return false;
		for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) {
			if (this.#says(path.slice(0, end), true)) return true;
		}
		return this.#says(path, isDirectory);
	}

	#says(path: string, isDirectory: boolean): boolean {
		if (ALWAYS.has(path.slice(path.lastIndexOf("/") + 1))) return true;
		if (isDirectory && this.#projects.has(path)) return true;
		if (this.#rules.size === 0) return false;
		for (let folder = parentOf(path); ; folder = parentOf(folder)) {
			const verdict = this.#rules.get(folder)?.test(relativeTo(path, folder) + (isDirectory ? "/" : ""));
			if (verdict?.ignored) return true;
			if (verdict?.unignored) return false;
			if (folder === ".") return false;
		}
	}
}
