import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const KEPT = 5;

/** How long stages took on this machine, the latest runs last; seconds. Only ever a hint: damage is forgotten silently. */
export class Timings {
	readonly #file: string;
	readonly #seconds: Map<string, number[]>;

	private constructor(file: string, seconds: Map<string, number[]>) {
		this.#file = file;
		this.#seconds = seconds;
	}

	static async read(file: string): Promise<Timings> {
		const text = await readFile(file, "utf8").catch(() => "");
		return new Timings(file, parse(text));
	}

	/** The last runs of a stage, the latest last. */
	of(address: string): readonly number[] {
		return this.#seconds.get(address) ?? [];
	}

	add(address: string, seconds: number): void {
		this.#seconds.set(address, [...this.of(address), seconds].slice(-KEPT));
	}

	async save(): Promise<void> {
		const temporary = `${this.#file}.${randomBytes(6).toString("hex")}.tmp`;
		await mkdir(dirname(this.#file), { recursive: true });
		await writeFile(temporary, JSON.stringify(Object.fromEntries(this.#seconds)));
		await rename(temporary, this.#file);
	}
}

function parse(text: string): Map<string, number[]> {
	const found = new Map<string, number[]>();
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== "object" || value === null) return found;
		for (const [address, seconds] of Object.entries(value)) {
			if (Array.isArray(seconds)) found.set(address, seconds.filter((each) => typeof each === "number").slice(-KEPT));
		}
	} catch {
		found.clear();
	}
	return found;
}
