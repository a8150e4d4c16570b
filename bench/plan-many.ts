import { planOf } from "./plan.ts";
import type { Benchmark } from "./support/measure.ts";

/** DVC alone needs some ten minutes before it can be asked: it hashes all files once. */
export const planMany: Benchmark = {
	name: "plan-many",
	about: "the same with a million files, one round",
	long: true,
	run: ({ manyFiles }) => planOf(manyFiles, 1),
};
