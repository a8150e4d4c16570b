/** A source that makes the same bytes each time it is opened. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

interface Place {
	readonly iterator: AsyncIterator<Uint8Array>;
	/** Bytes handed out. */
	at: number;
	/** Read, and not handed out yet. */
	rest: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** Hands out ranges of a source: reads on where the last range ended, and opens the source again where that does not fit. */
export class Rereading {
	readonly #open: OpenBytes;
	/** Where the last range ended. A range that was given up leaves nothing behind: whoever reads it may still wait for bytes. */
	#place: Place | null = null;

	constructor(open: OpenBytes) {
		this.#open = open;
	}

	/** `size` bytes from `from` on, fewer where the source ends. A piece is good as long as the source's own pieces are. */
	async *range(from: number, size: number): AsyncGenerator<Uint8Array> {
		const place = this.#take(from);
		let left = size;
		try {
			for (let skip = from - place.at; skip > 0; ) skip -= (await take(place, skip)).length || skip;
			while (left > 0) {
				const piece = await take(place, left);
				if (piece.length === 0) return;
				left -= piece.length;
				// before the last piece leaves: whoever takes it may not come back to hear that it was the last
				if (left === 0) this.#place = place;
				yield piece;
			}
		} finally {
			if (left > 0) await place.iterator.return?.();
		}
	}

	/** Lets the source go. */
	async close(): Promise<void> {
		await this.#place?.iterator.return?.();
		this.#place = null;
	}

	#take(from: number): Place {
		const place = this.#place;
		this.#place = null;
		if (place !== null && place.at <= from) return place;
		void place?.iterator.return?.();
		return { iterator: this.#open()[Symbol.asyncIterator](), at: 0, rest: NOTHING };
	}
}

/** The next bytes, `most` of them at most; none at the end. */
async function take(place: Place, most: number): Promise<Uint8Array> {
	while (place.rest.length === 0) {
		const next = await place.iterator.next();
		if (next.done === true) return NOTHING;
		place.rest = next.value;
	}
	const piece = place.rest.subarray(0, most);
	place.rest = place.rest.subarray(piece.length);
	place.at += piece.length;
	return piece;
}
