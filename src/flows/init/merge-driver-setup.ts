import type { Git } from "../../git/index.ts";

/** What `.gitattributes` has to say so that git merges DVC's files by what they mean. */
export const ATTRIBUTE_LINES = ["dvc.lock merge=mainline", "*.dvc merge=mainline"] as const;
/** A path that each of the lines is about. */
const SAMPLES = ["dvc.lock", "any.dvc"] as const;

const NAME = "merge.mainline.name";
const DRIVER = "merge.mainline.driver";

export interface DriverSetting {
	readonly name: string;
	readonly value: string;
	/** What this clone has; null for nothing. */
	readonly now: string | null;
}

/** The lines that `.gitattributes` lacks. One that names another driver is somebody's choice, and stays. */
export async function missingAttributes(git: Git): Promise<string[]> {
	const merge = await git.attributes("merge", SAMPLES);
	return ATTRIBUTE_LINES.filter((_, index) => (merge.get(SAMPLES[index] ?? "") ?? null) === null);
}

/** Whether git would call our driver for both kinds of file. */
export async function attributesNameUs(git: Git): Promise<boolean> {
	const merge = await git.attributes("merge", SAMPLES);
	return SAMPLES.every((path) => merge.get(path) === "mainline");
}

/** What each clone has to be told once, since git takes no driver from a repository. `program`: how to start us again. */
export async function driverSettings(git: Git, program: readonly string[]): Promise<DriverSetting[]> {
	const wanted = [
		{ name: NAME, value: "dvc.lock stage by stage, tracked folders file by file" },
		{ name: DRIVER, value: driverCommand(program) },
	];
	return Promise.all(wanted.map(async (each) => ({ ...each, now: await git.setting(each.name) })));
}

/** The line that git is given. `program`: how to start us. */
export function driverCommand(program: readonly string[]): string {
	return `${program.map(quoted).join(" ")} merge-driver %O %A %B %P --marker-size %L`;
}

/** Git hands the line to a shell. */
function quoted(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
