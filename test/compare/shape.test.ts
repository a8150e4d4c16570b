import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DataFile, type Shape, shapeOf, tableChange, tableKind } from "../../src/compare/index.ts";
import { dataText } from "../../src/report/words/data.ts";

/** A file in pieces of so many bytes. */
function file(content: string | Uint8Array, piece = 7): DataFile {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return {
		size: bytes.length,
		async *chunks() {
			for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
		},
		tail: async (count) => bytes.slice(-count),
	};
}

const csv = (text: string, piece?: number): Promise<Shape | null> => shapeOf("csv", file(text, piece));
const lines = (text: string, piece?: number): Promise<Shape | null> => shapeOf("json-lines", file(text, piece));
const fixture = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(join(import.meta.dirname, "../fixtures/parquet", name)));

describe("a CSV file", () => {
	it.each<[string, string, number, number, readonly string[] | null]>([
		["plain", "a,b\n1,2\n3,4\n", 2, 2, ["a", "b"]],
		["without a last line break", "a,b\n1,2\n3,4", 2, 2, ["a", "b"]],
		["with Windows' line breaks", "a,b\r\n1,2\r\n3,4\r\n", 2, 2, ["a", "b"]],
		["with line breaks in quotes", 'a,b\n"one\ntwo\r\nthree",2\n"x","y\n"\n', 2, 2, ["a", "b"]],
		["with quotes in quotes", 'a,b\n"say ""hi""\n",2\n"""",3\n', 2, 2, ["a", "b"]],
		["with a quote inside of a field", 'a,b\n5" pipe,2\n6" pipe,3\n', 2, 2, ["a", "b"]],
		["with empty lines", "a,b\n\n1,2\n\n\n3,4\n\n", 2, 2, ["a", "b"]],
		["with semicolons", "a;b;c,d\n1;2;3\n", 1, 3, ["a", "b", "c,d"]],
		["with tabs", "a\tb\n1\t2\n", 1, 2, ["a", "b"]],
		["with one column", "name\nx\ny\n", 2, 1, ["name"]],
		["with a byte-order mark", "\ufeffa,b\n1,2\n", 1, 2, ["a", "b"]],
		["without names", "1,2,3\n4,5,6\n", 2, 3, null],
		["of names alone", "a,b\n", 0, 2, ["a", "b"]],
		["with names that are quoted", '"a ""x""","b,c"\n1,2\n', 1, 2, ['a "x"', "b,c"]],
		["with an unnamed index", ",a\n0,1\n", 1, 2, ["", "a"]],
	])("%s has its rows and columns counted, in whatever pieces it comes", async (_, text, rows, columns, names) => {
		for (const piece of [1, 2, 3, 1000]) expect(await csv(text, piece)).toEqual({ rows, columns, names });
	});

	it.each([
		["empty", ""],
		["blank", "\n\n"],
		["no text", "a,b\n1,\0\n"],
		["of a quote that never ends", 'a,b\n"1,2\n3,4\n'],
		["one line without end", "x".repeat(300 * 1024)],
	])("that is %s is no table", async (_, text) => {
		expect(await csv(text, 64 * 1024)).toBeNull();
	});

	it("of very many columns has them counted and not named", async () => {
		const header = Array.from({ length: 3000 }, (_, i) => `c${i}`).join(",");
		expect(await csv(`${header}\n1\n`)).toEqual({ rows: 1, columns: 3000, names: null });
	});
});

describe("a JSON-lines file", () => {
	it("has its lines counted, and the keys of the first for columns", async () => {
		for (const piece of [1, 5, 1000]) {
			expect(await lines('{"a": 1, "b": "x\\ny"}\r\n\n{"a": 2, "__proto__": 3}', piece)).toEqual({
				rows: 2,
				columns: 3,
				names: ["a", "b", "__proto__"],
			});
		}
	});

	it("of what are no objects has lines alone", async () => {
		expect(await lines("[1]\n2\n")).toEqual({ rows: 2, columns: null, names: null });
	});

	it.each([
		["empty", ""],
		["no JSON", "a,b\n1,2\n"],
		["one line without end", `"${"x".repeat(1024 * 1024 + 1)}"\n`],
	])("that is %s is none", async (_, text) => {
		expect(await lines(text, 64 * 1024)).toBeNull();
	});
});

