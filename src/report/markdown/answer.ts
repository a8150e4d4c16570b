import { cleanLines } from "../words/clean.ts";
import { withBlock } from "./block.ts";
import { code, fence, spoken } from "./escape.ts";

/** What came of a command that somebody wrote below a pull request. */
export interface Answer {
	/** The command as it was understood. */
	readonly command: string;
	readonly by: string;
	/** `done`: carried out or begun. `refused`: it may not be. `unclear`: nobody knows what was meant. */
	readonly kind: "done" | "refused" | "unclear";
	/** One sentence. */
	readonly said: string;
	/** More of it, as a terminal would show it; null for nothing. */
	readonly text: string | null;
}

const ALERTS = { done: "NOTE", refused: "WARNING", unclear: "TIP" } as const;
const MOST_LETTERS = 10_000;

/** The pull request's comment with the answer at its top. */
export function withAnswer(body: string | null, { command, by, kind, said, text }: Answer): string {
	const head = `> ${code(command, 200)} by ${code(by, 60)}: ${spoken(said.slice(0, 600))}`;
	const more = text === null ? [] : fence(cleanLines(text, MOST_LETTERS), MOST_LETTERS).split("\n");
	return withBlock(body, "answer", [
		`> [!${ALERTS[kind]}]`,
		head,
		...(more.length === 0 ? [] : [">", ...more.map((line) => `> ${line}`)]),
	]);
}
