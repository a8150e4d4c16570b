import { badInput } from "../kernel/index.ts";
import { onComment } from "./auto/chat/on-comment.ts";
import { onCommand } from "./auto/command.ts";
import { conclude } from "./auto/conclude.ts";
import { withDashboard } from "./auto/dashboard.ts";
import { onMergeGroup } from "./auto/merge-group.ts";
import { type AutoCommand, type AutoOptions, type AutoOutcome, COMMANDS, nothing } from "./auto/options.ts";
import { onPullRequest } from "./auto/pull.ts";
import { onPush } from "./auto/push.ts";
import { onWorkflowRun } from "./auto/trusted/judging.ts";
import { onUntrustedGroup, onUntrustedPull } from "./auto/untrusted/claiming.ts";
import type { FlowContext } from "./context.ts";

export type { Arguments, AutoCommand, AutoOptions, AutoOutcome, Lane, LockPolicy, RunPlace } from "./auto/options.ts";
export { COMMANDS, LANES, LOCKS, RUN_PLACES } from "./auto/options.ts";

/** Does what an event at GitHub asks for. Killed at any moment and started again, it comes to the same end. */
export async function auto(context: FlowContext, options: AutoOptions): Promise<AutoOutcome> {
	const { event } = options;
	if (options.command === "conclude") return conclude(context, options);
	if (event.kind === "workflow_dispatch") {
		const command = dispatched(options, event.inputs["command"] ?? "");
		if (command === "auto") return nothing("a run by hand needs the input `command`: what shall be done?");
		if (command === "conclude") return conclude(context, options);
		return onCommand(context, options, { command, by: event.sender });
	}
	if (event.kind === "issue_comment") return onComment(context, options, event);
	if (options.command !== "auto") {
		const by = event.kind === "other" ? "github-actions[bot]" : event.sender;
		return onCommand(context, options, { command: options.command, by });
	}
	switch (event.kind) {
		case "pull_request":
			return options.lane === "untrusted"
				? onUntrustedPull(context, options, event)
				: onPullRequest(context, options, event);
		case "workflow_run":
			return onWorkflowRun(context, options, event);
		case "merge_group":
			return options.lane === "untrusted"
				? onUntrustedGroup(context, options, event)
				: onMergeGroup(context, options, event);
		case "push":
			return event.toDefaultBranch
				? withDashboard(context, options, () => onPush(context, options, event))
				: onPush(context, options, event);
		case "other":
			return nothing(`nothing is to be done on \`${event.name}\`: give the input \`command\` to have something done`);
	}
}

/** The input of the run wins over the workflow's own. */
function dispatched({ command }: AutoOptions, asked: string): AutoCommand {
	if (asked === "") return command;
	const found = COMMANDS.find((name) => name === asked);
	if (found !== undefined) return found;
	throw badInput("unknown-command", `there is no command \`${asked}\``, {
		found: asked,
		expected: `one of ${COMMANDS.join(", ")}`,
	});
}
