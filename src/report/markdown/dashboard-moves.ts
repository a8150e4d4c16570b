import type { BoardModel, TimelineEntry } from "../documents/index.ts";
import { HAPPENINGS } from "../words/happenings.ts";
import { momentText, shortCommit } from "../words/times.ts";
import type { DashboardLimits } from "./dashboard-limits.ts";
import { name, prose, unbroken } from "./escape.ts";
import { table } from "./tables.ts";

/** What happened last, of all models, the newest first; none where nothing has. */
export function movesSection(models: readonly BoardModel[], { moves, name: length, words }: DashboardLimits): string[] {
	const all = models.flatMap((model) => model.timeline.map((entry) => ({ model: model.name, entry })));
	// the same second: as each model's own tags have it
	const shown = all.toSorted((a, b) => compare(b.entry.at, a.entry.at)).slice(0, moves);
	if (shown.length === 0) return [];
	const many = models.length > 1;
	const rows = shown.map(({ model, entry }) => [
		unbroken(momentText(entry.at)),
		...(many ? [name(model, length)] : []),
		HAPPENINGS[entry.kind],
		entry.environment === null ? "" : name(entry.environment, length),
		versions(entry, length),
		prose(entry.by, 60),
		entry.reason === null ? "" : prose(entry.reason, words),
	]);
	const header = ["When", ...(many ? ["Model"] : []), "What", "Environment", "Version", "By", "Why"];
	return [["### Last moves", table(header, "l".repeat(header.length), rows)].join("\n\n")];
}

function versions({ version, from }: TimelineEntry, length: number): string {
	const now = name(shortCommit(version), length);
	return from === null || from === version ? now : `${name(shortCommit(from), length)}\u00a0→ ${now}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
