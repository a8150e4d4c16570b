import { joinPath, parentOf } from "../../../kernel/index.ts";
import { HOLE, type Known, PROJECT, texts } from "./values.ts";

/** What a text means as a path, for a program that runs in `cwd`. */
export type Meant =
	| { readonly kind: "path"; readonly path: string; readonly folder: boolean }
	| { readonly kind: "elsewhere"; readonly path: string }
	| { readonly kind: "unclear" }
	/** An address: what is behind it is nobody's file. */
	| { readonly kind: "address" };

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const PATTERN = /[*?]|\[[^\]]*\]/;
/** DVC and the shell read these as something else. */
const ODD = /\p{Cc}|[$\\"'`|<>]/u;

/** A folder where the text names several files of it. */
export function meantBy(text: string, cwd: string): Meant {
	if (ADDRESS.test(text)) return { kind: "address" };
	const hole = text.replace(PATTERN, HOLE).indexOf(HOLE);
	const several = hole >= 0;
	const known = several ? text.slice(0, text.slice(0, hole).lastIndexOf("/") + 1) : text;
	if (known.trim() === "") return { kind: "unclear" };
	const inside = within(known, cwd);
	if (inside === null || inside.startsWith("..")) return { kind: "elsewhere", path: known.replaceAll(HOLE, "…") };
	if (inside === "." || ODD.test(inside)) return { kind: "unclear" };
	return { kind: "path", path: inside, folder: several || text.endsWith("/") };
}

function within(text: string, cwd: string): string | null {
	if (text === PROJECT || text.startsWith(`${PROJECT}/`)) return joinPath(text.slice(PROJECT.length + 1));
	if (text.startsWith("/") || text.startsWith("~") || /^[A-Za-z]:[\\/]/.test(text)) return null;
	return joinPath(cwd, text);
}

/** `a / b` and `os.path.join(a, b)`. */
export function joined(left: string, right: string): string {
	if (right.startsWith("/")) return right;
	return left === "" || left.endsWith("/") ? left + right : `${left}/${right}`;
}

export function parentText(text: string): string {
	const plain = text.replace(/\/+$/, "").replace(/(^|\/)\.\/(?=.)/g, "$1");
	const parent = parentOf(plain);
	if (!plain.endsWith("..")) return parent === "" ? "/" : parent;
	return `${plain}/..`;
}

/** A path in the folder that a program runs in, as `os.path.abspath` makes it. */
export function absolute(text: string, cwd: string): string {
	if (text.startsWith("/") || text.startsWith(HOLE)) return text;
	return joined(PROJECT, joinPath(cwd, text));
}

/** Methods and attributes of texts and paths. Null for one that says nothing of where. */
export function textMethod(name: string, own: readonly string[], given: readonly (readonly string[])[]): Known | null {
	const [first = [""]] = given;
	const each = (change: (text: string) => string): Known => texts(...own.map(change));
	const bare = (text: string): string => text.slice(text.lastIndexOf("/") + 1);
	switch (name) {
		case "parent":
			return each(parentText);
		case "name":
			return each(bare);
		case "stem":
			return each((text) => bare(text).replace(/\.[^.]*$/, ""));
		case "joinpath":
			return texts(
				...own.flatMap((text) =>
					given.reduce((all, part) => all.flatMap((a) => part.map((b) => joined(a, b))), [text]),
				),
			);
		case "with_suffix":
			return each((text) => text.replace(/\.[^./]*$/, "") + (first[0] ?? HOLE));
		case "with_name":
			return each((text) => joined(parentText(text), first[0] ?? HOLE));
		case "parents": {
			const ups = (text: string): Known[] =>
				[1, 2, 3, 4, 5].map((count) => texts(Array.from({ length: count }).reduce<string>(parentText, text)));
			return { kind: "list", items: ups(own[0] ?? HOLE) };
		}
		case "format":
			return texts(...own.map((text) => fill(text, /\{[^{}]*\}/g, given)));
		case "%":
			return texts(...own.map((text) => fill(text, /%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]/g, given)));
		case "strip":
		case "rstrip":
		case "lstrip":
		case "as_posix":
		case "expanduser":
		case "encode":
		case "__str__":
			return texts(...own);
		default:
			return null;
	}
}

function fill(text: string, place: RegExp, given: readonly (readonly string[])[]): string {
	let at = 0;
	return text.replace(place, () => given[at++]?.[0] ?? HOLE);
}
