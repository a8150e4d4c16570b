import type { Clock } from "../../kernel/index.ts";
import { type DemoDocument, paint, type Style, sign, wrap } from "../../report/index.ts";

type Step = DemoDocument["steps"][number];

/** How the demo's people hear of it: a line of text, without its line break. */
export interface Listener {
	readonly style: Style;
	tell(line: string): void;
	/** What goes on from here until something is told. */
	work(words: string): void;
}

/** Tells the story chapter by chapter, and keeps account of what was claimed and whether it held. */
export class Story {
	readonly #listener: Listener;
	readonly #clock: Clock;
	readonly #steps: Step[] = [];

	constructor(listener: Listener, clock: Clock) {
		this.#listener = listener;
		this.#clock = clock;
	}

	get steps(): readonly Step[] {
		return this.#steps;
	}

	/** Plays one chapter and returns what came of it; `note` makes of that what stands beside its name in the end. */
	async chapter<T>(name: string, play: (chapter: Chapter) => Promise<T>, note: (came: T) => string): Promise<T> {
		const start = this.#clock.monotonic();
		const number = this.#steps.length + 1;
		this.#listener.tell(`\n${paint(this.#listener.style, "strong", `${number}  ${name}`)}`);
		const chapter = new Chapter(this.#listener);
		const came = await play(chapter);
		const seconds = (this.#clock.monotonic() - start) / 1000;
		this.#steps.push({ name, seconds, ok: chapter.held, note: note(came) });
		return came;
	}

	tell(line: string): void {
		this.#listener.tell(line);
	}
}

export class Chapter {
	readonly #listener: Listener;
	#held = true;

	constructor(listener: Listener) {
		this.#listener = listener;
	}

	get style(): Style {
		return this.#listener.style;
	}

	/** True while everything claimed so far was so. */
	get held(): boolean {
		return this.#held;
	}

	/** A sentence or two, wrapped. */
	say(words: string): void {
		for (const line of wrap(words, Math.min(this.#listener.style.width, 100) - 3)) this.#listener.tell(`   ${line}`);
	}

	/** What somebody sees: a screen, a comment, a picture. */
	show(lines: readonly string[]): void {
		const { style } = this.#listener;
		const edge = paint(style, "quiet", "│");
		this.#listener.tell("");
		for (const line of lines) this.#listener.tell(`   ${edge} ${line}`.trimEnd());
		this.#listener.tell("");
	}

	/** Says what is going on, until something is told. */
	doing(words: string): void {
		this.#listener.work(words);
	}

	/** A claim, and whether it is so: one that is not makes the demo end with "no". */
	claim(words: string, holds: boolean): void {
		this.#held &&= holds;
		this.#listener.tell(`   ${sign(this.#listener.style, holds ? "done" : "no")} ${words}`);
	}
}
