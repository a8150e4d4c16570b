import type { Lane } from "../../kernel/index.ts";
import { clean } from "../../report/index.ts";

const ESCAPE = "\u001b";
/** What moves a cursor, erases, or names a window: all but colours. */
const MOVES = new RegExp(
	`${ESCAPE}\\[[0-9;?]*[A-Za-ln-z]|${ESCAPE}\\][^\u0007${ESCAPE}]*(?:\u0007|${ESCAPE}\\\\)`,
	"g",
);
/** A line that never ends is shown in parts of this length, in characters. */
const LONGEST = 10_000;

/** Cuts what comes in chunks into lines. */
export class LineCutter {
	readonly #decoder = new TextDecoder();
	#rest = "";

	/** The lines that are whole now. */
	take(chunk: Uint8Array | string): string[] {
		const text = typeof chunk === "string" ? chunk : this.#decoder.decode(chunk, { stream: true });
		const lines = (this.#rest + text).split("\n");
		this.#rest = lines.pop() ?? "";
		if (this.#rest.length > LONGEST) lines.push(...this.end());
		return lines.map(asShown);
	}

	/** What has not ended its line yet: of a bar that is drawn over and over, its last drawing. */
	get unfinished(): string {
		return asShown(this.#rest);
	}

	/** The last line, when it did not end. */
	end(): string[] {
		const rest = asShown(this.#rest);
		this.#rest = "";
		return rest === "" ? [] : [rest];
	}
}

/** As a terminal would leave a line behind: what was drawn over is gone. */
function asShown(line: string): string {
	return (line.replace(/\r+$/, "").split("\r").at(-1) ?? "").replace(MOVES, "");
}

export interface LaneMouth {
	/** Says one line of the lane's. */
	readonly line: (text: string) => void;
	readonly warn: (text: string) => void;
	/** Where it is: the last that it drew without ending its line, or said so. */
	readonly live: (text: string) => void;
	readonly closed: () => void;
}

/** A lane whose lines come between those of others. */
export function mixedLane({ line, warn, live, closed }: LaneMouth): Lane {
	const cutter = new LineCutter();
	return {
		say: (text) => line(clean(text, 2000)),
		warn: (text) => warn(clean(text, 2000)),
		live: (text) => live(clean(text, 200)),
		output: (chunk) => {
			for (const text of cutter.take(chunk)) line(text);
			live(clean(cutter.unfinished, 200));
		},
		close: () => {
			for (const text of cutter.end()) line(text);
			closed();
		},
	};
}
