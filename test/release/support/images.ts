import type { Clock } from "../../../src/kernel/index.ts";
import type { ImageRecipe } from "../../../src/release/index.ts";

/** The real time, with sleeps cut short so that retries cost nothing; `slept` says how long they asked for. */
export function hastyClock(): Clock & { readonly slept: number[] } {
	const slept: number[] = [];
	return {
		slept,
		now: () => new Date(),
		monotonic: () => performance.now(),
		sleep: async (milliseconds) => {
			slept.push(milliseconds);
			await new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 5)));
		},
	};
}

export function text(content: string): Uint8Array {
	return new TextEncoder().encode(content);
}

/** A small image without a base; change what a test is about. */
export function recipe(change: Partial<ImageRecipe> = {}): ImageRecipe {
	return {
		model: "churn",
		version: "v0.1.0",
		modelFiles: [{ path: "models/churn.json", source: text('{"weights":[1,2,3]}\n') }],
		codeFiles: [{ path: "serve.py", source: text("print('hello from the model')\n"), executable: true }],
		base: null,
		command: ["python3", "serve.py"],
		labels: { "org.opencontainers.image.revision": "1".repeat(40), "dev.mainline.lock": "md5:0" },
		created: new Date("2024-05-06T07:08:09Z"),
		...change,
	};
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** A stream that ends at once. */
export async function* nothing(): AsyncGenerator<Uint8Array> {}
