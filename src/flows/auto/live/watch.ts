import type { Clock, Progress } from "../../../kernel/index.ts";
import type { LiveRun, PlanDocument } from "../../../report/index.ts";

/** Notes which of a plan's stages run, by what the run tells of its progress; everything is passed on. */
export class Watch {
	readonly #clock: Clock;
	readonly #due: ReadonlySet<string>;
	readonly #running = new Map<string, Date>();
	readonly #done = new Set<string>();

	constructor(clock: Clock, { stages }: PlanDocument) {
		this.#clock = clock;
		this.#due = new Set(
			stages.flatMap(({ action, address }) => (action === "run" || action === "maybe" ? [address] : [])),
		);
	}

	now(): LiveRun {
		const running = [...this.#running].map(([address, since]) => ({ address, since: since.toISOString() }));
		return { at: this.#clock.now().toISOString(), running, done: [...this.#done] };
	}

	over(inner: Progress): Progress {
		return {
			say: (line) => inner.say(line),
			live: (line) => inner.live(line),
			output: (chunk) => inner.output(chunk),
			warn: (line) => inner.warn(line),
			group: (title) => {
				const [end, over] = [inner.group(title), this.#begin(title)];
				return () => {
					over();
					end();
				};
			},
			lane: (title) => {
				const [lane, over] = [inner.lane(title), this.#begin(title)];
				return {
					say: (line) => lane.say(line),
					live: (line) => lane.live(line),
					output: (chunk) => lane.output(chunk),
					warn: (line) => lane.warn(line),
					close: () => {
						over();
						lane.close();
					},
				};
			},
		};
	}

	#begin(address: string): () => void {
		if (!this.#due.has(address)) return () => {};
		this.#running.set(address, this.#clock.now());
		return () => {
			this.#running.delete(address);
			this.#done.add(address);
		};
	}
}
