import { createReadStream, lstatSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import {
	type Content,
	type DataFile,
	type DataRow,
	type Shape,
	type Side,
	shapeOf,
	tableChange,
	tableKind,
	tablesTogether,
} from "../../compare/index.ts";
import { Failure, isDirectoryOid, type Oid } from "../../kernel/index.ts";
import type { HashName } from "../../manifest/index.ts";
import type { Shelves } from "../remote-shelves.ts";

/** What is larger is not read for the sake of a number, but for Parquet's, which has it at its end. Bytes. */
const LARGEST = 128 * 1024 * 1024;
/** What a comparison reads in all. */
const BUDGET = 512 * 1024 * 1024;
/** What is fetched at most, a file. */
const FETCHED = 1024n * 1024n;
const MOST_FILES = 200;
const MOST_ROWS = 100;

interface Places extends Pick<Shelves, "cache" | "remote"> {
	/** Absolute; where the head's data lie, if it is a workspace. */
	readonly root: string | null;
}

/**
 * Adds to changed tables (CSV, JSON lines, Parquet) how many rows and columns they have on both sides, as far as that is
 * cheap: from the cache and the workspace, and of small objects from the remote.
 */
export async function withTables(
	rows: readonly DataRow[],
	{ base, head, places }: { readonly base: Side; readonly head: Side; readonly places: Places },
): Promise<DataRow[]> {
	const counter = new Counter(places);
	const found: DataRow[] = [];
	let looked = 0;
	for (const row of rows) {
		const changed = row.change === "new" || row.change === "deleted" || row.change === "modified";
		if (!changed || row.below !== undefined || looked >= MOST_ROWS) {
			found.push(row);
			continue;
		}
		looked++;
		const old = await counter.output(row.path, base, null);
		const now = await counter.output(row.path, head, places.root);
		const whole = (row.change === "new" || old !== null) && (row.change === "deleted" || now !== null);
		const table = whole ? tableChange(old, now) : null;
		found.push(table === null ? row : { ...row, table });
	}
	return found;
}

class Counter {
	readonly #places: Places;
	readonly #known = new Map<string, Promise<Shape | null>>();
	#left = BUDGET;

	constructor(places: Places) {
		this.#places = places;
	}

	/** An output's rows and columns: of a file, or of all files of a directory where these are tables of one kind. */
	async output(path: string, side: Side, root: string | null): Promise<Shape | null> {
		const content = side.data.get(path);
		if (content?.oid == null) return null;
		if (!isDirectoryOid(content.oid)) {
			const { oid, hash, size } = content;
			return this.#file(path, { oid, hash, size, local: root === null ? null : join(root, path) });
		}
		return this.#directory(path, { side, content, root });
	}

	async #directory(
		path: string,
		{ side, content, root }: { side: Side; content: Content; root: string | null },
	): Promise<Shape | null> {
		const { oid, hash } = content;
		const all = content.files ?? (oid === null ? null : await side.objects.listing(oid, hash)) ?? [];
		const tables = all.filter(({ relpath }) => tableKind(relpath) !== null);
		const kinds = new Set(tables.map(({ relpath }) => tableKind(relpath)));
		if (kinds.size !== 1 || tables.length > MOST_FILES) return null;
		const shapes: Shape[] = [];
		for (const { relpath, oid: file } of tables) {
			const local = root === null ? null : join(root, path, relpath);
			const shape = await this.#file(relpath, { oid: file, hash, size: undefined, local });
			if (shape === null) return null;
			shapes.push(shape);
		}
		return tablesTogether(shapes);
	}

	#file(path: string, object: Located): Promise<Shape | null> {
		const kind = tableKind(path);
		if (kind === null) return Promise.resolve(null);
		const name = `${kind} ${object.hash} ${object.oid}`;
		const known = this.#known.get(name) ?? this.#counted(kind, object);
		this.#known.set(name, known);
		return known;
	}

	async #counted(kind: Parameters<typeof shapeOf>[0], object: Located): Promise<Shape | null> {
		const file = await this.#find(object);
		if (file === null) return null;
		const read = kind === "parquet" ? 0 : file.size;
		if (read > LARGEST || read > this.#left) return null;
		this.#left -= read;
		try {
			return await shapeOf(kind, file);
		} catch (error) {
			// what lies there changed, or may not be read: a number that is missing is no reason to fail
			if (error instanceof Error && "code" in error) return null;
			throw error;
		}
	}

	async #find({ oid, hash, size, local }: Located): Promise<DataFile | null> {
		const { cache, remote } = this.#places;
		const here = fileAt(cache.path(oid, hash)) ?? (local === null ? null : fileAt(local));
		if (here !== null || remote === null || size === undefined || size > FETCHED) return here;
		try {
			return (await remote.fetch(oid, cache, hash)) === null ? null : fileAt(cache.path(oid, hash));
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			return null;
		}
	}
}

interface Located {
	readonly oid: Oid;
	readonly hash: HashName;
	/** Bytes, as recorded. */
	readonly size: bigint | undefined;
	/** Where it lies in the workspace. */
	readonly local: string | null;
}

function fileAt(path: string): DataFile | null {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	if (stats?.isFile() !== true) return null;
	const { size } = stats;
	return {
		size,
		chunks: () => createReadStream(path, { end: Math.max(0, size - 1), highWaterMark: 256 * 1024 }),
		tail: async (bytes) => {
			const handle = await open(path);
			try {
				const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, Math.max(0, size - bytes));
				return buffer.subarray(0, bytesRead);
			} finally {
				await handle.close();
			}
		},
	};
}
