import type { Finding, Unseen } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import type { Ground } from "../init/look.ts";
import type { WrittenWorkflows } from "./workflows/read.ts";

/** What a check is shown. */
export interface Patient {
	readonly context: FlowContext;
	readonly ground: Ground;
	/** How git is to start us. */
	readonly program: readonly string[];
	readonly workflows: WrittenWorkflows;
}

/** What is amiss, that all is well (a sentence part), or what could not be looked at. */
export type Remark = Finding | Unseen | string;

export type Diagnosis = Remark | readonly Remark[] | null;

export type Check = (patient: Patient) => Promise<Diagnosis>;
