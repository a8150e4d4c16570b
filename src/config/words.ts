import { isWithin, joinPath, parseDuration } from "../kernel/index.ts";
import { expectInteger, expectString, mismatch, type Rule, refine } from "../source/index.ts";

export const filled: Rule<string> = refine(expectString, (text, node, report) =>
	text.trim() === "" ? mismatch(node, report, "a text that is not empty") : text,
);

export const duration: Rule<number> = (node, report) => {
	const value = node.kind === "scalar" ? node.value : null;
	const written = typeof value === "bigint" || typeof value === "string" ? String(value) : "";
	return parseDuration(written) ?? mismatch(node, report, "a length of time like 90s, 30m, 12h or 7d");
};

export const port: Rule<number> = refine(expectInteger, (value, node, report) =>
	value >= 1n && value <= 65_535n ? Number(value) : mismatch(node, report, "a port from 1 to 65535"),
);

/** A text of one form; `what` completes "expected …". */
export function named(form: RegExp, what: string): Rule<string> {
	return refine(filled, (text, node, report) => (form.test(text) ? text : mismatch(node, report, what)));
}

/** A path in a repository or folder that does not leave it, normalised. */
export const inside: Rule<string> = refine(filled, (text, node, report) => {
	const path = joinPath(text);
	const leaves = text.startsWith("/") || text.includes("\0") || !isWithin(path, ".");
	return leaves ? mismatch(node, report, "a path that stays in its folder") : path;
});

/** What git takes for a repository. Passwords stay out of files that everybody reads. */
export const address: Rule<string> = refine(filled, (text, node, report) => {
	if (text.startsWith("-") || /^[a-z0-9]+::/i.test(text))
		return mismatch(node, report, "the address of a git repository");
	const url = /^[a-z+]+:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
	if (url === null || url.password === "") return text;
	return report.add(node.at, "a password stands in the address", {
		expected: "an address without one",
		hint: "git has it from its credential helper: `git config --global credential.helper …` in the job",
	});
});
