import type { Rehearsal } from "../environments/index.ts";
import { digestOf, isUsable, type ModelState, rollbackTarget } from "../environments/index.ts";
import { parseSha256, type Sha256 } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";

export interface VersionPolicy {
	/** So many of the newest versions stay of each model, and as many of those that an environment held; null: all. */
	readonly keep: number | null;
	/** What was registered or assigned after this stays. */
	readonly olderThan: Date;
}

/** A version that something still needs. */
export interface NeededVersion {
	readonly model: string;
	readonly version: string;
	readonly commit: string;
	readonly why: "environment" | "rollback" | "newest" | "rejected" | "rehearsed" | "young";
}

/** The versions of a model that stay, each with the first reason that was found. */
export function neededVersions(
	state: ModelState,
	rehearsals: readonly Rehearsal[],
	policy: VersionPolicy,
): NeededVersion[] {
	const { model, history, rejections } = state;
	const found = new Map<VersionState, NeededVersion["why"]>();
	const need = (why: NeededVersion["why"], versions: Iterable<VersionState>): void => {
		for (const version of versions) if (!found.has(version)) found.set(version, why);
	};
	const { versions } = history;
	need(
		"environment",
		state.environments.flatMap(({ assignment }) => versions.filter((each) => isAt(each, assignment?.commit))),
	);
	for (const environment of state.environments) {
		need("rollback", heldBefore(state, environment.name).slice(0, policy.keep ?? undefined));
		const target = rollbackTarget(state, environment);
		if (target !== null) need("rollback", [target]);
	}
	need("newest", versions.filter(isUsable).slice(0, policy.keep ?? undefined));
	need(
		"rejected",
		versions.filter(({ version }) => rejections.has(version)),
	);
	const rehearsed = new Set(rehearsals.flatMap((each) => (each.model === model ? [each.version] : [])));
	need(
		"rehearsed",
		versions.filter(({ version }) => rehearsed.has(version)),
	);
	const young = new Set(history.entries.flatMap(({ tag }) => (tag.taggedAt >= policy.olderThan ? [tag.target] : [])));
	need(
		"young",
		versions.filter(({ commit }) => young.has(commit)),
	);
	if (policy.keep === null) need("newest", versions);
	return [...found].map(([{ version, commit }, why]) => ({ model, version, commit, why }));
}

/** What an environment held and could have again, the last first, each once. */
function heldBefore({ history }: ModelState, environment: string): VersionState[] {
	const commits = history.entries.flatMap(({ event, tag }) =>
		event.kind === "assign" && event.stage === environment ? [tag.target] : [],
	);
	const held = [...new Set(commits.reverse())].flatMap((commit) =>
		history.versions.filter((each) => isAt(each, commit)),
	);
	return held.filter(isUsable);
}

function isAt({ commit }: VersionState, other: string | undefined): boolean {
	return commit === other;
}

/** The images of some versions: what their tags say, and what tags that assigned them say. */
export function imagesOf(
	{ history }: ModelState,
	commits: ReadonlySet<string>,
): { images: Set<string>; digests: Set<Sha256> } {
	const images = new Set<string>();
	const digests = new Set<Sha256>();
	for (const { tag, message } of history.entries) {
		if (!commits.has(tag.target)) continue;
		const { image, digest } = message.trailers;
		const pinned = parseSha256(image?.split("@")[1] ?? "");
		if (image !== undefined) images.add(image);
		for (const each of [digest ?? null, pinned]) if (each !== null) digests.add(each);
	}
	for (const version of history.versions) {
		const digest = commits.has(version.commit) ? digestOf(version) : null;
		if (digest !== null) digests.add(digest);
	}
	return { images, digests };
}
