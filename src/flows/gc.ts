import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { Archive } from "../git/index.ts";
import { badInput, Failure, formatDuration, isWithin, type Outcome } from "../kernel/index.ts";
import type { GcDocument, GcPlace } from "../report/index.ts";
import { folderStock, openStock, type Stock } from "../store/index.ts";
import type { FlowContext } from "./context.ts";
import type { GitHubAccess } from "./doctor/origin.ts";
import { clearImages } from "./gc/clear-images.ts";
import { clearObjects } from "./gc/clear-objects.ts";
import { Historian } from "./gc/needs.ts";
import type { ClearingRules } from "./gc/objects.ts";
import { openSite } from "./release/open-site.ts";
import { remoteConfig, surroundingsOf } from "./remotes.ts";
import { changeWorkspace, openWorkspace, type Workspace } from "./workspace.ts";

export interface GcOptions {
	/** Which places; none of them: all that there are, to look. */
	readonly cache: boolean;
	readonly remote: string | null;
	readonly registry: boolean;
	/** Versions of each model that stay; null: all. */
	readonly keep: number | null;
	/** Milliseconds: what is younger stays. */
	readonly olderThanMs: number;
	/** Also what nobody here ever named. */
	readonly unknown: boolean;
	/** Directories that cannot be looked into are taken for lost. */
	readonly allowMissing: boolean;
	/** No git remote is asked. */
	readonly local: boolean;
	/** Delete. */
	readonly yes: boolean;
	readonly access: GitHubAccess;
}

/**
 * Says what nothing needs any more, in the cache, a remote and the registry, and with `yes` deletes it. What is needed is read from git
 * alone, and read again before every thousand objects.
 */
export async function gc(context: FlowContext, options: GcOptions): Promise<Outcome<GcDocument>> {
	if (options.yes && options.cache)
		return changeWorkspace(context, "gc", (workspace) => clear(context, workspace, options));
	const workspace = await openWorkspace(context);
	try {
		return await clear(context, workspace, options);
	} finally {
		workspace.git?.close();
	}
}

async function clear(context: FlowContext, workspace: Workspace, options: GcOptions): Promise<Outcome<GcDocument>> {
	const { git } = workspace;
	if (git === null) {
		throw badInput("no-git", "without git nothing says what is needed", {
			hint: "`git init` and a first commit; or `dvc gc -w`, which keeps what the workspace names alone",
		});
	}
	const remotes = await git.remotes();
	const remote = options.local || !remotes.includes(ORIGIN) ? null : ORIGIN;
	refuseBlind(options, remotes);
	const now = context.clock.now();
	const olderThan = new Date(now.getTime() - options.olderThanMs);
	const site = await openSite(context, { remote: null, plan: false, by: null });
	const archive = new Archive(git.root);
	const stocks: Stock[] = [];
	try {
		const { keep, access } = options;
		const historian = new Historian(context, { archive, site, options: { olderThan, keep, remote, access } });
		const needs = await historian.read();
		const rules: ClearingRules = { olderThan, unknown: options.unknown, allowMissing: options.allowMissing };
		const common = { needs, rules, historian: options.yes ? historian : null };
		const places: GcPlace[] = [];
		for (const open of await stocksOf(context, workspace, options)) {
			stocks.push(open.stock, ...open.elsewhere);
			places.push(await clearObjects(context, { ...open, ...common }));
		}
		if (options.registry || !isPlaced(options)) places.push(...(await clearImages(context, { site, ...common })));
		return {
			answer: "yes",
			document: {
				schema: "mainline.gc/1",
				plan: !options.yes,
				at: now.toISOString(),
				olderThan: formatDuration(options.olderThanMs),
				keep,
				unknown: options.unknown,
				commits: needs.commits,
				versions: needs.versions.map(({ model, version, why }) => ({ model, version, why })),
				places,
				remarks: needs.remarks,
			},
		};
	} finally {
		archive.close();
		site.git.close();
		for (const stock of new Set(stocks)) await stock.close();
	}
}

/** The git remote that others push to. */
const ORIGIN = "origin";

/** Deleting where others work needs to know what they pushed, and a word where. */
function refuseBlind({ yes, local, cache, remote, registry }: GcOptions, remotes: readonly string[]): void {
	if (!yes) return;
	if (!isPlaced({ cache, remote, registry })) {
		throw badInput("bad-option", "nobody said where to delete", {
			found: "--yes alone",
			expected: "--cache, -r NAME or --registry beside it",
			hint: "mainline gc, to see what would go where",
		});
	}
	if ((remote === null && !registry) || remotes.length === 0) return;
	if (!remotes.includes(ORIGIN)) {
		throw badInput("gc-no-origin", "nobody knows which git remote others push to", {
			found: `remotes, and none is called origin: ${remotes.join(", ")}`,
			expected: "origin, which is asked what they need",
			hint: `git remote rename ${remotes[0]} origin`,
		});
	}
	if (!local) return;
	throw badInput("bad-option", "`--local` cannot stand beside `--yes` for a place that others use", {
		found: "--local",
		expected: "to ask origin what others pushed",
		hint: "leave --local out",
	});
}

/** Whether places are named; else all are meant. */
function isPlaced({ cache, remote, registry }: Pick<GcOptions, "cache" | "remote" | "registry">): boolean {
	return cache || remote !== null || registry;
}

export interface OpenPlace {
	readonly place: "cache" | "remote";
	readonly name: string;
	readonly stock: Stock;
	readonly ours: boolean;
	readonly elsewhere: readonly Stock[];
}

/** The cache and the remote, as far as they are asked for; each reads listings from the other where it lacks them. */
async function stocksOf(context: FlowContext, { config, root }: Workspace, options: GcOptions): Promise<OpenPlace[]> {
	const all = !isPlaced(options);
	const cache = folderStock(config.cacheDir);
	const name = options.remote ?? config.defaultRemote;
	const open = async (): Promise<Stock | null> => {
		try {
			return name === null ? null : await openStock(remoteConfig(config, name), surroundingsOf(context));
		} catch (failure) {
			if (options.remote !== null || !(failure instanceof Failure)) throw failure;
			context.progress.warn(`remote "${name}" is left out: ${failure.message}`);
			return null;
		}
	};
	const remote = all || options.cache || options.remote !== null ? await open() : null;
	const places: OpenPlace[] = [];
	if (all || options.cache) {
		// not where it is a link to a place that others share
		const ours = isWithin(await realpath(config.cacheDir).catch(() => config.cacheDir), join(root, ".dvc"));
		const elsewhere = [cache, ...(remote === null ? [] : [remote])];
		places.push({ place: "cache", name: "cache", stock: cache, ours, elsewhere });
	}
	if (remote !== null && (all || options.remote !== null)) {
		places.push({ place: "remote", name: name ?? "", stock: remote, ours: false, elsewhere: [cache] });
	}
	return places;
}
