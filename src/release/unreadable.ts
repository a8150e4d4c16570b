import type { TagInfo } from "./history.ts";
import { parseTag } from "./tag-name.ts";

/**
 * Why GTO's reader (1.10) stops at a tag, and with it every command for every artifact; null where it does not. It reads a tag
 * when the name of its ref is in the grammar, and wants who tagged, text, and a commit behind it.
 */
export function whyUnreadable(tag: TagInfo): string | null {
	if (!isLookedAt(tag.name)) return null;
	const read = tag.inside ?? tag.name;
	const event = parseTag(read);
	if (event === null) {
		return read === tag.name ? "its name is one that GTO cannot read" : `its object carries another name, ${read}`;
	}
	if (tag.isText === false) return "its message, or who tagged, is not UTF-8";
	if (tag.tagger.name === "" || tag.tagger.email === "") return "it does not name who tagged: name and address";
	if (tag.of !== undefined && event.kind !== "deprecate") return `it names a ${tag.of} and not a commit`;
	return null;
}

function isLookedAt(name: string): boolean {
	return parseTag(name) !== null || /^[a-zA-Z0-9][^#@]*@created(#[0-9]+)?$/.test(name);
}
