import { DOCTOR, INIT } from "./adopt.ts";
import type { Command } from "./command.ts";
import { ADD, CHECKOUT, FETCH, MERGE_DRIVER, PULL, PUSH } from "./data.ts";
import { DEMO } from "./demo.ts";
import { BOARD, HOLD, PROMOTE, RELEASE, ROLLBACK, STATUS, UNHOLD } from "./environments.ts";
import { GC } from "./gc.ts";
import { IMAGE } from "./image.ts";
import { DIFF, GATE, PLAN, REPORT, RUN } from "./pipeline.ts";
import { SERVE } from "./serve.ts";

/** Every command, in the order of a working day. */
export const GROUPS: readonly { readonly title: string; readonly commands: readonly Command[] }[] = [
	{ title: "Pipeline", commands: [PLAN, RUN, DIFF, GATE, REPORT] },
	{ title: "Data", commands: [ADD, CHECKOUT, PULL, FETCH, PUSH, GC, MERGE_DRIVER] },
	{ title: "Environments", commands: [RELEASE, PROMOTE, ROLLBACK, HOLD, UNHOLD, STATUS, BOARD, IMAGE, SERVE] },
	{ title: "To begin with", commands: [DEMO, INIT, DOCTOR] },
];

export const COMMANDS: readonly Command[] = GROUPS.flatMap(({ commands }) => commands);
