import type { Document } from "../../kernel/index.ts";

/** `mainline rollback --rehearse --json`. */
export interface RehearsalDocument extends Document {
	readonly schema: "mainline.rehearsal/1";
	/** True for `--plan`: nothing was tried. */
	readonly plan: boolean;
	readonly rehearsals: readonly RehearsedEnvironment[];
	/** The tag that says so from now on; null where nothing was found out. */
	readonly tag: string | null;
}

export interface RehearsedEnvironment {
	readonly model: string;
	readonly environment: string;
	/** What the environment has. */
	readonly present: string;
	/** What a rollback would bring back; null for nothing. */
	readonly version: string | null;
	readonly digest: string | null;
	/**
	 * `passed`: it started and answered, a rollback could bring it back. `unstarted`: its image is there, and only the target itself could
	 * have started it, so nobody tried. `failed`: it could not. `unknown`: whoever knows could not be asked. `none`: there is
	 * nothing to bring back. `planned`: would be rehearsed.
	 */
	readonly outcome: "passed" | "unstarted" | "failed" | "unknown" | "none" | "planned";
	/** In a sentence part; empty where there is nothing to add. */
	readonly reason: string;
	readonly steps: readonly RehearsalStep[];
}

export interface RehearsalStep {
	/** `image`: pulled, every digest checked. `model`: kept where the image could be packed anew from. `start`: started beside what runs, and asked, its golden requests too. */
	readonly name: "image" | "model" | "start";
	/** `restored`: it was gone and is there again. */
	readonly outcome: "passed" | "restored" | "failed" | "unknown" | "not-tried";
	readonly says: string;
	readonly seconds: number;
	/** The last lines of what did not start, or what is answered otherwise than it should. */
	readonly log?: readonly string[];
}
