import { Flocks } from "../../shell/index.ts";
import { attributesNameUs, driverSettings, missingAttributes } from "../init/merge-driver-setup.ts";
import type { Diagnosis, Patient } from "./check.ts";

/** Releases and comparisons look at earlier commits and at tags. */
export async function history({ ground: { git } }: Patient): Promise<Diagnosis> {
	if (!(await git.isShallow())) return "the clone has its whole history";
	return [
		{
			code: "shallow-clone",
			level: "problem",
			says: "this clone is shallow",
			why: "a comparison needs the base commit, and a release what was declared before it and the tags",
			fix: "git fetch --unshallow --tags; in a workflow: `fetch-depth: 0` for actions/checkout",
		},
	];
}

/** Whether git merges DVC's files by what they mean. */
export async function mergeDriver({ ground: { git }, program }: Patient): Promise<Diagnosis> {
	if ((await missingAttributes(git)).length > 0) {
		return [
			{
				code: "merge-attributes-missing",
				level: "advice",
				says: "git merges dvc.lock line by line",
				why: "two branches that ran different stages then conflict, or leave a lock that mixes up two results",
				fix: "mainline init (it adds `dvc.lock merge=mainline` and `*.dvc merge=mainline` to .gitattributes)",
			},
		];
	}
	if (!(await attributesNameUs(git))) return "another merge driver is set for dvc.lock or *.dvc, which is left alone";
	const settings = await driverSettings(git, program);
	if (settings.every(({ now }) => now !== null)) return "git merges dvc.lock stage by stage";
	return [
		{
			code: "merge-driver-not-set",
			level: "problem",
			says: ".gitattributes names the merge driver `mainline`, which this clone does not have",
			why: "git takes no driver from a repository; without one it merges dvc.lock line by line",
			fix: "mainline init",
		},
	];
}

/** DVC's locks are flocks, which need a small helper program. */
export async function lockHelper({ ground }: Patient): Promise<Diagnosis> {
	const flocks = await Flocks.start(ground.root);
	flocks?.close();
	if (flocks !== null) return "DVC's locks can be taken";
	return [
		{
			code: "no-lock-helper",
			level: "advice",
			says: "neither perl nor python3 is on PATH",
			why: "DVC's own locks are taken by one of them: a dvc at work at the same time would not be noticed",
			fix: "install perl or python3",
		},
	];
}
