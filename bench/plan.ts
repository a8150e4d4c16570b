import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Benchmark, faster, has, inTurn, type Missing, type Result, smaller } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { dvc, emptyProject, mainline, NO_DVC, smallFiles, writeProjectFile } from "./support/projects.ts";

const PIPELINE = "stages:\n  count:\n    cmd: ls data | wc -l > count.txt\n    deps: [data]\n    outs: [count.txt]\n";

export const plan: Benchmark = {
	name: "plan",
	about: "`mainline plan` against `dvc status`: a tracked folder of many files, unchanged, then with one changed file",
	run: ({ files, rounds }) => planOf(files, Math.max(rounds, 3)),
};

/** With `rounds` 1 nothing is warmed up: what is measured once has been seen once by both. */
export async function planOf(files: number, rounds: number): Promise<readonly (Result | Missing)[] | Missing> {
	if (!has("dvc")) return { missing: NO_DVC };
	return inFolder(async (folder) => {
		await trackedFolder(folder, files);
		await dvc(folder, "status");
		const unchanged = await inTurn(
			{ name: "mainline plan", run: () => mainline(folder, "plan", "--check") },
			{ name: "dvc status", run: () => dvc(folder, "status") },
			rounds,
			rounds > 1,
		);
		const change = (round: number) => writeFileSync(join(folder, "data/0/0.txt"), `changed ${round}\n`);
		const changed = await inTurn(
			{ name: "mainline plan", prepare: async (round) => change(2 * round), run: () => mainline(folder, "plan") },
			{ name: "dvc status", prepare: async (round) => change(2 * round + 1), run: () => dvc(folder, "status") },
			rounds,
			false,
		);
		const memory = smaller(unchanged, 1 / 3);
		return [
			{ about: `${files} files, nothing changed`, ...unchanged, ratio: faster(unchanged, 10), note: null },
			memory === null
				? { missing: "memory: no GNU time at /usr/bin/time (Debian's package `time`)" }
				: { about: `${files} files, memory`, ...unchanged, ratio: memory, note: null },
			{ about: `${files} files, one changed before each round`, ...changed, ratio: faster(changed, 10), note: null },
		];
	});
}

/** A folder that is tracked, and a stage that has read it. */
export async function trackedFolder(folder: string, files: number): Promise<void> {
	emptyProject(folder);
	smallFiles(join(folder, "data"), files);
	writeProjectFile(folder, "dvc.yaml", PIPELINE);
	await mainline(folder, "add", "data");
	await mainline(folder, "run");
}
