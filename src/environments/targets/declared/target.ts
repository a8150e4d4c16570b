import { type Git, isLostOnItsWay, moveBranch } from "../../../git/index.ts";
import { badInput, infrastructure } from "../../../kernel/index.ts";
import type { Deployment, DeployResult, Standing, Target } from "../target.ts";
import { type DeclaredTargetOptions, declaredFile, inClone, messageOf, refuseFolder } from "./configuration.ts";

const ATTEMPTS = 5;

/** What becomes of the file's text. */
type Change = (text: string, path: string) => string;

interface Order {
	readonly change: Change;
	readonly message: string;
	/** What is lost on its way is not sent again. */
	readonly isLast: boolean;
}

interface Written {
	readonly path: string;
	readonly text: string;
	/** With the image of ours in it. */
	readonly edited: string;
}

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
		const { repository, edit } = this.#options;
		refuseFolder(deployment, repository);
		const written = await this.#push((text, path) => edit.apply(text, path, deployment), messageOf(deployment));
		return { ok: true, changed: written === "pushed" };
	}

	async #push(change: Change, message: string): Promise<"pushed" | "unchanged"> {
		const { repository, branch } = this.#options;
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const written = await inClone(this.#options, (git) => this.#write(git, { change, message, isLast: attempt > 1 }));
			if (written !== "lost") return written;
			this.#options.progress.say(`${branch} of the configuration repository moved: once more`);
		}
		throw infrastructure("config-contended", `${branch} of ${repository} moved at each of ${ATTEMPTS} attempts`, {
			hint: "run again",
		});
	}

	/** The file as it is; only where it would be changed. */
	async standing(deployment: Deployment): Promise<Standing | null> {
		const { edit } = this.#options;
		return inClone(this.#options, async (git) => {
			const commit = await git.resolve("HEAD");
			const { path, text } = await declaredFile(git.treeAt(commit), this.#options);
			const edited = edit.apply(text, path, deployment);
			if (edited === text) return null;
			const image = `as ${path} had it at ${commit.slice(0, 12)}`;
			return { image, isSeen: false, putBack: () => this.#restore({ path, text, edited }, deployment) };
		});
	}

	async #restore({ text, edited }: Written, { model, environment }: Deployment): Promise<DeployResult> {
		const message = `Put back what ran in ${environment} before ${model}`;
		const restored = await this.#push((now, path) => {
			if (now === edited || now === text) return text;
			throw badInput("config-changed", `${path} was changed by somebody else meanwhile`);
		}, message);
		return { ok: true, changed: restored === "pushed" };
	}

	/** The file says what shall run, which is another thing. */
	async running(): Promise<undefined> {
		return undefined;
	}

	async logs(): Promise<readonly string[]> {
		return [];
	}

	async #write(git: Git, { change, message, isLast }: Order): Promise<"pushed" | "unchanged" | "lost"> {
		const { branch, clock, signal } = this.#options;
		const parent = await git.resolve("HEAD");
		const { path, text } = await declaredFile(git.treeAt(parent), this.#options);
		const edited = change(text, path);
		if (edited === text) return "unchanged";
		const changes = new Map([[path, new TextEncoder().encode(edited)]]);
		const commit = await git.commitBeside({ parent, changes, message, at: clock.now() });
		const moved = await moveBranch(git.root, { branch, from: parent, to: commit, signal }).catch((cause: unknown) => {
			// it may have got there all the same: the branch tells
			if (isLast || !isLostOnItsWay(cause)) throw cause;
			return false;
		});
		return moved ? "pushed" : "lost";
	}
}
