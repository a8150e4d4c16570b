import { Failure } from "../../kernel/index.ts";
import { type Bump, largestBump } from "../../release/index.ts";
import type { FlowContext } from "../context.ts";
import type { MergedPulls } from "./merged-pulls.ts";

/** `release: major`, as a label of a pull request. Who may give labels is a question of GitHub's roles (triage and above). */
const LABEL = /^release: ?(major|minor|patch)$/i;

/** How far the version is to move by the labels of what was merged. A release does not wait for GitHub: a doubt is said in the log. */
export async function bumpOfMerge({ progress }: FlowContext, merged: MergedPulls): Promise<Bump | null> {
	try {
		const labels = (await merged()).flatMap((pull) => pull.labels);
		return largestBump(labels.flatMap((label) => LABEL.exec(label)?.[1]?.toLowerCase() ?? []));
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		progress.warn(`what labels say of the version's number could not be looked up: ${failure.message}`);
		return null;
	}
}
