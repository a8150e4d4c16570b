import { betweenStars } from "../kernel/index.ts";

const LITERAL = /[\\^$.*+?()[\]{}|/-]/g;

/** Python's fnmatch: `*`, `?`, `[abc]`, `[!abc]`; a bracket that does not end is itself. */
export function fnmatch(pattern: string): RegExp {
	const chunks = [""];
	for (const [piece] of pattern.matchAll(/\[!?\]?[^\]]*\]|\*+|[\s\S]/gu)) {
		if (piece.startsWith("*")) chunks.push("");
		else
			chunks[chunks.length - 1] +=
				piece === "?" ? "." : piece.startsWith("[") && piece.length > 1 ? setOf(piece) : piece.replace(LITERAL, "\\$&");
	}
	try {
		return new RegExp(`^${betweenStars(chunks)}$`, "su");
	} catch {
		// a range that runs backwards holds nothing
		return /(?!)/;
	}
}

function setOf(piece: string): string {
	const negated = piece.startsWith("[!");
	const inside = piece.slice(negated ? 2 : 1, -1).replace(/[\\\][^]|^-|-$/g, "\\$&");
	return `[${negated ? "^" : ""}${inside}]`;
}
