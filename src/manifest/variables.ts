import { joinPath, type Key, type Place, type Value } from "../kernel/index.ts";
import { complain, describeNode, type MapNode, type Node, readParams, toValue } from "../source/index.ts";
import type { Tree } from "./model.ts";
import { placePath } from "./places.ts";
import { below, type Context, holdsExpression } from "./template.ts";

/** A mapping that grows by merging; values are never replaced. */
interface Branch {
	readonly values: Map<string, Leaf | Branch>;
}
interface Leaf {
	readonly value: Value;
	/** Where it came from: a file, or `vars`. */
	readonly from: string;
}

const DEFAULT_FILE = "params.yaml";
/** That expressions may put into the texts of one dvc.yaml, all together. */
const MOST_LETTERS = 64 * 1024 * 1024;

/**
 * What `${}` may name: params.yaml beside dvc.yaml, then the entries of `vars` in order. Mappings merge; a name that is
 * given twice is an error. Failures `template`.
 */
export class Variables implements Context {
	readonly #tree: Tree;
	readonly #top: Branch;
	/** File → the keys taken from it; null for all. */
	readonly #loaded: Map<string, Set<string> | null>;
	/** Of the whole dvc.yaml. */
	readonly #letters: { left: number };

	private constructor(
		tree: Tree,
		{ top, loaded, letters }: { top: Branch; loaded: Map<string, Set<string> | null>; letters: { left: number } },
	) {
		this.#tree = tree;
		this.#top = top;
		this.#loaded = loaded;
		this.#letters = letters;
	}

	/** `folder`: that of the dvc.yaml. `vars`: its top-level node. */
	static async load(tree: Tree, folder: string, vars: Node | undefined): Promise<Variables> {
		const variables = new Variables(tree, {
			top: { values: new Map() },
			loaded: new Map(),
			letters: { left: MOST_LETTERS },
		});
		const file = joinPath(folder, DEFAULT_FILE);
		if ((await tree.kind(file)) === "file") await variables.#addFile(file, null, { file });
		await variables.#addAll(folder, vars);
		return variables;
	}

