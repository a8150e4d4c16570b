import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { HashState } from "../digest/index.ts";
import { Git, type GitTree } from "../git/index.ts";
import { joinPath } from "../kernel/index.ts";
import {
	type DvcConfig,
	findDvcRoot,
	type Ignore,
	isOn,
	type LoadedProject,
	loadConfig,
	loadProject,
	type Tree,
	workspaceTree,
} from "../manifest/index.ts";
import { type Access, type GitEye, lockedProject } from "../run/index.ts";
import { Cache, type Remote, RunCache } from "../store/index.ts";
import type { FlowContext } from "./context.ts";
import { entryFormat } from "./entry-format.ts";
import { refuseOutside } from "./outside.ts";
import { remoteOf } from "./remotes.ts";
import { tellVersions } from "./versions.ts";

/** A DVC project on disk, opened: what all of DVC's verbs begin with. */
export interface Workspace {
	/** Absolute, links resolved. */
	readonly root: string;
	/** The DVC root relative to the git root; `.` for the same, or without git. */
	readonly below: string;
	/** Where the user stands, relative to the DVC root. */
	readonly here: string;
	readonly git: Git | null;
	readonly config: DvcConfig;
	readonly tree: Tree;
	readonly ignore: Ignore;
	readonly project: LoadedProject;
	readonly cache: Cache;
	readonly runCache: RunCache;
	readonly state: HashState;
	/** Opens a remote by its name; null: the default one. */
	readonly remote: (name: string | null) => Promise<Remote>;
}

/** Where our own notes about a project lie; below `.dvc/tmp`, which DVC keeps out of git. */
export function notesFolder(root: string): string {
	return join(root, ".dvc", "tmp", "mainline");
}

export async function openWorkspace(context: FlowContext): Promise<Workspace> {
	const root = await realpath(await findDvcRoot(context.cwd));
	const config = await configOf(context, root);
	const git = config.noScm ? null : await Git.find(root);
	const home = git === null ? root : await realpath(git.root);
	const below = git === null ? "." : joinPath(relative(home, root));
	const tree = workspaceTree(root, context.confined === true ? home : null);
	const eye = git === null ? null : gitEye(git, below);
	const project = await loadProject(tree, eye === null ? { config, root } : { config, root, gitIgnored: eye.ignored });
	refuseOutside(project, root);
	return {
		root,
		below,
		here: joinPath(relative(root, await realpath(context.cwd))),
		git,
		config,
		tree,
		ignore: project.ignore,
		project,
		cache: new Cache(config.cacheDir, sharing(config)),
		runCache: new RunCache(config.cacheDir, entryFormat, sharing(config)),
		state: await HashState.open(notesFolder(root)),
		remote: async (name) => tellVersions(await remoteOf(context, config, name), [project]),
	};
}

/** The cache of the project that a folder belongs to, without a look at the project itself: its files may be in the middle of a merge. */
export async function openCache(context: FlowContext, folder: string): Promise<Cache> {
	const root = await realpath(await findDvcRoot(folder));
	const config = await configOf(context, root);
	return new Cache(config.cacheDir, sharing(config));
}

/** `cache.shared = group`. */
function sharing({ sections }: DvcConfig): { shared: boolean } {
	return { shared: sections.get("cache")?.get("shared") === "group" };
}

function configOf({ machine }: FlowContext, root: string): Promise<DvcConfig> {
	const { home, systemConfigDir, globalConfigDir } = machine;
	return loadConfig({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}

/** Opens a project to change it: under DVC's own lock, so that what was read stays true. `command` is how others are told of us. */
export async function changeWorkspace<T>(
	context: FlowContext,
	command: string,
	work: (workspace: Workspace, access: Access) => Promise<T>,
): Promise<T> {
	const root = await realpath(await findDvcRoot(context.cwd));
	const { clock, progress, signal } = context;
	const hardLinks = isOn(await configOf(context, root), "core", "hardlink_lock");
	const place = { root, command: `mainline ${command}`, pid: process.pid, clock, progress, signal, hardLinks };
	return lockedProject(place, async (access) => {
		const workspace = await openWorkspace(context);
		try {
			return await work(workspace, access);
		} finally {
			workspace.git?.close();
		}
	});
}

/** What DVC's files said at a revision. */
export async function projectAt(
	{ git, below, config, root }: Workspace,
	rev: string,
): Promise<{ commit: string; tree: GitTree; project: LoadedProject }> {
	if (git === null) throw new Error("a revision was asked of a project without git");
	const commit = await git.resolve(rev);
	const tree = git.treeAt(commit, below);
	return { commit, tree, project: await loadProject(tree, { config, root }) };
}

/** Git's answers for paths relative to the DVC root. */
export function gitEye(git: Git, below: string): GitEye & { ignored(paths: readonly string[]): Promise<Set<string>> } {
	const asked = async (
		paths: readonly string[],
		ask: (paths: string[]) => Promise<Set<string>>,
	): Promise<Set<string>> => {
		const found = await ask(paths.map((path) => joinPath(below, path)));
		const prefix = below === "." ? "" : `${below}/`;
		return new Set([...found].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
	};
	return {
		top: git.root,
		indexFile: git.indexFile,
		ignored: (paths) => asked(paths, (full) => git.ignored(full)),
		tracked: (paths) => asked(paths, (full) => git.tracked(full)),
	};
}
