/** How long a registry may say nothing while something is waited for. */
export const SILENCE_MS = 20_000;
/** An upload's last answer may take longer: the registry looks through all that it got. Bytes in a millisecond, for a slow one. */
const STORED_PER_MS = 10_000;

/**
 * Gives a request up when the other side stays silent, so that it ends as a trouble and not as a job that waits. However long the whole
 * takes does not matter, nor how long our own side has to do.
 */
export class Watch {
	readonly ms: number;
	readonly #abort = new AbortController();
	readonly #signal: AbortSignal;
	#timer: NodeJS.Timeout | null = null;
	#over = false;

	constructor(ms: number, end: AbortSignal | undefined) {
		this.ms = ms;
		this.#signal = end === undefined ? this.#abort.signal : AbortSignal.any([this.#abort.signal, end]);
	}

	/** Fires for the silence, and for the end that was given. */
	get signal(): AbortSignal {
		return this.#signal;
	}

	get isSilent(): boolean {
		return this.#abort.signal.aborted;
	}

	/** Watches while `work`, which has the signal, waits for the other side. */
	async during<T>(work: () => Promise<T>): Promise<T> {
		this.#over = false;
		this.#wait(this.ms);
		try {
			return await work();
		} finally {
			this.#over = true;
			this.#rest();
		}
	}

	/** A body on its way out: the other side has to take each piece in time; where the pieces come from is not watched. */
	async *passing(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
		this.#rest();
		for await (const piece of content) {
			this.#wait(this.ms);
			yield piece;
			this.#rest();
		}
		this.#wait(this.ms + size / STORED_PER_MS);
	}

	#wait(ms: number): void {
		this.#rest();
		// what was answered before it was all sent is not waited for
		if (!this.#over) this.#timer = setTimeout(() => this.#abort.abort(), ms);
	}

	#rest(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