	/** These and a stage's own `vars`, whose files count from its working directory. */
	async with(
		wdir: string,
		{ vars, reserved }: { vars: Node | undefined; reserved: readonly string[] },
	): Promise<Variables> {
		if (vars === undefined) return this;
		const more = new Variables(this.#tree, {
			top: copyOf(this.#top),
			loaded: new Map(this.#loaded),
			letters: this.#letters,
		});
		for (const name of reserved) more.#top.values.set(name, { value: null, from: "the stage's own generation" });
		await more.#addAll(wdir, vars);
		return more;
	}

	get names(): readonly string[] {
		return namesOf(this.#top);
	}

	lookup(name: readonly string[]): Value | undefined {
		let found: Branch | Leaf | undefined = this.#top;
		for (const [index, part] of name.entries()) {
			if (found === undefined) return undefined;
			if (!("values" in found)) return below(found.value, name.slice(index));
			found = found.values.get(part);
		}
		return found === undefined ? undefined : plain(found);
	}

	grown(letters: number, at: Place): void {
		this.#letters.left -= letters;
		if (this.#letters.left >= 0) return;
		throw complain(at, "template", "the values make this file too long", {
			found: `more than ${MOST_LETTERS} letters`,
			expected: "values that are named, not whole texts in many places",
		});
	}

	async #addAll(folder: string, vars: Node | undefined): Promise<void> {
		if (vars === undefined || (vars.kind === "scalar" && vars.value === null)) return;
		if (vars.kind !== "list") throw misfit(vars, "a list of files and mappings");
		for (const item of vars.items) await this.#addItem(folder, item);
	}

	async #addItem(folder: string, item: Node): Promise<void> {
		if (interpolates(item))
			throw complain(item.at, "template", "`vars` cannot hold ${} themselves", { found: describeNode(item) });
		if (item.kind === "map") return merge(this.#top, { node: item, from: item.at.file, said: "vars" });
		if (item.kind === "list" || typeof item.value !== "string")
			throw misfit(item, "a file, `file:key,key`, or a mapping");
		const [, path = "", keys = ""] = /^([^:]*)(?::(.*))?$/s.exec(item.value) ?? [];
		const file = placePath({ root: null, wdir: folder }, path) ?? path;
		const named = keys.split(",").filter((key) => key !== "");
		const wanted = named.length === 0 ? null : named;
		if (await this.#isNews(file, wanted, item)) await this.#addFile(file, wanted, item.at);
	}

	async #isNews(file: string, keys: readonly string[] | null, item: Node): Promise<boolean> {
		const known = this.#loaded.get(file);
		if (known === undefined) return true;
		if (known === null && keys === null) return false;
		const message =
			known === null
				? `${file} is taken as a whole already`
				: keys === null
					? `parts of ${file} are taken already`
					: null;
		const again = keys?.find((key) => known?.has(key));
		if (message === null && again === undefined) return true;
		throw complain(item.at, "template", message ?? `\`${again ?? ""}\` of ${file} is taken already`, {
			expected: "each file once, or each of its keys once",
		});
	}

	async #addFile(file: string, keys: readonly string[] | null, at: Place): Promise<void> {
		const bytes = await this.#tree.read(file);
		if (bytes === null) {
			throw complain(at, "template", `${file} does not exist`, {
				found: file,
				expected: "a file of values",
				hint: `make ${file}, or take it out`,
			});
		}
		const node = readParams(bytes, file);
		if (node.kind !== "map") throw misfit(node, "a mapping");
		merge(this.#top, { node: keys === null ? node : partOf(node, keys, at), from: file, said: file });
		this.#loaded.set(file, keys === null ? null : new Set([...(this.#loaded.get(file) ?? []), ...keys]));
	}
}

/** Whether an expression stands anywhere in it; escaped ones are texts. */
function interpolates(node: Node): boolean {
	if (node.kind === "list") return node.items.some(interpolates);
	if (node.kind === "map")
		return node.entries.some(
			({ key, value }) => (typeof key === "string" && holdsExpression(key)) || interpolates(value),
		);
	return typeof node.value === "string" && holdsExpression(node.value);
}

function misfit(node: Node, expected: string): Error {
	const found = describeNode(node);
	return complain(node.at, "template", `expected ${expected}, found ${found}`, { found, expected });
}

function partOf(node: MapNode, keys: readonly string[], at: Place): MapNode {
	const entries = keys.map((key) => {
		const entry = node.entries.find((each) => each.key === key);
		if (entry !== undefined) return entry;
		throw complain(at, "template", `${node.at.file} has no \`${key}\``, {
			found: key,
			expected: "one of its top-level keys",
		});
	});
	return { ...node, entries };
}

/** Keys that are no texts are passed over, as DVC does. */
function merge(into: Branch, source: { node: MapNode; from: string; said: string }): void {
	for (const { key, keyAt, value } of source.node.entries) {
		if (typeof key !== "string") continue;
		const known = into.values.get(key);
		if (known === undefined) into.values.set(key, grow(value, source));
		else if ("values" in known && value.kind === "map") merge(known, { ...source, node: value });
		else throw redefined(key, keyAt, { known, from: source.said });
	}
}

function grow(node: Node, source: { from: string; said: string }): Branch | Leaf {
	if (node.kind !== "map") return { value: toValue(node), from: source.said };
	const branch: Branch = { values: new Map() };
	merge(branch, { ...source, node });
	return branch;
}

function redefined(key: string, at: Place, { known, from }: { known: Branch | Leaf; from: string }): Error {
	const origin = "values" in known ? "an earlier file" : known.from;
	return complain(at, "template", `\`${key}\` of ${from} is given by ${origin} already`, {
		found: key,
		expected: "each name once",
		length: key.length,
	});
}

function copyOf({ values }: Branch): Branch {
	return { values: new Map([...values].map(([key, item]) => [key, "values" in item ? copyOf(item) : item])) };
}

function plain(item: Branch | Leaf): Value {
	if (!("values" in item)) return item.value;
	return new Map<Key, Value>([...item.values].map(([key, inner]) => [key, plain(inner)]));
}

function namesOf(branch: Branch, prefix = ""): string[] {
	return [...branch.values].flatMap(([key, item]) =>
		"values" in item ? [`${prefix}${key}`, ...namesOf(item, `${prefix}${key}.`)] : [`${prefix}${key}`],
	);
}
