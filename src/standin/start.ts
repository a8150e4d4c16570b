import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Clock, systemClock } from "../kernel/index.ts";
import { addComment, type CommentOrder } from "./comments.ts";
import { workflowDispatch } from "./dispatch.ts";
import type { Exchange } from "./exchange.ts";
import { type FaultPlan, Faults, type OrderedFault } from "./faults.ts";
import type { Delivery } from "./happenings.ts";
import { Hub } from "./hub.ts";
import { changeIssue, type IssueChange, type IssueOrder, issueOf, openIssue, pinIssue } from "./issues.ts";
import {
	branchMoved,
	closePull,
	type MergeRequest,
	mergePull,
	openPull,
	type PullOrder,
	pullOf,
	revertPull,
} from "./pulls.ts";
import { refsChanged } from "./pushes.ts";
import { queueMerge } from "./queue.ts";
import { createRepository, deleteRepository, type RepositoryOptions } from "./repositories.ts";
import { routes } from "./routes/index.ts";
import { addArtifact, finishRun, type RunOrder, rerun, startRun } from "./runs.ts";
import { makeServer } from "./server.ts";
import type { Settings } from "./settings.ts";
import type { Artifact, Comment, Issue, Pull, Repository, WorkflowRun } from "./state.ts";
import { setTeam, type TeamOrder } from "./teams.ts";
import { addToken, type TokenOrder } from "./tokens.ts";

export interface StandInOptions {
	/** Holds the bare repositories and `state.json`; a stand-in started on it again goes on where the last one ended. */
	readonly directory: string;
	readonly clock?: Clock;
	/** 0 or absent: any free port. Keep it to let clones survive a restart. */
	readonly port?: number;
	/** Plays GitHub Enterprise Server of this version. */
	readonly enterpriseVersion?: string;
}

/** A GitHub to rehearse against. Its web side (what people click) is the methods; its API and its git are real HTTP. */
export class GitHubStandIn {
	readonly #hub: Hub;
	readonly #faults = new Faults();
	readonly #onCall = new Set<(call: number) => void>();
	readonly #onExchange = new Set<(exchange: Exchange) => void>();
	readonly #counts = new Map<string, number>();
	readonly #server;

