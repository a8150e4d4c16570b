import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfigRepository } from "../../../config/index.ts";
import { cloneBranch, Git, type GitTree, type Login } from "../../../git/index.ts";
import { badInput, infrastructure } from "../../../kernel/index.ts";
import { decodeUtf8 } from "../../../source/index.ts";
import type { Deployment, TargetContext } from "../target.ts";
import type { Edit } from "./edits.ts";

export interface DeclaredTargetOptions extends ConfigRepository, TargetContext {
	readonly edit: Edit;
	/** Folder of mainline.yaml, from which a relative repository counts. */
	readonly root: string;
	/** What may open pull requests in the configuration repository; null where none was given. */
	readonly configToken?: string | null | undefined;
}

/** The file that says which image is to run. */
export interface Declared {
	readonly path: string;
	readonly text: string;
}

/** Works in a clone of the branch's newest commit, which is gone afterwards. */
export async function inClone<T>(
	options: DeclaredTargetOptions & { readonly login?: Login | undefined },
	work: (git: Git) => Promise<T>,
): Promise<T> {
	const { repository: url, branch, root, signal, login } = options;
	const temporary = await mkdtemp(join(tmpdir(), "mainline-config-"));
	const folder = join(temporary, "clone");
	let git: Git | null = null;
	try {
		await cloneBranch(root, { url, branch, folder, signal, login });
		git = await Git.open(folder);
		return await work(git);
	} catch (cause) {
		if (signal.aborted) throw infrastructure("interrupted", "stopped while the configuration repository was written");
		throw cause;
	} finally {
		git?.close();
		await rm(temporary, { recursive: true, force: true });
	}
}

export async function declaredFile(
	tree: GitTree,
	{ edit, repository, branch }: Pick<DeclaredTargetOptions, "edit" | "repository" | "branch">,
): Promise<Declared> {
	for (const path of edit.files) {
		const bytes = await tree.read(path);
		if (bytes !== null) return { path, text: decodeUtf8(bytes, path) };
	}
	throw badInput("config-file-missing", `${branch} of ${repository} has no ${edit.files[0]}`, {
		found: "no such file",
		expected: edit.files.join(", "),
		hint: "see to the path in mainline.yaml, or commit the file there first",
	});
}

/** The first line of a commit, and the title of a pull request. */
export function titleOf({ model, version, environment }: Deployment): string {
	return `Deploy ${model} ${version} to ${environment}`;
}

export function messageOf(deployment: Deployment): string {
	return `${titleOf(deployment)}\n\nImage: ${deployment.image}`;
}

export function refuseFolder({ image }: Deployment, repository: string): void {
	if (!image.startsWith("oci:")) return;
	throw badInput("image-not-in-registry", `whoever deploys from ${repository} cannot fetch ${image}`, {
		expected: "an image in a registry that the cluster reaches",
		hint: "give the model an `image: host/path` in mainline.yaml and release again",
	});
}
