/** What a page of the documents tells its reader to do: files to write, and commands with what they print. */
export type Step =
	| { readonly kind: "file"; readonly path: string; readonly text: string }
	| { readonly kind: "command"; readonly line: string; readonly prints: readonly string[] };

/**
 * The steps of a page, in their order. A block whose first line is a comment with a path (`# train.py`) is that file; in a
 * ```console block, `$ ` begins a command, `> ` goes on with it, and what follows is what it prints. Other blocks are not done.
 */
export function stepsOf(page: string): Step[] {
	return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, language = "", text = ""]) => {
		if (language === "console") return commandsOf(text);
		const path = /^# ([\w./-]*\w)\n/.exec(text)?.[1];
		return path === undefined ? [] : [{ kind: "file" as const, path, text }];
	});
}

function commandsOf(block: string): Step[] {
	return block
		.split(/^\$ /m)
		.filter((text) => text !== "")
		.map((text) => {
			const [first = "", ...rest] = text.trimEnd().split("\n");
			const more = rest.findIndex((line) => !line.startsWith("> "));
			const until = more < 0 ? rest.length : more;
			const line = [first, ...rest.slice(0, until).map((each) => each.slice(2))].join("\n");
			return { kind: "command", line, prints: rest.slice(until) };
		});
}

/** One script of all steps, which ends at the first that fails; before each command's output stands its number. */
export function scriptOf(steps: readonly Step[]): string {
	const parts = steps.map((step, number) =>
		step.kind === "file"
			? `cat > ${step.path} <<'END OF THE FILE'\n${step.text}END OF THE FILE`
			: `echo; echo "${MARK}${number}"\n{ ${step.line}\n} 2>&1 || exit $?`,
	);
	return `${parts.join("\n")}\n`;
}

const MARK = "== step ";

/** What each command printed, by its number, without empty lines. */
export function outputsOf(said: string): Map<number, string[]> {
	const parts = said.split(new RegExp(`^${MARK}`, "m")).slice(1);
	return new Map(
		parts.map((part) => {
			const [number = "", ...lines] = part.split("\n");
			return [Number(number), lines.filter((line) => line.trim() !== "")];
		}),
	);
}

/** A line without what is another each time: numbers but for versions, digests, commits, the width of a table. */
export function alike(line: string): string {
	return line
		.replace(/sha256:[0-9a-f]+/g, "sha256:#")
		.replace(/\b[0-9a-f]{7}\b/g, "#")
		.replace(/(v\d+\.\d+\.\d+)|\d[\d.,]*/g, (_, version: string | undefined) => version ?? "#")
		.replace(/\b[KMG]iB\b/g, "B")
		.replace(/\s+/g, " ")
		.trim();
}

/** The first line that a page shows and a command did not print, in this order; `…` stands for any lines. Null: all is there. */
export function missing(shown: readonly string[], printed: readonly string[]): string | null {
	const lines = shown.filter((line) => line.trim() !== "");
	const found = printed.map(alike);
	let at = 0;
	let gap = false;
	for (const line of lines) {
		if (line.trim() === "…") {
			gap = true;
			continue;
		}
		const next: number = gap ? found.indexOf(alike(line), at) : at;
		if (next < 0 || found[next] !== alike(line)) return line;
		[at, gap] = [next + 1, false];
	}
	return gap || at === found.length ? null : `(the end; it goes on: ${printed[at]})`;
}
