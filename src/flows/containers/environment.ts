import { type ImageTarget, loadMainline, type ModelConfig } from "../../config/index.ts";
import type { GitTree } from "../../git/index.ts";
import { badInput, Failure, type Progress, type Sha256, type Voice } from "../../kernel/index.ts";
import {
	type BuiltImage,
	ENVIRONMENT_LABEL,
	environmentKey,
	environmentTag,
	keptEnvironments,
	loadableArchive,
	type Pins,
	parseImageConfig,
	RECIPE_LABEL,
	readImage,
	type WholeImage,
} from "../../release/index.ts";
import { type Built, type Engine, type ImageHere, imageHere, loadImage } from "../../run/index.ts";
import { decodeUtf8 } from "../../source/index.ts";
import type { FlowContext } from "../context.ts";
import { type Asked, type EnvironmentPart, environmentOf } from "../release/environment.ts";
import { type EnvironmentMade, folderOf, foundEnvironment, type Ground } from "../release/find-environment.ts";
import { pinsOf } from "../release/from-images.ts";
import { openElsewhere, openStore } from "../release/site.ts";
import type { Workspace } from "../workspace.ts";

/**
 * The image that a stage's Dockerfile makes of the files that lie there now, in the engine's storage. It is the very one that a model
 * of mainline.yaml with the same Dockerfile stands on: from the model's repository, else from this machine, else built once for both.
 */
export async function environmentHere(
	context: FlowContext,
	workspace: Workspace,
	{ asked, engine, voice }: { readonly asked: Built; readonly engine: Engine; readonly voice: Voice },
): Promise<ImageHere> {
	const { part, home } = await wanted(workspace, asked);
	const ground: Ground = { context: { ...context, progress: spokenBy(voice, context.progress) }, root: workspace.root };
	const { signal } = context;
	const pins = await pinsOf(ground, home, part).catch((failure: unknown) => failureOf(failure));
	if (pins instanceof Failure) return kept(ground, { part, failure: pins, engine, home });
	const key = environmentKey(part.recipe, pins);
	const name = nameOf(key);
	const here = await imageHere(engine, name, signal);
	if (here?.labels[ENVIRONMENT_LABEL] === key) return here;
	const image = await made(ground, { part, pins, home });
	voice.say(`handing ${part.config.file}'s environment to ${engine.program}`);
	return loadImage(engine, loadableArchive(image, name), { name, signal });
}

interface Wanted {
	readonly part: EnvironmentPart;
	/** Where the images of a model with the same environment go; null: there is no such model. */
	readonly home: ImageTarget | null;
}

async function wanted(workspace: Workspace, { dockerfile, at }: Built): Promise<Wanted> {
	const { git, below, project } = workspace;
	if (git === null) {
		throw badInput(
			"container-no-git",
			"a Dockerfile's environment is made of what git tracks, and git has no say here",
			{
				at,
				expected: "a project in a git repository",
				hint: "git init && git add, or name an image: `container: {image: …}`",
			},
		);
	}
	const tree = git.treeAt(await git.workTree(), below);
	const said = { by: "container.dockerfile", in: at.file, at };
	const asked: Asked = { config: dockerfile, of: "the workspace", said };
	// whoever runs the stage runs its command, too: nothing is kept back from its Dockerfile
	const part = { ...(await environmentOf(tree, project, asked)), isForeign: false };
	return { part, home: await homeOf(workspace, tree, part) };
}

/** Null too where mainline.yaml cannot be read: that is no affair of a training's. */
async function homeOf({ tree: files, project }: Workspace, tree: GitTree, part: EnvironmentPart) {
	const bytes = await files.read("mainline.yaml");
	if (bytes === null) return null;
	const models = await quietly(async () => loadMainline(decodeUtf8(bytes, "mainline.yaml"), "mainline.yaml").models);
	for (const model of models?.values() ?? []) {
		const theirs = await quietly(() => recipeOf(tree, project, model));
		if (theirs === part.recipe.digest) return model.image;
	}
	return null;
}

async function recipeOf(tree: GitTree, project: Workspace["project"], { dockerfile, at }: ModelConfig) {
	if (dockerfile === undefined) return null;
	const said = { by: "dockerfile", in: at.file, at };
	return (await environmentOf(tree, project, { config: dockerfile, of: "the workspace", said })).recipe.digest;
}

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof Failure) return null;
		throw cause;
	}
}

async function made(ground: Ground, { part, pins, home }: Wanted & { readonly pins: Pins }): Promise<WholeImage> {
	return wholeOf(ground, await foundEnvironment(ground, { home, part, pins }), home);
}

async function wholeOf(ground: Ground, { base, push }: EnvironmentMade, home: ImageTarget | null): Promise<WholeImage> {
	if (push !== null) return push.image;
	if (home === null) throw new Error("an environment without a repository came out of one");
	const { configBytes, layers } = await readImage(openStore(ground, home), base.digest, "base");
	return { config: configBytes, layers };
}

/** A registry that FROM names does not answer: what this machine made from the same files will do. */
async function kept(
	ground: Ground,
	{ part, failure, engine, home }: Wanted & { readonly failure: Failure; readonly engine: Engine },
): Promise<ImageHere> {
	const { signal, progress } = ground.context;
	const all = await keptEnvironments(folderOf(ground), (repository) => openElsewhere(ground, repository, home));
	const found = all.find(({ image }) => labelsOf(image)[RECIPE_LABEL] === part.recipe.digest);
	if (found === undefined) throw failure;
	progress.warn(`${failure.message}: the environment that was made before is taken`);
	const name = nameOf(found.key);
	const here = await imageHere(engine, name, signal);
	if (here?.labels[ENVIRONMENT_LABEL] === found.key) return here;
	return loadImage(engine, loadableArchive(found.image, name), { name, signal });
}

function labelsOf({ config }: BuiltImage): Readonly<Record<string, string>> {
	return parseImageConfig(config, "the environment").labels;
}

/** The name that an environment has in an engine's own storage. */
function nameOf(key: Sha256): string {
	const tag = environmentTag(key);
	return `localhost/mainline-env:${tag.slice(tag.lastIndexOf("-") + 1)}`;
}

/** What a stage's container takes is told among the stage's own lines. */
function spokenBy(voice: Voice, progress: Progress): Progress {
	const group = (title: string): (() => void) => {
		voice.say(title);
		return () => {};
	};
	return {
		say: (line) => voice.say(line),
		live: (line) => voice.live(line),
		output: (chunk) => voice.output(chunk),
		warn: (line) => voice.warn(line),
		group,
		lane: (title) => progress.lane(title),
	};
}

function failureOf(error: unknown): Failure {
	if (error instanceof Failure && error.kind === "infrastructure" && error.code !== "interrupted") return error;
	throw error;
}
