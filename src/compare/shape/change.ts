import type { Shape } from "./model.ts";

/** A table on two sides. Null: it is not there, or not at hand. */
export interface TableChange {
	readonly rows: { readonly base: number | null; readonly head: number | null };
	readonly columns: {
		readonly base: number | null;
		readonly head: number | null;
		/** By name; absent where columns have none. */
		readonly added?: readonly string[];
		readonly removed?: readonly string[];
	};
}

export function tableChange(base: Shape | null, head: Shape | null): TableChange | null {
	if (base === null && head === null) return null;
	const [old, now] = [base?.names ?? null, head?.names ?? null];
	const named = old !== null && now !== null;
	return {
		rows: { base: base?.rows ?? null, head: head?.rows ?? null },
		columns: {
			base: base?.columns ?? null,
			head: head?.columns ?? null,
			...(named ? { added: lacking(now, old), removed: lacking(old, now) } : {}),
		},
	};
}

function lacking(names: readonly string[], there: readonly string[]): string[] {
	const known = new Set(there);
	return [...new Set(names)].filter((name) => !known.has(name));
}
