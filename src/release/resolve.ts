import { refuseBroken } from "./breakage.ts";
import type { ArtifactHistory, Assignment, HistoryEntry, TagInfo, VersionState } from "./history.ts";
import {
	buildState,
	type RawArtifact,
	type RawStage,
	type RawVersion,
	readEntries,
	seconds,
} from "./registry-state.ts";
import { compareSemVer, parseSemVer } from "./semver.ts";

/**
 * What the tags say, artifact by artifact (sorted by name), as `gto show` resolves them; enrichments (`artifacts:` in
 * files) are not read. Failure `gto-broken` when the tags are in a state that stops GTO, with the repair.
 */
export function readHistories(tags: readonly TagInfo[]): Map<string, ArtifactHistory> {
	refuseBroken(tags);
	const state = buildState(readEntries(tags));
	const names = [...state.keys()].sort();
	return new Map(names.flatMap((name) => historiesOf(state.get(name))));
}

/** One artifact's history; empty when no tag names it. Failures as `readHistories`. */
export function readHistory(tags: readonly TagInfo[], artifact: string): ArtifactHistory {
	return readHistories(tags).get(artifact) ?? emptyHistory(artifact);
}

function emptyHistory(artifact: string): ArtifactHistory {
	return { artifact, active: false, versions: [], latest: null, stages: new Map(), entries: [] };
}

function historiesOf(raw: RawArtifact | undefined): [string, ArtifactHistory][] {
	if (raw === undefined) return [];
	const versions = inVersionOrder(raw.versions).map(versionState);
	return [
		[
			raw.artifact,
			{
				artifact: raw.artifact,
				active: isActive(raw),
				versions,
				latest: versions.find((v) => v.registered && v.active) ?? null,
				stages: resolveStages(raw),
				entries: raw.entries,
			},
		],
	];
}

/** Until a deprecation that nothing followed; in the same second, the other event wins. */
function isActive(raw: RawArtifact): boolean {
	const deprecated = timeOf(raw.deprecations.at(-1));
	const others = raw.entries.filter((entry) => entry.event.kind !== "deprecate");
	return raw.deprecations.length === 0 || timeOf(others.at(-1)) >= deprecated;
}

function versionState(raw: RawVersion): VersionState {
	return {
		version: raw.version,
		commit: raw.commit,
		registered: raw.registrations.length > 0,
		active: isVersionActive(raw),
		registration: raw.registrations.at(-1) ?? null,
	};
}

/** In the same second the deregistration wins. A bare commit is active. */
function isVersionActive(raw: RawVersion): boolean {
	if (raw.registrations.length + raw.deregistrations.length === 0) return true;
	return timeOf(raw.registrations.at(-1)) > timeOf(raw.deregistrations.at(-1));
}

function isStageActive(raw: RawStage): boolean {
	return timeOf(raw.assignments.at(-1)) > timeOf(raw.unassignments.at(-1));
}

/** Highest SemVer first, bare commits (by id, downwards) after all versions; the later made of two equals first. */
function inVersionOrder(versions: readonly RawVersion[]): RawVersion[] {
	return [...versions].reverse().sort((a, b) => {
		const [x, y] = [parseSemVer(a.version), parseSemVer(b.version)];
		if (x !== null && y !== null) return compareSemVer(y, x);
		if (x === null && y === null) return a.version < b.version ? 1 : a.version > b.version ? -1 : 0;
		return x === null ? 1 : -1;
	});
}

function resolveStages(raw: RawArtifact): Map<string, Assignment | null> {
	const held = new Map<string, Assignment>();
	for (const assignment of newestFirst(raw)) {
		if (!held.has(assignment.stage)) held.set(assignment.stage, assignment);
	}
	const names = new Set(raw.versions.flatMap((version) => [...version.stages.keys()]));
	return new Map([...names].sort().map((name) => [name, held.get(name) ?? null]));
}

/**
 * Every standing assignment, newest first. GTO sorts versions by time, takes their stages, sorts those by time and
 * reverses: of two assignments in one second, the one of the version that was registered earlier comes first.
 */
function newestFirst(raw: RawArtifact): Assignment[] {
	const versions = raw.versions.filter((v) => isVersionActive(v) && (v.registrations.length > 0 || isBare(v)));
	const newestVersionFirst = versions.sort((a, b) => versionTime(a) - versionTime(b)).reverse();
	const standing = newestVersionFirst.flatMap((version) => standingAt(version));
	return standing.sort((a, b) => seconds(a.since) - seconds(b.since)).reverse();
}

function standingAt(version: RawVersion): Assignment[] {
	return [...version.stages].flatMap(([stage, raw]) => {
		const entry = raw.assignments.at(-1);
		if (entry === undefined || !isStageActive(raw)) return [];
		return [{ stage, version: version.version, commit: version.commit, since: entry.tag.taggedAt, entry }];
	});
}

function isBare(version: RawVersion): boolean {
	return version.registrations.length + version.deregistrations.length === 0;
}

function versionTime(version: RawVersion): number {
	if (version.registrations.length > 0) return timeOf(version.registrations.at(-1));
	const stages = [...version.stages.values()];
	return Math.max(...stages.flatMap((s) => [timeOf(s.assignments.at(-1)), timeOf(s.unassignments.at(-1))]));
}

function timeOf(entry: HistoryEntry | undefined): number {
	return entry === undefined ? Number.NEGATIVE_INFINITY : seconds(entry.tag.taggedAt);
}
