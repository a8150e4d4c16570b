import type { Lane, Progress } from "../../kernel/index.ts";
import { clean } from "../../report/index.ts";
import { mixedLane } from "./lanes.ts";

/** Files, pipes and logs: lasting lines as they come, nothing live. */
export function plainProgress(write: (text: string | Uint8Array) => void): Progress {
	const lines = new Lines(write);
	const titles = new Titles((title) => lines.line(`${title}:`));
	return {
		say: (line) => {
			titles.show();
			lines.line(clean(line, 2000));
		},
		live: () => {},
		output: (chunk) => {
			titles.show();
			lines.raw(chunk);
		},
		group: (title) => titles.open(clean(title, 200)),
		warn: (line) => lines.line(`warning: ${clean(line, 2000)}`),
		lane: (title) => plainLane(lines, title),
	};
}

/** Each line behind its lane's title. */
export function plainLane(lines: Lines, title: string): Lane {
	const name = clean(title, 80);
	return mixedLane({
		line: (text) => lines.line(`${name} | ${text}`),
		warn: (text) => lines.line(`${name} | warning: ${text}`),
		live: () => {},
		closed: () => {},
	});
}

/** Keeps our lines apart from a command's output, which may end in the middle of one. */
export class Lines {
	readonly #write: (text: string | Uint8Array) => void;
	#atStart = true;

	constructor(write: (text: string | Uint8Array) => void) {
		this.#write = write;
	}

	/** True when the last thing written ended its line. */
	get atStart(): boolean {
		return this.#atStart;
	}

	line(text: string): void {
		this.#write(this.#atStart ? `${text}\n` : `\n${text}\n`);
		this.#atStart = true;
	}

	raw(chunk: string | Uint8Array): void {
		if (chunk.length === 0) return;
		this.#write(chunk);
		const last = chunk.at(-1);
		this.#atStart = last === "\n" || last === 0x0a;
	}
}

/** A group's title is told when there is something in the group: a stage that has nothing to do stays silent. */
export class Titles {
	readonly #tell: (title: string) => void;
	readonly #ended: () => void;
	#open: string | null = null;
	#told = false;

	constructor(tell: (title: string) => void, ended: () => void = () => {}) {
		this.#tell = tell;
		this.#ended = ended;
	}

	/** The group that is open. */
	get current(): string | null {
		return this.#open;
	}

	open(title: string): () => void {
		this.#open = title;
		this.#told = false;
		return () => {
			if (this.#told) this.#ended();
			this.#open = null;
			this.#told = false;
		};
	}

	show(): void {
		if (this.#told || this.#open === null) return;
		this.#told = true;
		this.#tell(this.#open);
	}
}
