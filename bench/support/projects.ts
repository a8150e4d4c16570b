import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cost, weighedProcess } from "./measure.ts";
import { BUNDLE } from "./places.ts";

const FILES_A_FOLDER = 1000;

/** A DVC project in a git repository, with nothing in it. */
export function emptyProject(folder: string): void {
	mkdirSync(join(folder, ".dvc"), { recursive: true });
	writeFileSync(join(folder, ".dvc/config"), "");
	writeFileSync(join(folder, ".dvc/.gitignore"), "/config.local\n/tmp\n/cache\n");
	execFileSync("git", ["init", "-q"], { cwd: folder });
}

/** As `dvc config` and `dvc remote add` would leave it. */
export function configure(folder: string, text: string): void {
	appendFileSync(join(folder, ".dvc/config"), text);
}

/** Small files, all different, a thousand in each folder. */
export function smallFiles(folder: string, count: number): void {
	for (let index = 0; index < count; index++) {
		const sub = join(folder, String(Math.floor(index / FILES_A_FOLDER)));
		if (index % FILES_A_FOLDER === 0) mkdirSync(sub, { recursive: true });
		writeFileSync(join(sub, `${index}.txt`), `${index}\n`);
	}
}

export function writeProjectFile(folder: string, name: string, text: string): void {
	mkdirSync(join(folder, name, ".."), { recursive: true });
	writeFileSync(join(folder, name), text);
}

export function mainline(folder: string, ...args: string[]): Promise<Cost> {
	return weighedProcess(process.execPath, [BUNDLE, ...args], { cwd: folder });
}

export function dvc(folder: string, ...args: string[]): Promise<Cost> {
	// A state of its own beside the project: another round's must not help, and none of the user's be filled.
	const env = { ...process.env, DVC_NO_ANALYTICS: "1", DVC_SITE_CACHE_DIR: join(folder, ".dvc/tmp/site") };
	// `dvc status -q` answers "something changed" by 1.
	const allowed = args[0] === "status" ? [0, 1] : [0];
	return weighedProcess("dvc", [...args, "-q"], { cwd: folder, env, allowed });
}

export const NO_DVC = "no `dvc` on PATH (pip install dvc)";