	/** Use `startGitHub`. */
	constructor(options: StandInOptions) {
		this.#hub = new Hub(options.directory, options.clock ?? systemClock, options.enterpriseVersion ?? null);
		this.#hub.onRefChange = async (pusher, change) => {
			if (!change.ref.startsWith("refs/heads/")) return;
			const branch = change.ref.slice("refs/heads/".length);
			await branchMoved(this.#hub, { ...pusher, branch });
		};
		this.#onExchange.add((exchange) => this.#countExchange(exchange));
		this.#server = makeServer({
			hub: this.#hub,
			routes,
			faults: this.#faults,
			onCall: this.#onCall,
			onExchange: this.#onExchange,
		});
	}

	async listen(port: number): Promise<void> {
		this.#server.listen(port, "127.0.0.1");
		await once(this.#server, "listening");
		this.#hub.serverUrl = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** `GITHUB_SERVER_URL`: pages and git. */
	get serverUrl(): string {
		return this.#hub.serverUrl;
	}

	/** `GITHUB_API_URL`. */
	get apiUrl(): string {
		return this.#hub.apiUrl;
	}

	get graphqlUrl(): string {
		return `${this.#hub.serverUrl}/api/graphql`;
	}

	/** Address to clone from; the token travels in a header, as actions/checkout has it. */
	cloneUrl(repository: string): string {
		return `${this.#hub.serverUrl}/${repository}.git`;
	}

	/** Where the bare repository lies, for tests that look inside. */
	bareDirectory(repository: string): string {
		return this.#hub.bareDirectory(repository);
	}

	async addUser(login: string): Promise<void> {
		await this.#hub.exclusively(async () => this.#hub.user(login));
	}

	/** A team by `organisation/team`, as it is from now on. */
	async setTeam(name: string, order: TeamOrder): Promise<void> {
		await this.#hub.exclusively(async () => setTeam(this.#hub, name, order));
	}

	async addToken(order: TokenOrder): Promise<void> {
		await this.#hub.exclusively(async () => addToken(this.#hub, order));
	}

	/** A repository with no commit yet; `forkOf` also takes over the branches of its parent. */
	async createRepository(name: string, options: RepositoryOptions = {}): Promise<void> {
		await this.#hub.exclusively(() => createRepository(this.#hub, name, options));
	}

	/** Deletes a fork; its pulls and their runs stay behind without a head repository. */
	async deleteRepository(name: string): Promise<void> {
		await this.#hub.exclusively(async () => deleteRepository(this.#hub, name));
	}

	async requireChecks(repository: string, names: readonly string[]): Promise<void> {
		await this.#hub.exclusively(async () => {
			this.#hub.repository(repository).requiredChecks = [...names];
		});
	}

	/** Somebody changes what the repository's settings say. */
	async configure(repository: string, change: (settings: Settings) => void): Promise<void> {
		await this.#hub.exclusively(async () => change(this.#hub.repository(repository).settings));
	}

	/** An environment of the repository's settings, with people who have to agree. */
	async protectEnvironment(repository: string, name: string, reviewers: readonly string[]): Promise<void> {
		await this.#hub.exclusively(async () => {
			const { environments } = this.#hub.repository(repository);
			const known = environments.find((each) => each.name === name);
			const now = this.#hub.now();
			if (known !== undefined) known.reviewers = reviewers;
			else environments.push({ id: this.#hub.newId(), name, reviewers, createdAt: now, updatedAt: now });
		});
	}

	openPull(repository: string, order: PullOrder): Promise<Pull> {
		return this.#hub.exclusively(() => openPull(this.#hub, this.#hub.repository(repository), order));
	}

	/** Presses "Merge"; returns the base's new tip. Throws a Refusal (405, 409) where the site would. */
	mergePull(repository: string, request: MergeRequest): Promise<string> {
		return this.#hub.exclusively(() => mergePull(this.#hub, this.#hub.repository(repository), request));
	}

	/** Presses "Close". */
	closePull(repository: string, order: { number: number; by: string }): Promise<void> {
		return this.#hub.exclusively(async () => {
			const found = this.#hub.repository(repository);
			await closePull(this.#hub, found, { pull: pullOf(found, order.number), sender: order.by });
		});
	}

	/** Presses "Revert" on a merged pull; returns the pull that it opens. */
	revertPull(repository: string, order: { number: number; author: string }): Promise<Pull> {
		return this.#hub.exclusively(() => revertPull(this.#hub, this.#hub.repository(repository), order));
	}

	/** Moves or makes a branch without git's help from outside, and tells of it as of a push. */
	async setBranch(repository: string, at: { branch: string; sha: string; sender: string }): Promise<void> {
		await this.#hub.exclusively(async () => {
			const found = this.#hub.repository(repository);
			const bare = this.#hub.bare(found);
			const before = await bare.branch(at.branch);
			await bare.setRef(`refs/heads/${at.branch}`, at.sha);
			const change = { ref: `refs/heads/${at.branch}`, before, after: at.sha };
			await refsChanged(this.#hub, { repository: found, sender: at.sender, startsWorkflows: true }, [change]);
		});
	}

	/** Presses "Run workflow". */
	async dispatch(
		repository: string,
		order: { workflow?: string; ref?: string; inputs: Readonly<Record<string, string>>; sender: string },
	): Promise<void> {
		await this.#hub.exclusively(async () => {
			this.#hub.deliver(workflowDispatch(this.#hub, this.#hub.repository(repository), order));
		});
	}

	/** A person writes below a pull. */
	commentOn(repository: string, order: CommentOrder): Promise<Comment> {
		return this.#hub.exclusively(async () => addComment(this.#hub, this.#hub.repository(repository), order));
	}

	/** A person opens an issue. */
	openIssue(repository: string, order: IssueOrder): Promise<Issue> {
		return this.#hub.exclusively(async () => openIssue(this.#hub, this.#hub.repository(repository), order));
	}

	/** A person edits, closes, reopens, pins or unpins an issue. */
	async changeIssue(repository: string, number: number, change: IssueChange & { pinned?: boolean }): Promise<void> {
		await this.#hub.exclusively(async () => {
			const found = this.#hub.repository(repository);
			const issue = issueOf(found, number);
			changeIssue(this.#hub, issue, change);
			if (change.pinned === true) pinIssue(found, issue);
			if (change.pinned === false) issue.pinned = false;
		});
	}

	/** Puts a pull into the merge queue; the group's head. */
	queueMerge(repository: string, number: number): Promise<string> {
		return this.#hub.exclusively(() => queueMerge(this.#hub, this.#hub.repository(repository), number));
	}

	/** A workflow starts for what was told. */
	startRun(repository: string, order: RunOrder): Promise<WorkflowRun> {
		return this.#hub.exclusively(() => startRun(this.#hub, this.#hub.repository(repository), order));
	}

	finishRun(repository: string, order: { run: number; conclusion: string }): Promise<void> {
		return this.#hub.exclusively(() => finishRun(this.#hub, this.#hub.repository(repository), order));
	}

	/** Presses "Re-run". */
	rerun(repository: string, run: number): Promise<void> {
		return this.#hub.exclusively(() => rerun(this.#hub, this.#hub.repository(repository), run));
	}

	/** A step of a run uploads something. */
	addArtifact(repository: string, order: { run: number; name: string; zip: Uint8Array }): Promise<Artifact> {
		return this.#hub.exclusively(() => addArtifact(this.#hub, this.#hub.repository(repository), order));
	}

	/** What is kept of a repository, as plain data: to look at, not to change. */
	repository(name: string): Readonly<Repository> {
		return this.#hub.repository(name);
	}

	/** Everything that was told so far, oldest first; kept in memory only. */
	get deliveries(): readonly Delivery[] {
		return this.#hub.deliveries;
	}

	onDelivery(listener: (delivery: Delivery) => void): () => void {
		return subscribe(this.#hub.listeners, listener);
	}

	/** Before a call is looked at, with its number since the start. */
	onCall(listener: (call: number) => void): () => void {
		return subscribe(this.#onCall, listener);
	}

	/** After a call was answered (or lost), with all that was said. */
	onExchange(listener: (exchange: Exchange) => void): () => void {
		return subscribe(this.#onExchange, listener);
	}

	/** Orders a fault; it stays until it fired or is cancelled. */
	fail(plan: FaultPlan): OrderedFault {
		return this.#faults.order(plan);
	}

	/** Calls so far by route: `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
	get counters(): ReadonlyMap<string, number> {
		return this.#counts;
	}

	async stop(): Promise<void> {
		await this.#hub.exclusively(async () => {});
		this.#server.closeAllConnections();
		this.#server.close();
	}

	#countExchange(exchange: Exchange): void {
		const key = `${exchange.method} ${exchange.route ?? exchange.path}`;
		this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
	}
}

/** Starts a stand-in on `127.0.0.1`. */
export async function startGitHub(options: StandInOptions): Promise<GitHubStandIn> {
	const standIn = new GitHubStandIn(options);
	await standIn.listen(options.port ?? 0);
	return standIn;
}

function subscribe<T>(set: Set<T>, one: T): () => void {
	set.add(one);
	return () => {
		set.delete(one);
	};
}
