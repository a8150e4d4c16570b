import { isList, isMapping, isTimestamp, type Key, reprFloat, type Value } from "../kernel/index.ts";

/** A value with everything that decides how it is written: what the emitter draws. */
export type Layout = MapLayout | ListLayout | ScalarLayout | AliasLayout;

export interface MapLayout {
	readonly kind: "map";
	readonly entries: readonly { readonly key: ScalarLayout; readonly value: Layout }[];
	readonly flow: boolean;
	readonly anchor: string | null;
}

export interface ListLayout {
	readonly kind: "list";
	readonly items: readonly Layout[];
	readonly flow: boolean;
	readonly anchor: string | null;
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

/** The layout of fresh data: block style, an anchor for every collection that is used twice. */
export function layoutOf(value: Value): Layout {
	const anchors = nameShared(value);
	const written = new Set<object>();
	const place = (item: Value): Layout => {
		if (!isList(item) && !isMapping(item)) return scalarLayout(item);
		const anchor = anchors.get(item) ?? null;
		if (anchor !== null) {
			if (written.has(item)) return { kind: "alias", anchor };
			written.add(item);
		}
		if (isList(item)) return { kind: "list", items: item.map(place), flow: false, anchor };
		const entries = [...item].map(([key, below]) => ({ key: scalarLayout(key), value: place(below) }));
		return { kind: "map", entries, flow: false, anchor };
	};
	return place(value);
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
