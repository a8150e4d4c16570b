import type { ModelConfig } from "../../config/index.ts";
import { dumpPythonJson, Failure } from "../../kernel/index.ts";
import type { LockEntry, Stage } from "../../manifest/index.ts";
import { type Graph, lenientGraph, spread } from "../../plan/index.ts";
import { type ArtifactHistory, type Bump, largestBump } from "../../release/index.ts";
import { codeFiles } from "./code-files.ts";
import { environmentPart } from "./environment.ts";
import { artifactOf, stageOf } from "./model-files.ts";
import type { ReleaseSite } from "./open-commit.ts";
import { pythonContent, pythonPart } from "./python.ts";

/** A line of a commit's message by which its author says what kind of step it is. */
const TRAILER = /^Release:[ \t]*(major|minor|patch)[ \t]*$/im;
/** Commits since the version before whose messages are read. */
const MOST_COMMITS = 500;

export interface BumpOrder {
	readonly history: ArtifactHistory;
	/** What the command itself says. */
	readonly asked: Bump | null;
	/** What labels of the merged pull requests say. */
	readonly labelled: () => Promise<Bump | null>;
}

/**
 * How far the next version's number moves. By `auto`: what commit messages since the version before (`Release: major`)
 * and the labels of the merged pull requests ask for, the most of it; else minor where code, parameters, commands or what surrounds the model changed, and patch where
 * the same code was trained on other data.
 */
export async function bumpFor(
	site: ReleaseSite,
	model: ModelConfig,
	{ history, asked, labelled }: BumpOrder,
): Promise<Bump> {
	const { bump } = site.config.release;
	if (asked !== null) return asked;
	if (bump !== "auto") return bump;
	const before = history.latest?.commit ?? null;
	if (before === null) return "minor";
	const written = largestBump([...(await writtenBumps(site, before)), (await labelled()) ?? ""]);
	if (written !== null) return written;
	const now = await recipeOf(site, model, site.commit);
	return now === (await recipeBefore(site, model, before)) ? "patch" : "minor";
}

/** Null where the commit says nothing of this model, or cannot be read: somebody tagged it by hand. */
async function recipeBefore(site: ReleaseSite, model: ModelConfig, commit: string): Promise<string | null> {
	try {
		return await recipeOf(site, model, commit);
	} catch (failure) {
		if (failure instanceof Failure && failure.kind === "input") return null;
		throw failure;
	}
}

async function writtenBumps({ git, commit, context }: ReleaseSite, before: string): Promise<string[]> {
	if (await git.isShallow()) {
		context.progress.say("this clone is shallow: what commit messages say of the version's number may be missed");
	}
	// the version's commit may lie beside the main line: what came since is what came since they parted
	const from = (await git.tryResolve(before)) === null ? null : await git.mergeBase(before, commit);
	const messages = from === null ? [] : await git.messages({ from, to: commit, most: MOST_COMMITS });
	return messages.flatMap((text) => TRAILER.exec(text)?.[1]?.toLowerCase() ?? []);
}

/** Everything that a person writes and that makes the model: equal texts mean that only data are others. */
async function recipeOf(site: ReleaseSite, model: ModelConfig, commit: string): Promise<string> {
	const tree = site.git.treeAt(commit, site.below);
	const { project, results } = await site.know(site, tree);
	const graph = lenientGraph(project.stages);
	const maker = stageOf(project, artifactOf(project, model));
	const stages = maker === null ? [] : [...spread([maker], (stage) => graph.upstream(stage))];
	const written = stages.map((stage) => writtenOf(stage, results.get(stage.address)?.entry ?? stage.lock, graph));
	const code = (await codeFiles(tree, model)).map(({ file, content }) => [file.path, content]);
	const python = await pythonPart(tree, model);
	const packages = python === null ? null : pythonContent(python);
	const environment = (await environmentPart(tree, project, model))?.recipe.digest ?? null;
	return JSON.stringify([written.sort(), code, model.base, model.command, packages, environment]);
}

/** What of a stage is written by people: command, parameters, and what it reads that no stage and no `.dvc` file makes. */
function writtenOf({ address, name, deps }: Stage, entry: LockEntry | null, graph: Graph): string {
	if (name === null || entry === null) return address;
	const made = new Set(deps.flatMap(({ at, path }) => (at !== null && graph.producersOf(at).length > 0 ? [path] : [])));
	const read = entry.deps.filter(({ path }) => !made.has(path)).map(({ path, oid }) => [path, oid]);
	return JSON.stringify([address, entry.cmd, dumpPythonJson(new Map(entry.params)), read]);
}
