import { infrastructure, joinPath } from "../kernel/index.ts";
import type { Conversation } from "../shell/index.ts";

/** A file of some commit. */
export interface NamedFile {
	/** Relative to the git root. */
	readonly path: string;
	/** Id of its content. */
	readonly blob: string;
	/** Its content is a path that it leads to. */
	readonly link: boolean;
	/** The first commit in which it was found so. */
	readonly commit: string;
}

/**
 * Finds files by name in many commits. A folder that is the same in a hundred commits is looked into once, so that a long history costs
 * what changed in it.
 */
export class NamedFiles {
	readonly #objects: Conversation;
	readonly #wanted: (name: string) => boolean;
	readonly #seen = new Set<string>();

	/** `objects`: `git cat-file --batch`. */
	constructor(objects: Conversation, wanted: (name: string) => boolean) {
		this.#objects = objects;
		this.#wanted = wanted;
	}

	/** Those of the commit that were in none before, each path with each content once. */
	async in(commit: string): Promise<NamedFile[]> {
		const found: NamedFile[] = [];
		const ahead = [{ tree: `${commit}^{tree}`, folder: "." }];
		for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
			for (const { mode, name, object } of await this.#tree(next.tree)) {
				const path = joinPath(next.folder, name);
				if (mode !== "40000" && (mode === "160000" || !this.#wanted(name))) continue;
				if (this.#seen.has(`${object} ${path}`)) continue;
				this.#seen.add(`${object} ${path}`);
				if (mode === "40000") ahead.push({ tree: object, folder: path });
				else found.push({ path, blob: object, link: mode === "120000", commit });
			}
		}
		return found;
	}

	/** The content of a blob. Failure `git-object-missing`. */
	async read(blob: string): Promise<Uint8Array> {
		return (await readObject(this.#objects, blob)).bytes;
	}

	/** Whether a commit has files below a path, which counts from the git root. */
	async isFolder(commit: string, path: string): Promise<boolean> {
		if (path.includes("\n")) return false;
		return (await askObject(this.#objects, `${commit}:${path}`)).object?.type === "tree";
	}

	async #tree(name: string): Promise<Entry[]> {
		return entriesOf(await readObject(this.#objects, name));
	}
}

interface Entry {
	readonly mode: string;
	readonly name: string;
	readonly object: string;
}

/** Git's tree object: `<mode> <name>\0<id in bytes>`, again and again. The id's length is that of the repository's hash. */
function entriesOf({ id, bytes }: GitObject): Entry[] {
	const idLength = id.length / 2;
	const entries: Entry[] = [];
	for (let at = 0; at < bytes.length; ) {
		const space = bytes.indexOf(0x20, at);
		const end = bytes.indexOf(0, space);
		const object = bytes.subarray(end + 1, end + 1 + idLength).toString("hex");
		entries.push({ mode: bytes.toString("latin1", at, space), name: bytes.toString("utf8", space + 1, end), object });
		at = end + 1 + idLength;
	}
	return entries;
}

interface GitObject {
	readonly id: string;
	readonly type: string;
	readonly bytes: Buffer;
}

/** `<id> <type> <size>\n<bytes>\n`, or `<name> missing\n`. */
async function askObject(
	objects: Conversation,
	name: string,
): Promise<{ readonly said: string; readonly object: GitObject | null }> {
	const answer = await objects.ask(`${name}\n`, (buffer) => {
		const end = buffer.indexOf(10);
		if (end < 0) return null;
		const size = Number(HEAD.exec(buffer.toString("latin1", 0, end))?.[3] ?? Number.NaN);
		return Number.isNaN(size) ? end + 1 : end + 1 + size + 1;
	});
	const end = answer.indexOf(10);
	const said = answer.toString("latin1", 0, end);
	const [, id, type] = HEAD.exec(said) ?? [];
	return {
		said,
		object: id === undefined || type === undefined ? null : { id, type, bytes: answer.subarray(end + 1, -1) },
	};
}

const HEAD = /^([0-9a-f]+) ([a-z]+) (\d+)$/;

async function readObject(objects: Conversation, name: string): Promise<GitObject> {
	const { said, object } = await askObject(objects, name);
	if (object !== null) return object;
	throw infrastructure("git-object-missing", `git has lost the object ${name} of this repository`, {
		found: said,
		hint: "`git fsck` says what is amiss; a fresh clone has it again",
	});
}
