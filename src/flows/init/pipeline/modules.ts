import { joinPath, parentOf } from "../../../kernel/index.ts";
import type { PythonImport } from "../../../source/index.ts";

/** Where Python looks for modules first: the script's own folder, the folder it is started in, or `src`. */
export interface Found {
	readonly file: string;
	readonly root: string;
}

/** The files that an import of a local module loads, folders' `__init__.py` first; empty for a library. */
export function importedFiles(
	wanted: { readonly module: string; readonly level: number },
	from: { readonly file: string; readonly roots: readonly string[]; readonly has: (file: string) => boolean },
): Found[] {
	if (wanted.level > 0) {
		let folder = parentOf(from.file);
		for (let up = 1; up < wanted.level; up++) folder = parentOf(folder);
		return filesOf(wanted.module, folder, from.has);
	}
	if (wanted.module === "") return [];
	for (const root of from.roots) {
		const found = filesOf(wanted.module, root, from.has);
		if (found.length > 0) return found;
	}
	return [];
}

function filesOf(dotted: string, root: string, has: (file: string) => boolean): Found[] {
	const parts = dotted === "" ? [] : dotted.split(".");
	const packages = parts
		.map((_, at) => joinPath(root, ...parts.slice(0, at), "__init__.py"))
		.slice(1)
		.filter(has);
	const whole = joinPath(root, ...parts);
	const file = [`${whole}.py`, joinPath(whole, "__init__.py")].find(has);
	return file === undefined ? [] : [...packages, file].map((each) => ({ file: each, root }));
}

/** `from pkg import module` may load a file for each name. */
export function submodules({ module, level, names }: PythonImport): { module: string; level: number; name: string }[] {
	const prefix = module === "" ? "" : `${module}.`;
	return (names ?? []).map(({ name }) => ({ module: `${prefix}${name}`, level, name }));
}
