import type { GitTree } from "../../git/index.ts";
import { type DvcConfig, loadConfig, loadProject } from "../../manifest/index.ts";
import { plan } from "../../plan/index.ts";
import { Cache, RunCache } from "../../store/index.ts";
import type { FlowContext } from "../context.ts";
import { entryFormat } from "../entry-format.ts";
import { observeRevision } from "../observe.ts";
import { type Hearsay, optionalRemote, type Shelves, withRemote } from "../remote-shelves.ts";
import { knowFromPlan } from "./know-from-plan.ts";
import type { KnownTree, KnowTree } from "./known.ts";

/**
 * What is known of a revision's stages: from its lock files, this machine's run cache and the default remote's, which is
 * asked for single runs by their key and never listed. The settings of DVC are those of the workspace.
 */
export const knowTree: KnowTree = knowAlso((observer) => observer);

/** The same, and what is heard of results beside that. */
export function knowAlso(hearsay: Hearsay): KnowTree {
	return async ({ context, root }, tree) => {
		const config = await configOf(context, root);
		const remote = await optionalRemote(context, config);
		const cache = new Cache(config.cacheDir);
		const places = { root, config, cache, runCache: new RunCache(config.cacheDir, entryFormat), remote };
		return knownAt(tree, places, hearsay);
	};
}

/** Where to look beside the tree itself. */
export interface KnownPlaces extends Shelves {
	/** The DVC root, absolute. */
	readonly root: string;
	readonly config: DvcConfig;
}

export async function knownAt(
	tree: GitTree,
	places: KnownPlaces,
	hearsay: Hearsay = (observer) => observer,
): Promise<KnownTree> {
	const { root, config, cache, runCache } = places;
	const project = await loadProject(tree, { config, root });
	const revision = observeRevision({ tree, ignore: project.ignore, cache, runCache, assumeStored: true });
	const observer = await hearsay(withRemote(revision, places), places);
	const found = await plan(project, observer, { targets: null, data: false });
	return knowFromPlan(found, { project, cache, tree });
}

function configOf({ machine }: FlowContext, root: string): Promise<DvcConfig> {
	const { home, systemConfigDir, globalConfigDir } = machine;
	return loadConfig({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}
