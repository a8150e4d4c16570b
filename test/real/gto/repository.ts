import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";

/** A tag as a history writes it: what git's own commands write, and what people make by hand. */
export interface HandMade {
	/** The ref's name. */
	readonly name: string;
	/** Number of the commit. */
	readonly commit: number;
	readonly second: number;
	/** No object of its own: `git tag NAME`. */
	readonly isLightweight?: boolean;
	/** The name within the object, where it is another: a tag that was renamed, or a second name for one. */
	readonly inside?: string;
	/** It names this tag, which came before it, and not the commit: `git tag -a NAME OTHER`. */
	readonly ofTag?: string;
	/** It names the commit's tree: `git tag -a NAME HEAD^{tree}`. */
	readonly ofTree?: boolean;
	/** `Name <mail>`; null: no such line, as tags of old have none. */
	readonly tagger?: string | null;
	readonly zone?: string;
	readonly message?: string | Uint8Array;
}

const START = 1_700_000_000;
const TAGGER = "Test Tagger <tagger@example.org>";
const COMMITS = 5;

/**
 * A repository with these tags, its objects written as git writes them: five hundred of them are made in a second, where
 * git's own commands would take a minute. What it holds is read by git, and by gto.
 */
export function writeRepository(root: string, tags: readonly HandMade[], deleted: readonly string[] = []): void {
	const objects = new Objects(join(root, ".git", "objects"));
	const tree = objects.write("tree", "");
	const commits = Array.from({ length: COMMITS }, (_, n) => {
		const who = `T <t@example.org> ${START - 1000 + n} +0000`;
		return objects.write("commit", `tree ${tree}\nauthor ${who}\ncommitter ${who}\n\n${n}\n`);
	});
	const refs = new Map<string, string>();
	for (const tag of tags) {
		const commit = commits[tag.commit] ?? "";
		const inner = tag.ofTag === undefined ? undefined : refs.get(tag.ofTag);
		refs.set(tag.name, tag.isLightweight === true ? commit : writeTag(objects, tag, inner, { tree, commit }));
	}
	writeFileSync(join(root, ".git", "HEAD"), "ref: refs/heads/main\n");
	writeFileSync(join(root, ".git", "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
	mkdirSync(join(root, ".git", "refs", "heads"), { recursive: true });
	writeFileSync(join(root, ".git", "refs", "heads", "main"), `${commits[0]}\n`);
	for (const name of deleted) refs.delete(name);
	const packed = [...refs].map(([name, id]) => `${id} refs/tags/${name}\n`);
	writeFileSync(join(root, ".git", "packed-refs"), packed.join(""));
}

function writeTag(
	objects: Objects,
	tag: HandMade,
	inner: string | undefined,
	{ tree, commit }: { readonly tree: string; readonly commit: string },
): string {
	const [id, type] = inner !== undefined ? [inner, "tag"] : tag.ofTree === true ? [tree, "tree"] : [commit, "commit"];
	const { tagger = TAGGER, zone = "+0000", message = "a tag\n" } = tag;
	const who = tagger === null ? "" : `tagger ${tagger} ${START + tag.second} ${zone}\n`;
	const head = `object ${id}\ntype ${type}\ntag ${tag.inside ?? tag.name}\n${who}\n`;
	return objects.write("tag", Buffer.concat([Buffer.from(head), Buffer.from(message)]));
}

class Objects {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
		mkdirSync(folder, { recursive: true });
	}

	write(type: string, content: string | Uint8Array): string {
		const body = Buffer.from(content);
		const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
		const id = createHash("sha1").update(whole).digest("hex");
		const file = join(this.#folder, id.slice(0, 2), id.slice(2));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, deflateSync(whole, { level: 1 }));
		return id;
	}
}
