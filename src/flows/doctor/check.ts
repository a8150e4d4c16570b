import type { Finding } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import type { Ground } from "../init/look.ts";

/** What a check is shown. */
export interface Patient {
	readonly context: FlowContext;
	readonly ground: Ground;
	/** How git is to start us. */
	readonly program: readonly string[];
}

/** What it found: nothing to say, that all is well (a sentence part), or findings. */
export type Diagnosis = readonly Finding[] | string | null;

export type Check = (patient: Patient) => Promise<Diagnosis>;
