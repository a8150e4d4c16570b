import { Failure } from "../../../src/kernel/index.ts";
import { type ArtifactHistory, readHistories, type TagInfo } from "../../../src/release/index.ts";

/** What we say of a repository: its histories, or the commands that repair it. */
export type Ours = ReadonlyMap<string, ArtifactHistory> | { readonly repair: string };

export function ours(tags: readonly TagInfo[]): Ours {
	try {
		return readHistories(tags);
	} catch (error) {
		if (!(error instanceof Failure) || error.code !== "gto-broken" || error.kind !== "input") throw error;
		const failures = [error, ...(error.details.others ?? [])];
		return { repair: failures.map(({ details }) => details.hint ?? "").join("\n") };
	}
}

/** Our histories in the shape of `gto show -d --json`, stages that nobody holds left out. */
export function asShow(histories: ReadonlyMap<string, ArtifactHistory>): unknown {
	const rows = [...histories.values()].map((h) => [
		h.artifact,
		{
			version: h.latest?.version ?? null,
			stage: Object.fromEntries([...h.stages].flatMap(([s, held]) => (held === null ? [] : [[s, held.version]]))),
			registered: true,
			active: h.active,
		},
	]);
	return Object.fromEntries(rows);
}

export function withoutEmptyStages(show: unknown): unknown {
	return JSON.parse(JSON.stringify(show), (key, value) => (value === null && key !== "version" ? undefined : value));
}

/** The tags that count, by the names that gto reads; one object under two names counts once. */
export function asHistory(histories: ReadonlyMap<string, ArtifactHistory>): string[] {
	const tags = [...histories.values()].flatMap((h) => h.entries.map((entry) => entry.tag));
	return [...new Map(tags.map((tag) => [tag.object, tag.inside ?? tag.name])).values()].sort();
}
