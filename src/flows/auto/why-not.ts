import type { NotRun, RunDocument } from "../../report/index.ts";
import type { Review } from "../report/review.ts";
import type { AutoOptions } from "./options.ts";

/** Why stale stages must not run here; null when they may. Code from elsewhere never runs, nor does that of who may not write. */
export async function whyNot(
	options: Pick<AutoOptions, "gitHub" | "run">,
	{ fork, author }: { readonly fork: boolean; readonly author: string },
	review: Review,
): Promise<NotRun | null> {
	if (isBlocked(review)) return null;
	if (fork) return { reason: "fork", text: null };
	if (options.run === "never") return { reason: "lookup", text: null };
	const may = options.gitHub === null ? "none" : await options.gitHub.permission(author);
	return may === "admin" || may === "write" ? null : { reason: "untrusted", text: null };
}

/** Something is missing that nothing makes: nothing can run. */
export function isBlocked({ plan }: Review): boolean {
	return plan.stages.some(({ action }) => action === "blocked");
}

export function hasFailed(run: RunDocument | null): boolean {
	return run?.stages.some(({ outcome }) => outcome === "failed") ?? false;
}

/** For the log of a job that does not run what is stale. */
export function notRunWords({ reason, text }: NotRun): string {
	if (text !== null) return text;
	if (reason === "fork") return "nothing was run: the code comes from a fork";
	return reason === "untrusted" ? "nothing was run: the author may not start runs here" : "nothing was run";
}
