import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { badInput } from "../../kernel/index.ts";
import type { Stage } from "../../manifest/index.ts";
import type { Mount } from "./arguments.ts";

/** What a stage's container has to see. Absolute folders. */
export interface Ground {
	/** Of the repository, or of the project without one. */
	readonly project: string;
	/** The DVC root. */
	readonly root: string;
	readonly cache: string;
}

/**
 * The project as it is, and of what lies outside of it what the stage is about: what it reads and where links lead, and the cache,
 * which nothing in a container writes to; folders that it writes to. What is not there is left out. Failure `container-path`.
 */
export async function mountsOf(stage: Stage, ground: Ground): Promise<Mount[]> {
	const project = await realpath(ground.project);
	const found = new Map<string, boolean>();
	const add = async (path: string, writable: boolean): Promise<void> => {
		const real = await realpath(path).catch(() => null);
		if (real === null) return;
		for (const each of new Set([path, real])) {
			if (!isBelow(each, project)) found.set(each, writable || found.get(each) === true);
		}
	};
	await add(ground.cache, false);
	for (const { at } of stage.deps) if (at !== null) await add(join(ground.root, at), false);
	await add(join(ground.root, stage.wdir), true);
	for (const { at } of stage.outs) {
		const folder = at === null ? null : dirname(join(ground.root, at));
		if (folder !== null && !isBelow(folder, project)) await add(writableFolder(folder, project, stage), true);
	}
	const mounts = [{ path: project, writable: true }, ...[...found].map(([path, writable]) => ({ path, writable }))];
	return mounts.map((mount) => sayable(mount, stage)).toSorted((a, b) => a.path.length - b.path.length);
}

/** A folder above the project would bring all of the machine along. */
function writableFolder(folder: string, project: string, stage: Stage): string {
	if (folder !== "/" && !isBelow(project, folder)) return folder;
	throw badInput(
		"container-path",
		`stage \`${stage.address}\` writes to ${folder}, which no container gets as a whole`,
		{
			at: stage.place,
			found: folder,
			expected: "an output in the project, or in a folder of its own",
			hint: "let the command write below the project",
		},
	);
}

/** Engines read mounts as lists with commas between. */
function sayable(mount: Mount, { place }: Stage): Mount {
	if (isAbsolute(mount.path) && !/[",\n]/.test(mount.path)) return mount;
	throw badInput("container-path", `a container cannot be given ${mount.path}`, {
		at: place,
		found: "a path with a comma, a quote or a line break",
		expected: "a path without them",
		hint: "rename the folder, or run the stage without a container",
	});
}

function isBelow(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
