import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

const LONGEST_NAME = 150;

/** Everything that a stage's commands wrote in the last run, in a file of its own that begins with its first byte. */
export class StageLog {
	readonly file: string;
	#handle: number | null = null;

	/** What an earlier run left goes. */
	constructor(folder: string, address: string) {
		this.file = join(folder, `${fileName(address)}.log`);
		rmSync(this.file, { force: true });
	}

	/** False while nothing was written. */
	get exists(): boolean {
		return this.#handle !== null;
	}

	write(chunk: Uint8Array | string): void {
		if (this.#handle === null) {
			mkdirSync(dirname(this.file), { recursive: true });
			this.#handle = openSync(this.file, "w");
		}
		writeSync(this.#handle, typeof chunk === "string" ? Buffer.from(chunk) : chunk);
	}

	close(): void {
		if (this.#handle !== null) closeSync(this.#handle);
	}
}

/** An address may hold anything (`foreach` goes over texts); a name of a file may not. */
function fileName(address: string): string {
	const name = address.replace(/[^A-Za-z0-9._@:-]/gu, (character) =>
		Buffer.from(character).toString("hex").replace(/../g, "%$&"),
	);
	if (name.length <= LONGEST_NAME && name !== "." && name !== "..") return name;
	return `${name.slice(0, LONGEST_NAME)}-${createHash("sha256").update(address).digest("hex").slice(0, 12)}`;
}
