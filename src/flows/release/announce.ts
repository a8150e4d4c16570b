import type { Sha256 } from "../../kernel/index.ts";

/** What is told to GitHub Deployments, or to whoever else wants to know. */
export interface DeploymentNotice {
	readonly model: string;
	readonly environment: string;
	readonly version: string;
	readonly digest: Sha256;
	/** The version's commit. */
	readonly commit: string;
	/** The assignment's tag, which tells one deployment from the next; before it is written, the one that it will be. */
	readonly tag: string;
	readonly state: "in_progress" | "success" | "failure";
	/** Where the environment is asked; null when unknown. */
	readonly url: string | null;
	/** One line for people. */
	readonly description: string;
}

/** Called around each deploy, and once more with `success` for what runs already: repeating a notice must change nothing. */
export type Announce = (notice: DeploymentNotice) => Promise<void>;

export const tellNobody: Announce = async () => {};
