import { compareCodePoints, joinPath, parentOf } from "../kernel/index.ts";
import { decodeUtf8 } from "../source/index.ts";
import { IgnoreRules } from "./ignore.ts";
import type { Tree } from "./model.ts";

export type Filter = (paths: readonly string[]) => Promise<ReadonlySet<string>>;

/** What a folder holds of DVC's files, read by the caller, which says where the stages in them put their outputs. */
export interface Visitor {
	/**
	 * Reads the manifests of one level; `ignored` holds those of them, and of the lock files beside them, that git ignores.
	 * Returns the paths of directories that are outputs.
	 */
	visit(files: readonly string[], ignored: ReadonlySet<string>): Promise<readonly string[]>;
	/** Which of these git ignores. */
	readonly gitIgnored: Filter;
}

/**
 * Walks the project level by level, as far as DVC looks for manifests: not into what `.dvcignore` or git ignore, not into
 * other projects, links to folders, and directories that are outputs. Git is asked once for each level.
 */
export async function survey(tree: Tree, visitor: Visitor): Promise<IgnoreRules> {
	const rules = new IgnoreRules();
	const outputs = new Set<string>();
	let level = ["."];
	while (level.length > 0) {
		const files: string[] = [];
		const below: string[] = [];
		for (const folder of level) {
			const found = await look(tree, folder, rules);
			files.push(...found.files);
			below.push(...found.folders);
		}
		const ignored = await visitor.gitIgnored([...files, ...files.filter(isPipeline).map(lockFileOf), ...below]);
		const read = files.filter((file) => !ignored.has(file) || isPipeline(file));
		for (const path of await visitor.visit(read, ignored)) outputs.add(path);
		level = below.filter((folder) => !ignored.has(folder) && !outputs.has(folder)).sort(compareCodePoints);
	}
	return rules;
}

/** A pipeline that git ignores is spoken of, not passed over. */
function isPipeline(file: string): boolean {
	return file === "dvc.yaml" || file.endsWith("/dvc.yaml");
}

/** Where the results of a dvc.yaml are recorded. */
export function lockFileOf(pipeline: string): string {
	return pipeline.replace(/yaml$/, "lock");
}

async function look(tree: Tree, folder: string, rules: IgnoreRules): Promise<{ files: string[]; folders: string[] }> {
	const entries = await tree.list(folder);
	if (folder !== "." && entries.some(({ name, kind }) => name === ".dvc" && kind === "directory")) {
		rules.addProject(folder);
		return { files: [], folders: [] };
	}
	const own = entries.find(({ name, kind }) => name === ".dvcignore" && kind === "file");
	if (own !== undefined && !rules.ignored(joinPath(folder, own.name), false)) await readRules(tree, folder, rules);
	const files: string[] = [];
	const folders: string[] = [];
	for (const { name, kind, link } of entries) {
		const manifest = kind === "file" && (name === "dvc.yaml" || (name.endsWith(".dvc") && name !== ".dvc"));
		if (!manifest && (kind === "file" || link)) continue;
		const path = joinPath(folder, name);
		if (rules.ignored(path, kind === "directory")) continue;
		(kind === "file" ? files : folders).push(path);
	}
	return { files, folders };
}

async function readRules(tree: Tree, folder: string, rules: IgnoreRules): Promise<void> {
	const file = joinPath(folder, ".dvcignore");
	const bytes = await tree.read(file);
	if (bytes !== null) rules.add(folder, decodeUtf8(bytes, file));
}

/** Folders sorted, a folder before what lies in it; files of one folder by name. */
export function byFolder(a: string, b: string): number {
	const [x, y] = [parentOf(a), parentOf(b)];
	return x === y ? compareCodePoints(a, b) : compareFolders(x, y);
}

function compareFolders(a: string, b: string): number {
	if (a === "." || b === ".") return a === "." ? -1 : 1;
	const [x, y] = [a.split("/"), b.split("/")];
	for (const [index, part] of x.entries()) {
		const other = y[index];
		if (other === undefined) return 1;
		if (part !== other) return compareCodePoints(part, other);
	}
	return -1;
}
