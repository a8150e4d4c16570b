import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Oid, parseOid } from "../kernel/index.ts";
import { saveQuietly } from "./save.ts";
import type { Stamp } from "./stamp.ts";

export interface RememberedFile {
	readonly oid: Oid;
	readonly stamp: Stamp;
}

/** More are not kept; the ones not asked for the longest go first. */
const MOST_FILES = 200_000;

/** Hashes of single files by absolute path, kept as lines of text behind their own MD5. */
export class FileMemory {
	readonly #path: string;
	readonly #files: Map<string, RememberedFile>;
	#changed = false;

	private constructor(path: string, files: Map<string, RememberedFile>) {
		this.#path = path;
		this.#files = files;
	}

	static async read(path: string): Promise<FileMemory> {
		const text = await readFile(path, "utf8").catch(() => "");
		const end = text.indexOf("\n");
		const [check, body] = [text.slice(0, end), text.slice(end + 1)];
		const whole = end > 0 && hash("md5", body) === check;
		return new FileMemory(path, whole ? parse(body) : new Map());
	}

	get(path: string): RememberedFile | null {
		return this.#files.get(path) ?? null;
	}

	set(path: string, { oid, stamp }: RememberedFile): void {
		this.#files.delete(path);
		this.#files.set(path, { oid, stamp });
		this.#changed = true;
	}

	forget(path: string): void {
		if (this.#files.delete(path)) this.#changed = true;
	}

	async save(): Promise<void> {
		if (!this.#changed) return;
		const kept = [...this.#files].slice(-MOST_FILES);
		const body = kept.map(([path, file]) => `${JSON.stringify(rowOf(path, file))}\n`).join("");
		await saveQuietly(this.#path, `${hash("md5", body)}\n${body}`);
		this.#changed = false;
	}
}

type Row = readonly [path: string, oid: string, inode: string, size: string, modified: string, changed: string];

function rowOf(path: string, { oid, stamp }: RememberedFile): Row {
	return [path, oid, `${stamp.inode}`, `${stamp.size}`, `${stamp.modified}`, `${stamp.changed}`];
}

function parse(body: string): Map<string, RememberedFile> {
	const files = new Map<string, RememberedFile>();
	for (const line of body.split("\n")) {
		if (line === "") continue;
		const [path, hex, inode, size, modified, changed] = JSON.parse(line) as Row;
		const oid = parseOid(hex);
		const stamp = { inode: BigInt(inode), size: BigInt(size), modified: BigInt(modified), changed: BigInt(changed) };
		if (oid !== null) files.set(path, { oid, stamp });
	}
	return files;
}
