/** The time, handed in: nothing behind a door asks the machine for it. */
export interface Clock {
	now(): Date;
	/** Milliseconds from an arbitrary start, never running backwards: for durations. */
	monotonic(): number;
	sleep(milliseconds: number): Promise<void>;
}

/** The machine's own clock; only doors take it. */
export const systemClock: Clock = {
	now: () => new Date(),
	monotonic: () => performance.now(),
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
