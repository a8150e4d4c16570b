import type { Repository } from "./state.ts";

/** Something that happened, in the form in which GitHub tells a workflow of it. */
export interface Delivery {
	readonly name: string;
	readonly repository: string;
	readonly payload: Readonly<Record<string, unknown>>;
	/** False for what a workflow's own token caused: GitHub starts nothing for those, `workflow_dispatch` apart. */
	readonly startsWorkflows: boolean;
}

/** A ref that came, moved or went. */
export interface RefChange {
	readonly ref: string;
	readonly before: string | null;
	readonly after: string | null;
}

export interface Pusher {
	readonly repository: Repository;
	readonly sender: string;
	readonly startsWorkflows: boolean;
}
