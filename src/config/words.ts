import { isWithin, joinPath, parseDuration } from "../kernel/index.ts";
import { expectInteger, expectString, mismatch, type Rule, refine } from "../source/index.ts";

export const filled: Rule<string> = refine(expectString, (text, node, report) =>
	text.trim() === "" || text.includes("\0")
		? mismatch(node, report, "a text that is not empty, without a NUL in it")
		: text,
);

/** What becomes a word of a command or a line of a file: no line breaks and nothing that moves a terminal's cursor. */
export const line: Rule<string> = refine(filled, (text, node, report) =>
	/\p{Cc}/u.test(text) ? mismatch(node, report, "a text on one line") : text,
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
	return refine(line, (text, node, report) => (form.test(text) ? text : mismatch(node, report, what)));
}

/** A path in a repository or folder that does not leave it, normalised. */
export const inside: Rule<string> = refine(line, (text, node, report) => {
	const path = joinPath(text);
	const leaves = text.startsWith("/") || !isWithin(path, ".");
	return leaves ? mismatch(node, report, "a path that stays in its folder") : path;
});

/** What git takes for a repository. Passwords and tokens stay out of files that everybody reads. */
export const address: Rule<string> = refine(line, (text, node, report) => {
	if (text.startsWith("-") || /^[a-z0-9]+::/i.test(text))
		return mismatch(node, report, "the address of a git repository");
	const url = /^[a-z+]+:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
	if (url === null || !holdsSecret(url)) return text;
	return report.add(node.at, "a password or token stands in the address", {
		expected: "an address without one",
		hint: "git has it from its credential helper: `git config --global credential.helper …` in the job",
	});
});

/** A name alone is a login for ssh (`git@`), and a token for the web. */
function holdsSecret({ protocol, username, password }: URL): boolean {
	return password !== "" || (/^https?:$/.test(protocol) && username !== "");
}
