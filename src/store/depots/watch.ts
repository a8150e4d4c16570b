/**
 * How long a request may show no sign of life. The signal fires when nothing stirred for that long, so that a server that
 * fell silent ends as a trouble and not as a job that hangs until morning. However long the whole takes does not matter.
 */
export class Watch {
	readonly #abort = new AbortController();
	readonly #ms: number;
	#timer: NodeJS.Timeout | null = null;

	constructor(ms: number) {
		this.#ms = ms;
		this.stir();
	}

	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	/** Whether it was lost: what the request failed of. */
	get lost(): boolean {
		return this.#abort.signal.aborted;
	}

	get seconds(): number {
		return Math.round(this.#ms / 1000);
	}

	/** A byte moved, or is waited for again. */
	stir(): void {
		if (this.#timer !== null) this.#timer.refresh();
		else this.#timer = setTimeout(() => this.#abort.abort(), this.#ms);
	}

	/** Nothing is waited for: the answer is here, or our own side is busy with it. */
	rest(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
