import type { Clock } from "../../kernel/index.ts";

const MINUTE_MS = 60_000;

/** Says once a minute what goes on and for how long. */
export class Pulse {
	readonly #clock: Clock;
	readonly #tell: (words: string) => void;
	readonly #going = new Map<object, { readonly title: string; readonly since: number }>();
	#timer: NodeJS.Timeout | undefined;
	#note = "";

	constructor(clock: Clock, tell: (words: string) => void) {
		this.#clock = clock;
		this.#tell = tell;
	}

	note(words: string): void {
		this.#note = words;
	}

	begin(title: string): () => void {
		const key = {};
		if (this.#going.size === 0) this.#note = "";
		this.#going.set(key, { title, since: this.#clock.monotonic() });
		this.#timer ??= setInterval(() => this.#beat(), MINUTE_MS).unref();
		return () => {
			this.#going.delete(key);
			if (this.#going.size > 0) return;
			clearInterval(this.#timer);
			this.#timer = undefined;
		};
	}

	#beat(): void {
		const now = this.#clock.monotonic();
		const going = [...this.#going.values()].map(
			({ title, since }) => `${title}: ${Math.round((now - since) / MINUTE_MS)} min so far`,
		);
		this.#tell([...going, this.#note].filter((words) => words !== "").join(", "));
	}
}
