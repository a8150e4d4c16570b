import { isNotFound } from "./failures.ts";
import { makeWire, PAGE_SIZE, type Wire, type WireOptions } from "./wire.ts";

export interface PullRequest {
	readonly number: number;
	readonly url: string;
	readonly title: string;
	readonly body: string;
	readonly author: string;
	/** Names. */
	readonly labels: readonly string[];
	readonly state: "open" | "closed";
	readonly draft: boolean;
	readonly merged: boolean;
	/** What the merge left at the tip of the base; null while the pull is not merged. */
	readonly mergeCommit: string | null;
	/** What GitHub tried the merge to, while the pull is open; null where it conflicts or was not tried yet. */
	readonly testMerge: string | null;
	/** Null while GitHub has not worked it out. */
	readonly mergeable: boolean | null;
	readonly headSha: string;
	readonly headRef: string;
	/** Null when the fork was deleted. */
	readonly headRepositoryId: number | null;
	readonly headRepository: string | null;
	/** From another repository, or from one that is gone. */
	readonly fork: boolean;
	readonly baseSha: string;
	readonly baseRef: string;
}

export interface ChangedFile {
	readonly path: string;
	readonly previousPath: string | null;
	readonly status: string;
}

export interface ChangedFiles {
	readonly files: readonly ChangedFile[];
	/** False when GitHub stopped at its 3,000. */
	readonly complete: boolean;
}

const MOST_FILES = 3000;

/** The pull as it is now: what an event said of it may be out of date. */
export async function pullRequest(wire: Wire, number: number): Promise<PullRequest> {
	const client = await wire.client();
	const { data } = await client.rest.pulls.get({ ...wire.at, pull_number: number });
	return readPull(data);
}

/** Open pulls to a branch, those changed last first, at most one page: GitHub does not say in a list which of them conflict. */
export async function openPulls(wire: Wire, base: string): Promise<PullRequest[]> {
	const client = await wire.client();
	const { data } = await client.rest.pulls.list({
		...wire.at,
		state: "open",
		base,
		sort: "updated",
		direction: "desc",
		per_page: PAGE_SIZE,
	});
	return data.map(readPull);
}

/** Numbers of all open pulls, to whatever branch. */
export async function openPullNumbers(options: WireOptions): Promise<number[]> {
	const wire = makeWire(options);
	const client = await wire.client();
	const all = await client.paginate(client.rest.pulls.list, { ...wire.at, state: "open", per_page: PAGE_SIZE });
	return all.map(({ number }) => number);
}

/** Pulls from a branch of a repository, whatever their state, at most one page, the newest first. */
export async function pullsFrom(wire: Wire, head: { owner: string; branch: string }): Promise<PullRequest[]> {
	const client = await wire.client();
	const { data } = await client.rest.pulls.list({
		...wire.at,
		state: "all",
		head: `${head.owner}:${head.branch}`,
		sort: "created",
		direction: "desc",
		per_page: PAGE_SIZE,
	});
	return data.map(readPull);
}

interface GitHubPull {
	readonly number: number;
	readonly html_url: string;
	readonly title: string;
	readonly body: string | null;
	readonly user: { readonly login: string } | null;
	readonly labels?: readonly { readonly name?: string }[];
	readonly state: string;
	readonly draft?: boolean;
	readonly merged_at: string | null;
	readonly merge_commit_sha: string | null;
	readonly mergeable?: boolean | null;
	readonly head: GitHubEnd;
	readonly base: GitHubEnd;
}

interface GitHubEnd {
	readonly ref: string;
	readonly sha: string;
	readonly repo: { readonly id: number; readonly full_name: string } | null;
}

export function readPull(data: GitHubPull): PullRequest {
	const merged = data.merged_at !== null;
	return {
		number: data.number,
		url: data.html_url,
		title: data.title,
		body: data.body ?? "",
		author: data.user?.login ?? "ghost",
		labels: (data.labels ?? []).flatMap(({ name }) => name ?? []),
		state: data.state === "open" ? "open" : "closed",
		draft: data.draft ?? false,
		merged,
		mergeCommit: merged ? data.merge_commit_sha : null,
		testMerge: merged ? null : data.merge_commit_sha,
		mergeable: data.mergeable ?? null,
		headSha: data.head.sha,
		headRef: data.head.ref,
		headRepositoryId: data.head.repo?.id ?? null,
		headRepository: data.head.repo?.full_name ?? null,
		fork: data.head.repo === null || data.head.repo.id !== data.base.repo?.id,
		baseSha: data.base.sha,
		baseRef: data.base.ref,
	};
}

/** The merged pull that put this commit on its base, however it was merged; null for a direct push. */
export async function pullForCommit(wire: Wire, sha: string): Promise<PullRequest | null> {
	const client = await wire.client();
	try {
		const all = await client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
			...wire.at,
			commit_sha: sha,
			per_page: PAGE_SIZE,
		});
		const merged = all.map(readPull).filter((pull) => pull.merged);
		return merged.find((pull) => pull.mergeCommit === sha) ?? merged[0] ?? null;
	} catch (error) {
		if (isNotFound(error)) return null;
		throw error;
	}
}

/** What the pull changes against the point where it left its base, over all pages. */
export async function changedFiles(wire: Wire, number: number): Promise<ChangedFiles> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.pulls.listFiles, {
		...wire.at,
		pull_number: number,
		per_page: PAGE_SIZE,
	});
	const files = all.map((file) => ({
		path: file.filename,
		previousPath: file.previous_filename ?? null,
		status: file.status,
	}));
	return { files, complete: files.length < MOST_FILES };
}
