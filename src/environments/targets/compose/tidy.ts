import { Failure } from "../../../kernel/index.ts";

/** A runner that is told to stop is killed ten seconds later. */
const LINGER_MS = 8000;

/** For what has to be tidied up although we are told to stop; but not for long. */
export async function lingering<E extends { readonly signal: AbortSignal }, T>(
	engine: E,
	work: (engine: E) => Promise<T>,
): Promise<T> {
	const { signal } = engine;
	const late = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const begin = (): void => {
		timer = setTimeout(() => late.abort(), LINGER_MS);
	};
	if (signal.aborted) begin();
	else signal.addEventListener("abort", begin, { once: true });
	try {
		return await work({ ...engine, signal: late.signal });
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", begin);
	}
}

/**
 * Tidies up whatever comes of the work. That this fails takes back nothing that was done, and hides nothing that went wrong: it is told, and whoever
 * comes next tidies up first.
 */
export async function thenTidy<T>(
	work: () => Promise<T>,
	tidy: () => Promise<void>,
	warn: (why: string) => void,
): Promise<T> {
	const [ended] = await Promise.allSettled([work()]);
	try {
		await tidy();
	} catch (cause) {
		if (!(cause instanceof Failure)) throw cause;
		warn(cause.message);
	}
	if (ended.status === "rejected") throw ended.reason;
	return ended.value;
}
