import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfigRepository } from "../../../config/index.ts";
import { cloneBranch, Git, type GitTree, moveBranch } from "../../../git/index.ts";
import { badInput, infrastructure } from "../../../kernel/index.ts";
import { decodeUtf8 } from "../../../source/index.ts";
import type { Deployment, DeployResult, Target, TargetContext } from "../target.ts";
import type { Edit } from "./edits.ts";

export interface DeclaredTargetOptions extends ConfigRepository, TargetContext {
	readonly edit: Edit;
	/** Folder of mainline.yaml, from which a relative repository counts. */
	readonly root: string;
}

const ATTEMPTS = 5;

/**
 * A file in a configuration repository says which image is to run: it is changed by one commit, and others (Argo CD, Flux)
 * make it run. That they did, only the model's own answer proves.
 */
export class DeclaredTarget implements Target {
	readonly url = null;
	readonly proofMs: number;
	readonly #options: DeclaredTargetOptions;

	constructor(options: DeclaredTargetOptions) {
		this.#options = options;
		this.proofMs = options.timeoutMs;
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		const { repository, branch } = this.#options;
		refuseFolder(deployment, repository);
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const written = await this.#inClone((git) => this.#write(git, deployment));
			if (written !== "lost") return { ok: true, changed: written === "pushed" };
			this.#options.progress.say(`${branch} of the configuration repository moved: once more`);
		}
		throw infrastructure("config-contended", `${branch} of ${repository} moved at each of ${ATTEMPTS} attempts`, {
			hint: "run again",
		});
	}

	/** The file says what shall run, which is another thing. */
	async running(): Promise<undefined> {
		return undefined;
	}

	async logs(): Promise<readonly string[]> {
		return [];
	}

	async #inClone<T>(work: (git: Git) => Promise<T>): Promise<T> {
		const { repository: url, branch, root, signal } = this.#options;
		const temporary = await mkdtemp(join(tmpdir(), "mainline-config-"));
		const folder = join(temporary, "clone");
		let git: Git | null = null;
		try {
			await cloneBranch(root, { url, branch, folder, signal });
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

	async #write(git: Git, deployment: Deployment): Promise<"pushed" | "unchanged" | "lost"> {
		const { branch, clock, edit, signal } = this.#options;
		const parent = await git.resolve("HEAD");
		const { path, text } = await this.#file(git.treeAt(parent));
		const edited = edit.apply(text, path, deployment);
		if (edited === text) return "unchanged";
		const changes = new Map([[path, new TextEncoder().encode(edited)]]);
		const commit = await git.commitBeside({ parent, changes, message: messageOf(deployment), at: clock.now() });
		return (await moveBranch(git.root, { branch, from: parent, to: commit, signal })) ? "pushed" : "lost";
	}

	async #file(tree: GitTree): Promise<{ path: string; text: string }> {
		const { edit, repository, branch } = this.#options;
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
}

function messageOf({ model, version, environment, image }: Deployment): string {
	return `Deploy ${model} ${version} to ${environment}\n\nImage: ${image}`;
}

function refuseFolder({ image }: Deployment, repository: string): void {
	if (!image.startsWith("oci:")) return;
	throw badInput("image-not-in-registry", `whoever deploys from ${repository} cannot fetch ${image}`, {
		expected: "an image in a registry that the cluster reaches",
		hint: "give the model an `image: host/path` in mainline.yaml and release again",
	});
}
