import { type DataFile, namesOf, type Shape } from "./model.ts";

/** A footer that is longer is not read: it has the statistics of each part of each column. Bytes. */
const LONGEST_FOOTER = 16 * 1024 * 1024;
const MOST_NODES = 100_000;

/** What a Parquet file's footer says of its rows and top columns; null where it has none that can be read. */
export async function parquetShape({ size, tail }: Pick<DataFile, "size" | "tail">): Promise<Shape | null> {
	if (size < 12) return null;
	const end = await tail(8);
	if (Buffer.from(end.subarray(4)).toString("latin1") !== "PAR1") return null;
	const length = new DataView(end.buffer, end.byteOffset).getUint32(0, true);
	if (length > LONGEST_FOOTER || length > size - 12) return null;
	try {
		return footerShape((await tail(length + 8)).subarray(0, length));
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** FileMetaData: 2 is the schema, a tree in the order of reading; 3 is the number of rows. What comes after is not looked at. */
function footerShape(bytes: Uint8Array): Shape {
	const reader = new Thrift(bytes);
	let columns: readonly string[] = [];
	for (let field = reader.field(0); field !== null; field = reader.field(field.id)) {
		if (field.id === 2) columns = topColumns(reader);
		else if (field.id === 3) return { rows: reader.natural(), columns: columns.length, names: namesOf(columns) };
		else reader.skip(field.type);
	}
	throw new RangeError("no number of rows");
}

function topColumns(reader: Thrift): string[] {
	const { size } = reader.list();
	const [root, ...nodes] = Array.from({ length: Math.min(size, MOST_NODES + 1) }, () => schemaElement(reader));
	if (size > MOST_NODES || root === undefined) throw new RangeError("too large a schema");
	const names: string[] = [];
	for (let at = 0; names.length < root.children && at < nodes.length; at = after(nodes, at)) {
		names.push(nodes[at]?.name ?? "");
	}
	return names;
}

interface SchemaElement {
	readonly name: string;
	readonly children: number;
}

/** Where the subtree of a node ends. */
function after(nodes: readonly SchemaElement[], at: number): number {
	let next = at;
	for (let open = 1; open > 0 && next < nodes.length; next++) open += (nodes[next]?.children ?? 0) - 1;
	return next;
}

/** 4 is the name, 5 the number of children. */
function schemaElement(reader: Thrift): SchemaElement {
	let [name, children] = ["", 0];
	for (let field = reader.field(0); field !== null; field = reader.field(field.id)) {
		if (field.id === 4) name = reader.text();
		else if (field.id === 5) children = reader.natural();
		else reader.skip(field.type);
	}
	return { name, children };
}

const DEEPEST = 64;

/** As much of Thrift's compact protocol as it takes to pass over what is of no interest. Throws RangeError at the end of the bytes. */
class Thrift {
	readonly #view: DataView;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	/** The next field of a struct; null at its end. */
	field(before: number): { readonly id: number; readonly type: number } | null {
		const byte = this.#byte();
		const type = byte & 15;
		if (type === 0) return null;
		const delta = byte >> 4;
		return { id: delta === 0 ? this.#signed() : before + delta, type };
	}

	list(): { readonly size: number; readonly type: number } {
		const byte = this.#byte();
		return { size: byte >> 4 === 15 ? this.#varint() : byte >> 4, type: byte & 15 };
	}

	natural(): number {
		const value = this.#signed();
		if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("no number of things");
		return value;
	}

	text(): string {
		const length = this.#varint();
		const start = this.#at;
		this.#move(length);
		return Buffer.from(this.#view.buffer, this.#view.byteOffset + start, Math.min(length, 4000)).toString("utf8");
	}

	skip(type: number, depth = 0): void {
		if (depth > DEEPEST) throw new RangeError("too deep");
		if (type === 12) {
			for (let field = this.field(0); field !== null; field = this.field(field.id)) this.skip(field.type, depth + 1);
		} else if (type === 9) {
			const { size, type: item } = this.list();
			// truth values in lists take a byte each
			for (let i = 0; i < size; i++) this.skip(item <= 2 ? 3 : item, depth + 1);
		} else if (type >= 4 && type <= 6) this.#varint();
		else if (type === 3) this.#move(1);
		else if (type === 7) this.#move(8);
		else if (type === 8) this.#move(this.#varint());
		else if (type > 2) throw new RangeError(`no type of Parquet's: ${type}`);
	}

	#byte(): number {
		return this.#view.getUint8(this.#at++);
	}

	#move(bytes: number): void {
		this.#at += bytes;
		if (this.#at > this.#view.byteLength) throw new RangeError("the footer ends too early");
	}

	/** At most ten bytes; beyond 2⁵³ it is only nearly right, and nothing that counts is so large. */
	#varint(): number {
		let value = 0;
		for (let i = 0; i < 10; i++) {
			const byte = this.#byte();
			value += (byte & 127) * 2 ** (7 * i);
			if (byte < 128) return value;
		}
		throw new RangeError("a number without end");
	}

	#signed(): number {
		const value = this.#varint();
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}
}
