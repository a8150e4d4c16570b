import { createHash } from "node:crypto";
import { lstatSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints, dumpPythonJson, isList, isMapping, type Mapping, type Value } from "../kernel/index.ts";
import type { LockEntry, Recorded } from "../manifest/index.ts";
import { install } from "./install.ts";

/** How a lock entry becomes a value, a text (a dvc.lock entry without a name), and comes back. The manifest room knows. */
export interface EntryFormat {
	toValue(entry: LockEntry): Mapping;
	toText(entry: LockEntry): string;
	/** Throws for what is no entry. */
	fromText(text: string, file: string): LockEntry;
}

/** The two names of an entry, each 64 hex digits: what went in, and what came of it. */
export interface RunName {
	readonly key: string;
	readonly value: string;
}

const NAME = /^[0-9a-f]{64}$/;

export function isRunName({ key, value }: RunName): boolean {
	return NAME.test(key) && NAME.test(value);
}

/**
 * DVC's run cache: `runs/<K[:2]>/<K>/<V>`. K names the command, dependencies, parameters and output paths of a run, V the
 * whole entry with what came out. Both are the SHA-256 of Python's JSON of the entry without `size` and `nfiles`.
 */
export class RunCache {
	readonly dir: string;
	readonly #format: EntryFormat;

	constructor(cacheDir: string, format: EntryFormat) {
		this.dir = join(cacheDir, "runs");
		this.#format = format;
	}

	/** K. Of `entry` only what went in counts; of its outputs the paths. */
	key(entry: LockEntry): string {
		const value = new Map(this.#format.toValue({ ...entry, deps: entry.deps.map(contentAlone) }));
		const outs = value.get("outs") ?? [];
		value.set("outs", isList(outs) ? outs.map(pathOf) : []);
		return digestOf(value);
	}

	/** V. */
	digest(entry: LockEntry): string {
		return digestOf(this.#format.toValue(entry));
	}

	/**
	 * The results known for these inputs, the newest first. Entries that are not what their names say are passed over. The
	 * key does not see parameters called `size` or `nfiles` (a flaw of DVC's that the format fixes): ask `sameInputs` before
	 * using one.
	 */
	async find(key: string): Promise<LockEntry[]> {
		const folder = this.#folder(key);
		const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
		const byAge = names.map((value) => ({ value, time: lstatSync(join(folder, value)).mtimeMs }));
		byAge.sort((a, b) => b.time - a.time || (a.value < b.value ? -1 : 1));
		const entries = await Promise.all(byAge.map(({ value }) => this.#read({ key, value })));
		return entries.filter((entry) => entry !== null);
	}

	async save(entry: LockEntry): Promise<RunName> {
		const name = { key: this.key(entry), value: this.digest(entry) };
		await this.#write(name, this.#format.toText(entry));
		return name;
	}

	/** Every entry, or those of some keys. */
	async names(keys?: readonly string[]): Promise<RunName[]> {
		return listRuns(this.dir, keys);
	}

	path({ key, value }: RunName): string {
		return join(this.#folder(key), value);
	}

	async has(name: RunName): Promise<boolean> {
		return lstatSync(this.path(name), { throwIfNoEntry: false }) !== undefined;
	}

	/** Takes in an entry from elsewhere; false when it is not what its names say. */
	async accept(name: RunName, text: string): Promise<boolean> {
		if (this.#parse(name, text) === null) return false;
		await this.#write(name, text);
		return true;
	}

	async #read(name: RunName): Promise<LockEntry | null> {
		const text = await readFile(this.path(name), "utf8").catch(() => null);
		return text === null ? null : this.#parse(name, text);
	}

	#parse(name: RunName, text: string): LockEntry | null {
		try {
			const entry = this.#format.fromText(text, this.path(name));
			return this.key(entry) === name.key && this.digest(entry) === name.value ? entry : null;
		} catch {
			return null;
		}
	}

	async #write(name: RunName, text: string): Promise<void> {
		await install(this.path(name), (temporary) => writeFileSync(temporary, text));
	}

	#folder(key: string): string {
		return join(this.dir, key.slice(0, 2), key);
	}
}

/** Names found below a `runs` folder, of a cache or a remote; other files are none of ours. */
export async function listRuns(folder: string, keys?: readonly string[]): Promise<RunName[]> {
	const wanted = keys ?? (await allKeys(folder));
	const found: RunName[] = [];
	for (const key of wanted.filter((name) => NAME.test(name))) {
		const values = (await readdir(join(folder, key.slice(0, 2), key)).catch(() => [])).sort(compareCodePoints);
		found.push(...values.filter((value) => NAME.test(value)).map((value) => ({ key, value })));
	}
	return found;
}

async function allKeys(folder: string): Promise<string[]> {
	const prefixes = (await readdir(folder).catch(() => [])).sort(compareCodePoints);
	const below = await Promise.all(prefixes.map((prefix) => readdir(join(folder, prefix)).catch(() => [])));
	return below.flatMap((keys) => keys.sort(compareCodePoints));
}

function digestOf(value: Value): string {
	return createHash("sha256")
		.update(dumpPythonJson(withoutSizes(value)))
		.digest("hex");
}

/** At every depth, inside parameters too: so DVC does, and other keys would find nothing. */
function withoutSizes(value: Value): Value {
	if (isList(value)) return value.map(withoutSizes);
	if (!isMapping(value)) return value;
	const kept = [...value].filter(([key]) => key !== "size" && key !== "nfiles");
	return new Map(kept.map(([key, item]) => [key, withoutSizes(item)]));
}

/** Where a dependency's content lies at cloud-versioned remotes is no part of what it is. */
function contentAlone({ extra, ...dependency }: Recorded): Recorded {
	return extra === undefined || dependency.oid !== null ? dependency : { ...dependency, extra };
}

function pathOf(out: Value): Value {
	return isMapping(out) ? (out.get("path") ?? null) : null;
}
