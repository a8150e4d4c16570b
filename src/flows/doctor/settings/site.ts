import type { MainlineConfig } from "../../../config/index.ts";
import type { RepositorySettings } from "../../../github/index.ts";
import type { Workflow } from "../workflows/model.ts";

/** Everything that a check of GitHub's settings goes by. */
export interface Site {
	readonly repository: string;
	readonly settings: RepositorySettings;
	readonly workflows: readonly Workflow[];
	/** Null where there is none that can be read. */
	readonly config: MainlineConfig | null;
}
