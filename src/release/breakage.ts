import { badInput, type Failure, together } from "../kernel/index.ts";
import type { HistoryEntry, TagInfo } from "./history.ts";
import { buildState, declaredAt, type RawArtifact, type RawVersion, readEntries } from "./registry-state.ts";
import { whyUnreadable } from "./unreadable.ts";

/** A state of the tags that stops GTO: every command, for every artifact. */
export interface Breakage {
	readonly artifact: string;
	readonly commit: string | null;
	/** Versions that share the commit, lowest first by time; empty for a tag that GTO cannot read. */
	readonly versions: readonly string[];
	/** What is amiss with a tag that GTO cannot read. */
	readonly why?: string;
	/** True while no stage stands on that commit: GTO still works, and stops with the first stage assigned there. */
	readonly dormant: boolean;
	/** Tags to delete. */
	readonly remove: readonly string[];
}

/** All broken and nearly broken states, for a doctor. */
export function findBreakages(tags: readonly TagInfo[]): Breakage[] {
	const state = [...buildState(readEntries(tags)).values()];
	return [...unreadable(tags), ...state.flatMap(crowdedCommits)];
}

/** Failure `gto-broken` (bad input) naming every broken state and the commands that repair it; dormant ones pass. */
export function refuseBroken(tags: readonly TagInfo[]): void {
	const broken = findBreakages(tags).filter((breakage) => !breakage.dormant);
	if (broken.length > 0) throw together(broken.map(asFailure));
}

/**
 * Failure `gto-would-break` when a stage tag on `commit` would stop GTO: ask before creating one. (A second version on
 * a commit is refused in the same way before it is registered.)
 */
export function refuseBreaking(tags: readonly TagInfo[], artifact: string, commit: string): void {
	const found = findBreakages(tags).find((b) => b.artifact === artifact && b.commit === commit);
	if (found === undefined) return;
	const { message, details } = asFailure(found);
	throw badInput("gto-would-break", `${message}; assigning a stage to it would stop every gto command`, details);
}

function unreadable(tags: readonly TagInfo[]): Breakage[] {
	return tags.flatMap((tag) => {
		const why = whyUnreadable(tag);
		if (why === null) return [];
		const artifact = tag.name.replace(/[#@].*$/, "").replace("=", ":");
		return [{ artifact, commit: null, versions: [], why, dormant: false, remove: [tag.name] }];
	});
}

function crowdedCommits(artifact: RawArtifact): Breakage[] {
	return [...artifact.byCommit.keys()].flatMap((commit) => {
		const declared = declaredAt(artifact, commit);
		if (declared.length < 2) return [];
		const keep = versionToKeep(declared);
		return [
			{
				artifact: artifact.artifact,
				commit,
				versions: declared.map((version) => version.version),
				dormant: !artifact.crowded.has(commit),
				remove: declared.filter((version) => version !== keep).flatMap(tagsOf),
			},
		];
	});
}

/** One that names an image before one that does not (a tag made by hand), else the first that was registered. */
function versionToKeep(declared: readonly RawVersion[]): RawVersion | undefined {
	const withImage = declared.find((v) => v.registrations.some((entry) => entry.message.trailers.digest !== undefined));
	return withImage ?? declared.find((v) => v.registrations.length > 0) ?? declared[0];
}

function tagsOf(version: RawVersion): string[] {
	return [...version.registrations, ...version.deregistrations].map((entry: HistoryEntry) => entry.tag.name);
}

function asFailure(breakage: Breakage): Failure {
	const names = breakage.remove.map((name) => `'${name}'`);
	const refs = breakage.remove.map((name) => `':refs/tags/${name}'`);
	return badInput("gto-broken", describe(breakage), {
		found: breakage.versions.length === 0 ? names.join(", ") : breakage.versions.join(", "),
		expected:
			breakage.versions.length === 0 ? "no such tag, or one as git tag -a writes it" : "one version on a commit",
		hint: `git tag -d ${names.join(" ")} && git push origin ${refs.join(" ")}`,
	});
}

function describe({ artifact, commit, versions, why, remove }: Breakage): string {
	if (commit === null) return `the tag ${remove.join(", ")} stops every gto command: ${why}`;
	return `${artifact} has ${versions.length} versions on commit ${commit.slice(0, 12)} (${versions.join(", ")})`;
}
