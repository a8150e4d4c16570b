import { join } from "node:path";
import { type Benchmark, has, weighedProcess } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { NO_DVC } from "./support/projects.ts";
import { transfers } from "./support/transfers.ts";

export const folderRemote: Benchmark = {
	name: "folder-remote",
	about: "push, push again and pull of many small files with a remote that is a folder, against `dvc` and `cp -r`",
	async run(sizes) {
		if (!has("dvc")) return { missing: NO_DVC };
		return inFolder((folder) => {
			const copy = (round: number): string => join(folder, `copy-${round}`);
			const store = {
				config: (name: string) =>
					`[core]\n    remote = store\n['remote "store"']\n    url = ${join(folder, `remote-${name}`)}\n`,
				plain: {
					name: "cp -r",
					push: (cache: string, round: number) => weighedProcess("cp", ["-r", cache, copy(round)]),
					pull: (into: string, round: number) => weighedProcess("cp", ["-r", copy(round), into]),
				},
			};
			return transfers(folder, store, sizes);
		});
	},
};
