import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { badInput } from "../kernel/index.ts";

/** The nearest folder, from `directory` (absolute) upwards, that holds a `.dvc` folder. Failure `no-dvc`. */
export async function findDvcRoot(directory: string): Promise<string> {
	for (let folder = directory; ; folder = dirname(folder)) {
		const stats = await stat(join(folder, ".dvc")).catch(() => null);
		if (stats?.isDirectory()) return folder;
		if (folder === dirname(folder)) break;
	}
	throw badInput("no-dvc", "this is not a DVC project: there is no .dvc folder here or in a folder above", {
		found: directory,
		expected: "a folder with .dvc/config",
		hint: "go into the project, or set one up with `mainline init` (or `dvc init`)",
	});
}
