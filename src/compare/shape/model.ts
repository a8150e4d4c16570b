/** How much a table holds. */
export interface Shape {
	readonly rows: number;
	/** How many columns; null where that is not known. */
	readonly columns: number | null;
	/** Their names, where there are some. */
	readonly names: readonly string[] | null;
}

/** A file of data as it can be looked at. */
export interface DataFile {
	/** Bytes. */
	readonly size: number;
	chunks(): AsyncIterable<Uint8Array>;
	/** The last so many bytes. */
	tail(bytes: number): Promise<Uint8Array>;
}

/** Beyond this a table's columns are counted, and not named. */
export const MOST_COLUMNS = 2000;
const LONGEST_NAME = 200;

/** Names as they are kept; null where they are too many, or no names. */
export function namesOf(names: readonly string[]): readonly string[] | null {
	return names.length === 0 || names.length > MOST_COLUMNS ? null : names.map((name) => name.slice(0, LONGEST_NAME));
}
