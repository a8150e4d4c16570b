import { type Leaf, type MetricRow, metricsIn } from "../../compare/index.ts";
import { hashBytes } from "../../digest/index.ts";
import type { Git, GitTree } from "../../git/index.ts";
import { Failure, joinPath, parentOf } from "../../kernel/index.ts";
import { parseLock, type Recorded, type Stage } from "../../manifest/index.ts";
import { parseTag } from "../../release/index.ts";
import type { DiffDocument, GateDocument, HistoryPoint, MetricHistory } from "../../report/index.ts";
import { shelvedObjects } from "./objects.ts";
import type { Review } from "./review.ts";

/** Changes of the base branch that are shown; so many of its commits are looked through for released ones. */
const MOST_POINTS = 20;
const LOOKED_THROUGH = 200;
const MOST_FILES = 5;
const MOST_METRICS = 20;
/** A metrics file is small; what is larger is not fetched for a picture. Bytes. */
const LARGEST_FILE = 256n * 1024n;

/** One point of the base branch's line, and the tree that tells what was measured there. */
interface Point {
	readonly commit: string;
	readonly tree: GitTree;
}

/**
 * What metrics were on the base branch at its last changes: those that wrote their files or locks, and those that were
 * released (the version's tag stands on the true lock). From what is at hand, and small objects of the remote; nothing is
 * said where that is too little for a line.
 */
export async function metricHistory(review: Review, rows: readonly MetricRow[]): Promise<MetricHistory[]> {
	const { workspace, base } = review;
	const wanted = rows.filter(({ base: before }) => numberOf(before) !== null).slice(0, MOST_METRICS);
	if (workspace.git === null || base === null || wanted.length === 0) return [];
	const files = [...new Set(wanted.map(({ file }) => file))].slice(0, MOST_FILES);
	try {
		const points = await pointsOf(workspace.git, { review, base: base.commit, files });
		const values = await Promise.all(points.map(async ({ tree }) => valuesAt(review, tree, files)));
		return wanted.flatMap((row) => {
			const before = points.flatMap(({ commit }, i): HistoryPoint[] => {
				const value = numberOf(values[i]?.get(row.file)?.get(row.name) ?? null);
				return value === null || commit === base.commit ? [] : [{ commit, value }];
			});
			const now = { commit: base.commit, value: numberOf(row.base) ?? 0 };
			const { file, name } = row;
			return before.length < 2 ? [] : [{ file, name, points: [...before, now], head: numberOf(row.head) }];
		});
	} catch (failure) {
		// a picture of the past is no reason to say nothing of the present
		if (!(failure instanceof Failure)) throw failure;
		return [];
	}
}

/** Gated metrics, in the order of the gates, then those that moved. */
export function shownMetrics(diff: DiffDocument | null, judged: Pick<GateDocument, "gates"> | null): MetricRow[] {
	const rows = diff?.metrics ?? [];
	const gated = (judged?.gates ?? []).flatMap(
		({ file, metric }) => rows.find((row) => row.file === file && row.name === metric) ?? [],
	);
	return [...new Set([...gated, ...rows.filter(({ delta }) => delta !== null && Number(delta) !== 0)])];
}

/** Oldest first. */
async function pointsOf(
	git: Git,
	{ review, base, files }: { readonly review: Review; readonly base: string; readonly files: readonly string[] },
): Promise<Point[]> {
	const { below } = review.workspace;
	const locks = files.flatMap((file) => lockOf(makerOf(review, file)) ?? []);
	const paths = [...new Set([...files, ...locks])].map((path) => joinPath(below, path));
	const [line, changed, tags] = await Promise.all([
		git.firstParents(base, { most: LOOKED_THROUGH }),
		git.firstParents(base, { most: MOST_POINTS, paths }),
		git.tags(),
	]);
	const trees = new Map(changed.map((commit) => [commit, commit]));
	const released = tags.filter(({ name }) => parseTag(name)?.kind === "register").map(({ target }) => target);
	const parents = await git.firstParentOf(released);
	const onLine = new Set(line);
	for (const target of released) {
		const commit = onLine.has(target) ? target : parents.get(target);
		if (commit !== undefined && onLine.has(commit)) trees.set(commit, target);
	}
	const newest = line.filter((commit) => trees.has(commit)).slice(0, MOST_POINTS);
	return newest.toReversed().map((commit) => ({ commit, tree: git.treeAt(trees.get(commit) ?? commit, below) }));
}

type Values = ReadonlyMap<string, ReadonlyMap<string, Leaf>>;

async function valuesAt(review: Review, tree: GitTree, files: readonly string[]): Promise<Values> {
	const found = new Map<string, ReadonlyMap<string, Leaf>>();
	for (const file of files) {
		const bytes = await fileAt(review, tree, file);
		if (bytes !== null) found.set(file, metricsIn(bytes, file));
	}
	return found;
}

/** What the lock records of a file counts before what lies in the tree, which may be older. */
async function fileAt(review: Review, tree: GitTree, file: string): Promise<Uint8Array | null> {
	const [bytes, recorded] = [await tree.read(file), await recordAt(tree, makerOf(review, file))];
	if (recorded?.oid == null || (bytes !== null && hashBytes(bytes) === recorded.oid)) return bytes;
	if ((recorded.size ?? LARGEST_FILE) >= LARGEST_FILE) return null;
	return shelvedObjects(review.shelves).read(recorded.oid, recorded.hash);
}

interface Maker {
	readonly stage: Stage;
	/** The file as the stage's lock entry names it. */
	readonly path: string;
}

/** The stage of dvc.yaml that makes a file now. */
function makerOf({ project }: Review, file: string): Maker | null {
	for (const stage of project.stages) {
		const out = stage.name === null ? undefined : stage.outs.find(({ at }) => at === file);
		if (out !== undefined) return { stage, path: out.path };
	}
	return null;
}

function lockOf(maker: Maker | null): string | null {
	return maker === null ? null : joinPath(parentOf(maker.stage.file), "dvc.lock");
}

async function recordAt(tree: GitTree, maker: Maker | null): Promise<Recorded | null> {
	const file = lockOf(maker);
	const bytes = file === null ? null : await tree.read(file);
	if (maker === null || file === null || bytes === null) return null;
	try {
		const entry = parseLock(bytes, file).get(maker.stage.name ?? "");
		return entry?.outs.find(({ path }) => path === maker.path) ?? null;
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}

function numberOf(value: Leaf): number | null {
	const number = typeof value === "bigint" ? Number(value) : value;
	return typeof number === "number" && Number.isFinite(number) ? number : null;
}
