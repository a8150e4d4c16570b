import type { Event, GitHub } from "../../github/index.ts";
import type { FlowContext } from "../context.ts";
import { Board } from "./board.ts";
import { isCheckName } from "./check-name.ts";
import { type AutoOptions, type AutoOutcome, neededGitHub, nothing } from "./options.ts";

/**
 * After a step that did not end by itself (out of memory, out of time, killed): checks that it left open are concluded, so
 * that no required one waits for ever. What is concluded already stays as it is.
 */
export async function conclude({ progress }: FlowContext, options: AutoOptions): Promise<AutoOutcome> {
	const { event, checkName, prefix, runUrl } = options;
	const gitHub = neededGitHub(options, "concluding a check");
	const headSha = await headOf(gitHub, event);
	if (headSha === null) return nothing(`\`${event.kind}\` has no commit whose checks could be open`);
	const open = (await gitHub.openChecks(headSha)).filter((name) => isCheckName(name, checkName));
	for (const name of open) {
		const board = new Board({ gitHub, progress, checkName: name, comment: false, headSha, pull: null, runUrl });
		await board.conclude({
			conclusion: "failure",
			title: "Mainline did not come to an end",
			summary: `${WHY} \`${prefix} plan\` below the pull request, or running the job again, looks at it anew.`,
			annotations: [],
		});
	}
	return nothing(open.length === 0 ? "no check was left open" : `concluded ${open.join(", ")}: it had been left open`);
}

const WHY =
	"The job that judges was ended before it had a verdict: out of memory, out of time, or killed. Its log says more.";

async function headOf(gitHub: GitHub, event: Event): Promise<string | null> {
	switch (event.kind) {
		case "workflow_run":
			return event.run.head.sha;
		case "pull_request":
		case "merge_group":
			return event.head.sha;
		case "issue_comment":
			return event.pull === null ? null : (await gitHub.pullRequest(event.pull)).headSha;
		default:
			return null;
	}
}
