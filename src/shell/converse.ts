import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/**
 * A long-lived program that is asked and answers over its standard streams (`git cat-file --batch`). It never keeps us
 * alive while nobody waits for an answer, and ends by itself when we do: its input closes.
 */
export class Conversation {
	readonly #child: ChildProcessWithoutNullStreams;
	#waiting: {
		enough: (buffer: Buffer) => number | null;
		resolve: (answer: Buffer) => void;
		reject: (cause: Error) => void;
	}[] = [];
	#chunks: Buffer[] = [];
	#ended: Error | null = null;

	constructor(command: string, args: readonly string[], cwd: string, { detached = false } = {}) {
		this.#child = spawn(command, args, { cwd, detached, stdio: "pipe" });
		this.#child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
		this.#child.on("error", (cause) => this.#end(cause));
		this.#child.on("close", (code) => this.#end(new Error(`${command} ended with ${code}`)));
		this.#child.stdin.on("error", () => {});
		this.#child.stderr.resume();
		this.#rest();
	}

	/** Sends `request` and resolves with the answer: the first bytes for which `enough` tells a length. Answers come in order. */
	ask(request: string, enough: (buffer: Buffer) => number | null): Promise<Buffer> {
		if (this.#ended !== null) return Promise.reject(this.#ended);
		return new Promise((resolve, reject) => {
			this.#waiting.push({ enough, resolve, reject });
			this.#child.ref();
			// all of them: a program that ends at once is known by the end of the last
			holdOn(this.#child.stdout, true);
			holdOn(this.#child.stderr, true);
			this.#child.stdin.write(request);
		});
	}

	close(): void {
		this.#child.stdin.end();
	}

	#take(chunk: Buffer): void {
		this.#chunks.push(chunk);
		let buffer = Buffer.concat(this.#chunks);
		for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
			const length = next.enough(buffer);
			if (length === null || buffer.length < length) break;
			this.#waiting.shift();
			next.resolve(Buffer.from(buffer.subarray(0, length)));
			buffer = buffer.subarray(length);
		}
		this.#chunks = buffer.length === 0 ? [] : [buffer];
		if (this.#waiting.length === 0) this.#rest();
	}

	#rest(): void {
		this.#child.unref();
		for (const pipe of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) holdOn(pipe, false);
	}

	#end(cause: Error): void {
		this.#ended ??= cause;
		for (const waiter of this.#waiting.splice(0)) waiter.reject(this.#ended);
	}
}

/** Pipes to a child are sockets, which can stop counting as work that keeps Node alive; the stream types do not say so. */
export function holdOn(pipe: object, on: boolean): void {
	const socket = pipe as { ref?: () => void; unref?: () => void };
	if (on) socket.ref?.();
	else socket.unref?.();
}
