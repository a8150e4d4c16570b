import type { Found } from "../codes.ts";
import type { Site } from "./site.ts";

/** What a workflow may that says nothing of permissions. */
export function workflowToken({ repository, settings }: Site): Found[] {
	const { workflowToken: answer } = settings;
	if (answer.kind !== "seen" || answer.value === "read") return [];
	return [
		{
			code: "workflow-token-writes",
			level: "advice",
			says: "a workflow that says nothing of permissions gets a token that may write",
			why: "any step of any such workflow, and any action that it uses, can push code and tags",
			fix: `gh api -X PUT repos/${repository}/actions/permissions/workflow -f default_workflow_permissions=read`,
		},
	];
}
