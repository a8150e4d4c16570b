import type { BareRepository, CommitFacts } from "../bare.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../state.ts";
import { nodeId } from "./people.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";

const UNVERIFIED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** `commit`: a commit as the commits API lists it. */
export async function commit(hub: Hub, repository: Repository, sha: string): Promise<Record<string, unknown>> {
	const facts = await hub.bare(repository).commit(sha);
	const url = repositoryUrl(hub, repository);
	return {
		sha,
		node_id: nodeId("Commit", sha),
		url: `${url}/commits/${sha}`,
		html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
		comments_url: `${url}/commits/${sha}/comments`,
		author: null,
		committer: null,
		commit: {
			url: `${url}/git/commits/${sha}`,
			author: facts.author,
			committer: facts.committer,
			message: facts.message,
			comment_count: 0,
			tree: { sha: facts.tree, url: `${url}/git/trees/${facts.tree}` },
			verification: UNVERIFIED,
		},
		parents: facts.parents.map((parent) => ({
			sha: parent,
			url: `${url}/commits/${parent}`,
			html_url: `${repositoryPage(hub, repository)}/commit/${parent}`,
		})),
	};
}

/** `git-commit`: the same as the Git database API shows it. */
export async function gitCommit(hub: Hub, repository: Repository, sha: string): Promise<Record<string, unknown>> {
	const facts = await hub.bare(repository).commit(sha);
	const url = repositoryUrl(hub, repository);
	return {
		sha,
		node_id: nodeId("Commit", sha),
		url: `${url}/git/commits/${sha}`,
		html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
		author: facts.author,
		committer: facts.committer,
		message: facts.message,
		tree: { sha: facts.tree, url: `${url}/git/trees/${facts.tree}` },
		parents: facts.parents.map((parent) => ({
			sha: parent,
			url: `${url}/git/commits/${parent}`,
			html_url: `${repositoryPage(hub, repository)}/commit/${parent}`,
		})),
		verification: UNVERIFIED,
	};
}

/** A commit as the `push` event carries it. */
export function pushedCommit(hub: Hub, repository: Repository, facts: CommitFacts): Record<string, unknown> {
	return {
		id: facts.sha,
		tree_id: facts.tree,
		distinct: true,
		message: facts.message,
		timestamp: facts.committer.date,
		url: `${repositoryPage(hub, repository)}/commit/${facts.sha}`,
		author: { name: facts.author.name, email: facts.author.email },
		committer: { name: facts.committer.name, email: facts.committer.email },
	};
}

const STATUS: Readonly<Record<string, string>> = {
	A: "added",
	D: "removed",
	M: "modified",
	T: "changed",
	R: "renamed",
	C: "copied",
};

/** `diff-entry` for every file that differs between two commits, renames found as GitHub finds them. */
export async function diffEntries(
	hub: Hub,
	repository: Repository,
	range: { from: string; to: string },
): Promise<Record<string, unknown>[]> {
	const bare = hub.bare(repository);
	const raw = await bare.git(["diff-tree", "-r", "-z", "-M50%", "--raw", "--no-abbrev", range.from, range.to]);
	const counts = await numstat(bare, range);
	const url = repositoryUrl(hub, repository);
	const page = repositoryPage(hub, repository);
	const entries = parseRaw(raw);
	return Promise.all(
		entries.map(async (entry) => {
			const [additions, deletions] = counts.get(entry.path) ?? [0, 0];
			const binary = !counts.has(entry.path) || (counts.get(entry.path)?.[2] ?? false);
			const patch = binary || additions + deletions === 0 ? null : await patchOf(bare, range, entry);
			const file = entry.path.split("/").map(encodeURIComponent).join("/");
			return {
				sha: entry.blob,
				filename: entry.path,
				status: STATUS[entry.letter] ?? "modified",
				additions,
				deletions,
				changes: additions + deletions,
				blob_url: `${page}/blob/${range.to}/${file}`,
				raw_url: `${page}/raw/${range.to}/${file}`,
				contents_url: `${url}/contents/${file}?ref=${range.to}`,
				...(entry.previous === null ? {} : { previous_filename: entry.previous }),
				...(patch === null ? {} : { patch }),
			};
		}),
	);
}

interface RawEntry {
	readonly letter: string;
	readonly blob: string;
	readonly path: string;
	readonly previous: string | null;
}

function parseRaw(raw: string): RawEntry[] {
	const fields = raw.split("\0");
	const entries: RawEntry[] = [];
	for (let i = 0; i + 1 < fields.length; ) {
		const [, , before = "", after = "", status = ""] = (fields[i] ?? "").split(" ");
		const letter = status.slice(0, 1);
		const moved = letter === "R" || letter === "C";
		const blob = letter === "D" ? before : after;
		const path = fields[i + (moved ? 2 : 1)] ?? "";
		entries.push({ letter, blob, path, previous: moved ? (fields[i + 1] ?? "") : null });
		i += moved ? 3 : 2;
	}
	return entries;
}

/** Added and removed lines by path; the third is true for what git takes for binary. */
export async function numstat(
	bare: BareRepository,
	range: { from: string; to: string },
): Promise<Map<string, [number, number, boolean]>> {
	const fields = (await bare.git(["diff-tree", "-r", "-z", "-M50%", "--numstat", range.from, range.to])).split("\0");
	const counts = new Map<string, [number, number, boolean]>();
	for (let i = 0; i < fields.length; ) {
		const [added = "", removed = "", path = ""] = (fields[i] ?? "").split("\t");
		const moved = path === "" && added !== "";
		const name = moved ? (fields[i + 2] ?? "") : path;
		if (name !== "") counts.set(name, [Number(added) || 0, Number(removed) || 0, added === "-"]);
		i += moved ? 3 : 1;
	}
	return counts;
}

async function patchOf(bare: BareRepository, range: { from: string; to: string }, entry: RawEntry): Promise<string> {
	const paths = entry.previous === null ? [entry.path] : [entry.previous, entry.path];
	const text = await bare.git(["diff", "-M50%", range.from, range.to, "--", ...paths.map((p) => `:(literal)${p}`)]);
	const at = text.indexOf("\n@@");
	return at < 0 ? "" : text.slice(at + 1);
}
