import { badInput } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import { digestOf, type EnvironmentState, isUsable, type ModelState, versionOf } from "./state.ts";

/**
 * The version that a rollback would bring back: the last one that the environment held before the present one and
 * that is neither rejected nor withdrawn nor without an image. Null when there is none.
 */
export function rollbackTarget(state: ModelState, environment: EnvironmentState): VersionState | null {
	const held = state.history.entries.flatMap(({ event, tag }) =>
		event.kind === "assign" && event.stage === environment.name ? [tag.target] : [],
	);
	for (const commit of held.reverse()) {
		const version = state.history.versions.find((known) => known.commit === commit && isUsable(known));
		if (version === undefined || version.version === environment.version) continue;
		if (state.rejections.has(version.version) || digestOf(version) === null) continue;
		return version;
	}
	return null;
}

/** Whether an earlier version was brought back into the environment at that time, or since. */
export function wasRolledBack({ history }: ModelState, environment: string, since: Date): boolean {
	return history.entries.some(
		({ event, tag, message }) =>
			event.kind === "assign" &&
			event.stage === environment &&
			message.trailers.rejects !== undefined &&
			tag.taggedAt >= since,
	);
}

/** Whether a person's rollback brought what an environment holds, and nothing came of it since. */
export function heldByRollback({ hold }: EnvironmentState): boolean {
	return hold?.from === "person" && hold.rejected !== null;
}

/** Whether what an environment holds was brought back by this very workflow run. What came after it is another matter. */
export function wasBroughtBackBy({ assignment }: EnvironmentState, run: string | null): boolean {
	const trailers = assignment?.entry.message.trailers;
	return run !== null && trailers?.rejects !== undefined && trailers.run === run;
}

/** The version that `--to` names. Failures `unknown-version`, `version-without-image`, `version-rejected` (unless forced). */
export function explicitTarget(state: ModelState, name: string, force: boolean): VersionState {
	const version = versionOf(state.history, name.startsWith("v") ? name : `v${name}`);
	if (version === null || !version.active) throw unknownVersion(state, name);
	if (digestOf(version) === null) {
		throw badInput("version-without-image", `the tag of ${state.model} ${version.version} names no image`, {
			hint: "only versions that `mainline release` made can be deployed",
		});
	}
	const rejection = state.rejections.get(version.version);
	if (rejection === undefined || force) return version;
	throw badInput("version-rejected", `${state.model} ${version.version} is rejected: ${rejection.reason}`, {
		hint: "--force brings it back all the same and lifts the rejection",
	});
}

function unknownVersion(state: ModelState, name: string): Error {
	const known = state.history.versions.filter(isUsable).map((version) => version.version);
	return badInput("unknown-version", `${state.model} has no version ${name}`, {
		found: name,
		expected: known.length === 0 ? "a released version; there is none yet" : `one of ${known.slice(0, 10).join(", ")}`,
	});
}
