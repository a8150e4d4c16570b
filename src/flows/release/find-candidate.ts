import { createHash } from "node:crypto";
import type { ModelConfig } from "../../config/index.ts";
import type { GitTree } from "../../git/index.ts";
import {
	badInput,
	compareCodePoints,
	dumpPythonJson,
	joinPath,
	parseSha256,
	type Sha256,
	type Value,
} from "../../kernel/index.ts";
import type { Artifact, LockEntry, Recorded } from "../../manifest/index.ts";
import { contentKey, digestIn, type Ingredient } from "../../release/index.ts";
import type { Candidate } from "./candidate.ts";
import { type CodeFile, codeFile, codeFiles } from "./code-files.ts";
import type { UnknownStage } from "./documents.ts";
import { type EnvironmentPart, environmentPart } from "./environment.ts";
import { evidenceOf } from "./evidence.ts";
import type { KnownTree } from "./known.ts";
import { artifactOf, lackingAtRemote, modelFiles, type StoredModel, stageOf, storedModel } from "./model-files.ts";
import type { ReleaseSite } from "./open-commit.ts";
import { type PythonPart, pythonContent, pythonPart } from "./python.ts";

/** The candidate, or the stages that would have to run first. */
export type Found = Candidate | { readonly unknown: readonly UnknownStage[] };

/** What a commit's tree makes of a model, from metadata alone: no data is read, nothing is fetched. */
export async function findCandidate(site: ReleaseSite, model: ModelConfig, commit: string): Promise<Found> {
	const tree = site.git.treeAt(commit, site.below);
	const known = await site.know(site, tree);
	const artifact = artifactOf(known.project, model);
	const unknown = unknownFor(site, known, artifact);
	if (unknown.length > 0) return { unknown };
	const { subject, time } = await site.git.commitInfo(commit);
	const [code, python] = [await codeFiles(tree, model), await pythonPart(tree, model)];
	const environment = await environmentPart(tree, known.project, model, site.isForeign);
	const around: Surroundings = { code, python, environment };
	const about = { model, commit, time, subject, python, environment, codeFiles: code.map(({ file }) => file) };
	const stored = storedOf(known, artifact);
	const stage = stageOf(known.project, artifact);
	const evidence = () =>
		evidenceOf({ tree, known, stage, files: stored === null ? [] : filesOf(stored), context: site.context });
	if (stored === null) return { ...about, evidence, ...(await inGit(tree, { model, artifact, around })) };
	const lock = lockDigest(stored.entry);
	return {
		...about,
		evidence,
		lock,
		made: `${artifact.path} ${stored.hash}:${stored.oid}`,
		// a part of a folder has no size of its own
		size: stored.output === artifact.path && stored.size !== null ? Number(stored.size) : null,
		content: contentOf(model, { lock, around, files: new Map([[artifact.path, pathInObject(stored, artifact)]]) }),
		modelFiles: () => modelFiles(stored, artifact, { ...known, context: site.context }),
		lacking: () => lackingAtRemote(stored, { ...known, context: site.context }),
		locks: new Map([...known.locks].map(([path, bytes]) => [joinPath(site.below, path), bytes])),
	};
}

/** The stage that makes the model and those that make what gates look at; a stage is known only when all before it are. */
function unknownFor(site: ReleaseSite, known: KnownTree, artifact: Artifact): UnknownStage[] {
	const makers = known.project.stages.filter(
		(stage) =>
			stage === stageOf(known.project, artifact) ||
			stage.outs.some((out) => site.config.gates.some((gate) => gate.file === out.at)),
	);
	return makers.some(({ address }) => known.unknown.has(address))
		? [...known.unknown].map(([address, why]) => ({ address, why }))
		: [];
}

function storedOf(known: KnownTree, artifact: Artifact): StoredModel | null {
	const stage = stageOf(known.project, artifact);
	if (stage === null) return null;
	const output = stage.outs.find((out) => out.at === artifact.path);
	if (output?.cache === false) return null;
	const entry = known.results.get(stage.address)?.entry ?? stage.lock;
	if (entry === null) throw new Error(`${stage.address} is known and has no result`);
	return storedModel(stage, entry, artifact);
}

/** What holds the model, as DVC records it. */
function filesOf({ output, oid, hash }: StoredModel): Ingredient[] {
	return [{ path: output, oid, hash, size: null }];
}

type InGit = Pick<Candidate, "content" | "made" | "size" | "lock" | "modelFiles" | "lacking" | "locks">;

/** What goes into the image beside the model. */
interface Surroundings {
	readonly code: readonly CodeFile[];
	readonly python: PythonPart | null;
	readonly environment: EnvironmentPart | null;
}

/** A model that git itself tracks. */
async function inGit(
	tree: GitTree,
	{ model, artifact, around }: { model: ModelConfig; artifact: Artifact; around: Surroundings },
): Promise<InGit> {
	if ((await tree.kind(artifact.path)) !== "file") {
		throw badInput("model-not-tracked", `neither DVC nor git knows what ${artifact.path} holds`, {
			at: artifact.place,
			hint: "make it an output of a stage, or track it: `mainline add` or `git add`",
		});
	}
	const { file, content } = await codeFile(tree, artifact.path);
	const lock = "none";
	return {
		lock,
		made: `${artifact.path} git:${file.contentId}`,
		size: file.source.length,
		content: contentOf(model, { lock, around, files: new Map([[artifact.path, content]]) }),
		modelFiles: async () => [file],
		lacking: async () => null,
		locks: new Map(),
	};
}

function contentOf(
	model: ModelConfig,
	{ lock, around, files }: { lock: string; around: Surroundings; files: ReadonlyMap<string, string> },
): Sha256 {
	const { code, python, environment } = around;
	return contentKey({
		model: model.name,
		lock,
		modelFiles: files,
		codeFiles: new Map(code.map(({ file, content }) => [file.path, content])),
		base: baseName(model.base),
		command: model.command,
		python: python === null ? null : pythonContent(python),
		environment: environment?.recipe.digest ?? null,
	});
}

/**
 * What stands for the base in the content: its digest where the tree names one, else the name itself. Looking up what a
 * movable tag means today would make yesterday's tree another release, and a revert would not be found.
 */
function baseName(base: string | null): Sha256 | null {
	return base === null ? null : (digestIn(base) ?? sha256(base));
}

function pathInObject({ oid, output }: StoredModel, artifact: Artifact): string {
	return output === artifact.path ? oid : `${oid}:${output}`;
}

/**
 * `sha256:` of what went into and came out of the stage: command, parameters, and path and oid of every dependency and
 * output. Sizes, modes and order are left out, in which a lock file and a run-cache entry of one result may differ.
 */
export function lockDigest(entry: LockEntry): string {
	const cmd = typeof entry.cmd === "string" || entry.cmd === null ? entry.cmd : [...entry.cmd];
	const record: Value = [cmd, rows(entry.deps), new Map(entry.params), rows(entry.outs)];
	return sha256(dumpPythonJson(record));
}

function rows(recorded: readonly Recorded[]): Value {
	const pairs = recorded.map(({ path, oid }) => [path, oid ?? ""] as const);
	return pairs.sort(([a], [b]) => compareCodePoints(a, b)).map(([path, oid]) => [path, oid]);
}

function sha256(text: string): Sha256 {
	const digest = parseSha256(`sha256:${createHash("sha256").update(text).digest("hex")}`);
	if (digest === null) throw new Error("sha256 did not give 64 hex digits");
	return digest;
}
