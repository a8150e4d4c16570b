import type { ArtifactHistory, HistoryEntry } from "../release/index.ts";
import { originOf } from "./origin.ts";

/** One thing that happened to a model, as its tags tell it. */
export interface Happening {
	readonly at: Date;
	/**
	 * `reverted`: the main line took the version before back out; `rolled-back`: a person did. `assigned-again`: what the
	 * environment had was assigned to it once more, with nothing changed. `removed`: it was left without a version.
	 */
	readonly kind:
		| "released"
		| "withdrawn"
		| "deprecated"
		| "promoted"
		| "rolled-back"
		| "reverted"
		| "held"
		| "hold-ended"
		| "assigned-again"
		| "removed";
	/** Null for what happened to the version itself. */
	readonly environment: string | null;
	/** Of a commit that no version names, its id. */
	readonly version: string;
	/** What the environment had before; null for nothing. */
	readonly from: string | null;
	readonly by: string;
	readonly reason: string | null;
	readonly tag: string;
}

/** Everything that happened to a model, the newest first. */
export function timelineOf(history: ArtifactHistory): Happening[] {
	const held = new Map<string, Standing>();
	return history.entries.map((entry) => happening(history, entry, held)).reverse();
}

/** What an environment has, as far as the tags were read. */
interface Standing {
	readonly version: string;
	readonly held: boolean;
}

function happening(history: ArtifactHistory, entry: HistoryEntry, standing: Map<string, Standing>): Happening {
	const { event, tag, message } = entry;
	const { by, reason, hold } = message.trailers;
	const about = { at: tag.taggedAt, by: by ?? tag.tagger.name, reason: reason ?? hold ?? null, tag: tag.name };
	if (event.kind !== "assign" && event.kind !== "unassign") {
		const kind = event.kind === "register" ? "released" : event.kind === "deregister" ? "withdrawn" : "deprecated";
		return { ...about, kind, environment: null, version: "version" in event ? event.version : "", from: null };
	}
	const version = nameOf(history, tag.target);
	const before = standing.get(event.stage) ?? null;
	const from = before?.version ?? null;
	if (event.kind === "unassign") {
		standing.delete(event.stage);
		return { ...about, kind: "removed", environment: event.stage, version, from };
	}
	standing.set(event.stage, { version, held: hold !== undefined });
	return { ...about, kind: kindOf(entry, version, before), environment: event.stage, version, from };
}

function kindOf(entry: HistoryEntry, version: string, before: Standing | null): Happening["kind"] {
	const { rejects, hold } = entry.message.trailers;
	if (rejects !== undefined) return originOf(entry).declared === null ? "rolled-back" : "reverted";
	if (before?.version !== version) return "promoted";
	if (hold !== undefined) return "held";
	return before.held ? "hold-ended" : "assigned-again";
}

function nameOf(history: ArtifactHistory, commit: string): string {
	return history.versions.find((version) => version.commit === commit && version.registered)?.version ?? commit;
}
