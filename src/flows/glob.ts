import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { badInput, compareCodePoints, fnmatch, hasWildcards } from "../kernel/index.ts";

/**
 * Targets with `--glob`: what lies in the workspace under these patterns, as Python's `glob` finds it (`**` for any depth;
 * a name that begins with a dot only where the pattern does), sorted. Failure `no-match` when nothing fits any of them.
 */
export function globTargets(cwd: string, patterns: readonly string[]): string[] {
	const found = patterns.flatMap((pattern) => matches(cwd, pattern));
	if (found.length > 0 || patterns.length === 0) return found;
	throw badInput("no-match", `nothing here fits ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}`, {
		found: patterns.join(" "),
		expected: "a pattern of files and folders, as seen from the folder that you are in",
		hint: "put it in quotes, so that the shell leaves it alone",
	});
}

function matches(cwd: string, pattern: string): string[] {
	let found = [pattern.startsWith("/") ? "/" : ""];
	const parts = pattern.split("/").filter((part) => part !== "");
	for (const [index, part] of parts.entries()) {
		const last = index === parts.length - 1;
		found = found.flatMap((folder) => step(cwd, folder, { part, last }));
	}
	const folders = pattern.endsWith("/");
	return [...new Set(found)].filter((path) => path !== "" && (!folders || isFolder(join(cwd, path))));
}

function step(cwd: string, folder: string, { part, last }: { part: string; last: boolean }): string[] {
	const beneath = (name: string): string =>
		folder === "" || folder === "/" ? `${folder}${name}` : `${folder}/${name}`;
	const at = (path: string): string => (path.startsWith("/") ? path : join(cwd, path));
	if (part === "**" && !isFolder(at(folder === "" ? "." : folder))) return [];
	if (part === "**") return [folder, ...everythingBelow(folder, { at, files: last })];
	if (!hasWildcards(part)) return exists(at(beneath(part))) ? [beneath(part)] : [];
	return namesIn(at(folder))
		.filter((name) => fnmatch(name, part) && (part.startsWith(".") || !name.startsWith(".")))
		.map(beneath)
		.filter((path) => last || isFolder(at(path)));
}

function everythingBelow(
	folder: string,
	{ at, files, above = [] }: { at: (path: string) => string; files: boolean; above?: readonly string[] },
): string[] {
	const real = realpathSync(at(folder));
	// a link that leads back to where we are has no end
	if (above.includes(real)) return [];
	return namesIn(real).flatMap((name) => {
		if (name.startsWith(".")) return [];
		const path = folder === "" || folder === "/" ? `${folder}${name}` : `${folder}/${name}`;
		if (!isFolder(at(path))) return files ? [path] : [];
		return [path, ...everythingBelow(path, { at, files, above: [...above, real] })];
	});
}

function namesIn(folder: string): string[] {
	return isFolder(folder) ? readdirSync(folder).sort(compareCodePoints) : [];
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function exists(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
