import { rename } from "node:fs/promises";
import { join } from "node:path";
import { type Benchmark, faster, has, inTurn, type Side } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { configure, dvc, emptyProject, mainline, NO_DVC, smallFiles } from "./support/projects.ts";

export const checkout: Benchmark = {
	name: "checkout",
	about: "`mainline checkout` of a folder of many small files by hard links, against `dvc checkout`",
	async run({ files, rounds }) {
		if (!has("dvc")) return { missing: NO_DVC };
		return inFolder(async (folder) => {
			const project = join(folder, "project");
			emptyProject(project);
			configure(project, "[cache]\n    type = hardlink\n");
			smallFiles(join(project, "data"), files);
			await mainline(project, "add", "data");
			const side = (name: string, run: Side["run"]): Side => ({
				name,
				// Moved away rather than removed: a file system may make what comes next pay for a removal.
				prepare: (round) => rename(join(project, "data"), join(folder, `${name.replace(" ", "-")}-${round}`)),
				run,
			});
			const found = await inTurn(
				side("mainline checkout", () => mainline(project, "checkout")),
				side("dvc checkout", () => dvc(project, "checkout")),
				rounds,
				false,
			);
			return { about: `${files} files`, ...found, ratio: faster(found, 8), note: null };
		});
	},
};
