const LINES = 20;
const BYTES = 8 * 1024;

/** The last lines of an output, whatever its length. */
export class Tail {
	#kept = Buffer.alloc(0);

	add(chunk: Uint8Array): void {
		this.#kept = Buffer.concat([this.#kept, chunk]).subarray(-BYTES);
	}

	get text(): string {
		return this.#kept.toString("utf8").trimEnd().split("\n").slice(-LINES).join("\n");
	}
}
