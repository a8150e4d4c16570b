import type { ModelConfig } from "../../config/index.ts";
import { badInput, infrastructure, isDirectoryOid, isWithin, type Oid, relativeTo } from "../../kernel/index.ts";
import type { Artifact, HashName, LockEntry, Project, Stage } from "../../manifest/index.ts";
import type { ImageFile } from "../../release/index.ts";
import { type Cache, fetch } from "../../store/index.ts";
import { openConfigured, type RemoteContext } from "../remotes.ts";

/** Where a model's bytes are: an object of DVC's cache, made by a stage (or tracked by a `.dvc` file). */
export interface StoredModel {
	readonly stage: Stage;
	readonly entry: LockEntry;
	readonly oid: Oid;
	readonly hash: HashName;
	/** Bytes of the whole output; null where it was not recorded. */
	readonly size: bigint | null;
	readonly executable: boolean;
	/** Path of the output that holds the model: the artifact's own, or a folder above it. */
	readonly output: string;
	/** Of the output; null for the default one. */
	readonly remote: string | null;
}

/** The artifact that mainline.yaml's model means. Failures `unknown-artifact`, `not-a-model`. */
export function artifactOf(project: Project, model: ModelConfig): Artifact {
	const found = project.artifacts.find((artifact) => artifact.name === model.name);
	if (found !== undefined && found.type !== "model") throw noModel(found);
	if (found !== undefined) return found;
	const known = project.artifacts.map((artifact) => artifact.name);
	throw badInput("unknown-artifact", `no dvc.yaml declares the model \`${model.name}\``, {
		at: model.at,
		found: model.name,
		expected: known.length === 0 ? "an `artifacts:` entry in dvc.yaml" : `one of ${known.join(", ")}`,
		hint: `artifacts: {${model.name}: {type: model, path: PATH}} in dvc.yaml`,
	});
}

function noModel({ name, type, place }: Artifact): Error {
	return badInput("not-a-model", `the artifact \`${name}\` is not declared a model`, {
		at: place,
		found: type === null ? "no `type`" : `type: ${type}`,
		expected: "`type: model`",
		hint: `add \`type: model\` to artifacts.${name} in dvc.yaml`,
	});
}

/** The stage whose output the artifact is, or lies in; null when no stage makes it (a file in git). */
export function stageOf(project: Project, artifact: Artifact): Stage | null {
	return project.stages.find((stage) => stage.outs.some((out) => holds(out.at, artifact.path))) ?? null;
}

/** The object that a known result names for the artifact. Failure `model-not-cached` for an output kept out of the cache. */
export function storedModel(stage: Stage, entry: LockEntry, artifact: Artifact): StoredModel {
	const output = stage.outs.find((out) => holds(out.at, artifact.path));
	const recorded = entry.outs.find((out) => out.path === output?.path);
	if (output?.at === undefined || output.at === null || recorded?.oid === undefined || recorded.oid === null) {
		throw badInput("model-not-recorded", `the result of ${stage.address} names no content for ${artifact.path}`, {
			at: artifact.place,
			hint: `mainline run ${stage.address}`,
		});
	}
	const { oid, hash, isexec, size = null } = recorded;
	return { stage, entry, oid, hash, size, executable: isexec === true, output: output.at, remote: output.remote };
}

interface Sources {
	readonly cache: Cache;
	readonly project: Project;
	readonly context: RemoteContext;
}

/** The model's files as they go into the image. Failures `model-missing`, `object-corrupt`. */
export async function modelFiles(
	model: StoredModel,
	artifact: Artifact,
	{ cache, project, context }: Sources,
): Promise<ImageFile[]> {
	await bringHere(model, artifact, { cache, project, context });
	if (!isDirectoryOid(model.oid)) return [await fileAt(cache, artifact.path, model)];
	const listing = (await cache.readListing(model.oid, model.hash)) ?? [];
	const inside = relativeTo(artifact.path, model.output);
	const wanted = listing.filter(({ relpath }) => inside === "." || isWithin(relpath, inside));
	return Promise.all(
		wanted.map(({ relpath, oid }) => fileAt(cache, `${model.output}/${relpath}`, { ...model, oid, executable: false })),
	);
}

async function fileAt(
	cache: Cache,
	path: string,
	{ oid, hash, executable }: Pick<StoredModel, "oid" | "hash" | "executable">,
): Promise<ImageFile> {
	if ((await cache.verify(oid, hash)) !== "present") {
		throw infrastructure("object-corrupt", `the cache's object for ${path} is not what its name says`, {
			found: cache.path(oid, hash),
			hint: "delete that file and run again: it is fetched anew",
		});
	}
	return { path, source: cache.path(oid, hash), executable, contentId: oid };
}

async function bringHere(
	{ oid, hash, remote: named }: StoredModel,
	artifact: Artifact,
	{ cache, project, context }: Sources,
): Promise<void> {
	if ((await cache.missingBelow(oid, hash)).length === 0) return;
	const { remotes, defaultRemote } = project.config;
	const config = remotes.get(named ?? defaultRemote ?? "");
	if (config === undefined) throw missing(artifact, "this machine's cache lacks it, and there is no remote");
	const report = await fetch([{ oid, hash }], { cache, remote: await openConfigured(context, config) });
	const [failed] = report.failed;
	if (failed !== undefined) throw missing(artifact, `remote "${config.name}": ${failed.reason}`);
}

/** What the remote lacks of a model, in a sentence part; null when it has all of it. This machine's cache does not count. */
export async function lackingAtRemote(
	{ oid, hash, remote: named }: StoredModel,
	{ cache, project, context }: Sources,
): Promise<string | null> {
	const { remotes, defaultRemote } = project.config;
	const config = remotes.get(named ?? defaultRemote ?? "");
	if (config === undefined) return "there is no DVC remote to keep the model";
	const remote = await openConfigured(context, config);
	try {
		const listed = isDirectoryOid(oid);
		if (listed && (await cache.readListing(oid, hash)) === null) await remote.fetch(oid, cache, hash);
		const files = listed ? ((await cache.readListing(oid, hash)) ?? []) : [];
		const wanted = [...new Set([oid, ...files.map((file) => file.oid)])];
		const there = await remote.has(wanted, hash);
		const lacking = wanted.filter((each) => !there.has(each)).length;
		if (lacking === 0) return null;
		return `remote "${config.name}" lacks ${lacking} of the ${wanted.length} objects of the stored model`;
	} finally {
		await remote.close();
	}
}

function missing(artifact: Artifact, why: string): Error {
	return infrastructure("model-missing", `the stored model ${artifact.path} cannot be found: ${why}`, {
		at: artifact.place,
		hint: "push it from where it was made: `mainline push` (or `dvc push`)",
	});
}

function holds(at: string | null, path: string): boolean {
	return at !== null && isWithin(path, at);
}
