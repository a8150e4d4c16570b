import { compareCodePoints } from "../kernel/index.ts";
import type { HistoryEntry, TagEvent, TagInfo } from "./history.ts";
import { parseTagMessage } from "./tag-message.ts";
import { parseTag } from "./tag-name.ts";

/*
 * The state that GTO builds from tags before it answers anything (gto/base.py and gto/tag.py, 1.10), in its own order:
 * versions first, then stages, each by tagger second and, within one second, by the tag's name.
 */

/** A version as GTO holds it: one object per (version, commit). */
export interface RawVersion {
	/** The commit's id when only stages name the commit. */
	readonly version: string;
	readonly commit: string;
	readonly registrations: HistoryEntry[];
	readonly deregistrations: HistoryEntry[];
	/** Stage → its assignments and unassignments to this version. */
	readonly stages: Map<string, RawStage>;
}

export interface RawStage {
	readonly assignments: HistoryEntry[];
	readonly unassignments: HistoryEntry[];
}

/** Oldest first in every list. */
export interface RawArtifact {
	readonly artifact: string;
	readonly versions: RawVersion[];
	/** The same versions by the commit they are on. */
	readonly byCommit: Map<string, RawVersion[]>;
	readonly deprecations: HistoryEntry[];
	/** Commits at which a stage was read while two versions stood on them. */
	readonly crowded: Set<string>;
	/** All of its entries. */
	readonly entries: HistoryEntry[];
}

/** Tags that mean something to GTO, oldest first. */
export function readEntries(tags: readonly TagInfo[]): HistoryEntry[] {
	const entries = tags.flatMap((tag) => {
		const event = eventOf(tag);
		return event === null ? [] : [{ tag, event, message: parseTagMessage(tag.message) }];
	});
	return entries.sort(
		(a, b) => seconds(a.tag.taggedAt) - seconds(b.tag.taggedAt) || compareCodePoints(a.tag.name, b.tag.name),
	);
}

/** GTO looks for tags by the names of their refs, and reads them by the names in their objects. */
export function eventOf(tag: TagInfo): TagEvent | null {
	return parseTag(tag.name) === null ? null : parseTag(tag.inside ?? tag.name);
}

/** Seconds since 1970: git keeps no more of a tag's time. */
export function seconds(time: Date): number {
	return Math.floor(time.getTime() / 1000);
}

export function buildState(entries: readonly HistoryEntry[]): Map<string, RawArtifact> {
	const state = new Map<string, RawArtifact>();
	for (const entry of entries) artifactOf(state, entry.event.artifact).entries.push(entry);
	for (const artifact of state.values()) {
		for (const entry of inReadingOrder(artifact.entries)) {
			addVersionEvent(artifact, entry);
			addStageEvent(artifact, entry);
		}
	}
	return state;
}

/** Deprecations, versions, stages, by what the ref's name says; one object under two names counts once. */
function inReadingOrder(entries: readonly HistoryEntry[]): HistoryEntry[] {
	const ordered = [0, 1, 2].flatMap((phase) => entries.filter((entry) => phaseOf(entry.tag.name) === phase));
	const named = ordered.filter(({ tag }) => tag.inside !== undefined);
	if (named.length === 0) return ordered;
	return ordered.filter(({ tag }, index) => ordered.findIndex((first) => first.tag.object === tag.object) === index);
}

function phaseOf(name: string): number {
	const kind = parseTag(name)?.kind;
	if (kind === "deprecate") return 0;
	return kind === "register" || kind === "deregister" ? 1 : 2;
}

function artifactOf(state: Map<string, RawArtifact>, name: string): RawArtifact {
	const found = state.get(name) ?? {
		artifact: name,
		versions: [],
		byCommit: new Map(),
		deprecations: [],
		crowded: new Set<string>(),
		entries: [],
	};
	state.set(name, found);
	return found;
}

function addVersionEvent(artifact: RawArtifact, entry: HistoryEntry): void {
	const { event, tag } = entry;
	if (event.kind === "deprecate") artifact.deprecations.push(entry);
	if (event.kind !== "register" && event.kind !== "deregister") return;
	const known = artifact.byCommit.get(tag.target)?.find((v) => v.version === event.version);
	const version = known ?? addVersion(artifact, event.version, tag.target);
	(event.kind === "register" ? version.registrations : version.deregistrations).push(entry);
}

function addStageEvent(artifact: RawArtifact, entry: HistoryEntry): void {
	const { event, tag } = entry;
	if (event.kind !== "assign" && event.kind !== "unassign") return;
	// GTO does not find a version again that only a stage named: each such tag makes one of its own, so that an
	// unassignment of a bare commit takes nothing back
	const [known, another] = declaredAt(artifact, tag.target);
	if (another !== undefined) artifact.crowded.add(tag.target);
	const version = known ?? addVersion(artifact, tag.target, tag.target);
	const stage = version.stages.get(event.stage) ?? { assignments: [], unassignments: [] };
	version.stages.set(event.stage, stage);
	(event.kind === "assign" ? stage.assignments : stage.unassignments).push(entry);
}

/** Versions that a tag of their own put on the commit, deregistered ones included. */
export function declaredAt(artifact: RawArtifact, commit: string): RawVersion[] {
	return (artifact.byCommit.get(commit) ?? []).filter((v) => v.registrations.length + v.deregistrations.length > 0);
}

function addVersion(artifact: RawArtifact, version: string, commit: string): RawVersion {
	const added: RawVersion = { version, commit, registrations: [], deregistrations: [], stages: new Map() };
	artifact.versions.push(added);
	const there = artifact.byCommit.get(commit);
	if (there === undefined) artifact.byCommit.set(commit, [added]);
	else there.push(added);
	return added;
}
