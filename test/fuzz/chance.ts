/** Chance with a seed: the same seed gives the same inputs, on every machine. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ seed) >>> 0;
	}

	/** A whole number from 0 up to, and without, `below` (mulberry32). */
	below(below: number): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
	}

	one<T>(items: readonly T[]): T {
		const item = items[this.below(items.length)];
		if (item === undefined) throw new Error("nothing to choose from");
		return item;
	}

	/** True once in so many times. */
	rarely(times: number): boolean {
		return this.below(times) === 0;
	}

	some<T>(least: number, most: number, make: () => T): T[] {
		return Array.from({ length: least + this.below(most - least + 1) }, make);
	}
}
