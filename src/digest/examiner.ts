import { setImmediate } from "node:timers/promises";
import { systemClock } from "../kernel/index.ts";
import { threads } from "./threads.ts";
import { examined, type Reply } from "./worker.ts";

const PATHS_PER_REQUEST = 2_048;
/** Starting threads, and what they then take from each other, costs about this; where less is left, this thread is the quickest. */
const WORTH_THREADS_MS = 600;
/** The first files take longer than the others, until the engine has compiled what asks for them. */
const WARM_UP_MS = 50;

/**
 * Asks the file system about many files: in this thread while that is quickest, in all threads when what is left would
 * take longer than starting them (very many files, or a slow disk).
 */
export class Examiner {
	readonly #root: string;
	/** How many files are to come; null when nobody knows. */
	readonly #expected: number | null;
	readonly #answers: (BigInt64Array | Promise<Reply>)[] = [];
	#waiting: string[] = [];
	#done = 0;
	#spentMs = 0;

	constructor(root: string, expected: number | null) {
		this.#root = root;
		this.#expected = expected;
	}

	async add(files: readonly string[]): Promise<void> {
		for (const file of files) this.#waiting.push(file);
		while (this.#waiting.length >= PATHS_PER_REQUEST) {
			this.#ask(this.#waiting.splice(0, PATHS_PER_REQUEST));
			// The threads' answers, and signals, come through the event loop.
			await setImmediate();
		}
	}

	/** `FIELDS` numbers for each file, in the order in which they were added. */
	async end(): Promise<BigInt64Array<ArrayBuffer>> {
		if (this.#answers.length === 0) return examined(this.#root, this.#waiting);
		if (this.#waiting.length > 0) this.#ask(this.#waiting);
		const parts = await Promise.all(
			this.#answers.map(async (part) => (part instanceof BigInt64Array ? part : (await part).stats)),
		);
		const stats = new BigInt64Array(parts.reduce((sum, part) => sum + part.length, 0));
		let at = 0;
		for (const part of parts) {
			stats.set(part, at);
			at += part.length;
		}
		return stats;
	}

	#ask(files: readonly string[]): void {
		if (this.#leftMs() <= WORTH_THREADS_MS) {
			this.#askHere(files);
			return;
		}
		const asked = threads.ask({ task: "stat", root: this.#root, paths: files.join("\0") });
		// Awaited later; should the walk itself fail first, this one must not be an unhandled rejection.
		asked.catch(() => undefined);
		this.#answers.push(asked);
	}

	#askHere(files: readonly string[]): void {
		const start = systemClock.monotonic();
		this.#answers.push(examined(this.#root, files));
		this.#spentMs += systemClock.monotonic() - start;
		this.#done += files.length;
	}

	/** How long this thread alone would still need, by what it needed so far; nothing is known of that at once. */
	#leftMs(): number {
		if (this.#expected === null) return Number.POSITIVE_INFINITY;
		return this.#spentMs < WARM_UP_MS ? 0 : ((this.#expected - this.#done) * this.#spentMs) / this.#done;
	}
}
