import { pushedCommit } from "./answers/commit.ts";
import { simpleUser } from "./answers/people.ts";
import { wholeRepository } from "./answers/repository.ts";
import type { Hub } from "./hub.ts";
import { mergeCommit } from "./merging.ts";
import { personOf, pullOf } from "./pulls.ts";
import { Refusal } from "./refusal.ts";
import { fullName, type Repository } from "./state.ts";

/** "Merge when ready": a branch of the queue with the base's tip and the pull's head, and the question whether it may land. */
export async function queueMerge(hub: Hub, repository: Repository, number: number): Promise<string> {
	const pull = pullOf(repository, number);
	const bare = hub.bare(repository);
	const base = (await bare.branch(pull.base)) ?? pull.baseSha;
	const landing = await mergeCommit(bare, {
		base,
		head: pull.headSha,
		message: `Merge pull request #${number}\n`,
		as: personOf(hub, pull.author),
	});
	const head = landing?.at(-1);
	if (head === undefined || pull.state === "closed") throw new Refusal(405, "Pull Request is not mergeable");
	const ref = `refs/heads/gh-readonly-queue/${pull.base}/pr-${number}-${base}`;
	await bare.setRef(ref, head);
	hub.deliver({
		name: "merge_group",
		repository: fullName(repository),
		startsWorkflows: true,
		payload: {
			action: "checks_requested",
			merge_group: {
				head_sha: head,
				head_ref: ref,
				base_sha: base,
				base_ref: `refs/heads/${pull.base}`,
				head_commit: pushedCommit(hub, repository, await bare.commit(head)),
			},
			repository: wholeRepository(hub, repository),
			sender: simpleUser(hub, "github-merge-queue[bot]"),
		},
	});
	return head;
}
