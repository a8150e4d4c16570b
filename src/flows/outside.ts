import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { badInput, type Failure, isWithin, joinPath, parentOf, together } from "../kernel/index.ts";
import type { Output, Project, Stage } from "../manifest/index.ts";

/**
 * Refuses outputs that would be placed outside of the project, by `../`, by an absolute path, or through a symbolic link
 * to a folder: a manifest from somebody else's branch must not choose what is overwritten on this machine. What DVC does
 * not cache (`cache: false`) is the command's own affair, as for DVC. Failures `output-outside`.
 */
export function refuseOutside(project: Project, root: string): void {
	const folders = new Map<string, boolean>();
	const failures: Failure[] = [];
	for (const stage of project.stages) {
		for (const out of stage.outs) {
			if (!out.cache || out.at === null) continue;
			if (!isWithin(out.at, ".")) failures.push(outside(stage, out, "lies outside the project"));
			else if (leadsOut(parentOf(out.at), root, folders)) {
				failures.push(outside(stage, out, "leads out of the project through a symbolic link"));
			}
		}
	}
	if (failures.length > 0) throw together(failures);
}

/** Judged folder by folder from the top, each once: only links can lead anywhere else. */
function leadsOut(folder: string, root: string, known: Map<string, boolean>): boolean {
	if (folder === ".") return false;
	const found = known.get(folder) ?? (leadsOut(parentOf(folder), root, known) || isLinkOut(join(root, folder), root));
	known.set(folder, found);
	return found;
}

function isLinkOut(folder: string, root: string): boolean {
	try {
		if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
		const real = realpathSync(folder);
		return real !== root && !real.startsWith(`${root}/`);
	} catch {
		// A link that leads nowhere, or a file where a folder is to be: nothing can be placed through it.
		return false;
	}
}

function outside(stage: Stage, out: Output, words: string): Failure {
	return badInput("output-outside", `output \`${out.path}\` of \`${stage.address}\` ${words}`, {
		at: out.place,
		found: joinPath(out.at ?? out.path),
		expected: "a path in the project",
		hint: "let the command write below the project; an output elsewhere only with `cache: false`",
	});
}
