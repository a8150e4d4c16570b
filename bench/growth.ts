import { join } from "node:path";
import { trackedFolder } from "./plan.ts";
import { trivialStages } from "./stages.ts";
import { type Benchmark, type Measured, measured, type Result } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { mainline } from "./support/projects.ts";

const TENFOLD = 10;
/** Caches of the processor hold less of more; beyond this, something looks at everything for each. */
const WANTED = 13;

/** Each size against a tenth of it: what is linear grows tenfold at most. */
export const growth: Benchmark = {
	name: "growth",
	about:
		"how `mainline plan` grows from a thousand files on, and with stages from ten on: each size against a tenth of it",
	long: true,
	async run({ manyFiles, stages, rounds }) {
		const files = await series(sizesUpTo(1000, manyFiles), async (folder, size) => {
			await trackedFolder(folder, size);
			return planned(folder, `${size} files`, rounds);
		});
		const pipeline = await series(sizesUpTo(10, stages * TENFOLD), async (folder, size) => {
			trivialStages(folder, size);
			await mainline(folder, "plan");
			return planned(folder, `${size} stages`, rounds);
		});
		return [...files, ...pipeline];
	},
};

function sizesUpTo(least: number, most: number): number[] {
	const sizes = [];
	for (let size = least; size <= most; size *= TENFOLD) sizes.push(size);
	return sizes;
}

async function series(
	sizes: readonly number[],
	measure: (folder: string, size: number) => Promise<Measured>,
): Promise<Result[]> {
	const found: Measured[] = [];
	for (const size of sizes) found.push(await inFolder((folder) => measure(join(folder, "project"), size)));
	return found.slice(1).map((ours, index): Result => {
		const peer = found[index] ?? ours;
		const value = ours.median / peer.median;
		const ratio = { value, is: "for ten times as much", wanted: `≤ ${WANTED}`, reached: value <= WANTED };
		return { ours, peer, ratio, note: null };
	});
}

async function planned(folder: string, name: string, rounds: number): Promise<Measured> {
	const runs = [];
	for (let round = 0; round < rounds; round++) runs.push(await mainline(folder, "plan"));
	return measured(name, runs);
}
