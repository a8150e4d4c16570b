import { exitCodeOf, Interruption } from "../exit-code.ts";

/** GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and ends everything 2.5 s later: the check has to be concluded before. */
const LAST_MOMENT_MS = 7000;

export interface Cancellation {
	readonly signal: AbortSignal;
	interruption(): Interruption | null;
	release(): void;
}

/** A cancelled job: the first signal aborts the work, and there is time to say so. */
export function watchCancellation(): Cancellation {
	const controller = new AbortController();
	let interruption: Interruption | null = null;
	let timer: NodeJS.Timeout | undefined;
	const listen = (name: "SIGINT" | "SIGTERM"): void => {
		if (interruption !== null) return;
		interruption = new Interruption(name);
		const code = exitCodeOf(interruption);
		timer = setTimeout(() => process.exit(code), LAST_MOMENT_MS);
		controller.abort(interruption);
	};
	process.on("SIGINT", listen);
	process.on("SIGTERM", listen);
	return {
		signal: controller.signal,
		interruption: () => interruption,
		release: () => {
			clearTimeout(timer);
			process.off("SIGINT", listen);
			process.off("SIGTERM", listen);
		},
	};
}
