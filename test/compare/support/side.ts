import { createHash } from "node:crypto";
import type { Content, Objects, Side } from "../../../src/compare/index.ts";
import { type Oid, parseOid } from "../../../src/kernel/index.ts";
import type { Output, Stage, Tree, TreeEntry } from "../../../src/manifest/index.ts";

const place = { file: "dvc.yaml", line: 1, column: 1 };

export interface Given {
	/** Files of the tree: path → text. */
	readonly files?: Readonly<Record<string, string>>;
	/** Paths that a stage declares as metrics. */
	readonly metrics?: readonly string[];
	/** Metrics files named at the top level. */
	readonly top?: readonly string[];
	readonly params?: Readonly<Record<string, readonly string[]>>;
	readonly topParams?: readonly string[];
	/** Recorded outputs that are not in the tree: path → text, or relpath → text for a directory. */
	readonly recorded?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	/** Recorded, but not in the cache. */
	readonly lost?: readonly string[];
	readonly data?: Readonly<Record<string, Content>>;
}

/** A side with everything in memory: a tree of texts, one stage, and an object store that holds what was recorded. */
export function sideOf(given: Given): Side {
	const objects = new Map<string, Uint8Array>();
	const listings = new Map<string, { relpath: string; oid: Oid }[]>();
	const records = Object.entries(given.recorded ?? {}).map(([path, content]) => {
		const keep = !(given.lost ?? []).includes(path);
		const oid =
			typeof content === "string" ? store(objects, content, keep) : storeTree(content, { objects, listings, keep });
		return { path, oid, hash: "md5" as const };
	});
	const declared = [...new Set([...(given.metrics ?? []), ...records.map((record) => record.path)])];
	const stage: Stage = {
		address: "s",
		file: "dvc.yaml",
		name: "s",
		wdir: ".",
		cmd: "true",
		deps: [],
		params: Object.entries(given.params ?? {}).map(([path, keys]) => ({ path, at: path, keys, place })),
		outs: declared.map((path) => output(path, (given.metrics ?? []).includes(path))),
		frozen: false,
		alwaysChanged: false,
		desc: null,
		meta: null,
		lock: { cmd: "true", deps: [], params: new Map(), outs: records },
		place,
	};
	const port: Objects = {
		read: async (oid) => objects.get(oid) ?? null,
		listing: async (oid) => listings.get(oid) ?? null,
	};
	return {
		tree: treeOf(given.files ?? {}),
		project: {
			stages: [stage],
			artifacts: [],
			topLevel: { metrics: given.top ?? [], params: given.topParams ?? [], plots: [] },
			config: {
				sections: new Map(),
				cacheDir: "/nowhere",
				cacheTypes: ["copy"],
				defaultRemote: null,
				remotes: new Map(),
				noScm: false,
				autostage: false,
			},
		},
		objects: port,
		data: new Map(Object.entries(given.data ?? {})),
	};
}

export function oidOf(text: string): Oid {
	return asOid(createHash("md5").update(text).digest("hex"));
}

export function asOid(text: string): Oid {
	const oid = parseOid(text);
	if (oid === null) throw new Error(`${text} is no oid`);
	return oid;
}

function store(objects: Map<string, Uint8Array>, text: string, keep: boolean): Oid {
	const oid = oidOf(text);
	if (keep) objects.set(oid, new TextEncoder().encode(text));
	return oid;
}

interface Shelf {
	readonly objects: Map<string, Uint8Array>;
	readonly listings: Map<string, { relpath: string; oid: Oid }[]>;
	readonly keep: boolean;
}

function storeTree(files: Readonly<Record<string, string>>, { objects, listings, keep }: Shelf): Oid {
	const listing = Object.entries(files).map(([relpath, text]) => ({ relpath, oid: store(objects, text, keep) }));
	const oid = asOid(`${oidOf(JSON.stringify(listing))}.dir`);
	if (keep) listings.set(oid, listing);
	return oid;
}

function output(path: string, metric: boolean): Output {
	const kind = metric ? "metric" : "out";
	return {
		path,
		at: path.replace(/\/$/, ""),
		kind,
		cache: true,
		persist: false,
		push: true,
		remote: null,
		flags: new Map(),
		place,
	};
}

function treeOf(files: Readonly<Record<string, string>>): Tree {
	const paths = Object.keys(files);
	const isDirectory = (path: string): boolean => paths.some((file) => file.startsWith(`${path}/`));
	return {
		name: "workspace",
		read: async (path) => (files[path] === undefined ? null : new TextEncoder().encode(files[path])),
		kind: async (path) => (files[path] !== undefined ? "file" : isDirectory(path) ? "directory" : null),
		list: async (path) => {
			const inside = paths.filter((file) => file.startsWith(`${path}/`)).map((file) => file.slice(path.length + 1));
			const names = [...new Set(inside.map((file) => file.split("/")[0] ?? ""))].sort();
			return names.map(
				(name): TreeEntry => ({ name, kind: inside.includes(name) ? "file" : "directory", link: false, exec: false }),
			);
		},
	};
}
