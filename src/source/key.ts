import type { Key } from "../kernel/index.ts";
import type { Entry } from "./node.ts";

/** Finds repeated keys of one mapping by Python's equality (`1`, `1.0` and `true` are one key). Small maps are scanned, large ones indexed. */
export class KeyGuard {
	#index: Map<string | number | null, Entry> | null = null;
	readonly #entries: readonly Entry[];

	constructor(entries: readonly Entry[]) {
		this.#entries = entries;
	}

	/** The entry that already has this key. Ask before the new entry is pushed; every pushed entry must have been asked for. */
	find(key: Key): Entry | undefined {
		if (this.#entries.length < 12) return this.#entries.find((entry) => sameKey(entry.key, key));
		this.#index ??= new Map(this.#entries.map((entry) => [comparable(entry.key), entry]));
		for (let last = this.#index.size; last < this.#entries.length; last++) {
			const entry = this.#entries[last];
			if (entry !== undefined) this.#index.set(comparable(entry.key), entry);
		}
		return this.#index.get(comparable(key));
	}
}

function sameKey(a: Key, b: Key): boolean {
	return a === b || (typeof a !== "string" && typeof b !== "string" && comparable(a) === comparable(b));
}

/** Texts get a prefix so that `"1"` and `1` stay two keys. */
function comparable(key: Key): string | number | null {
	if (typeof key === "string") return `s${key}`;
	return key === null ? null : Number(key);
}
