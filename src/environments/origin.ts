import type { HistoryEntry } from "../release/index.ts";

/** Where an assignment came from. */
export interface Origin {
	/** The main line's commit that declared it; null when a person asked for it directly. */
	readonly declared: string | null;
}

const DECLARED = /^Declared: ([0-9a-f]{40}(?:[0-9a-f]{24})?)$/m;

/** The trailer that tells an assignment made by the main line from one made by hand. */
export function declaredTrailer(commit: string): string {
	return `Declared: ${commit}\n`;
}

export function originOf(entry: HistoryEntry): Origin {
	return { declared: DECLARED.exec(entry.tag.message)?.[1] ?? null };
}
