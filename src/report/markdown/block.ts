import { COMMENT_MARKER } from "./comment.ts";

/**
 * The pull request's comment with a block of its own at the top, in place of an earlier one of the name. The next report
 * writes the comment anew, and the block goes with it. `body` null: there was no comment yet.
 */
export function withBlock(body: string | null, name: string, lines: readonly string[]): string {
	const [begin, end] = [`<!-- mainline ${name} -->`, `<!-- /mainline ${name} -->`];
	const [marker = "", ...rest] = without(body ?? `${COMMENT_MARKER}\n`, begin, end).split("\n");
	return [marker, begin, ...lines, end, "", ...rest].join("\n");
}

function without(body: string, begin: string, end: string): string {
	const lines = body.split(/\r?\n/);
	const [from, to] = [lines.indexOf(begin), lines.indexOf(end)];
	return from < 0 || to < from ? lines.join("\n") : [...lines.slice(0, from), ...lines.slice(to + 2)].join("\n");
}
