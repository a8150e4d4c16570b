import { realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadMainline, type MainlineConfig } from "../../config/index.ts";
import { Git } from "../../git/index.ts";
import { workspaceTree } from "../../manifest/index.ts";
import { decodeUtf8 } from "../../source/index.ts";
import type { FlowContext } from "../context.ts";
import { type Announce, tellNobody } from "./announce.ts";
import { Ledger } from "./ledger.ts";
import { mainLineOf } from "./main-line.ts";
import { trustedBy } from "./signing.ts";
import type { MayApprove, Site } from "./site.ts";

export interface SiteOptions {
	/** The git remote whose tags are the record: fetched first, pushed to. Null: this clone's own, offline. */
	readonly remote: string | null;
	/** Only tell what would be done. */
	readonly plan: boolean;
	/** Who asks, for the record. */
	readonly by: string | null;
	/** Page of the workflow run that does it, for the record; absent: none does. */
	readonly run?: string | null;
	readonly announce?: Announce;
	readonly mayApprove?: MayApprove;
}

/** Where people work: the policy is mainline.yaml as it lies in the workspace. */
export async function openSite(context: FlowContext, options: SiteOptions): Promise<Site> {
	const git = await Git.open(context.cwd, context.signal);
	const root = await rootOf(context.cwd, git.root);
	const config = await workspaceConfig(root);
	const trusted = await trustedBy(config, (path) => workspaceTree(root).read(path), context.machine);
	return assemble(context, options, { git, root, config, trusted });
}

export async function assemble(
	context: FlowContext,
	options: SiteOptions,
	found: Pick<Site, "git" | "root" | "config" | "trusted">,
): Promise<Site> {
	const { remote, plan, by, run = null, mayApprove } = options;
	const ledger = await Ledger.open({ git: found.git, clock: context.clock, remote, dry: plan });
	return {
		context,
		...found,
		ledger,
		mainLine: mainLineOf(found.git, remote),
		announce: options.announce ?? tellNobody,
		by,
		run,
		plan,
		...(mayApprove === undefined ? {} : { mayApprove }),
	};
}

/** Where mainline.yaml lies: the nearest folder with a `.dvc` in it; the git root in a repository without DVC, whose tags can be read all the same. */
export async function rootOf(cwd: string, gitRoot: string): Promise<string> {
	const top = await realpath(gitRoot);
	for (let folder = await realpath(cwd); folder !== top; folder = dirname(folder)) {
		const found = await stat(join(folder, ".dvc")).catch(() => null);
		if (found?.isDirectory() === true || dirname(folder) === folder) return folder;
	}
	return top;
}

async function workspaceConfig(root: string): Promise<MainlineConfig> {
	const file = "mainline.yaml";
	const bytes = await workspaceTree(root).read(file);
	return loadMainline(bytes === null ? null : decodeUtf8(bytes, file), file);
}
