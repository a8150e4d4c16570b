const LITERAL = /[\\^$.*+?()[\]{}|/-]/g;

/** Python's fnmatch: `*`, `?`, `[abc]`, `[!abc]`; a bracket that does not end is itself. */
export function fnmatch(pattern: string): RegExp {
	const source = pattern.replace(/\[!?\]?[^\]]*\]|\*+|[\s\S]/g, (piece) => {
		if (piece.startsWith("*")) return ".*";
		if (piece === "?") return ".";
		return piece.length > 1 ? setOf(piece) : piece.replace(LITERAL, "\\$&");
	});
	try {
		return new RegExp(`^${source}$`, "su");
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
