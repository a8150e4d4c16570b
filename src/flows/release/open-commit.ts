import { realpath } from "node:fs/promises";
import { relative } from "node:path";
import { loadMainline } from "../../config/index.ts";
import { Git } from "../../git/index.ts";
import type { FlowContext } from "../context.ts";
import type { KnowTree } from "./known.ts";
import { assemble, rootOf, type SiteOptions } from "./open-site.ts";
import { trustedBy } from "./signing.ts";
import type { Site } from "./site.ts";

/** A site whose policy is what the commit itself says, or another one that is trusted more. */
export interface ReleaseSite extends Site {
	/** Full id of the commit that is released. */
	readonly commit: string;
	/** The DVC root relative to the git root; `.` for the same. */
	readonly below: string;
	/** The commit is somebody's who need not be trusted: mainline.yaml was read from another one. */
	readonly isForeign: boolean;
	/** Looks up what is known of a tree's stages. */
	readonly know: KnowTree;
}

export async function openCommit(
	context: FlowContext,
	options: SiteOptions & { readonly rev: string; readonly know: KnowTree; readonly policy?: string },
): Promise<ReleaseSite> {
	const git = await Git.open(context.cwd, context.signal);
	const commit = await git.resolve(options.rev);
	const root = await rootOf(context.cwd, git.root);
	const below = relative(await realpath(git.root), await realpath(root)) || ".";
	const policy = git.treeAt(options.policy ?? commit, below);
	const bytes = await policy.read("mainline.yaml");
	const config = loadMainline(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
	const trusted = await trustedBy(config, (path) => policy.read(path), context.machine);
	const site = await assemble(context, options, { git, root, config, trusted });
	return { ...site, commit, below, isForeign: options.policy !== undefined, know: options.know };
}
