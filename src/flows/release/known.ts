import type { GitTree } from "../../git/index.ts";
import type { LockEntry, Project } from "../../manifest/index.ts";
import type { Cache } from "../../store/index.ts";
import type { Site } from "./site.ts";

/** What is known of a tree's stages without running any. */
export interface KnownTree {
	readonly project: Project;
	readonly cache: Cache;
	/** Stage → its result for exactly these inputs. A `.dvc` file's is what it records. */
	readonly results: ReadonlyMap<string, KnownResult>;
	/** Stages without a known result → why, in words. A stage behind one of them is one of them. */
	readonly unknown: ReadonlyMap<string, readonly string[]>;
	/** Files, relative to the DVC root, that have to read otherwise for the tree's locks to be true. */
	readonly locks: ReadonlyMap<string, Uint8Array>;
}

export interface KnownResult {
	readonly entry: LockEntry;
	readonly source: "lock" | "run-cache";
}

/** Looks at metadata alone: manifests, locks and the run cache, never at data. */
export type KnowTree = (site: Site, tree: GitTree) => Promise<KnownTree>;
