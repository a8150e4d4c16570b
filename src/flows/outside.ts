import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { badInput, type Failure, isWithin, joinPath, parentOf, together } from "../kernel/index.ts";
import type { Output, Project, Stage } from "../manifest/index.ts";

/**
 * Refuses outputs that would be placed outside of the project, by `../`, by an absolute path, or through a symbolic link
 * to a folder: a manifest from somebody else's branch must not choose what is overwritten on this machine. What DVC does
 * not cache (`cache: false`) is the command's own affair, as for DVC. Failures `output-outside`.
 */
export async function refuseOutside(project: Project, root: string): Promise<void> {
	const folders = new Map<string, Promise<boolean>>();
	const failures: Failure[] = [];
	for (const stage of project.stages) {
		for (const out of stage.outs) {
			if (!out.cache || out.at === null) continue;
			if (!isWithin(out.at, ".")) failures.push(outside(stage, out, "lies outside the project"));
			else if (await leadsOut(parentOf(out.at), root, folders)) {
				failures.push(outside(stage, out, "leads out of the project through a symbolic link"));
			}
		}
	}
	if (failures.length > 0) throw together(failures);
}

function leadsOut(folder: string, root: string, known: Map<string, Promise<boolean>>): Promise<boolean> {
	if (folder === ".") return Promise.resolve(false);
	const found = known.get(folder) ?? resolvesOutside(folder, root);
	known.set(folder, found);
	return found;
}

/** Of the deepest part of the folder that exists. */
async function resolvesOutside(folder: string, root: string): Promise<boolean> {
	for (let part = join(root, folder); part !== root; part = dirname(part)) {
		const real = await realpath(part).catch(() => null);
		if (real !== null) return real !== root && !real.startsWith(`${root}/`);
	}
	return false;
}

function outside(stage: Stage, out: Output, words: string): Failure {
	return badInput("output-outside", `output \`${out.path}\` of \`${stage.address}\` ${words}`, {
		at: out.place,
		found: joinPath(out.at ?? out.path),
		expected: "a path in the project",
		hint: "let the command write below the project; an output elsewhere only with `cache: false`",
	});
}
