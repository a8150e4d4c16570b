import { git } from "../../rig/world.ts";
import { type Lanes, REPOSITORY } from "../world.ts";

export type End = Awaited<ReturnType<typeof endOf>>;

/** What is left at GitHub and in the environments, by what it says and not by when it was said. */
export async function endOf({ world }: Lanes) {
	const { checks, comments, deployments, reactions, runs, pulls } = world.repository;
	const treeOf = (sha: string) => git(world.gitHub.bareDirectory(REPOSITORY), "rev-parse", `${sha}^{tree}`);
	const last = [...new Map(checks.map((each) => [`${each.headSha} ${each.name}`, each])).values()];
	return {
		checks: await Promise.all(
			last.map(async ({ headSha, name, status, conclusion, title }) => ({
				of: await treeOf(headSha),
				name,
				status,
				conclusion,
				title,
			})),
		),
		checkCount: checks.length,
		comments: comments.map(({ issue, author, body }) => ({ issue, author, body: timeless(body) })),
		reactions: reactions.map(({ author, content }) => `${author} ${content}`).toSorted(),
		deployments: deployments.map(({ environment, sha, statuses }) => ({
			environment,
			sha,
			state: statuses.at(-1)?.state,
			twice: statuses.some((status, index) => status.state === statuses[index - 1]?.state),
		})),
		runs: runs.map(({ attempt, status, conclusion }) => ({ attempt, status, conclusion })),
		heads: await Promise.all(pulls.map(({ headSha }) => treeOf(headSha))),
		tags: await world.tags(),
		serves: [await world.serves("dev"), await world.serves("prod")],
		trained: await world.runs("train"),
	};
}

/** Checks that are begun and not concluded. */
export function openChecks({ world }: Lanes): string[] {
	return world.repository.checks.filter(({ status }) => status !== "completed").map(({ name }) => name);
}

function timeless(body: string): string {
	return body
		.replaceAll(/\b[0-9a-f]{7}(?:[0-9a-f]{33})?\b/g, (sha) => (/^\d+$/.test(sha) ? sha : "SHA"))
		.replaceAll(/\d+(?:\.\d+)? (?:ms|s)\b/g, "a while");
}
