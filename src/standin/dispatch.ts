import { simpleUser } from "./answers/people.ts";
import { wholeRepository } from "./answers/repository.ts";
import type { Delivery } from "./happenings.ts";
import type { Hub } from "./hub.ts";
import { fullName, type Repository } from "./state.ts";

/** The event of a workflow that someone starts by hand. */
export function workflowDispatch(
	hub: Hub,
	repository: Repository,
	order: { workflow?: string; ref?: string; inputs: Readonly<Record<string, string>>; sender: string },
): Delivery {
	return {
		name: "workflow_dispatch",
		repository: fullName(repository),
		startsWorkflows: true,
		payload: {
			inputs: order.inputs,
			ref: order.ref ?? `refs/heads/${repository.defaultBranch}`,
			workflow: order.workflow ?? ".github/workflows/mainline.yml",
			repository: wholeRepository(hub, repository),
			sender: simpleUser(hub, order.sender),
		},
	};
}
