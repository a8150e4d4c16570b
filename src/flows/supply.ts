import type { Progress } from "../kernel/index.ts";
import type { Supply } from "../run/index.ts";
import { fetch, type ObjectRef, type Remote, type RunShelf } from "../store/index.ts";
import type { Workspace } from "./workspace.ts";

interface SupplyOptions {
	readonly jobs: number | null;
	readonly progress: Progress;
	/** More runs that may be known. */
	readonly beside?: RunShelf | null;
}

/** `--pull`: the default remote hands over what a run lacks. */
export function remoteSupply(
	{ remote: open, cache, runCache }: Workspace,
	{ jobs, progress, beside = null }: SupplyOptions,
): Supply {
	let opened: Promise<Remote> | null = null;
	const theRemote = (): Promise<Remote> => (opened ??= open(null));
	return {
		objects: async (objects) => {
			const missing: ObjectRef[] = [];
			for (const { oid, hash } of objects) {
				if ((await cache.missingBelow(oid, hash)).length > 0) missing.push({ oid, hash });
			}
			if (missing.length === 0) return;
			const remote = await theRemote();
			progress.say(`fetching ${missing.length} ${missing.length === 1 ? "output" : "outputs"} from ${remote.name}`);
			await fetch(missing, { cache, remote, ...(jobs === null ? {} : { jobs }) });
		},
		runs: async (keys) => {
			if ((await (await theRemote()).fetchRuns(runCache, keys)) === 0) await beside?.fetchRuns(runCache, keys);
		},
	};
}
