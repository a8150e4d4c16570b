import { styleText } from "node:util";
import type { Clock, Progress } from "../../kernel/index.ts";
import { clean, type Style } from "../../report/index.ts";
import { Lines, Titles } from "./plain.ts";

const QUIET_MS = 2000;
const TICK_MS = 1000;
const ERASE = "\r\u001b[2K";

export interface TerminalProgress extends Progress {
	/** Takes the live line away for good: the answer comes next. */
	end(): void;
}

/** A terminal: what lasts scrolls by, and below it one live line that says what goes on and for how long, after two seconds. */
export function terminalProgress(
	write: (text: string | Uint8Array) => void,
	{ clock, style }: { readonly clock: Clock; readonly style: Style },
): TerminalProgress {
	const lines = new Lines(write);
	const titles = new Titles((title) => lines.line(tinted(style, "bold", title)));
	const live = new LiveLine(write, { clock, style, lines, titles });
	const lasting = (work: () => void): void => {
		live.erase();
		titles.show();
		work();
	};
	return {
		say: (line) => lasting(() => lines.line(tinted(style, "dim", clean(line, 2000)))),
		live: (line) => live.note(clean(line, 300)),
		output: (chunk) => lasting(() => lines.raw(chunk)),
		group: (title) => {
			const close = titles.open(clean(title, 200));
			live.restart();
			return () => {
				live.restart();
				close();
			};
		},
		warn: (line) => lasting(() => lines.line(`${tinted(style, "yellow", "warning:")} ${clean(line, 2000)}`)),
		end: () => live.end(),
	};
}

function tinted(style: Style, format: "bold" | "dim" | "yellow", text: string): string {
	return style.colour ? styleText(format, text, { validateStream: false }) : text;
}

interface Around {
	readonly clock: Clock;
	readonly style: Style;
	readonly lines: Lines;
	readonly titles: Titles;
}

class LiveLine {
	readonly #write: (text: string) => void;
	readonly #around: Around;
	readonly #timer: NodeJS.Timeout;
	#since: number;
	#note = "";
	#shown = false;

	constructor(write: (text: string) => void, around: Around) {
		this.#write = write;
		this.#around = around;
		this.#since = around.clock.monotonic();
		this.#timer = setInterval(() => this.#draw(), TICK_MS);
		this.#timer.unref();
	}

	note(words: string): void {
		this.#note = words;
		if (this.#shown) this.#draw();
	}

	/** The work is another one from here on. */
	restart(): void {
		this.erase();
		this.#since = this.#around.clock.monotonic();
		this.#note = "";
	}

	erase(): void {
		if (!this.#shown) return;
		this.#write(ERASE);
		this.#shown = false;
	}

	end(): void {
		clearInterval(this.#timer);
		this.erase();
	}

	#draw(): void {
		const { clock, style, lines, titles } = this.#around;
		const elapsed = clock.monotonic() - this.#since;
		// in the middle of a command's own line (a progress bar of its own) there is no place for ours
		if (elapsed < QUIET_MS || !lines.atStart) return;
		const dot = style.unicode ? "●" : "*";
		const words = [titles.current, minutesAndSeconds(elapsed), this.#note].filter(
			(part) => part !== null && part !== "",
		);
		const text = `${dot} ${words.join("  ")}`;
		this.#write(`${ERASE}${tinted(style, "dim", text.slice(0, Math.max(20, style.width - 1)))}`);
		this.#shown = true;
	}
}

/** `06:12`, `1:06:12`. */
function minutesAndSeconds(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
	return seconds < 3600 ? parts.join(":") : [Math.floor(seconds / 3600), ...parts].join(":");
}
