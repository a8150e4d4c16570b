import { type DataFile, MOST_COLUMNS, namesOf, type Shape } from "./model.ts";

/** The keys of so many lines are taken for the table's columns. */
const LOOKED_AT = 100;
/** Bytes. */
const LONGEST_LINE = 1024 * 1024;

/** The lines of a JSON-lines file; null where the first ones are none. */
export async function jsonLinesShape({ chunks }: Pick<DataFile, "chunks">): Promise<Shape | null> {
	const names = new Set<string>();
	let rows = 0;
	let blank = true;
	let line: Uint8Array[] = [];
	let held = 0;
	const ended = (): boolean => {
		if (!blank && rows < LOOKED_AT) {
			const keys = keysOf(Buffer.concat(line).toString("utf8"));
			if (keys === null) return false;
			for (const key of keys) if (names.size <= MOST_COLUMNS) names.add(key);
		}
		if (!blank) rows++;
		[blank, line, held] = [true, [], 0];
		return true;
	};
	for await (const chunk of chunks()) {
		let from = 0;
		for (let at = chunk.indexOf(0x0a); from <= chunk.length; at = chunk.indexOf(0x0a, from)) {
			const part = chunk.subarray(from, at < 0 ? chunk.length : at);
			blank &&= part.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
			if (rows < LOOKED_AT) {
				held += part.length;
				if (held > LONGEST_LINE) return null;
				line.push(part);
			}
			if (at < 0) break;
			if (!ended()) return null;
			from = at + 1;
		}
	}
	if (!ended() || rows === 0) return null;
	const found = namesOf([...names]);
	return { rows, columns: found?.length ?? null, names: found };
}

/** Null for what is no JSON; none for what is no object. */
function keysOf(text: string): readonly string[] | null {
	try {
		const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
		return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
	} catch {
		return null;
	}
}
