import { Failure } from "../../kernel/index.ts";
import type { FlowContext } from "../context.ts";
import type { AutoOptions } from "./options.ts";

const LONG_AGO = new Date(0);

/**
 * When somebody started this workflow run, for the first time: it may have waited for others since, or be run again. Where GitHub does not
 * say, null for a first attempt (just now), and long ago for a later one, of which nobody can tell what it was asked against.
 */
export async function askedByRun(
	{ progress }: FlowContext,
	{ gitHub, workflowRun: { id, attempt } }: Pick<AutoOptions, "gitHub" | "workflowRun">,
): Promise<Date | null> {
	if (id === 0) return null;
	try {
		if (gitHub !== null) return await gitHub.runBegan(id);
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		const then = attempt > 1 ? "no rejection and no hold is passed over" : "it is taken for just now";
		const hint = cause.details.hint === undefined ? "" : ` (${cause.details.hint})`;
		progress.warn(`when this was asked is not known, ${then}: ${cause.message}${hint}`);
	}
	return attempt > 1 ? LONG_AGO : null;
}
