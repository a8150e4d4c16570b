import type { ModelConfig } from "../../config/index.ts";
import { compareCodePoints, dumpPythonJson } from "../../kernel/index.ts";
import type { LockEntry, Stage } from "../../manifest/index.ts";
import type { ArtifactHistory, Bump } from "../../release/index.ts";
import { codeFiles } from "./code-files.ts";
import type { KnownTree } from "./known.ts";
import { artifactOf, stageOf } from "./model-files.ts";
import type { ReleaseSite } from "./open-commit.ts";

/** A line of a commit's message by which its author says what kind of step it is. */
const TRAILER = /^Release:[ \t]*(major|minor|patch)[ \t]*$/im;
const SIZES: readonly Bump[] = ["patch", "minor", "major"];
/** Commits since the version before whose messages are read. */
const MOST_COMMITS = 500;

/**
 * How far the next version's number moves. By `auto`: what commit messages since the version before ask for (`Release:
 * major`), the most of it; else minor where code, parameters, commands or what surrounds the model changed, and patch where
 * the same code was trained on other data.
 */
export async function bumpFor(
	site: ReleaseSite,
	model: ModelConfig,
	{ history, asked }: { readonly history: ArtifactHistory; readonly asked: Bump | null },
): Promise<Bump> {
	const { bump } = site.config.release;
	if (asked !== null) return asked;
	if (bump !== "auto") return bump;
	const before = history.latest?.commit ?? null;
	if (before === null) return "minor";
	const written = await writtenBump(site, before);
	if (written !== null) return written;
	const [now, then] = [await recipeOf(site, model, site.commit), await recipeOf(site, model, before)];
	return now === then ? "patch" : "minor";
}

async function writtenBump({ git, commit, context }: ReleaseSite, before: string): Promise<Bump | null> {
	const known = await git.tryResolve(before);
	if (known === null || (await git.isShallow())) {
		context.progress.say("this clone is shallow: what commit messages say of the version's number may be missed");
	}
	const messages = known === null ? [] : await git.messages({ from: before, to: commit, most: MOST_COMMITS });
	const found = messages.flatMap((text) => SIZES.find((size) => size === TRAILER.exec(text)?.[1]?.toLowerCase()) ?? []);
	return found.toSorted((a, b) => SIZES.indexOf(b) - SIZES.indexOf(a))[0] ?? null;
}

/** Everything that a person writes and that makes the model: equal texts mean that only data are others. */
async function recipeOf(site: ReleaseSite, model: ModelConfig, commit: string): Promise<string> {
	const tree = site.git.treeAt(commit, site.below);
	const known = await site.know(site, tree);
	const maker = stageOf(known.project, artifactOf(known.project, model));
	const stages = maker === null ? [] : upstreamOf(known, maker);
	const code = await codeFiles(tree, model).catch(() => []);
	return JSON.stringify([
		stages.map((stage) => written(known, stage)),
		code.map(({ file, content }) => [file.path, content]),
		[model.base, model.command],
	]);
}

/** The stage and all that come before it, by their addresses. */
function upstreamOf({ project }: KnownTree, last: Stage): Stage[] {
	const found = new Set([last]);
	for (const stage of found) {
		for (const { at } of stage.deps) {
			for (const maker of project.stages) if (at !== null && makes(maker, at)) found.add(maker);
		}
	}
	return [...found].sort((a, b) => compareCodePoints(a.address, b.address));
}

function makes({ outs }: Stage, path: string): boolean {
	return outs.some(({ at }) => at !== null && (at === path || path.startsWith(`${at}/`) || at.startsWith(`${path}/`)));
}

/** What of a stage is written by people: command, parameters, and what it reads that no stage and no `.dvc` file makes. */
function written({ project, results }: KnownTree, stage: Stage): unknown {
	if (stage.name === null) return stage.address;
	const entry: LockEntry | null = results.get(stage.address)?.entry ?? stage.lock;
	const made = new Set(
		stage.deps.flatMap(({ at, path }) => (at !== null && project.stages.some((each) => makes(each, at)) ? [path] : [])),
	);
	const read = (entry?.deps ?? []).filter(({ path }) => !made.has(path)).map(({ path, oid }) => [path, oid]);
	const params = entry === null ? "" : dumpPythonJson(new Map(entry.params));
	return [stage.address, entry?.cmd ?? null, params, read];
}
