const KEPT_LINES = 20;
const KEPT_CHARACTERS = 16_384;

/** The last lines of an output, however long it grows. */
export class Tail {
	#text = "";

	add(chunk: Uint8Array): void {
		this.#text = (this.#text + new TextDecoder().decode(chunk)).slice(-KEPT_CHARACTERS);
	}

	lines(): string[] {
		return lastLinesOf(this.#text);
	}
}

/** The last lines of a text that say something. */
export function lastLinesOf(text: string): string[] {
	return text
		.split("\n")
		.filter((line) => line.trim() !== "")
		.slice(-KEPT_LINES);
}
