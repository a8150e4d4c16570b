import type { Progress } from "../kernel/index.ts";
import type { Supply } from "../run/index.ts";
import { fetch, type ObjectRef } from "../store/index.ts";
import { remoteOf } from "./remotes.ts";
import type { Workspace } from "./workspace.ts";

/** `--pull`: the default remote hands over what a run lacks. */
export function remoteSupply(
	{ config, cache, runCache }: Workspace,
	{ jobs, progress }: { jobs: number | null; progress: Progress },
): Supply {
	const remote = remoteOf(config, null);
	return {
		objects: async (objects) => {
			const missing: ObjectRef[] = [];
			for (const { oid, hash } of objects) {
				if ((await cache.missingBelow(oid, hash)).length > 0) missing.push({ oid, hash });
			}
			if (missing.length === 0) return;
			progress.say(`fetching ${missing.length} ${missing.length === 1 ? "output" : "outputs"} from ${remote.name}`);
			await fetch(missing, { cache, remote, ...(jobs === null ? {} : { jobs }) });
		},
		runs: async (keys) => {
			await remote.fetchRuns(runCache, keys);
		},
	};
}
