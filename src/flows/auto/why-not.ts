import { Failure } from "../../kernel/index.ts";
import type { NotRun, RunDocument } from "../../report/index.ts";
import type { Review } from "../report/review.ts";
import type { AutoOptions } from "./options.ts";

export interface Proposal {
	readonly fork: boolean;
	readonly author: string;
	/** The commit that would run. */
	readonly head: string;
}

/** The check by which somebody who may write lets a fork's commit run. Its name says for which check. */
export function approvalName(checkName: string): string {
	return `${checkName}: run`;
}

/** A fork's token cannot write checks: what stands there is ours. */
async function isApproved(
	{ gitHub, checkName }: Pick<AutoOptions, "gitHub" | "checkName">,
	headSha: string,
): Promise<boolean> {
	try {
		const check = await gitHub?.lastCheck({ headSha, name: approvalName(checkName) });
		return check?.conclusion === "success";
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "github-permission-missing") return false;
		throw failure;
	}
}

/** Why stale stages must not run here; null when they may. Code from elsewhere never runs, nor does that of who may not write. */
export async function whyNot(
	options: Pick<AutoOptions, "gitHub" | "run" | "checkName">,
	proposal: Proposal,
	review: Review,
): Promise<NotRun | null> {
	if (isBlocked(review)) return null;
	return mayNot(options, proposal);
}

/** Whose code may run: that of those who may write here, and a fork's commit that one of them let run. */
export async function mayNot(
	options: Pick<AutoOptions, "gitHub" | "run" | "checkName">,
	{ fork, author, head }: Proposal,
): Promise<NotRun | null> {
	if (fork) return (await isApproved(options, head)) ? null : { reason: "fork", text: null };
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
