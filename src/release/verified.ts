import { createHash } from "node:crypto";
import { infrastructure } from "../kernel/index.ts";
import { asSha256 } from "./media.ts";
import type { Descriptor } from "./model.ts";

/**
 * Passes a blob's bytes on, one chunk late: the last chunk leaves only after size and digest proved right, so that
 * nobody takes a corrupt blob for a complete one. Failure `blob-corrupt`.
 */
export async function* verified(
	stream: AsyncIterable<Uint8Array>,
	{ digest, size }: Pick<Descriptor, "digest" | "size">,
	where: string,
): AsyncGenerator<Uint8Array> {
	const hash = createHash("sha256");
	let seen = 0;
	let held: Uint8Array | null = null;
	for await (const chunk of stream) {
		if (held !== null) yield held;
		seen += chunk.length;
		if (seen > size) break;
		hash.update(chunk);
		held = chunk;
	}
	const found = asSha256(hash.digest("hex"));
	if (seen !== size || found !== digest) {
		throw infrastructure("blob-corrupt", `${where} gave something else for ${digest}`, {
			found: seen === size ? found : `${seen > size ? "more than " : ""}${Math.min(seen, size)} bytes`,
			expected: `${size} bytes`,
			hint: "release the model again, or restore the blob from a copy",
		});
	}
	if (held !== null) yield held;
}
