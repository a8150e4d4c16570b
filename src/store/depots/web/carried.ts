import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

interface Carrying {
	/** So many bytes at the beginning are left out. */
	readonly skip: bigint;
	readonly trouble: (cause: unknown) => Error;
}

/** A body as it comes; what breaks on the way, a cut above all, is told as `trouble` puts it. */
export function carried(message: IncomingMessage, { skip, trouble }: Carrying): Readable {
	async function* bytes(): AsyncGenerator<Uint8Array> {
		let before = skip;
		try {
			for await (const chunk of message as AsyncIterable<Uint8Array>) {
				const cut = before < BigInt(chunk.length) ? Number(before) : chunk.length;
				before -= BigInt(cut);
				if (cut < chunk.length) yield chunk.subarray(cut);
			}
		} catch (cause) {
			throw trouble(cause);
		}
	}
	const carrier = Readable.from(bytes(), { objectMode: false });
	// a generator that nobody began is not told of its end
	carrier.once("close", () => message.destroy());
	return carrier;
}
