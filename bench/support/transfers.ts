import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cost, faster, type Measured, type Missing, measured, type Result, slower } from "./measure.ts";
import { dvc, emptyProject, mainline, smallFiles } from "./projects.ts";

/** A place for objects, and how a plain program brings a folder there and back. */
export interface Store {
	/** What `.dvc/config` says of a remote of this name, which nobody has used yet. */
	config(name: string): string;
	readonly plain: {
		readonly name: string;
		push(cache: string, round: number): Promise<Cost>;
		pull(into: string, round: number): Promise<Cost>;
	};
}

interface Costs {
	readonly push: Cost[];
	readonly again: Cost[];
	readonly pull: Cost[];
}

/** Pushes, pushes again, and pulls what was moved away: by mainline, by dvc, and by the plain program, in turn. */
export async function transfers(
	folder: string,
	store: Store,
	{ files, rounds }: { files: number; rounds: number },
): Promise<readonly (Result | Missing)[]> {
	const project = join(folder, "project");
	emptyProject(project);
	smallFiles(join(project, "data"), files);
	await mainline(project, "add", "data");
	const [ours, theirs, plain]: [Costs, Costs, Costs] = [none(), none(), none()];
	for (let round = 1; round <= rounds; round++) {
		await roundTrip({ folder, project, store, name: `ours-${round}`, program: mainline }, ours);
		await roundTrip({ folder, project, store, name: `dvc-${round}`, program: dvc }, theirs);
		plain.push.push(await store.plain.push(join(project, ".dvc/cache/files"), round));
		plain.pull.push(await store.plain.pull(join(folder, `plain-${round}`), round));
	}
	return compared({ ours, theirs, plain }, { files, plainName: store.plain.name });
}

function none(): Costs {
	return { push: [], again: [], pull: [] };
}

interface Trip {
	readonly folder: string;
	readonly project: string;
	readonly store: Store;
	readonly name: string;
	readonly program: typeof mainline;
}

async function roundTrip({ folder, project, store, name, program }: Trip, costs: Costs): Promise<void> {
	writeFileSync(join(project, ".dvc/config"), store.config(name));
	costs.push.push(await program(project, "push"));
	costs.again.push(await program(project, "push"));
	for (const [from, to] of [
		["data", "data"],
		[".dvc/cache", "cache"],
	] as const) {
		renameSync(join(project, from), join(folder, `${to}-${name}`));
	}
	costs.pull.push(await program(project, "pull"));
}

function compared(
	{ ours, theirs, plain }: { ours: Costs; theirs: Costs; plain: Costs },
	{ files, plainName }: { files: number; plainName: string },
): Result[] {
	const pair = (what: keyof Costs, peer: Costs, peerName: string): { ours: Measured; peer: Measured } => ({
		ours: measured(`mainline ${what === "pull" ? "pull" : "push"}`, ours[what]),
		peer: measured(peerName, peer[what]),
	});
	const [push, again, pull] = [
		pair("push", theirs, "dvc push"),
		pair("again", theirs, "dvc push"),
		pair("pull", theirs, "dvc pull"),
	];
	const [pushed, pulled] = [pair("push", plain, plainName), pair("pull", plain, plainName)];
	return [
		{ about: `push of ${files} files`, ...push, ratio: faster(push, 8), note: null },
		{ about: `push of ${files} files`, ...pushed, ratio: slower(pushed, 1.5), note: null },
		{ about: "push when nothing is to do", ...again, ratio: faster(again, 20), note: null },
		{ about: `pull of ${files} files`, ...pull, ratio: faster(pull, 8), note: null },
		{
			about: `pull of ${files} files`,
			...pulled,
			ratio: slower(pulled, 1.5),
			note: "a pull fills the cache and the workspace, a plain copy one folder",
		},
	];
}
