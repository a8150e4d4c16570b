import { infrastructure } from "../kernel/index.ts";

/** Keeps a reader that went away (`mainline plan | head -1`) from becoming an error: what is left to say is said to nobody. */
export function ignoreClosedPipes(): void {
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/** Writes the answer to stdout, whole. Failure `output-not-written` when it could not be (a full disk); a closed pipe is none. */
export async function writeAnswer(text: string): Promise<void> {
	const cause = await new Promise<Error | null | undefined>((done) => process.stdout.write(text, done));
	if (cause === null || cause === undefined || isClosedPipe(cause)) return;
	throw infrastructure("output-not-written", `the answer could not be written: ${cause.message}`, {
		cause,
		hint: "is the disk full that stdout leads to?",
	});
}

/** Writes to stderr, where nothing can be said about a failure to do so. */
export function writeAside(text: string): void {
	process.stderr.write(text, () => {});
}

function isClosedPipe(cause: Error): boolean {
	return "code" in cause && (cause.code === "EPIPE" || cause.code === "ERR_STREAM_DESTROYED");
}
