import { Failure } from "../kernel/index.ts";
import type { Observer } from "../plan/index.ts";
import type { FlowContext } from "./context.ts";
import type { Workspace } from "./workspace.ts";

/**
 * An observer that asks the default remote for the listing of a directory that is not here. What lies in a recorded
 * directory decides whether a stage that reads one of its files is up to date; DVC believes that it is (its issue 11099).
 */
export function seeingListings(observer: Observer, { progress }: FlowContext, workspace: Workspace): Observer {
	const { config, cache } = workspace;
	if (config.defaultRemote === null) return observer;
	return {
		...observer,
		listing: async (oid, hash) => {
			const here = await observer.listing(oid, hash);
			if (here !== null) return here;
			try {
				await (await workspace.remote(null)).fetch(oid, cache, hash);
			} catch (failure) {
				if (!(failure instanceof Failure)) throw failure;
				progress.warn(`${oid} cannot be looked into, so what is recorded of its files counts: ${failure.message}`);
			}
			return observer.listing(oid, hash);
		},
	};
}
