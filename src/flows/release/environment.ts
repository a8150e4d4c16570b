import type { DockerfileConfig, ModelConfig } from "../../config/index.ts";
import type { GitTree } from "../../git/index.ts";
import { badInput, isWithin, joinPath, type Place } from "../../kernel/index.ts";
import type { Project } from "../../manifest/index.ts";
import {
	type ContextFile,
	contextFiles,
	type EnvironmentRecipe,
	readDockerfile,
	recipeDigest,
} from "../../release/index.ts";
import { decodeUtf8 } from "../../source/index.ts";

/** The environment that a commit asks for: mainline.yaml's words, and what its Dockerfile reads. */
export interface EnvironmentPart {
	readonly config: DockerfileConfig;
	readonly recipe: EnvironmentRecipe;
	/** The tree is somebody's who need not be trusted. */
	readonly isForeign: boolean;
	/** A file of the context, by git's name of it. */
	read(object: ContextFile["object"]): Promise<Uint8Array>;
}

/** Null where the model takes none. Failures of `environmentOf`. */
export async function environmentPart(
	tree: GitTree,
	project: Project,
	{ name, dockerfile: config, at }: ModelConfig,
	isForeign = false,
): Promise<EnvironmentPart | null> {
	if (config === undefined) return null;
	const said = { by: `models.${name}.dockerfile`, in: "mainline.yaml", at };
	return {
		...(await environmentOf(tree, project, { config, of: `commit ${tree.name.slice(0, 12)}`, said })),
		isForeign,
	};
}

/** A Dockerfile that somebody asks for. */
export interface Asked {
	readonly config: DockerfileConfig;
	/** What the tree is, for messages: `commit 0123456789ab`. */
	readonly of: string;
	readonly said: { readonly by: string; readonly in: string; readonly at: Place };
}

/** Failures `dockerfile-missing`, `context-missing` and those of the Dockerfile. */
export async function environmentOf(
	tree: GitTree,
	project: Project,
	{ config, of, said }: Asked,
): Promise<Omit<EnvironmentPart, "isForeign">> {
	const { file, context, target, args } = config;
	const { at } = said;
	const text = await textAt(tree, file);
	if (text === null) {
		throw badInput("dockerfile-missing", `${of} has no file ${file}`, {
			at,
			found: file,
			expected: `the Dockerfile that ${said.by} names, tracked by git`,
			hint: `git add ${file}, or correct ${said.in}`,
		});
	}
	const dockerfile = await readDockerfile(text, { file, target, args });
	const files = await tree.entriesBelow(context);
	if (files.length === 0) {
		throw badInput("context-missing", `${of} has no folder ${context}`, {
			at,
			found: context,
			expected: `the folder that ${said.by}.context names, with files that git tracks`,
		});
	}
	const ignore =
		(await textAt(tree, `${file}.dockerignore`)) ?? (await textAt(tree, joinPath(context, ".dockerignore")));
	const foreign = (path: string): string | null => madeByTraining(project, joinPath(context, path));
	const parts = { dockerfile, files: contextFiles(dockerfile, { files, ignore, foreign, of }), target, args };
	return {
		config,
		recipe: { ...parts, digest: recipeDigest(parts) },
		read: (object) => tree.content(object),
	};
}

async function textAt(tree: GitTree, path: string): Promise<string | null> {
	const bytes = (await tree.kind(path)) === "file" ? await tree.read(path) : null;
	return bytes === null ? null : decodeUtf8(bytes, path);
}

/** Why a path (from the DVC root) cannot be of an environment that has to outlive every training, or null. */
function madeByTraining({ stages, artifacts }: Project, path: string): string | null {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (isWithin(path, ".dvc") || name === "dvc.lock" || name.endsWith(".dvc")) return "it is a record of DVC's";
	if (path === "mainline.yaml") return "it says what Mainline does";
	if (artifacts.some((artifact) => artifact.type === "model" && isWithin(path, artifact.path))) return "it is a model";
	const maker = stages.find((stage) => stage.outs.some(({ at }) => at !== null && isWithin(path, at)));
	return maker === undefined ? null : `it is an output of ${maker.address}`;
}
