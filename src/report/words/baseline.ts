import { countOf } from "../../compare/index.ts";
import type { PullReport, PullSide } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { shortCommit } from "./times.ts";

/** Why the change is compared with this commit, and where its results are known from: a sentence each. Empty without a base. */
export function baselineTexts({ base }: PullReport): string[] {
	if (base === null) return [];
	return [foundText(base), behindText(base), resultsText(base)].filter((text) => text !== null);
}

function foundText({ name, commit, found }: PullSide): string | null {
	const [branch, short] = [clean(name, 80), shortCommit(clean(commit, 80))];
	if (found === undefined) return null;
	switch (found) {
		case "merge":
			return `${short} is the commit of ${branch} that GitHub merged this pull request with, and that merge is what ran.`;
		case "run":
			return `${short} is the commit of ${branch} that the run of this pull request was merged with.`;
		case "tip":
			return `${short} is where ${branch} stands: the pull request is merged into it to be judged.`;
		case "queue":
			return `${short} is what the merge queue has put before this group.`;
		case "asked":
			return `${short} is what ${branch} names.`;
	}
}

function behindText({ name, behind }: PullSide): string | null {
	if (behind == null || behind === 0) return null;
	return `${clean(name, 80)} is ${countOf(behind, "commit")} ahead of it by now.`;
}

function resultsText({ results }: PullSide): string | null {
	if (results === undefined || results.lock + results.runCache + results.unknown === 0) return null;
	const parts = [
		results.lock > 0 ? `the results of ${countOf(results.lock, "stage")} stand in dvc.lock there` : "",
		results.runCache > 0
			? `${countOf(results.runCache, "stage")} are looked up by their inputs, because dvc.lock is behind`
			: "",
		results.unknown > 0 ? `of ${countOf(results.unknown, "stage")} no result is known` : "",
	].filter((part) => part !== "");
	const said = parts.join("; ");
	return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
