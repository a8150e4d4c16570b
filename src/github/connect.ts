import { badInput } from "../kernel/index.ts";
import { type ArtifactOrder, artifactFile, artifactsOf, type FoundArtifact } from "./artifacts.ts";
import { type CheckOrder, checkRun, type WrittenCheck } from "./checks.ts";
import { type CommentOrder, type FoundComment, ourComments, upsertComment, type WrittenComment } from "./comments.ts";
import { type CommitOrder, commitOnBranch } from "./commits.ts";
import {
	type DeploymentOrder,
	type DeploymentStatusOrder,
	deployment,
	deploymentStatus,
	type FoundDeployment,
	retireDeployments,
} from "./deployments.ts";
import type { WorkflowRun } from "./events.ts";
import { type Author, type CheckAt, lastCheck, openChecks, type SeenCheck } from "./found-checks.ts";
import { type Identity, whoAmI } from "./identity.ts";
import { type IssueOrder, upsertIssue, type WrittenIssue } from "./issues.ts";
import { hasReacted, type Permission, permission, type ReactionContent, react } from "./people.ts";
import { lastProposal, type ProposalOrder, propose, withdraw } from "./proposals.ts";
import {
	type ChangedFiles,
	changedFiles,
	openPulls,
	type PullRequest,
	pullForCommit,
	pullRequest,
	pullsFrom,
} from "./pulls.ts";
import { approveRun, cancelRun, type RunsOrder, rerun, runBegan, workflowRuns } from "./runs.ts";
import { makeWire, type Wire, type WireOptions } from "./wire.ts";

/**
 * One repository at GitHub, seen with one token. Every method may be called again after it failed or was killed:
 * it finds what is there and does only what is missing. Failures are of kind `infrastructure`.
 */
export class GitHub {
	readonly #wire: Wire;
	readonly #permissions = new Map<string, Promise<Permission>>();
	#me: Promise<Identity> | null = null;

	/** Use `connect`. */
	constructor(wire: Wire) {
		this.#wire = wire;
	}

	/** The same, which waits for no limit to be lifted and tries nothing twice. */
	hasty(): GitHub {
		return new GitHub(this.#wire.hasty());
	}

	whoAmI(): Promise<Identity> {
		this.#me ??= whoAmI(this.#wire);
		return this.#me;
	}

	async upsertComment(order: CommentOrder): Promise<WrittenComment> {
		const { login } = await this.whoAmI();
		return upsertComment(this.#wire, login, order);
	}

	async upsertIssue(order: IssueOrder): Promise<WrittenIssue> {
		const { login } = await this.whoAmI();
		return upsertIssue(this.#wire, login, order);
	}

	/** Our comments with the marker, oldest first: to look, not to write. */
	async ourComments(at: { readonly issue: number; readonly marker: string }): Promise<FoundComment[]> {
		const { login } = await this.whoAmI();
		return ourComments(this.#wire, login, at);
	}

	async checkRun(order: CheckOrder): Promise<WrittenCheck> {
		return checkRun(this.#wire, await this.#app(), order);
	}

	commitOnBranch(order: CommitOrder): Promise<string | null> {
		return commitOnBranch(this.#wire, order);
	}

	/** Opens a pull request between two branches of this repository, or brings the open one up to date. */
	propose(order: ProposalOrder): Promise<PullRequest> {
		return propose(this.#wire, order);
	}

	lastProposal(of: Pick<ProposalOrder, "head" | "base">): Promise<PullRequest | null> {
		return lastProposal(this.#wire, of);
	}

	/** Closes a pull request that is not wanted any more. */
	withdraw(number: number): Promise<void> {
		return withdraw(this.#wire, number);
	}

	deployment(order: DeploymentOrder): Promise<FoundDeployment> {
		return deployment(this.#wire, order);
	}

	deploymentStatus(order: DeploymentStatusOrder): Promise<"created" | "unchanged"> {
		return deploymentStatus(this.#wire, order);
	}

	retireDeployments(at: { environment: string; current: number; description?: string }): Promise<readonly number[]> {
		return retireDeployments(this.#wire, at);
	}

	pullRequest(number: number): Promise<PullRequest> {
		return pullRequest(this.#wire, number);
	}

	openPulls(base: string): Promise<PullRequest[]> {
		return openPulls(this.#wire, base);
	}

	pullsFrom(head: { readonly owner: string; readonly branch: string }): Promise<PullRequest[]> {
		return pullsFrom(this.#wire, head);
	}

	workflowRuns(of: RunsOrder): Promise<WorkflowRun[]> {
		return workflowRuns(this.#wire, of);
	}

	runBegan(run: number): Promise<Date> {
		return runBegan(this.#wire, run);
	}

	rerun(run: WorkflowRun): Promise<void> {
		return rerun(this.#wire, run);
	}

	approveRun(run: WorkflowRun): Promise<void> {
		return approveRun(this.#wire, run);
	}

	cancelRun(run: number): Promise<void> {
		return cancelRun(this.#wire, run);
	}

	/** Names of our checks on a commit that are not concluded. */
	async openChecks(headSha: string): Promise<string[]> {
		return openChecks(this.#wire, await this.#app(), headSha);
	}

	/** The newest check of ours of a name on a commit; null when there is none. */
	async lastCheck(at: CheckAt): Promise<SeenCheck | null> {
		return lastCheck(this.#wire, await this.#app(), at);
	}

	/** The same, of those alone that the token's own account wrote: another program can call a check whatever it likes. */
	async ownCheck(at: CheckAt): Promise<SeenCheck | null> {
		const { login } = await this.whoAmI();
		return lastCheck(this.#wire, await this.#app(), { ...at, by: login });
	}

	artifactsOf(of: { readonly run: number; readonly family: string }): Promise<FoundArtifact[]> {
		return artifactsOf(this.#wire, of);
	}

	artifactFile(order: ArtifactOrder): Promise<Uint8Array | null> {
		return artifactFile(this.#wire, order);
	}

	pullForCommit(sha: string): Promise<PullRequest | null> {
		return pullForCommit(this.#wire, sha);
	}

	changedFiles(number: number): Promise<ChangedFiles> {
		return changedFiles(this.#wire, number);
	}

	/** Asked once: a job is short, and who begins one asks anew. */
	permission(login: string): Promise<Permission> {
		const asked = this.#permissions.get(login) ?? permission(this.#wire, login);
		this.#permissions.set(login, asked);
		return asked;
	}

	/** The app that the token is of, as checks name it. */
	async #app(): Promise<Author> {
		const { login, kind } = await this.whoAmI();
		return kind === "app" ? [login.replace(/\[bot\]$/, "")] : null;
	}

	react(at: { comment: number; content: ReactionContent }): Promise<{ readonly existed: boolean }> {
		return react(this.#wire, at);
	}

	/** Whether the token's own account has reacted so. */
	async hasReacted(at: { comment: number; content: ReactionContent }): Promise<boolean> {
		const { login } = await this.whoAmI();
		return hasReacted(this.#wire, login, at);
	}
}

/** No call is made, and no package loaded, before the first method is called. */
export function connect(options: WireOptions): GitHub {
	if (!/^[^/\s]+\/[^/\s]+$/.test(options.repository)) {
		throw badInput("bad-repository-name", "the repository's name cannot be read", {
			found: options.repository,
			expected: "owner/name, as in GITHUB_REPOSITORY",
		});
	}
	return new GitHub(makeWire(options));
}
