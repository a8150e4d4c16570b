import type { Lane, Progress } from "../kernel/index.ts";

/** Tells how many stages are still to come while some run. */
export class Tally {
	readonly #progress: Progress;
	#waiting: number;

	constructor(progress: Progress, stages: number) {
		this.#progress = progress;
		this.#waiting = stages;
	}

	/** A stage's command begins; what it says goes to the lane. */
	begin(title: string): Lane {
		this.#tell(-1);
		const lane = this.#progress.lane(title);
		return {
			...lane,
			close: () => {
				// its end is told by `end`, as that of every stage
				this.#tell(1);
				lane.close();
			},
		};
	}

	/** A stage is done, whatever came of it. */
	end(): void {
		this.#tell(-1);
	}

	#tell(change: number): void {
		this.#waiting += change;
		this.#progress.live(this.#waiting > 0 ? `${this.#waiting} wait` : "");
	}
}
