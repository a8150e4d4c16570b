import { Readable } from "node:stream";
import type { Watch } from "./watch.ts";

/** Bytes as they come from the other side; what breaks on the way is told as `trouble` puts it. */
export function carrying(
	source: Readable,
	{ watch, trouble }: { readonly watch: Watch; readonly trouble: (cause: unknown) => Error },
): Readable {
	async function* bytes(): AsyncGenerator<Uint8Array> {
		try {
			watch.stir();
			for await (const chunk of source) {
				watch.rest();
				yield chunk;
				watch.stir();
			}
		} catch (cause) {
			throw trouble(cause);
		} finally {
			watch.rest();
			source.destroy();
		}
	}
	return Readable.from(bytes(), { objectMode: false });
}

/** Sends a stream of ours; an error in reading our own file is thrown as it is, not as the client tells it. */
export async function sending<T>(bytes: Readable, send: (bytes: Readable) => Promise<T>): Promise<T> {
	let ours: Error | null = null;
	bytes.once("error", (error) => {
		ours = error;
	});
	try {
		return await send(bytes);
	} catch (cause) {
		throw ours === null ? cause : new OwnFault(ours);
	} finally {
		bytes.destroy();
	}
}

/** What is to be sent could not be read: no fault of the other side. */
export class OwnFault extends Error {
	override readonly cause: Error;

	constructor(cause: Error) {
		super(cause.message);
		this.cause = cause;
	}
}
