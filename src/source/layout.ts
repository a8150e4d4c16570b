import { isList, isMapping, isTimestamp, type Key, reprFloat, type Value } from "../kernel/index.ts";

/** A value with everything that decides how it is written: what the emitter draws. */
export type Layout = MapLayout | ListLayout | ScalarLayout | AliasLayout;

export interface MapLayout {
	readonly kind: "map";
	readonly entries: readonly EntryLayout[];
	readonly flow: boolean;
	readonly anchor: string | null;
}

export interface ListLayout {
	readonly kind: "list";
	readonly items: readonly ItemLayout[];
	readonly flow: boolean;
	readonly anchor: string | null;
}

/** Comments and blank lines around a place of the old text; they survive a rewrite. */
export interface Remarks {
	/** Whole lines above, as they stood. */
	readonly above?: readonly string[];
	/** A comment at the end of the key's line, when the value is on the lines below. */
	readonly afterKey?: Remark;
	/** A comment after a scalar. */
	readonly after?: Remark;
}

/** A comment on the line of something else, and the column (from 0) where it stood. */
export interface Remark {
	readonly column: number;
	readonly text: string;
}

export interface EntryLayout extends Remarks {
	readonly key: ScalarLayout;
	readonly value: Layout;
}

export interface ItemLayout extends Remarks {
	readonly value: Layout;
}

export interface ScalarLayout {
	readonly kind: "scalar";
	readonly text: string;
	/** Null for what is not a text: it is written as it is. A text gets quotes when it would read as something else. */
	readonly type: "text" | "null" | "other";
	/** Length of the tag that ruamel counts (but does not write) when it decides whether a key is short: `!!str`, `!!float`. */
	readonly tagLength: number;
}

export interface AliasLayout {
	readonly kind: "alias";
	readonly anchor: string;
}

/** How the old text presented a value, for as long as the value stays. */
export interface Presentation {
	readonly value: Value;
	readonly flow: boolean;
	/** How a number was spelled. */
	readonly spelling?: string;
	readonly keys: ReadonlyMap<Key, Remarks & { readonly spelling?: string }>;
	readonly children: ReadonlyMap<Key, Presentation>;
}

/**
 * The layout of a value: block style, an anchor for every collection that is used twice. Where `old` presented the same value
 * (or the same key of a changed mapping, the same place of a list of the same length), its spelling and comments are kept.
 */
export function layoutOf(value: Value, old?: Presentation): Layout {
	const anchors = nameShared(value);
	const written = new Set<object>();
	const place = (item: Value, before: Presentation | undefined): Layout => {
		if (!isList(item) && !isMapping(item)) return scalarOf(item, before);
		const anchor = anchors.get(item) ?? null;
		if (anchor !== null) {
			if (written.has(item)) return { kind: "alias", anchor };
			written.add(item);
		}
		const kept = before !== undefined && isAlike(item, before.value) ? before : undefined;
		const flow = kept?.flow ?? false;
		if (isList(item)) {
			const items = [...item.entries()].map(([index, below]) => ({
				...kept?.keys.get(BigInt(index)),
				value: place(below, kept?.children.get(BigInt(index))),
			}));
			return { kind: "list", items, flow, anchor };
		}
		const entries = [...item].map(([key, below]) => ({
			...kept?.keys.get(key),
			key: scalarLayout(key),
			value: place(below, kept?.children.get(key)),
		}));
		return { kind: "map", entries, flow, anchor };
	};
	return place(value, old);
}

/** A mapping stays the same mapping when it changes; a list only while its length stays (DVC's own rule for updates). */
function isAlike(item: Value, before: Value): boolean {
	if (isList(item)) return isList(before) && before.length === item.length;
	return isMapping(item) && isMapping(before);
}

function scalarOf(value: Value, before: Presentation | undefined): ScalarLayout {
	const layout = scalarLayout(value);
	const same = before !== undefined && Object.is(before.value, value);
	return same && before.spelling !== undefined ? { ...layout, text: before.spelling } : layout;
}

/** `id001`, … for collections met twice, in the order in which the second meeting happens. */
function nameShared(value: Value): Map<object, string> {
	const seen = new Set<object>();
	const names = new Map<object, string>();
	const visit = (item: Value): void => {
		if (!isList(item) && !isMapping(item)) return;
		if (seen.has(item)) {
			if (!names.has(item)) names.set(item, `id${String(names.size + 1).padStart(3, "0")}`);
			return;
		}
		seen.add(item);
		for (const below of item.values()) visit(below);
	};
	visit(value);
	return names;
}

export function scalarLayout(value: Key | Value): ScalarLayout {
	if (typeof value === "string") return { kind: "scalar", text: value, type: "text", tagLength: 5 };
	if (value === null) return { kind: "scalar", text: "", type: "null", tagLength: 6 };
	if (typeof value === "bigint") return { kind: "scalar", text: String(value), type: "other", tagLength: 5 };
	if (typeof value === "boolean") return { kind: "scalar", text: String(value), type: "other", tagLength: 6 };
	if (typeof value === "number") return { kind: "scalar", text: floatText(value), type: "other", tagLength: 7 };
	if (isTimestamp(value)) return { kind: "scalar", text: value.timestamp, type: "other", tagLength: 11 };
	throw new TypeError("a collection is not a scalar");
}

function floatText(value: number): string {
	if (Number.isFinite(value)) return reprFloat(value);
	return Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
}
