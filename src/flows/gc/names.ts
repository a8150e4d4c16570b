import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, NamedFile, NamedFiles, Worktree } from "../../git/index.ts";
import { badInput, Failure, isDirectoryOid, type Oid } from "../../kernel/index.ts";
import { digestsIn, listedIn, recordsData } from "../../retention/index.ts";
import { decodeUtf8, parseYaml, toValue } from "../../source/index.ts";
import { type Records, readRecords, unstoredIn } from "./records.ts";

/** Where a text was found: the commit whose files lie around it, and in words. */
interface Whence {
	readonly commit: string | null;
	readonly where: string;
}

/** What texts of DVC's name, collected; each commit and each text is looked at once. */
export class Names {
	readonly oids = new Set<Oid>();
	/** Where a directory was first found, for people. */
	readonly places = new Map<Oid, string>();
	/** Whether some entry does not say its hash, as DVC 2 wrote them. */
	legacy = false;
	/** Files that cannot be read as DVC would, and where. */
	readonly broken = new Map<string, string>();
	/** Directories that some text names as the cache's, and those that some names as git's own. */
	readonly #stored = new Set<Oid>();
	readonly #ofGit = new Set<Oid>();
	readonly #files: NamedFiles;
	readonly #byPath = new Map<string, Oid[]>();
	readonly #strict: boolean;

	/** `strict`: what cannot be read is noted; else it may be passed over, as nothing is kept by these names. */
	constructor(archive: Archive, { strict }: { readonly strict: boolean }) {
		this.#files = archive.namedFiles(recordsData);
		this.#strict = strict;
	}

	async addCommit(commit: string): Promise<void> {
		for (const file of await this.#files.in(commit)) {
			if (file.link) this.#link(file);
			else await this.#add(file.path, file.blob, { commit, where: commit.slice(0, 12) });
		}
	}

	/** What lies in a working tree and in its index, committed or not. */
	async addWorktree(archive: Archive, { path: folder, head: commit }: Worktree): Promise<void> {
		const { paths, staged } = await archive.recordFiles(folder);
		for (const path of paths) {
			const bytes = await readFile(join(folder, path)).catch(goneAsNull);
			if (bytes !== null) await this.#text(path, bytes, { commit, where: "the working tree" });
		}
		for (const { path, blob } of staged) await this.#add(path, blob, { commit, where: "git's index" });
	}

	/** Directories that no place has to hold a listing of, as all that names them says. */
	unstored(): Set<Oid> {
		return new Set([...this.#ofGit].filter((oid) => !this.#stored.has(oid)));
	}

	/** Everything that files of this path ever named. */
	ofPath(path: string): readonly Oid[] {
		return this.#byPath.get(path) ?? [];
	}

	async #add(path: string, blob: string, at: Whence): Promise<void> {
		await this.#text(path, await this.#files.read(blob), at);
	}

	async #text(path: string, bytes: Uint8Array, at: Whence): Promise<void> {
		const text = Buffer.from(bytes).toString("utf8");
		this.legacy ||= countOf(text, /\bmd5:/g) > countOf(text, /\bhash: *md5\b/g);
		const records = this.#strict ? this.#records(path, bytes, at) : null;
		const listed = text.includes("files:") ? this.#listed(path, bytes, at) : [];
		const found = [...digestsIn(text), ...listed];
		const unstored = records === null ? new Set() : await this.#unstoredIn(records, at);
		for (const oid of found) {
			this.oids.add(oid);
			if (!isDirectoryOid(oid)) continue;
			if (!this.places.has(oid)) this.places.set(oid, `${path} at ${at.where}`);
			(unstored.has(oid) ? this.#ofGit : this.#stored).add(oid);
		}
		this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), ...found]);
	}

	/** Null where it cannot be read as DVC would, which is noted: a file that was cut is YAML still, mostly; what it says of an object is not. */
	#records(path: string, bytes: Uint8Array, { where }: Whence): Records | null {
		try {
			return readRecords(path, bytes);
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			this.#note(path, where, failure);
			return null;
		}
	}

	#unstoredIn(records: Records, { commit }: Whence): Promise<Set<Oid>> {
		return unstoredIn(records, async (path) => commit !== null && (await this.#files.isFolder(commit, path)));
	}

	#listed(path: string, bytes: Uint8Array, { where }: Whence): Oid[] {
		try {
			return listedIn(toValue(parseYaml(decodeUtf8(bytes, path), path)));
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			if (this.#strict) this.#note(path, where, failure);
			return [];
		}
	}

	#note(path: string, where: string, failure: Failure): void {
		if (!this.broken.has(path)) this.broken.set(path, `${where}: ${failure.message}`);
	}

	/** DVC reads through a link to a file; one to a file of DVC's own name is found there. */
	#link({ path, commit }: NamedFile): void {
		if (!this.#strict) return;
		throw badInput("gc-link", `${path} at ${commit.slice(0, 12)} is a link, which nothing is cleared past`, {
			at: { file: path },
			found: "a symbolic link in place of a file of DVC's",
			expected: "the file itself",
			hint: `put the file in the place of the link where it is still needed, and delete what names the commit elsewhere (git tag --contains, git branch -a --contains ${commit.slice(0, 12)})`,
		});
	}
}

function countOf(text: string, pattern: RegExp): number {
	return [...text.matchAll(pattern)].length;
}

/** Deleted and not yet committed so, or a folder of that name. */
function goneAsNull(cause: unknown): null {
	const code = cause instanceof Error && "code" in cause ? cause.code : null;
	if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
	throw cause;
}
