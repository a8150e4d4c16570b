import { cp } from "node:fs/promises";
import { join } from "node:path";
import { type Benchmark, faster, has, inTurn, measured, slower, weighedProcess } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { dvc, emptyProject, mainline, NO_DVC, smallFiles } from "./support/projects.ts";

/** Nothing that was made is removed before the end: a file system may make what comes next pay for that. */
export const add: Benchmark = {
	name: "add",
	about: "`mainline add` of a folder of many small files that nobody has seen, against `dvc add` and `cp -r`",
	async run({ files, rounds }) {
		if (!has("dvc")) return { missing: NO_DVC };
		return inFolder(async (folder) => {
			const template = join(folder, "template");
			emptyProject(template);
			smallFiles(join(template, "data"), files);
			const fresh = (name: string) => (round: number) => cp(template, place(name, round), { recursive: true });
			const place = (name: string, round: number): string => join(folder, `${name}-${round}`);
			const ours = {
				name: "mainline add",
				prepare: fresh("ours"),
				run: (round: number) => mainline(place("ours", round), "add", "data"),
			};
			const whole = await inTurn(
				ours,
				{ name: "dvc add", prepare: fresh("dvc"), run: (round) => dvc(place("dvc", round), "add", "data") },
				rounds,
				false,
			);
			const copies = [];
			for (let round = 1; round <= rounds; round++) {
				copies.push(await weighedProcess("cp", ["-r", join(template, "data"), place("copy", round)]));
			}
			const copied = { ours: whole.ours, peer: measured("cp -r", copies) };
			return [
				{ about: `${files} files`, ...whole, ratio: faster(whole, 8), note: null },
				{
					about: `${files} files`,
					...copied,
					ratio: slower(copied, 1.5),
					note: "no goal of its own: one copy is the least",
				},
			];
		});
	},
};
