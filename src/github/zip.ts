import { buffer } from "node:stream/consumers";
import { badInput } from "../kernel/index.ts";

/** The bytes of the one file that an archive is to hold, under exactly this name. Failure `artifact-refused`. */
export async function onlyFile(
	archive: Uint8Array,
	{ file, most }: { readonly file: string; readonly most: number },
): Promise<Uint8Array> {
	const { fromBufferPromise } = await import("yauzl");
	const zip = await fromBufferPromise(Buffer.from(archive)).catch((cause: unknown) => {
		throw refused("it is no zip archive that can be read", cause);
	});
	if (zip.entryCount !== 1) throw refused(`it holds ${zip.entryCount} files`);
	try {
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName !== file) throw refused("its file has another name");
			if (entry.uncompressedSize > most) throw refused(`its file has ${entry.uncompressedSize} bytes`);
			// yauzl ends a stream that gives more or less than the size that it was checked by
			return new Uint8Array(await buffer(await zip.openReadStreamPromise(entry)));
		}
	} catch (cause) {
		throw cause instanceof Error && cause.name === "Failure" ? cause : refused("its file cannot be read", cause);
	}
	throw refused("it is empty");

	function refused(what: string, cause?: unknown): Error {
		return badInput("artifact-refused", `the run's artifact is not what Mainline leaves: ${what}`, {
			expected: `one file ${file} of at most ${most} bytes`,
			cause,
		});
	}
}
