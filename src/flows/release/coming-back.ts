import { formatExact, paramsDiff, recordedData, type Side } from "../../compare/index.ts";
import { digestOf, lastRehearsal } from "../../environments/index.ts";
import { baseName, Failure, joinPath } from "../../kernel/index.ts";
import type { Project } from "../../manifest/index.ts";
import type { VersionState } from "../../release/index.ts";
import type { ComingBack, ValueChange } from "../../report/index.ts";
import { asRecorded, shelvedObjects } from "../report/objects.ts";
import { withResults } from "../report/truth.ts";
import { metricsInLines } from "../status/metrics.ts";
import type { Move } from "./documents.ts";
import type { ReleaseSite } from "./open-commit.ts";
import { stateOf } from "./site.ts";

export interface Return {
	readonly model: string;
	/** That comes back. */
	readonly version: VersionState;
	readonly moves: readonly Move[];
}

/** The two versions of a way back. */
interface Way {
	readonly left: VersionState;
	readonly version: VersionState;
}

/**
 * What a plan that brings a version back means, for whoever has to say yes to it: from tags, commits and manifests alone. Null where it
 * brings none back.
 */
export async function comingBack(site: ReleaseSite, { model, version, moves }: Return): Promise<ComingBack | null> {
	const reverts = moves.filter(({ action, outcome }) => action === "revert" && outcome === "planned");
	const rejects = [...new Set(reverts.flatMap((move) => move.rejects ?? []))];
	const { history } = stateOf(site, model);
	const left = history.versions.find((known) => rejects.includes(known.version));
	if (left === undefined) return null;
	const way = { left, version };
	const files = await orNull(filesOf(site, way));
	return {
		leaves: left.version,
		back: files === null ? null : { ...files.back, metrics: metricsOf(site, way) },
		stays: files?.stays ?? null,
		image: { from: digestOf(left), to: digestOf(version) },
		seconds: sumOf(reverts.map(({ expected }) => expected)),
		rehearsed: reverts.map(({ environment }) => rehearsedFor(site, { model, environment, version })),
		rejects,
		holds: reverts.flatMap(({ environment, hold }) => {
			const isBehind = (site.config.environments.get(environment)?.after ?? null) !== null;
			return hold !== null && isBehind ? [environment] : [];
		}),
	};
}

type Files = { readonly back: Omit<NonNullable<ComingBack["back"]>, "metrics">; readonly stays: readonly string[] };

/** What reads again as it did then, and what has changed since and does not. Locks apart: what they record is looked up by content. */
async function filesOf(site: ReleaseSite, way: Way): Promise<Files> {
	const { git, below, commit } = site;
	const [left, then] = await Promise.all([sideAt(site, way.left.commit), sideAt(site, way.version.commit)]);
	const made = new Set([...outputsOf(left.project), ...outputsOf(then.project)].map((path) => joinPath(below, path)));
	const isWritten = (path: string): boolean => !made.has(path) && !UNSAID.has(baseName(path));
	const stays = (await git.changedFiles(way.version.commit, commit)).filter(isWritten);
	const changed = (await git.changedFiles(way.left.commit, way.version.commit)).filter(isWritten);
	const back = changed.filter((path) => !stays.includes(path));
	const params = new Set(
		[...paramFiles(left.project), ...paramFiles(then.project)].map((path) => joinPath(below, path)),
	);
	return {
		back: {
			data: back.flatMap((path) => (path.endsWith(".dvc") ? [path.slice(0, -".dvc".length)] : [])),
			code: back.filter((path) => !path.endsWith(".dvc") && !params.has(path)),
			params: (await paramsDiff(left, then)).rows.map(({ file, name, base, head }) => changeOf(file, name, base, head)),
		},
		stays,
	};
}

const UNSAID: ReadonlySet<string> = new Set(["dvc.lock", ".gitignore"]);

async function sideAt(site: ReleaseSite, commit: string): Promise<Side> {
	const tree = site.git.treeAt(commit, site.below);
	const known = await site.know(site, tree);
	const project = withResults(known.project, known.results);
	const objects = shelvedObjects({ cache: known.cache, remote: null });
	return { tree: asRecorded(tree, project), project, objects, data: recordedData(project) };
}

/** What stages make is nothing that somebody wrote. */
function outputsOf({ stages }: Project): string[] {
	return stages.flatMap(({ cmd, outs }) => (cmd === null ? [] : outs.flatMap(({ at }) => at ?? [])));
}

function paramFiles({ stages, topLevel }: Project): string[] {
	return ["params.yaml", ...topLevel.params, ...stages.flatMap(({ params }) => params.map(({ at }) => at))];
}

function metricsOf(site: ReleaseSite, { left, version }: Way): ValueChange[] {
	const [before, after] = [left, version].map(({ registration }) =>
		metricsInLines(registration?.message.trailers.metrics ?? [], site),
	);
	return (after ?? []).flatMap(({ file, name, value }) => {
		const old = before?.find((metric) => metric.file === file && metric.name === name);
		return old === undefined || old.value === value ? [] : [changeOf(file, name, old.value, value)];
	});
}

type Leaf = Parameters<typeof formatExact>[0];

function changeOf(file: string, name: string, from: Leaf, to: Leaf): ValueChange {
	const text = (value: Leaf): string | null => (value === null ? null : formatExact(value));
	return { file, name, from: text(from), to: text(to) };
}

function sumOf(takes: readonly (number | undefined)[]): number | null {
	return takes.reduce<number | null>((sum, take) => (sum === null || take === undefined ? null : sum + take), 0);
}

function rehearsedFor(
	site: ReleaseSite,
	{ model, environment, version }: Pick<Return, "model" | "version"> & { readonly environment: string },
): ComingBack["rehearsed"][number] {
	const digest = digestOf(version);
	const last = digest === null ? null : lastRehearsal(site.ledger.rehearsals(), { model, environment, digest });
	if (last === null) return { environment, at: null, ok: false, says: "" };
	const says = last.says === "" && !last.started ? "its image was there; it was not started" : last.says;
	return { environment, at: last.at.toISOString(), ok: last.ok, says };
}

/** A commit may be missing in a shallow clone, its files may be broken: the rest is said all the same. */
async function orNull<T>(promise: Promise<T>): Promise<T | null> {
	try {
		return await promise;
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return null;
	}
}
