import { baseName, joinPath } from "../../kernel/index.ts";
import type { Tree } from "../../manifest/index.ts";

/** Files that say what programs run in, by their usual names. */
const ENVIRONMENT =
	/^(requirements[^/]*\.(txt|in)|constraints[^/]*\.txt|[^/]*\.lock|conda-lock\.ya?ml|environment[^/]*\.ya?ml|pyproject\.toml|pipfile|setup\.(py|cfg)|\.python-version|renv\.lock|package(-lock)?\.json|project\.toml|manifest\.toml|dockerfile[^/]*|containerfile[^/]*|[^/]*\.(dockerfile|def|nix))$/i;

const CODE =
	/\.(py|pyx|ipynb|r|rmd|jl|sh|bash|js|mjs|cjs|ts|go|rs|java|kt|scala|c|cc|cpp|cxx|h|hpp|cu|sql|pl|rb|lua|m|cs|f90|so|whl)$/i;

/** Folders deeper than this are not looked into for code. */
const DEPTH = 3;

/** What a dependency that no stage makes is, by its name; a folder is code where git holds code in it. */
export async function kindOf(tree: Tree, path: string): Promise<"data" | "code" | "environment"> {
	const name = baseName(path);
	if (ENVIRONMENT.test(name)) return "environment";
	if (CODE.test(name)) return "code";
	return (await tree.kind(path)) === "directory" && (await holdsCode(tree, path, DEPTH)) ? "code" : "data";
}

async function holdsCode(tree: Tree, directory: string, depth: number): Promise<boolean> {
	const entries = await tree.list(directory);
	if (entries.some(({ kind, name }) => kind === "file" && CODE.test(name))) return true;
	if (depth === 0) return false;
	for (const { kind, name, link } of entries) {
		if (kind === "directory" && !link && (await holdsCode(tree, joinPath(directory, name), depth - 1))) return true;
	}
	return false;
}
