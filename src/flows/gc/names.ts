import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, NamedFile, NamedFiles } from "../../git/index.ts";
import { badInput, Failure, type Oid } from "../../kernel/index.ts";
import { parseLock, readDotDvc } from "../../manifest/index.ts";
import { digestsIn, listedIn, recordsData } from "../../retention/index.ts";
import { decodeUtf8, parseYaml, toValue } from "../../source/index.ts";

/** What texts of DVC's name, collected; each commit and each text is looked at once. */
export class Names {
	readonly oids = new Set<Oid>();
	/** Where a directory was first found, for people. */
	readonly places = new Map<Oid, string>();
	/** Whether some entry does not say its hash, as DVC 2 wrote them. */
	legacy = false;
	/** Files that cannot be read as DVC would, and where. */
	readonly broken = new Map<string, string>();
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
			else await this.#add(file.path, file.blob, commit.slice(0, 12));
		}
	}

	/** What lies in a working tree and in its index, committed or not. */
	async addWorktree(archive: Archive, folder: string): Promise<void> {
		const { paths, staged } = await archive.recordFiles(folder);
		for (const path of paths) {
			const bytes = await readFile(join(folder, path)).catch(goneAsNull);
			if (bytes !== null) this.#text(path, bytes, "the working tree");
		}
		for (const { path, blob } of staged) await this.#add(path, blob, "git's index");
	}

	/** Everything that files of this path ever named. */
	ofPath(path: string): readonly Oid[] {
		return this.#byPath.get(path) ?? [];
	}

	async #add(path: string, blob: string, where: string): Promise<void> {
		this.#text(path, await this.#files.read(blob), where);
	}

	#text(path: string, bytes: Uint8Array, where: string): void {
		const text = Buffer.from(bytes).toString("utf8");
		this.legacy ||= countOf(text, /\bmd5:/g) > countOf(text, /\bhash: *md5\b/g);
		const found = [...digestsIn(text), ...this.#listed(path, bytes, { text, where })];
		for (const oid of found) {
			this.oids.add(oid);
			if (oid.endsWith(".dir") && !this.places.has(oid)) this.places.set(oid, `${path} at ${where}`);
		}
		this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), ...found]);
	}

	/** Parsed only where that tells more than the text: it takes its time. */
	#listed(path: string, bytes: Uint8Array, { text, where }: { text: string; where: string }): Oid[] {
		try {
			if (this.#strict) readAsDvc(path, bytes);
			return text.includes("files:") ? listedIn(toValue(parseYaml(decodeUtf8(bytes, path), path))) : [];
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			if (this.#strict && !this.broken.has(path)) this.broken.set(path, `${where}: ${failure.message}`);
			return [];
		}
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

/** A file that was cut is YAML still, mostly; what it says of an object is not. */
function readAsDvc(path: string, bytes: Uint8Array): void {
	if (path.endsWith(".lock")) parseLock(bytes, path);
	else readDotDvc(bytes, path, null);
}
