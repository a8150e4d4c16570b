import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Where the shell would find a program, or null. */
export async function findProgram(name: string, path: string): Promise<string | null> {
	for (const folder of path.split(delimiter)) {
		if (folder === "") continue;
		const file = join(folder, name);
		const found = await access(file, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (found) return file;
	}
	return null;
}
