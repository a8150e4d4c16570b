import type { Failed, VersionState } from "../release/index.ts";
import { digestOf, type EnvironmentState, type ModelState } from "./state.ts";

/** The last try to bring this version's image into an environment, where it failed and the version has not come there since. */
export function failureOf(state: ModelState, { name }: EnvironmentState, version: VersionState): Failed | null {
	const digest = digestOf(version);
	const last = failuresIn(state, name).findLast((mark) => mark.version === version.version && mark.digest === digest);
	if (last === undefined) return null;
	const cameSince = state.history.entries.some(
		({ tag, event }) =>
			event.kind === "assign" && event.stage === name && tag.target === version.commit && tag.taggedAt >= last.at,
	);
	return cameSince ? null : last;
}

/** What was tried last in an environment, where it failed; null where something was brought there since. */
export function lastFailure(state: ModelState, { name, assignment }: EnvironmentState): Failed | null {
	const last = failuresIn(state, name).at(-1) ?? null;
	return last === null || (assignment !== null && assignment.since >= last.at) ? null : last;
}

function failuresIn({ marks }: ModelState, name: string): Failed[] {
	return marks.flatMap((mark) => (mark.kind === "failed" && mark.environment === name ? [mark] : []));
}
