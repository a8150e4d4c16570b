import { realpath } from "node:fs/promises";
import { relative } from "node:path";
import {
	evaluateGates,
	formatExact,
	type Leaf,
	type MetricTable,
	readMetrics,
	recordedData,
} from "../../compare/index.ts";
import { Failure, joinPath } from "../../kernel/index.ts";
import { loadConfig, loadProject } from "../../manifest/index.ts";
import type { VersionState } from "../../release/index.ts";
import type { ReleasedMetric } from "../../report/index.ts";
import { Cache } from "../../store/index.ts";
import type { Site } from "../release/site.ts";
import type { Measurements } from "../release/versions.ts";
import { optionalRemote } from "../remote-shelves.ts";
import { asRecorded, shelvedObjects } from "../report/objects.ts";

/** So many of one version are told; a project that measures more is asked with `mainline diff`. */
const MOST = 100;

/** Looks up what was measured of the version that a commit made; null where that is not at hand. */
export type MeasuredAt = (commit: string) => Promise<readonly ReleasedMetric[] | null>;

/**
 * From git and this machine's cache; what they lack from the remote where `asking` allows it, for what a pull request measured is in
 * git only when somebody committed it. Each commit is read once.
 */
export async function releasedMetrics(site: Site, { asking }: { readonly asking: boolean }): Promise<MeasuredAt> {
	const { home, systemConfigDir, globalConfigDir } = site.context.machine;
	const places = { root: site.root, home, systemDir: systemConfigDir, globalDir: globalConfigDir };
	const config = await orNull(loadConfig(places));
	const remote = config === null || !asking ? null : await orNull(optionalRemote(site.context, config));
	const below = joinPath(relative(await realpath(site.git.root), await realpath(site.root)));
	const known = new Map<string, Promise<readonly ReleasedMetric[] | null>>();
	return (commit) => {
		const found = known.get(commit) ?? (config === null ? Promise.resolve(null) : orNull(read(commit)));
		known.set(commit, found);
		return found;
	};

	async function read(commit: string): Promise<readonly ReleasedMetric[] | null> {
		if (config === null) return null;
		const tree = site.git.treeAt(commit, below);
		const project = await loadProject(tree, { config, root: site.root });
		const objects = shelvedObjects({ cache: new Cache(config.cacheDir), remote });
		const table = await readMetrics({
			tree: asRecorded(tree, project),
			project,
			objects,
			data: recordedData(project),
		});
		const all = [...table.files].flatMap(([file, values]) =>
			[...values].map(([name, value]) => ({ file, name, value, gated: isGated(site, file, name) })),
		);
		if (all.length === 0 && table.unavailable.size > 0) return null;
		return [...all.filter(({ gated }) => gated), ...all.filter(({ gated }) => !gated)].slice(0, MOST);
	}
}

function isGated({ config }: Pick<Site, "config">, file: string, name: string): boolean {
	return config.gates.some((gate) => gate.file === file && gate.metric === name);
}

/** A board without a number is better than none: a commit may be missing in a shallow clone, its files may be broken. */
async function orNull<T>(promise: Promise<T>): Promise<T | null> {
	try {
		return await promise;
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}

/** What is written down with a version that a commit makes: what was measured, and what gates say of it beside the version before. */
export async function measurementsOf(site: Site, commit: string, before: VersionState | null): Promise<Measurements> {
	const metrics = (await (await releasedMetrics(site, { asking: true }))(commit)) ?? [];
	const lines = before?.registration?.message.trailers.metrics ?? [];
	return { metrics: metricLines(metrics), gates: gateLines(site, metrics, metricsInLines(lines, site)) };
}

/** `metrics.json:accuracy 0.91 → 0.934 passed`, for each gate that could be judged. */
function gateLines(
	{ config: { gates } }: Pick<Site, "config">,
	now: readonly ReleasedMetric[],
	before: readonly ReleasedMetric[],
): string[] {
	const base = before.length === 0 ? null : tableOf(before);
	const judged = evaluateGates(gates, { base, head: tableOf(now) }).filter(({ head }) => head !== null);
	return judged.slice(0, MOST_GATED).map(({ file, metric, base: then, head, verdict, why }) => {
		const values = then === null ? formatExact(head) : `${formatExact(then)} → ${formatExact(head)}`;
		return `${file}:${metric} ${values} ${verdict === "passed" ? "passed" : `${verdict}: ${why}`}`;
	});
}

function tableOf(metrics: readonly ReleasedMetric[]): MetricTable {
	const files = Map.groupBy(metrics, ({ file }) => file);
	return {
		files: new Map([...files].map(([file, rows]) => [file, new Map(rows.map(({ name, value }) => [name, value]))])),
		unavailable: new Set(),
		problems: [],
		mappings: new Set(files.keys()),
	};
}

/** So many are written down with a version where gates name some, and so many where none does. */
const [MOST_GATED, MOST_UNGATED] = [20, 5];

/** What a version's tag keeps of its metrics: those that gates look at; without gates the first few. */
export function metricLines(metrics: readonly ReleasedMetric[]): string[] {
	const gated = metrics.filter((metric) => metric.gated).slice(0, MOST_GATED);
	const kept = gated.length > 0 ? gated : metrics.slice(0, MOST_UNGATED);
	return kept.map(
		({ file, name, value }) => `${file}:${name} ${JSON.stringify(typeof value === "bigint" ? Number(value) : value)}`,
	);
}

/** Those lines read again. What is none of ours is passed over. */
export function metricsInLines(lines: readonly string[], site: Pick<Site, "config">): ReleasedMetric[] {
	return lines.flatMap((line) => {
		const [, file = "", name = "", value = ""] =
			/^([^:]+):(.*?) (-?[0-9][0-9.eE+-]*|true|false|".*")$/.exec(line) ?? [];
		return file === "" ? [] : [{ file, name, value: leafOf(value), gated: isGated(site, file, name) }];
	});
}

function leafOf(text: string): Leaf {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : text;
	} catch {
		return text;
	}
}
