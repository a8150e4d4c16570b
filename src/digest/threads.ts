import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Reply, type Request, THREAD_MARK } from "./worker.ts";

interface Waiting {
	readonly request: Request;
	readonly resolve: (reply: Reply) => void;
	readonly reject: (cause: unknown) => void;
}

/**
 * Threads for hashing and for asking the file system, one a core, started when first needed and kept. They do not keep
 * the process alive unless they have work.
 */
class Threads {
	readonly #limit = availableParallelism();
	readonly #idle: Worker[] = [];
	readonly #queue: Waiting[] = [];
	#started = 0;
	#busy = 0;

	/** True when nothing is under way. */
	get resting(): boolean {
		return this.#busy === 0;
	}

	ask(request: Request): Promise<Reply> {
		return new Promise((resolve, reject) => {
			this.#queue.push({ request, resolve, reject });
			this.#next();
		});
	}

	#next(): void {
		const worker = this.#queue.length === 0 ? undefined : (this.#idle.pop() ?? this.#start());
		const waiting = worker === undefined ? undefined : this.#queue.shift();
		if (worker !== undefined && waiting !== undefined) void this.#serve(worker, waiting);
	}

	#start(): Worker | undefined {
		if (this.#started === this.#limit) return undefined;
		this.#started++;
		return new Worker(threadFile(), { workerData: THREAD_MARK });
	}

	async #serve(worker: Worker, { request, resolve, reject }: Waiting): Promise<void> {
		this.#busy++;
		worker.ref();
		worker.postMessage(request);
		try {
			// `once` also rejects on an "error" event, which is how a thread dies.
			const [reply] = await once(worker, "message");
			worker.unref();
			this.#idle.push(worker);
			resolve(reply);
		} catch (cause) {
			this.#started--;
			reject(cause);
		} finally {
			this.#busy--;
			this.#next();
		}
	}
}

/**
 * The bundler finds and emits the thread's file by the literal URL. Sources run as they are (Node strips the types), and
 * there the file has another ending, put together so that the bundler does not look for it.
 */
function threadFile(): URL {
	if (import.meta.url.endsWith(".ts")) return new URL(["worker", "ts"].join("."), import.meta.url);
	return new URL("./worker.js", import.meta.url);
}

export const threads = new Threads();