describe("a Parquet file", () => {
	it.each([
		["flat.parquet", 1204, ["age", "zip", "ähnlich"]],
		["nested.parquet", 2, ["id", "place", "tags", "map", "last"]],
		["empty.parquet", 0, ["a"]],
	])("as pyarrow writes it (%s) says itself what it holds", async (name, rows, names) => {
		expect(await shapeOf("parquet", file(fixture(name)))).toEqual({ rows, columns: names.length, names });
	});

	it("is read to nobody's harm, whatever stands in its footer", async () => {
		const whole = fixture("nested.parquet");
		for (let at = 0; at < whole.length; at++) {
			for (const byte of [0, 0xff, 0x9c, 0xf9]) {
				const spoilt = whole.slice();
				spoilt[at] = byte;
				const found = await shapeOf("parquet", file(spoilt));
				expect(found === null || Number.isSafeInteger(found.rows)).toBe(true);
			}
		}
		for (let length = 0; length < whole.length; length += 13) {
			expect(await shapeOf("parquet", file(whole.slice(0, length)))).toBeNull();
		}
	});

	it("with nothing but depth, or numbers without end, is none", async () => {
		for (const filler of [0x1c, 0x19, 0xff, 0x29]) {
			const footer = Buffer.alloc(1024 * 1024, filler);
			const length = Buffer.alloc(4);
			length.writeUInt32LE(footer.length);
			const text = Buffer.concat([Buffer.from("PAR1"), footer, length, Buffer.from("PAR1")]);
			const start = performance.now();
			expect(await shapeOf("parquet", file(new Uint8Array(text)))).toBeNull();
			expect(performance.now() - start).toBeLessThan(2000);
		}
	});
});

describe("what changed of a table", () => {
	const shape = (rows: number, names: readonly string[] | null): Shape => ({
		rows,
		columns: names?.length ?? 3,
		names,
	});
	const row = { path: "data/train.csv", change: "modified", base: "md5:1", head: "md5:2", bytes: 2048 } as const;
	const of = (base: Shape | null, head: Shape | null) => ({ table: tableChange(base, head) ?? undefined });

	it.each([
		["grew", of(shape(1204, ["a", "b"]), shape(1310, ["a", "b"])), "1,204 → 1,310 rows, 2 columns (+2.0 KiB)"],
		[
			"got other columns",
			of(shape(1204, ["zip", "b"]), shape(1310, ["b", "age"])),
			"1,204 → 1,310 rows, 2 columns (+age, −zip) (+2.0 KiB)",
		],
		["has other values", of(shape(5, ["a"]), shape(5, ["a"])), "changed, 5 rows, 1 column (+2.0 KiB)"],
		["has columns without names", of(shape(5, null), shape(4, null)), "5 → 4 rows, 3 columns (+2.0 KiB)"],
		["is not at hand", of(null, null), "changed (+2.0 KiB)"],
	])("is told where it %s", (_, table, text) => {
		expect(dataText({ ...row, ...table } as never)).toBe(text);
	});

	it("is told of new, removed and many", () => {
		const table = tableChange(null, shape(3, ["a"])) ?? undefined;
		expect(dataText({ ...row, change: "new", base: null, table } as never)).toBe("new, 3 rows, 1 column (+2.0 KiB)");
		const gone = tableChange(shape(3, ["a"]), null) ?? undefined;
		expect(dataText({ ...row, change: "deleted", head: null, table: gone } as never)).toBe(
			"removed, 3 rows, 1 column (+2.0 KiB)",
		);
		const both = tableChange(shape(3, ["a"]), shape(9, ["a"])) ?? undefined;
		const files = { added: 2, removed: 0, changed: 1 };
		expect(dataText({ ...row, files, table: both } as never)).toBe(
			"2 files added, 1 changed, 3 → 9 rows, 1 column (+2.0 KiB)",
		);
	});

	it.each([
		["a.csv", "csv"],
		["A.TSV", "csv"],
		["x.jsonl", "json-lines"],
		["x.ndjson", "json-lines"],
		["x.parquet", "parquet"],
		["csv", null],
		["x.csv.gz", null],
		["constructor", null],
		["x.constructor", null],
	])("is asked of %s: %s", (path, kind) => {
		expect(tableKind(path)).toBe(kind);
	});
});
