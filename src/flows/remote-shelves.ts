import { Failure } from "../kernel/index.ts";
import type { DvcConfig } from "../manifest/index.ts";
import type { Observer } from "../plan/index.ts";
import type { Cache, Remote, RunCache } from "../store/index.ts";
import { type RemoteContext, remoteOf } from "./remotes.ts";

/** Where results are kept: on this machine, and where one is configured on the default remote. */
export interface Shelves {
	readonly cache: Cache;
	readonly runCache: RunCache;
	readonly remote: Remote | null;
}

/** More that is known of results than cache and remote hold. */
export type Hearsay = (observer: Observer, shelves: Shelves) => Observer | Promise<Observer>;

/** The default remote; null without one, and with a word of warning where it is of a kind that we cannot talk to. */
export async function optionalRemote(context: RemoteContext, config: DvcConfig): Promise<Remote | null> {
	if (config.defaultRemote === null) return null;
	try {
		return await remoteOf(context, config, null);
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code !== "remote-not-supported") throw failure;
		context.progress.warn(`${failure.message}: only what this machine holds is known`);
		return null;
	}
}

/** An observer that asks the remote for what this machine lacks: single runs by key, listings and objects by id. Nothing is listed. */
export function withRemote(observer: Observer, { cache, runCache, remote }: Shelves): Observer {
	if (remote === null) return observer;
	return {
		...observer,
		knownRun: async (inputs) => {
			const here = await observer.knownRun(inputs);
			if (here !== null || (await remote.fetchRuns(runCache, [runCache.key(inputs)])) === 0) return here;
			return observer.knownRun(inputs);
		},
		// the listing of a directory is the last of it that is written: where it is, all is
		stored: async (oid, hash) => (await observer.stored(oid, hash)) || (await remote.has([oid], hash)).size > 0,
		listing: async (oid, hash) => {
			const here = await observer.listing(oid, hash);
			if (here !== null || (await remote.fetch(oid, cache, hash)) === null) return here;
			return observer.listing(oid, hash);
		},
	};
}
