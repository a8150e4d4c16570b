import { styleText } from "node:util";
import type { Clock, Progress } from "../../kernel/index.ts";
import { clean, type Style } from "../../report/index.ts";
import { mixedLane } from "./lanes.ts";
import { Lines, Titles } from "./plain.ts";

const QUIET_MS = 2000;
const TICK_MS = 1000;
/** Not red, which says that something is wrong. */
const LANE_COLOURS = ["cyan", "magenta", "blue", "green", "yellow"] as const;
const NOTE_LENGTH = 40;
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
	let laneCount = 0;
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
		lane: (title) => {
			const name = clean(title, 80);
			const colour = LANE_COLOURS[laneCount++ % LANE_COLOURS.length] ?? "cyan";
			const told = (text: string): void =>
				lasting(() =>
					lines.line(`${tinted(style, colour, `${name} ${style.unicode ? "│" : "|"}`)} ${reset(style, text)}`),
				);
			const mark = live.lane(name);
			return mixedLane({
				line: told,
				warn: (text) => told(`${tinted(style, "yellow", "warning:")} ${text}`),
				live: mark.note,
				closed: mark.end,
			});
		},
		end: () => live.end(),
	};
}

/** A colour that a command's line begins does not run on into the next. */
function reset(style: Style, text: string): string {
	return style.colour && text.includes("\u001b[") ? `${text}\u001b[0m` : text;
}

type Format = "bold" | "dim" | "yellow" | (typeof LANE_COLOURS)[number];

function tinted(style: Style, format: Format, text: string): string {
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
	readonly #lanes = new Set<{ readonly title: string; readonly since: number; note: string }>();

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

	/** Work that goes on beside other work. */
	lane(title: string): { note: (words: string) => void; end: () => void } {
		const lane = { title, since: this.#around.clock.monotonic(), note: "" };
		this.#lanes.add(lane);
		return {
			note: (words) => {
				lane.note = words.slice(0, NOTE_LENGTH);
			},
			end: () => {
				this.#lanes.delete(lane);
				this.erase();
			},
		};
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
		const words = this.#lanes.size > 0 ? this.#together() : [titles.current, minutesAndSeconds(elapsed), this.#note];
		const text = `${dot} ${words.filter((part) => part !== null && part !== "").join("  ")}`;
		this.#write(`${ERASE}${tinted(style, "dim", text.slice(0, Math.max(20, style.width - 1)))}`);
		this.#shown = true;
	}

	/** `train 06:12 epoch 31 · tune 00:40 · 5 wait`. */
	#together(): string[] {
		const now = this.#around.clock.monotonic();
		const lanes = [...this.#lanes].map(({ title, since, note }) =>
			`${title} ${minutesAndSeconds(now - since)} ${note}`.trimEnd(),
		);
		return [[...lanes, this.#note].filter((part) => part !== "").join(this.#around.style.unicode ? " · " : " - ")];
	}
}

/** `06:12`, `1:06:12`. */
function minutesAndSeconds(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
	return seconds < 3600 ? parts.join(":") : [Math.floor(seconds / 3600), ...parts].join(":");
}
