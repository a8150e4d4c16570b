import { type Benchmark, faster, has, inTurn } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { dvc, emptyProject, mainline, NO_DVC, writeProjectFile } from "./support/projects.ts";

const PIPELINE = "stages:\n  make:\n    cmd: cp in.txt out.txt\n    deps:\n    - in.txt\n    outs:\n    - out.txt\n";

export const pipelines: Benchmark = {
	name: "pipelines",
	about:
		"`mainline plan TARGET` in a project of many dvc.yaml files, against `dvc repro --dry TARGET`, which answers the same",
	async run({ pipelines, rounds }) {
		if (!has("dvc")) return { missing: NO_DVC };
		return inFolder(async (folder) => {
			emptyProject(folder);
			for (let index = 0; index < pipelines; index++) {
				writeProjectFile(folder, `p${index}/dvc.yaml`, PIPELINE);
				writeProjectFile(folder, `p${index}/in.txt`, `${index}\n`);
			}
			await mainline(folder, "run");
			const target = `p${Math.floor(pipelines / 2)}/dvc.yaml:make`;
			const found = await inTurn(
				{ name: "mainline plan", run: () => mainline(folder, "plan", target) },
				{ name: "dvc repro --dry", run: () => dvc(folder, "repro", "--dry", target) },
				rounds,
			);
			return { about: `${pipelines} files`, ...found, ratio: faster(found, 10), note: null };
		});
	},
};
