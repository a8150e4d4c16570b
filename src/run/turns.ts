/** Lets one at a time do something, in the order in which they ask. */
export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	take<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.#last.then(work, work);
		this.#last = mine.catch(() => undefined);
		return mine;
	}
}
