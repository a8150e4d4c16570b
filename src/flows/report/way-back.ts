import { readMetrics } from "../../compare/index.ts";
import { baseName, Failure } from "../../kernel/index.ts";
import { versionTag } from "../../release/index.ts";
import type { GateDocument, Merging } from "../../report/index.ts";
import { openBase, type Review } from "./review.ts";
import { sideOf } from "./side-of.ts";

type Gate = GateDocument["gates"][number];

/**
 * The gates that a change passes because it only brings back what was released before: all of them where it changes nothing
 * but that each file reads as it did then, else those whose number is the very one that was released. What it returns to was judged
 * when it came, and a way back must never be barred; what comes along with it is judged like everything else. Null for a change
 * that is no way back.
 */
export async function wayBack(
	review: Review,
	{ merging, rev }: { readonly merging: Merging; readonly rev: string },
): Promise<((gate: Gate) => boolean) | null> {
	const reverted = merging.models.filter(({ outcome }) => outcome === "reverted");
	const others = merging.models.some(({ outcome }) => outcome !== "reverted" && outcome !== "exists");
	if (reverted.length === 0 || others) return null;
	const commits = await releasedCommits(review, reverted);
	if (await restoresAll(review, rev, commits)) return () => true;
	const released = await Promise.all(commits.map((commit) => metricsAt(review, commit)));
	return ({ file, metric, head }) =>
		released.some((table) => table !== null && (table.files.get(file)?.get(metric) ?? null) === head);
}

async function releasedCommits({ workspace }: Review, models: Merging["models"]): Promise<string[]> {
	const { git } = workspace;
	if (git === null) return [];
	const tags = models.flatMap(({ name, version }) => (version === null ? [] : [versionTag(name, version)]));
	const commits = await Promise.all(tags.map((tag) => git.tryResolve(`refs/tags/${tag}^{commit}`)));
	return commits.flatMap((commit) => commit ?? []);
}

/** Whether each file that it changes reads as in one of these commits. Locks apart: what they record is looked up by content. */
async function restoresAll({ workspace, base }: Review, rev: string, commits: readonly string[]): Promise<boolean> {
	const { git } = workspace;
	const head = (await git?.tryResolve(rev)) ?? null;
	if (git === null || head === null || base === null) return false;
	const changed = (await git.changedFiles(base.commit, head)).filter((path) => baseName(path) !== "dvc.lock");
	for (const path of changed) {
		const now = await git.treeAt(head).read(path);
		const then = await Promise.all(commits.map((commit) => git.treeAt(commit).read(path)));
		if (!then.some((bytes) => same(bytes, now))) return false;
	}
	return true;
}

function same(a: Uint8Array | null, b: Uint8Array | null): boolean {
	return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

async function metricsAt(review: Review, commit: string) {
	try {
		return await readMetrics(sideOf(review, await openBase(review.workspace, review.shelves, commit)).side);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}
