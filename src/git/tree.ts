import { compareCodePoints, joinPath, parentOf } from "../kernel/index.ts";
import type { Conversation } from "../shell/index.ts";
import { gitText } from "./command.ts";

/** One entry of a git tree, as `TreeEntry` of the manifest room wants it. */
export interface GitTreeEntry {
	readonly name: string;
	readonly kind: "file" | "directory";
	readonly link: boolean;
	readonly exec: boolean;
}

/** One file of a git tree as it is stored. */
export interface RawEntry {
	readonly path: string;
	readonly kind: "file" | "executable" | "link";
	/** Git's name of the content. */
	readonly object: string;
}

interface Blob {
	readonly mode: string;
	readonly object: string;
}

/** How many links one path may pass before it is taken for a circle. */
const MAX_LINKS = 32;

/** The files of one commit below a folder of the repository, read from git's own store: no checkout, no working tree. */
export class GitTree {
	readonly name: string;
	readonly #root: string;
	readonly #below: string;
	readonly #objects: Conversation;
	#index: Promise<Index> | null = null;

	constructor(options: { commit: string; root: string; below: string; objects: Conversation }) {
		this.name = options.commit;
		this.#root = options.root;
		this.#below = options.below;
		this.#objects = options.objects;
	}

	async read(path: string): Promise<Uint8Array | null> {
		const found = await this.#follow(joinPath(this.#below, path));
		return found === null || found === "directory" ? null : readObject(this.#objects, found.object);
	}

	async kind(path: string): Promise<"file" | "directory" | null> {
		const found = await this.#follow(joinPath(this.#below, path));
		if (found === null) return null;
		return found === "directory" ? "directory" : "file";
	}

	async list(path: string): Promise<readonly GitTreeEntry[]> {
		const index = await this.#load();
		const folder = joinPath(this.#below, path);
		const names = index.folders.get(folder) ?? new Set<string>();
		const entries = await Promise.all([...names].map((name) => this.#entry(index, folder, name)));
		return entries.filter((entry) => entry !== null).sort((a, b) => compareCodePoints(a.name, b.name));
	}

	/** Git's id of the file's content; equal ids mean equal bytes, without reading them. Null when it is no file. */
	async objectAt(path: string): Promise<{ object: string; exec: boolean } | null> {
		const found = await this.#follow(joinPath(this.#below, path));
		return found === null || found === "directory" ? null : { object: found.object, exec: found.mode === "100755" };
	}

	/** Every file and link below a folder, paths from there, in git's order: links are not followed. */
	async entriesBelow(folder: string): Promise<readonly RawEntry[]> {
		const { blobs } = await this.#load();
		const top = joinPath(this.#below, folder);
		const prefix = top === "." ? "" : `${top}/`;
		return [...blobs].flatMap(([path, { mode, object }]): RawEntry[] => {
			if (!path.startsWith(prefix)) return [];
			const kind = mode === "120000" ? "link" : mode === "100755" ? "executable" : "file";
			return [{ path: path.slice(prefix.length), kind, object }];
		});
	}

	/** A content by git's name of it; of a link, where it points to. */
	content(object: string): Promise<Uint8Array> {
		return readObject(this.#objects, object);
	}

	async #entry(index: Index, folder: string, name: string): Promise<GitTreeEntry | null> {
		const path = joinPath(folder, name);
		const blob = index.blobs.get(path);
		if (blob === undefined) return { name, kind: "directory", link: false, exec: false };
		const link = blob.mode === "120000";
		const target = link ? await this.#follow(path) : blob;
		if (target === null) return null;
		if (target === "directory") return { name, kind: "directory", link, exec: false };
		return { name, kind: "file", link, exec: target.mode === "100755" };
	}

	async #follow(path: string, links = 0): Promise<Blob | "directory" | null> {
		if (links > MAX_LINKS || path.startsWith("../")) return null;
		const index = await this.#load();
		const blob = index.blobs.get(path);
		if (blob?.mode === "120000") return this.#follow(await this.#target(path, blob), links + 1);
		if (blob !== undefined) return blob;
		if (path === "." || index.folders.has(path)) return "directory";
		return this.#throughLinkedFolder(index, path, links);
	}

	/** `a/b` where `a` is a link to a folder. */
	async #throughLinkedFolder(index: Index, path: string, links: number): Promise<Blob | "directory" | null> {
		for (let folder = parentOf(path); folder !== "."; folder = parentOf(folder)) {
			const blob = index.blobs.get(folder);
			if (blob?.mode !== "120000") continue;
			return this.#follow(joinPath(await this.#target(folder, blob), path.slice(folder.length + 1)), links + 1);
		}
		return null;
	}

	async #target(path: string, blob: Blob): Promise<string> {
		const target = new TextDecoder().decode(await readObject(this.#objects, blob.object));
		return target.startsWith("/") ? "../outside" : joinPath(parentOf(path), target);
	}

	#load(): Promise<Index> {
		this.#index ??= loadIndex(this.#root, this.name);
		return this.#index;
	}
}

interface Index {
	readonly blobs: ReadonlyMap<string, Blob>;
	/** Folder → names of what lies directly in it. */
	readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

async function loadIndex(root: string, commit: string): Promise<Index> {
	const listing = await gitText(root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
	const blobs = new Map<string, Blob>();
	const folders = new Map<string, Set<string>>();
	for (const line of listing.split("\0")) {
		const tab = line.indexOf("\t");
		const [mode = "", type = "", object = ""] = line.slice(0, tab).split(" ");
		if (type !== "blob") continue;
		const path = line.slice(tab + 1);
		blobs.set(path, { mode, object });
		register(folders, path);
	}
	return { blobs, folders };
}

function register(folders: Map<string, Set<string>>, path: string): void {
	for (let child = path; child !== "."; child = parentOf(child)) {
		const folder = parentOf(child);
		const names = folders.get(folder);
		const name = child.slice(folder === "." ? 0 : folder.length + 1);
		if (names?.has(name)) return;
		if (names === undefined) folders.set(folder, new Set([name]));
		else names.add(name);
	}
}

/** `<object> blob <size>\n<bytes>\n`, or `<object> missing\n`. */
async function readObject(objects: Conversation, object: string): Promise<Uint8Array> {
	const answer = await objects.ask(`${object}\n`, (buffer) => {
		const end = buffer.indexOf(10);
		if (end < 0) return null;
		const size = Number(buffer.subarray(0, end).toString("latin1").split(" ")[2]);
		return Number.isNaN(size) ? end + 1 : end + 1 + size + 1;
	});
	return answer.subarray(answer.indexOf(10) + 1, -1);
}
