import type { ArtifactHistory, Assignment, HistoryEntry, VersionState } from "../release/index.ts";
import { originOf } from "./origin.ts";

/** A version that must not be promoted again until the rejection is lifted. */
export interface Rejection {
	readonly version: string;
	readonly since: Date;
	/** In words, for people. */
	readonly reason: string;
	/** `main`: the main line took it back by a revert. `person`: somebody rolled back by hand. */
	readonly from: "main" | "person";
	/** The main line's commit when it was said, as far as the record knows: what that declared, and what was declared before, is not declared anew. */
	readonly main: string | null;
	/** Name of the tag that says so. */
	readonly tag: string;
}

/** Automatic promotion stops here until a person promotes or ends it, or the revert is reverted. */
export interface Hold {
	readonly reason: string;
	readonly since: Date;
	/** The version whose bad end caused it; its rejection and the hold are lifted together. */
	readonly rejected: string | null;
	readonly from: "main" | "person";
	/** Commit of the main line that asked for it; null for a hold set by hand. */
	readonly declared: string | null;
}

/**
 * Whether nothing automatic may bring another version here. An environment that follows the main line is moved on by the next
 * merge after a rollback or a revert: it would stand still for ever otherwise. A hold by itself was asked for.
 */
export function stopsAutomation(hold: Hold | null, after: string | null): boolean {
	if (hold === null) return false;
	return after !== null || (hold.rejected === null && hold.from === "person");
}

/** The rejections in force: every `Rejects:` that no later `Lifts:` took back. */
export function rejectionsOf(history: ArtifactHistory): Map<string, Rejection> {
	const rejections = new Map<string, Rejection>();
	for (const entry of history.entries) {
		const { rejects, lifts } = entry.message.trailers;
		if (lifts !== undefined) rejections.delete(versionNamed(history, lifts));
		if (rejects === undefined) continue;
		const version = versionNamed(history, rejects);
		rejections.set(version, asRejection(history, version, entry));
	}
	return withTwins(history, rejections);
}

/** An image that is rejected is so under every name that a tag gives it. */
function withTwins(history: ArtifactHistory, rejections: Map<string, Rejection>): Map<string, Rejection> {
	const digestOf = ({ registration }: VersionState) => registration?.message.trailers.digest ?? null;
	for (const { version: name, ...rejection } of rejections.values()) {
		const rejected = history.versions.find(({ version }) => version === name);
		const digest = rejected === undefined ? null : digestOf(rejected);
		const twins = history.versions.filter((known) => digest !== null && digestOf(known) === digest);
		for (const { version } of twins) if (!rejections.has(version)) rejections.set(version, { version, ...rejection });
	}
	return rejections;
}

/** The hold that the assignment in effect brought, unless what it rejected was lifted since. */
export function holdOf(history: ArtifactHistory, assignment: Assignment): Hold | null {
	const { hold, rejects } = assignment.entry.message.trailers;
	if (hold === undefined) return null;
	const rejected = rejects === undefined ? null : versionNamed(history, rejects);
	if (rejected !== null && liftedAfter(history, rejected, assignment.entry)) return null;
	const declared = originOf(assignment.entry).declared;
	return { reason: hold, since: assignment.since, rejected, from: declared === null ? "person" : "main", declared };
}

function liftedAfter(history: ArtifactHistory, version: string, entry: HistoryEntry): boolean {
	const later = history.entries.slice(history.entries.findIndex((known) => known.tag.name === entry.tag.name) + 1);
	return later.some(({ message }) => {
		const { lifts } = message.trailers;
		return lifts !== undefined && versionNamed(history, lifts) === version;
	});
}

function asRejection(history: ArtifactHistory, version: string, entry: HistoryEntry): Rejection {
	const { hold, reason, main } = entry.message.trailers;
	return {
		version,
		since: entry.tag.taggedAt,
		reason: reason ?? hold ?? entry.message.summary,
		from: originOf(entry).declared === null ? "person" : "main",
		main: main ?? lastDeclared(history, entry),
		tag: entry.tag.name,
	};
}

/** The newest commit that the main line is known to have declared by then. */
function lastDeclared({ entries }: ArtifactHistory, until: HistoryEntry): string | null {
	const known = entries.slice(0, entries.indexOf(until) + 1).map((entry) => originOf(entry).declared);
	return known.findLast((declared) => declared !== null) ?? null;
}

/** Tags may name a version or its image's digest; both mean the version. */
function versionNamed(history: ArtifactHistory, name: string): string {
	const found = history.versions.find((v) => v.registration?.message.trailers.digest === name);
	return found?.version ?? name;
}
