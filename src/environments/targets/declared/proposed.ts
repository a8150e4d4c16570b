import { deleteBranch, fetchBranch, type Git, type Login, moveBranch } from "../../../git/index.ts";
import { connect, type GitHub, gitHubAddress, type PullRequest } from "../../../github/index.ts";
import { badInput, infrastructure } from "../../../kernel/index.ts";
import { decodeUtf8 } from "../../../source/index.ts";
import type { Deployment, DeployResult, Target } from "../target.ts";
import {
	type DeclaredTargetOptions,
	declaredFile,
	inClone,
	messageOf,
	refuseFolder,
	titleOf,
} from "./configuration.ts";

const ASK_MS = 5000;

/**
 * The same file where nobody may push to its branch: the change is proposed by a pull request, one for each model and environment.
 * It is merged by people or by their automation; until then the environment keeps what it has.
 */
export class ProposedTarget implements Target {
	readonly url = null;
	readonly proofMs: number;
	readonly #options: DeclaredTargetOptions;

	constructor(options: DeclaredTargetOptions) {
		this.#options = options;
		this.proofMs = options.timeoutMs;
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		const { repository } = this.#options;
		refuseFolder(deployment, repository);
		const { gitHub, token } = this.#gitHub();
		const login = /^https?:/i.test(repository) ? { origin: new URL(repository).origin, token } : undefined;
		const proposal = await inClone({ ...this.#options, login }, (git) =>
			this.#propose({ git, gitHub, login }, deployment),
		);
		if (proposal === null) return { ok: true, changed: false };
		const pull = proposal.isNew ? await this.#untilDecided(gitHub, proposal.pull) : proposal.pull;
		if (pull.merged) return { ok: true, changed: true };
		const name = `${titleOf(deployment)}: ${pull.url}`;
		if (pull.state === "open")
			return { ok: false, waits: true, reason: `${name} is not merged yet; run again when it is`, log: [] };
		return { ok: false, waits: true, reason: `${name} was closed; open it again, or merge it by hand`, log: [] };
	}

	/** The file says what shall run, which is another thing. */
	async running(): Promise<undefined> {
		return undefined;
	}

	async logs(): Promise<readonly string[]> {
		return [];
	}

	/** The pull request that says so; null where the branch says so already. */
	async #propose(at: At, deployment: Deployment): Promise<Proposal | null> {
		const { branch: base, edit } = this.#options;
		const head = headOf(deployment);
		const parent = await at.git.resolve("HEAD");
		const { path, text } = await declaredFile(at.git.treeAt(parent), this.#options);
		const edited = edit.apply(text, path, deployment);
		const last = await at.gitHub.lastProposal({ head, base });
		const standing = await this.#fetch(at, head);
		if (edited === text) {
			await this.#withdraw(at, { head, last, standing });
			return null;
		}
		const proposed = standing === null ? null : await at.git.treeAt(standing).read(path);
		const isSame = proposed !== null && decodeUtf8(proposed, path) === edited;
		const isClosed = last?.state === "closed" && !last.merged && last.headSha === standing;
		if (isSame && last !== null && isClosed) return { pull: last, isNew: false };
		const isOpen = last?.state === "open";
		if (!isSame || !isOpen) await this.#push(at, { head, standing, parent, path, edited, deployment });
		const pull = await at.gitHub.propose({ head, base, title: titleOf(deployment), body: bodyOf(deployment) });
		return { pull, isNew: !isSame || !isOpen };
	}

	/** Nobody is to merge what is not wanted any more. With its branch gone it can be proposed again. */
	async #withdraw({ git, gitHub, login }: At, { head, last, standing }: Standing): Promise<void> {
		if (last?.state !== "open" || standing === null) return;
		await gitHub.withdraw(last.number);
		await deleteBranch(git.root, { branch: head, from: standing, login, signal: this.#options.signal });
	}

	#fetch({ git, login }: At, branch: string): Promise<string | null> {
		return fetchBranch(git.root, { branch, login, signal: this.#options.signal });
	}

	async #push({ git, login }: At, order: Push): Promise<void> {
		const { clock, signal, repository } = this.#options;
		const { head: branch, standing, parent, path, edited, deployment } = order;
		const changes = new Map([[path, new TextEncoder().encode(edited)]]);
		const to = await git.commitBeside({ parent, changes, message: messageOf(deployment), at: clock.now() });
		if (await moveBranch(git.root, { branch, from: standing ?? "", to, login, signal })) return;
		throw infrastructure("config-contended", `${branch} of ${repository} moved while it was written`, {
			hint: "another run proposes something there: run again",
		});
	}

	async #untilDecided(gitHub: GitHub, opened: PullRequest): Promise<PullRequest> {
		const { clock, progress, signal, timeoutMs } = this.#options;
		const start = clock.monotonic();
		progress.say(`waits until ${opened.url} is merged`);
		for (let pull = opened; ; pull = await gitHub.pullRequest(opened.number)) {
			const isOver = clock.monotonic() - start >= timeoutMs;
			if (pull.state === "closed" || isOver) return pull;
			if (signal.aborted) throw infrastructure("interrupted", `stopped while ${opened.url} waited to be merged`);
			await clock.sleep(Math.min(ASK_MS, timeoutMs));
		}
	}

	#gitHub(): { readonly gitHub: GitHub; readonly token: string } {
		const { repository, configToken: token, clock } = this.#options;
		const address = gitHubAddress(repository);
		if (address === null) {
			throw badInput("config-not-at-github", `${repository} is not at GitHub, where a pull request could be opened`, {
				expected: "https://HOST/OWNER/NAME or git@HOST:OWNER/NAME",
				hint: "take `pull: true` out of mainline.yaml, and let the job push to the branch",
			});
		}
		if (token == null) {
			throw badInput("config-token-missing", `nothing is given that may open a pull request in ${address.repository}`, {
				expected: "MAINLINE_CONFIG_TOKEN",
				hint: "a token of an app or a person with `contents: write` and `pull-requests: write` there, as a secret of the job",
			});
		}
		return { gitHub: connect({ ...address, token, clock }), token };
	}
}

interface At {
	readonly git: Git;
	readonly gitHub: GitHub;
	/** What git logs in by over the web; with ssh its own key. */
	readonly login: Login | undefined;
}

interface Proposal {
	readonly pull: PullRequest;
	/** It was opened, or changed, just now. */
	readonly isNew: boolean;
}

interface Standing {
	readonly head: string;
	readonly last: PullRequest | null;
	/** The branch's commit there. */
	readonly standing: string | null;
}

interface Push extends Omit<Standing, "last"> {
	readonly parent: string;
	readonly path: string;
	readonly edited: string;
	readonly deployment: Deployment;
}

/** `mainline/prod/churn`. */
function headOf({ environment, model }: Deployment): string {
	return `mainline/${plain(environment)}/${plain(model)}`;
}

/** One part of a branch's name: a model of a folder is `sub:churn`. */
function plain(name: string): string {
	return name.replaceAll(/[^A-Za-z0-9_-]+/g, "-");
}

function bodyOf({ model, version, environment, image, previousImage }: Deployment): string {
	const before = previousImage === null ? "" : `\n| before | \`${previousImage}\` |`;
	return `Mainline proposes ${model} ${version} for ${environment}.

| | |
|---|---|
| image | \`${image}\` |${before}

Merged, it is deployed by whatever watches this branch. Mainline asks the model itself whether it runs, and writes it down: the run that waits, or the next one. Closed, it stays out. What is proposed here next changes this pull request.
`;
}
