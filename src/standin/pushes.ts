import { pushedCommit } from "./answers/commit.ts";
import { simpleUser } from "./answers/people.ts";
import { repositoryPage, wholeRepository } from "./answers/repository.ts";
import type { Delivery, Pusher, RefChange } from "./happenings.ts";
import type { Hub } from "./hub.ts";
import { fullName } from "./state.ts";

const NOTHING = "0".repeat(40);

/** More tags than this in one push tell nobody anything: GitHub sends no events for them. */
const MOST_TAGS_TOLD = 3;

/** Commits that a `push` event lists at most. */
const MOST_COMMITS_TOLD = 20;

/** What changed between two readings of a repository's refs. */
export function compareRefs(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): RefChange[] {
	const names = new Set([...before.keys(), ...after.keys()]);
	return [...names]
		.map((ref) => ({ ref, before: before.get(ref) ?? null, after: after.get(ref) ?? null }))
		.filter((change) => change.before !== change.after && !change.ref.startsWith("refs/pull/"));
}

/** Tells of refs that changed: the time of the last push, then a `push` event for each. */
export async function refsChanged(hub: Hub, pusher: Pusher, changes: readonly RefChange[]): Promise<void> {
	if (changes.length === 0) return;
	pusher.repository.pushedAt = hub.now();
	const tags = changes.filter((change) => change.ref.startsWith("refs/tags/"));
	const told = tags.length > MOST_TAGS_TOLD ? changes.filter((change) => !tags.includes(change)) : changes;
	for (const change of told) hub.deliver(await pushEvent(hub, pusher, change));
	for (const change of changes) await hub.onRefChange?.(pusher, change);
}

async function pushEvent(hub: Hub, pusher: Pusher, change: RefChange): Promise<Delivery> {
	const { repository, sender, startsWorkflows } = pusher;
	const bare = hub.bare(repository);
	const after = change.after === null ? null : await bare.resolve(change.after);
	const range = after === null ? [] : [after, ...(await known(hub, pusher, change))];
	const shas = range.length === 0 ? [] : (await bare.commits(range)).slice(-MOST_COMMITS_TOLD);
	const commits = await Promise.all(shas.map(async (sha) => pushedCommit(hub, repository, await bare.commit(sha))));
	const head = after === null ? null : pushedCommit(hub, repository, await bare.commit(after));
	const forced = change.before !== null && after !== null && !(await bare.isAncestor(change.before, after));
	return {
		name: "push",
		repository: fullName(repository),
		startsWorkflows,
		payload: {
			ref: change.ref,
			before: change.before ?? NOTHING,
			after: change.after ?? NOTHING,
			base_ref: null,
			created: change.before === null,
			deleted: change.after === null,
			forced,
			compare: `${repositoryPage(hub, repository)}/compare/${change.before ?? ""}...${change.after ?? ""}`,
			commits,
			head_commit: head,
			repository: wholeRepository(hub, repository),
			pusher: { name: sender, email: `${sender}@users.noreply.github.com` },
			sender: simpleUser(hub, sender),
		},
	};
}

/** What the push did not bring: the ref's earlier tip, or for a new branch what the other branches have. */
async function known(hub: Hub, pusher: Pusher, change: RefChange): Promise<string[]> {
	if (change.before !== null) return [`^${change.before}`];
	const branches = await hub.bare(pusher.repository).refs("refs/heads/");
	return [...branches].filter(([ref]) => ref !== change.ref).map(([, sha]) => `^${sha}`);
}
