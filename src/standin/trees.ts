import type { BareRepository } from "./bare.ts";

/** A tree like `base` (nothing when null) with entries set or, where null, taken away; an entry reads `100644 blob <sha>`. */
export async function treeWith(
	bare: BareRepository,
	base: string | null,
	changes: ReadonlyMap<string, string | null>,
): Promise<string> {
	const flat = new Map<string, string>();
	if (base !== null) for (const line of await flatTree(bare, base)) flat.set(line.path, line.text);
	for (const [path, entry] of changes) {
		if (entry === null) flat.delete(path);
		else flat.set(path, entry);
	}
	return writeTree(bare, flat);
}

async function flatTree(bare: BareRepository, tree: string): Promise<{ path: string; text: string }[]> {
	const out = await bare.git(["ls-tree", "-r", "-z", "--full-tree", tree]);
	return out.split("\0").flatMap((line) => {
		const at = line.indexOf("\t");
		return at < 0 ? [] : [{ path: line.slice(at + 1), text: line.slice(0, at) }];
	});
}

/** Trees are made from the leaves up: `git mktree` knows one level only. */
async function writeTree(bare: BareRepository, flat: ReadonlyMap<string, string>): Promise<string> {
	const here: string[] = [];
	const below = new Map<string, Map<string, string>>();
	for (const [path, line] of flat) {
		const at = path.indexOf("/");
		if (at < 0) {
			here.push(`${line}\t${path}`);
			continue;
		}
		const folder = below.get(path.slice(0, at)) ?? new Map<string, string>();
		below.set(path.slice(0, at), folder.set(path.slice(at + 1), line));
	}
	for (const [name, inner] of below) here.push(`040000 tree ${await writeTree(bare, inner)}\t${name}`);
	return bare.git(["mktree", "-z"], { input: here.map((line) => `${line}\0`).join("") });
}
