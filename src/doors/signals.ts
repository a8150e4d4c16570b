import { exitCodeOf, Interruption } from "./exit-code.ts";

/** Flows end their children 1.5 s after the signal; whatever still goes on then is left. */
const LAST_MOMENT_MS = 1900;

export interface Signals {
	/** Fires on the first SIGINT or SIGTERM, with an `Interruption` as its reason. */
	readonly signal: AbortSignal;
	/** What was asked of us; null while nobody asked. */
	interruption(): Interruption | null;
	/** Stop listening: the work is done. */
	release(): void;
}

/** Turns SIGINT and SIGTERM into one abort, and sees to it that the process is gone within two seconds. */
export function watchSignals(): Signals {
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
