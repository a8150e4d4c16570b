import { join } from "node:path";
import { type Benchmark, type Cost, faster, has, inTurn, measured, type Result } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { dvc, emptyProject, mainline, NO_DVC, writeProjectFile } from "./support/projects.ts";

const NOTHING_TO_DO_MS = 500;

export const stages: Benchmark = {
	name: "stages",
	about: "a stage of many that only write a word, run by `mainline run` and by `dvc repro`; and when nothing is to do",
	async run({ stages: count, dvcStages, rounds }) {
		if (!has("dvc")) return { missing: NO_DVC };
		return inFolder(async (folder) => {
			const place = (name: string, round: number): string => join(folder, `${name}-${round}`);
			const runs = await inTurn(
				{
					name: "a stage, mainline run",
					prepare: async (round) => trivialStages(place("ours", round), count),
					run: async (round) => shared(await mainline(place("ours", round), "run"), count),
				},
				{
					name: "a stage, dvc repro",
					prepare: async (round) => trivialStages(place("dvc", round), dvcStages),
					run: async (round) => shared(await dvc(place("dvc", round), "repro"), dvcStages),
				},
				rounds,
				false,
			);
			const again = await inTurn(
				{ name: "mainline run", run: () => mainline(place("ours", 1), "run") },
				{ name: "dvc repro", run: () => dvc(place("dvc", 1), "repro") },
				rounds,
			);
			const note = `mainline ran ${count} of them, dvc ${dvcStages}: its time for one grows with their number`;
			return [
				{ about: `${count} stages`, ...runs, ratio: faster(runs, 50), note },
				nothingToDo(again, `${count} unchanged stages (dvc: ${dvcStages})`),
			];
		});
	},
};

function nothingToDo(again: Pick<Result, "ours" | "peer">, about: string): Result {
	const limit = measured("the limit", [NOTHING_TO_DO_MS]);
	const value = again.ours.median / limit.median;
	const ratio = { value, is: "our time / half a second", wanted: "< 1", reached: value < 1 };
	return { about, ...again, ratio, note: null };
}

/** One stage's part of the whole. */
function shared({ ms, cpuMs, peakMiB }: Cost, stages: number): Cost {
	return { ms: ms / stages, cpuMs: cpuMs === null ? null : cpuMs / stages, peakMiB };
}

export function trivialStages(folder: string, count: number): void {
	emptyProject(folder);
	const text = Array.from(
		{ length: count },
		(_, index) => `  s${index}:\n    cmd: echo ${index} > out${index}.txt\n    outs:\n    - out${index}.txt\n`,
	);
	writeProjectFile(folder, "dvc.yaml", `stages:\n${text.join("")}`);
}
