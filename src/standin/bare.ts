import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Clock } from "../kernel/index.ts";
import { run } from "../shell/index.ts";
import { Refusal } from "./refusal.ts";

/** Whose name a commit carries when GitHub makes it. */
export interface Person {
	readonly name: string;
	readonly email: string;
	/** As git reads dates; the clock's time when absent. */
	readonly date?: string;
}

export interface CommitFacts {
	readonly sha: string;
	readonly tree: string;
	readonly parents: readonly string[];
	readonly author: Required<Person>;
	readonly committer: Required<Person>;
	readonly message: string;
}

/** The refs a workflow or a person may write; `refs/pull/` is GitHub's own. */
const CONFIG = {
	"http.receivepack": "true",
	"receive.hideRefs": "refs/pull",
	"uploadpack.allowAnySHA1InWant": "true",
	"uploadpack.allowFilter": "true",
	"gc.auto": "0",
	"core.logAllRefUpdates": "false",
};

const GITHUB: Person = { name: "GitHub", email: "noreply@github.com" };
const COMMIT_FORMAT = "%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B";

/** A bare repository on disk, worked on with git's plumbing as GitHub's servers do: there is never a work tree. */
export class BareRepository {
	readonly directory: string;
	readonly #clock: Clock;

	constructor(directory: string, clock: Clock) {
		this.directory = directory;
		this.#clock = clock;
	}

	static async create(directory: string, options: { branch: string; clock: Clock }): Promise<BareRepository> {
		await mkdir(dirname(directory), { recursive: true });
		const bare = new BareRepository(directory, options.clock);
		await run("git", ["init", "-q", "--bare", "--template=", "-b", options.branch, directory], {
			env: gitEnvironment(),
		});
		for (const [key, value] of Object.entries(CONFIG)) await bare.git(["config", key, value]);
		return bare;
	}

	/** Output of a git command that must succeed, without the last newline. */
	async git(args: readonly string[], options: { input?: string | Uint8Array; as?: Person } = {}): Promise<string> {
		return new TextDecoder().decode(await this.bytes(args, options)).replace(/\n$/, "");
	}

	async bytes(
		args: readonly string[],
		options: { input?: string | Uint8Array; as?: Person } = {},
	): Promise<Uint8Array> {
		const result = await this.#run(args, options);
		if (result.code !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
		return result.stdout;
	}

	/** The same, null when git says no. */
	async tryGit(args: readonly string[], options: { input?: string | Uint8Array } = {}): Promise<string | null> {
		const result = await this.#run(args, options);
		return result.code === 0 ? result.stdoutText.replace(/\n$/, "") : null;
	}

	#run(args: readonly string[], options: { input?: string | Uint8Array; as?: Person }) {
		return run("git", args, {
			cwd: this.directory,
			env: { ...gitEnvironment(), GIT_DIR: this.directory, ...this.#identity(options.as ?? GITHUB) },
			...(options.input === undefined ? {} : { input: options.input }),
		});
	}

	#identity(author: Person): Record<string, string> {
		const date = author.date ?? this.#date();
		return {
			GIT_AUTHOR_NAME: author.name,
			GIT_AUTHOR_EMAIL: author.email,
			GIT_AUTHOR_DATE: date,
			GIT_COMMITTER_NAME: GITHUB.name,
			GIT_COMMITTER_EMAIL: GITHUB.email,
			GIT_COMMITTER_DATE: this.#date(),
		};
	}

	#date(): string {
		return `${Math.floor(this.#clock.now().getTime() / 1000)} +0000`;
	}

	/** The object that a ref, a branch, a tag or an id names; `type` peels to it. */
	resolve(name: string, type: "commit" | "tree" | "tag" | "blob" = "commit"): Promise<string | null> {
		return name.startsWith("-")
			? Promise.resolve(null)
			: this.tryGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{${type}}`]);
	}

	/** A branch by its short name, before anything else that has that name. */
	branch(name: string): Promise<string | null> {
		return this.resolve(`refs/heads/${name}`);
	}

	/** Every ref with the object that it names, as `git for-each-ref` orders them. */
	async refs(below = "refs/"): Promise<Map<string, string>> {
		const lines = await this.git(["for-each-ref", "--format=%(refname) %(objectname)", below]);
		return new Map(lines.split("\n").flatMap((line) => (line === "" ? [] : [pair(line)])));
	}

	async setRef(ref: string, sha: string): Promise<void> {
		await this.git(["update-ref", ref, sha]);
	}

	async deleteRef(ref: string): Promise<void> {
		await this.git(["update-ref", "-d", ref]);
	}

	async type(sha: string): Promise<string | null> {
		return this.tryGit(["cat-file", "-t", sha]);
	}

	async commit(sha: string): Promise<CommitFacts> {
		return readCommit(await this.git(["show", "-s", `--format=${COMMIT_FORMAT}`, sha, "--"]));
	}

	/** The commits of `range` in git's words, oldest first. */
	async commits(range: readonly string[]): Promise<string[]> {
		const lines = await this.git(["rev-list", "--reverse", "--topo-order", ...range, "--"]);
		return lines === "" ? [] : lines.split("\n");
	}

	mergeBase(a: string, b: string): Promise<string | null> {
		return this.tryGit(["merge-base", a, b]);
	}

	async isAncestor(ancestor: string, of: string): Promise<boolean> {
		return (await this.tryGit(["merge-base", "--is-ancestor", ancestor, of])) !== null;
	}

	/** Tree of the merge of two commits by their own merge base; null when it conflicts. */
	async mergeTree(ours: string, theirs: string): Promise<string | null> {
		const out = await this.tryGit(["merge-tree", "--write-tree", "--no-messages", ours, theirs]);
		return out === null ? null : (out.split("\n")[0] ?? null);
	}

	async commitTree(
		tree: string,
		options: { parents: readonly string[]; message: string; as?: Person },
	): Promise<string> {
		const parents = options.parents.flatMap((parent) => ["-p", parent]);
		return this.git(["commit-tree", tree, ...parents, "-F", "-"], {
			input: options.message,
			...(options.as === undefined ? {} : { as: options.as }),
		});
	}

	async writeBlob(bytes: Uint8Array): Promise<string> {
		return this.git(["hash-object", "-w", "--stdin"], { input: bytes });
	}
}

/** A commit, or GitHub's answer to one that it does not have. */
export async function commitOr422(bare: BareRepository, name: string): Promise<string> {
	const sha = await bare.resolve(name);
	if (sha === null) throw new Refusal(422, `No commit found for SHA: ${name}`);
	return sha;
}

/** Nothing of the machine's own git configuration may change what the stand-in does. */
export function gitEnvironment(): Record<string, string> {
	return { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

function pair(line: string): [string, string] {
	const at = line.indexOf(" ");
	return [line.slice(0, at), line.slice(at + 1)];
}

function readCommit(text: string): CommitFacts {
	const [sha = "", tree = "", parents = "", an = "", ae = "", ad = "", cn = "", ce = "", cd = "", message = ""] =
		text.split("\0");
	return {
		sha,
		tree,
		parents: parents === "" ? [] : parents.split(" "),
		author: { name: an, email: ae, date: utc(ad) },
		committer: { name: cn, email: ce, date: utc(cd) },
		message: message.replace(/\n$/, ""),
	};
}

/** GitHub answers in UTC, whatever zone the commit was made in. */
function utc(iso: string): string {
	const time = Date.parse(iso);
	return Number.isNaN(time) ? "1970-01-01T00:00:00Z" : new Date(time).toISOString().replace(".000Z", "Z");
}
