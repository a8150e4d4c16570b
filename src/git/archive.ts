import { Conversation } from "../shell/index.ts";
import { type RecordFiles, recordFiles } from "./files.ts";
import { NamedFiles } from "./named-files.ts";
import {
	AS_WRITTEN,
	allRefs,
	commitsOf,
	fetchAll,
	fetchRefs,
	type HistoryCommit,
	historyOf,
	type LeftBehind,
	leftBehind,
	type Offered,
	offered,
	type Ref,
	type Worktree,
	worktrees,
} from "./refs.ts";

/** All that a repository knows, for whoever has to look at everything in it. */
export class Archive {
	/** Absolute path of a working tree's top folder. */
	readonly root: string;
	#objects: Conversation | null = null;

	constructor(root: string) {
		this.root = root;
	}

	/** Everything that git knows by a name and that is, or names, a commit. */
	refs(): Promise<Ref[]> {
		return allRefs(this.root);
	}

	worktrees(): Promise<Worktree[]> {
		return worktrees(this.root);
	}

	/** Commits that refs of this clone were moved away from, and every stash. */
	leftBehind(): Promise<LeftBehind[]> {
		return leftBehind(this.root);
	}

	/** All commits that can be reached from some. */
	historyOf(commits: readonly string[]): Promise<HistoryCommit[]> {
		return historyOf(this.root, commits);
	}

	/** Brings in all branches and tags of a remote. */
	fetchAll(remote: string): Promise<void> {
		return fetchAll(this.root, remote);
	}

	/** All refs that the remote offers; nothing is brought in. */
	offered(remote: string): Promise<Offered[]> {
		return offered(this.root, remote);
	}

	/** The commits that some objects come to, through tags of tags; what is none is left out. */
	async commitsOf(objects: readonly string[]): Promise<string[]> {
		return (await commitsOf(this.root, objects)).flatMap((commit) => commit ?? []);
	}

	/** Brings in what some refs of the remote name. */
	fetchRefs(remote: string, refs: readonly Offered[]): Promise<void> {
		return fetchRefs(this.root, remote, refs);
	}

	/** Finds files by name in many commits. */
	namedFiles(wanted: (name: string) => boolean): NamedFiles {
		this.#objects ??= new Conversation("git", [AS_WRITTEN, "cat-file", "--batch"], this.root);
		return new NamedFiles(this.#objects, wanted);
	}

	/** DVC's files of a working tree, committed or not: where they lie, and what the index holds of them. */
	recordFiles(worktree: string): Promise<RecordFiles> {
		return recordFiles(worktree);
	}

	/** Ends the helper process, if one was started. */
	close(): void {
		this.#objects?.close();
		this.#objects = null;
	}
}
