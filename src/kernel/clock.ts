/** The time, handed in: nothing behind a door asks the machine for it. */
export interface Clock {
	now(): Date;
	/** Milliseconds from an arbitrary start, never running backwards: for durations. */
	monotonic(): number;
	/** Ends early when the signal fires. */
	sleep(milliseconds: number, end?: AbortSignal): Promise<void>;
}

/** The machine's own clock; only doors take it. */
export const systemClock: Clock = {
	now: () => new Date(),
	monotonic: () => performance.now(),
	sleep: (milliseconds, end) =>
		new Promise((resolve) => {
			if (end?.aborted === true) return resolve();
			const wake = (): void => {
				clearTimeout(timer);
				end?.removeEventListener("abort", wake);
				resolve();
			};
			const timer = setTimeout(wake, milliseconds);
			end?.addEventListener("abort", wake);
		}),
};
