import type { Stage } from "../manifest/index.ts";
import { inputsNow, recordedPath, reusable } from "../plan/index.ts";
import type { Workshop } from "./model.ts";

/**
 * Stages whose inputs turn out to be the same: the run cache knows one result for both. Of those only the first runs, and
 * the others are restored from what it leaves, as it is when stages run one after the other.
 */
export class Twins {
	/** Stages that another one resembles: whether they are twins shows when their inputs are there. */
	readonly #alike: ReadonlySet<Stage>;
	/** At work, by the name that the run cache has for their results. */
	readonly #working = new Map<string, Promise<void>>();

	constructor(stages: readonly Stage[]) {
		const groups = Map.groupBy(stages.filter(reusable), shapeOf);
		this.#alike = new Set([...groups.values()].filter((group) => group.length > 1).flat());
	}

	/** The name of a stage's result; null where no twin is possible. */
	async nameOf(stage: Stage, { observer, runCache }: Workshop): Promise<string | null> {
		if (!this.#alike.has(stage)) return null;
		const inputs = await inputsNow(stage, observer);
		return inputs === null ? null : runCache.key(inputs);
	}

	/** The end of the stage that is at work on this result; null where none is. */
	atWork(name: string): Promise<void> | null {
		return this.#working.get(name) ?? null;
	}

	/** Says that a stage is at work on this result. The returned function says that it has ended. */
	begin(name: string): () => void {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#working.set(name, promise);
		return () => {
			this.#working.delete(name);
			resolve();
		};
	}
}

function shapeOf(stage: Stage): string {
	const paths = (items: Stage["deps"] | Stage["outs"]): string[] =>
		items.map((item) => recordedPath(stage, item)).sort();
	return JSON.stringify([stage.cmd, paths(stage.deps), paths(stage.outs)]);
}
