import { isWithin, joinPath, relativeTo } from "../../kernel/index.ts";

/** How a stage of the project at `path` is called from the git root: `models/ads/dvc.yaml:train`. */
export function nameFromRoot(path: string, address: string): string {
	const named = address.includes(":") || address.endsWith(".dvc") ? address : `dvc.yaml:${address}`;
	return joinPath(path, named);
}

/** The address that a name has within the project at `path`: one that is called from the git root loses what leads there. */
export function nameWithin(path: string, name: string): string {
	const [file = ""] = name.split(":");
	if (path === "." || !isWithin(file, path)) return name;
	return relativeTo(name, path).replace(/^dvc\.yaml:/, "");
}
