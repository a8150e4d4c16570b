import { simpleUser } from "./answers/people.ts";
import { wholePull } from "./answers/pull.ts";
import { wholeRepository } from "./answers/repository.ts";
import type { BareRepository, Person } from "./bare.ts";
import type { Pusher } from "./happenings.ts";
import type { Hub } from "./hub.ts";
import { type Landing, type MergeOrder, mergeCommit, rebase, revert, squash } from "./merging.ts";
import { refsChanged } from "./pushes.ts";
import { invalid, Refusal } from "./refusal.ts";
import { fullName, type Pull, type Repository } from "./state.ts";

export interface PullOrder {
	/** The head's branch, in `headRepository` when it is a fork. */
	readonly head: string;
	readonly headRepository?: string;
	readonly base: string;
	readonly title: string;
	readonly body?: string | null;
	readonly draft?: boolean;
	readonly author: string;
}

export type MergeMethod = "merge" | "squash" | "rebase";

/** Opens a pull as the site does: number, `refs/pull/N/head`, a test merge, the event. */
export async function openPull(hub: Hub, repository: Repository, order: PullOrder): Promise<Pull> {
	const headRepository = order.headRepository ?? fullName(repository);
	const headSha = await hub.bare(hub.repository(headRepository)).branch(order.head);
	if (headSha === null) throw invalid("PullRequest", "head", `head branch ${order.head} does not exist`);
	const baseSha = await hub.bare(repository).branch(order.base);
	if (baseSha === null) throw invalid("PullRequest", "base", `base branch ${order.base} does not exist`);
	refuseTwice(repository, order, headRepository);
	repository.lastNumber += 1;
	const pull: Pull = {
		id: hub.newId(),
		number: repository.lastNumber,
		title: order.title,
		body: order.body ?? null,
		author: hub.user(order.author).login,
		labels: [],
		state: "open",
		draft: order.draft ?? false,
		base: order.base,
		baseSha,
		head: order.head,
		headRepository,
		headSha,
		mergeSha: null,
		mergeable: null,
		mergedAt: null,
		mergedBy: null,
		closedAt: null,
		landed: [],
		createdAt: hub.now(),
		updatedAt: hub.now(),
	};
	await refuseEmpty(hub, repository, pull);
	repository.pulls.push(pull);
	await testMerge(hub, repository, pull);
	await tell(hub, repository, { pull, action: "opened", sender: order.author });
	return pull;
}

function refuseTwice(repository: Repository, order: PullOrder, headRepository: string): void {
	const same = (pull: Pull): boolean =>
		pull.state === "open" &&
		pull.head === order.head &&
		pull.base === order.base &&
		pull.headRepository === headRepository;
	if (repository.pulls.some(same)) {
		throw invalid("PullRequest", "head", `A pull request already exists for ${order.head}.`);
	}
}

async function refuseEmpty(hub: Hub, repository: Repository, pull: Pull): Promise<void> {
	await fetchHead(hub, repository, pull);
	const commits = await hub.bare(repository).commits([pull.headSha, `^${pull.baseSha}`]);
	if (commits.length === 0) {
		throw invalid("PullRequest", "head", `No commits between ${pull.base} and ${pull.head}`);
	}
}

/** The head's objects come into the base repository, as `refs/pull/N/head`, also from a fork. */
async function fetchHead(hub: Hub, repository: Repository, pull: Pull): Promise<void> {
	const bare = hub.bare(repository);
	const ref = `refs/pull/${pull.number}/head`;
	if (pull.headRepository === fullName(repository)) return bare.setRef(ref, pull.headSha);
	if (pull.headRepository === null) return;
	await bare.git(["fetch", "-q", hub.bareDirectory(pull.headRepository), `+refs/heads/${pull.head}:${ref}`]);
}

/** `refs/pull/N/merge`: what the merge would be, made anew whenever head or base moves; it stays behind on a conflict. */
async function testMerge(hub: Hub, repository: Repository, pull: Pull): Promise<void> {
	const bare = hub.bare(repository);
	const landing = await mergeCommit(bare, {
		base: pull.baseSha,
		head: pull.headSha,
		message: `Merge ${pull.headSha} into ${pull.baseSha}`,
		as: personOf(hub, pull.author),
	});
	pull.mergeable = landing !== null;
	pull.mergeSha = landing?.[0] ?? null;
	if (pull.mergeSha !== null) await bare.setRef(`refs/pull/${pull.number}/merge`, pull.mergeSha);
}

/** Follows a branch that moved: pulls from it get `synchronize`, pulls onto it a new test merge. */
export async function branchMoved(hub: Hub, at: Pusher & { branch: string }): Promise<void> {
	for (const repository of Object.values(hub.state.repositories)) {
		for (const pull of repository.pulls.filter((one) => one.state === "open")) {
			const isHead = pull.headRepository === fullName(at.repository) && pull.head === at.branch;
			const isBase = repository === at.repository && pull.base === at.branch;
			if (isHead) await synchronize(hub, repository, { pull, by: at });
			else if (isBase) await followBase(hub, repository, pull);
		}
	}
}

/** Who caused an event; false for a workflow's own token, which starts no workflow. */
interface Cause {
	readonly sender: string;
	readonly startsWorkflows?: boolean;
}

async function synchronize(hub: Hub, repository: Repository, at: { pull: Pull; by: Cause }): Promise<void> {
	const { pull, by } = at;
	const { sender, startsWorkflows = true } = by;
	const source = pull.headRepository === null ? null : hub.repository(pull.headRepository);
	const sha = source === null ? null : await hub.bare(source).branch(pull.head);
	if (sha === null) return closePull(hub, repository, { pull, sender, startsWorkflows });
	if (sha === pull.headSha) return;
	const before = pull.headSha;
	pull.headSha = sha;
	pull.updatedAt = hub.now();
	await fetchHead(hub, repository, pull);
	await followBase(hub, repository, pull);
	const more = { before, after: sha };
	await tell(hub, repository, { pull, action: "synchronize", sender, startsWorkflows, more });
}

async function followBase(hub: Hub, repository: Repository, pull: Pull): Promise<void> {
	pull.baseSha = (await hub.bare(repository).branch(pull.base)) ?? pull.baseSha;
	await testMerge(hub, repository, pull);
}

export async function closePull(hub: Hub, repository: Repository, at: Cause & { pull: Pull }): Promise<void> {
	at.pull.state = "closed";
	at.pull.closedAt = hub.now();
	at.pull.updatedAt = hub.now();
	await tell(hub, repository, { ...at, action: "closed" });
}

export interface MergeRequest {
	readonly number: number;
	readonly method: MergeMethod;
	readonly sender: string;
	/** The head that the one who merges has seen; 409 when it has moved since. */
	readonly sha?: string | null;
	readonly title?: string | null;
	readonly message?: string | null;
	/** The token is a workflow's own: what follows starts no workflow. */
	readonly byWorkflow?: boolean;
}

/** Merges as the button does and returns the commit at the base's new tip. */
export async function mergePull(hub: Hub, repository: Repository, request: MergeRequest): Promise<string> {
	const pull = pullOf(repository, request.number);
	refuseMerge(repository, pull, request);
	const bare = hub.bare(repository);
	const base = await bare.branch(pull.base);
	const landing = base === null ? null : await land(bare, { hub, repository, pull, request, base });
	const tip = landing?.at(-1);
	if (base === null || landing === null || tip === undefined) throw new Refusal(405, "Pull Request is not mergeable");
	pull.baseSha = base;
	pull.state = "closed";
	pull.landed = [...landing];
	pull.mergeSha = tip;
	pull.mergedAt = hub.now();
	pull.mergedBy = request.sender;
	pull.closedAt = pull.mergedAt;
	pull.updatedAt = pull.mergedAt;
	await bare.setRef(`refs/heads/${pull.base}`, tip);
	const startsWorkflows = request.byWorkflow !== true;
	await tell(hub, repository, { pull, action: "closed", sender: request.sender, startsWorkflows });
	const change = { ref: `refs/heads/${pull.base}`, before: base, after: tip };
	await refsChanged(hub, { repository, sender: request.sender, startsWorkflows }, [change]);
	return tip;
}

function refuseMerge(repository: Repository, pull: Pull, request: MergeRequest): void {
	if (pull.state === "closed" || pull.draft || pull.mergeable === false) {
		throw new Refusal(405, "Pull Request is not mergeable");
	}
	if (request.sha !== undefined && request.sha !== null && request.sha !== pull.headSha) {
		throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
	}
	for (const name of repository.requiredChecks) {
		const latest = repository.checks.findLast((check) => check.name === name && check.headSha === pull.headSha);
		const passed = ["success", "neutral", "skipped"].includes(latest?.conclusion ?? "");
		if (!passed)
			throw new Refusal(405, `Required status check "${name}" is ${latest === undefined ? "expected" : "failing"}.`);
	}
}

async function land(
	bare: BareRepository,
	at: { hub: Hub; repository: Repository; pull: Pull; request: MergeRequest; base: string },
): Promise<Landing> {
	const { pull, request } = at;
	const from = `${at.repository.owner}/${pull.head}`;
	const title = request.title ?? defaultTitle(pull, request.method, from);
	const text = request.message ?? (request.method === "merge" ? pull.title : "");
	const order: MergeOrder = {
		base: at.base,
		head: pull.headSha,
		message: text === "" ? `${title}\n` : `${title}\n\n${text}\n`,
		as: personOf(at.hub, request.method === "merge" ? request.sender : pull.author),
	};
	if (request.method === "merge") return mergeCommit(bare, order);
	return request.method === "squash" ? squash(bare, order) : rebase(bare, order);
}

function defaultTitle(pull: Pull, method: MergeMethod, from: string): string {
	return method === "merge" ? `Merge pull request #${pull.number} from ${from}` : `${pull.title} (#${pull.number})`;
}

/** The "Revert" button of a merged pull: a branch with the reverting commit, and a pull for it. */
export async function revertPull(
	hub: Hub,
	repository: Repository,
	order: { number: number; author: string },
): Promise<Pull> {
	const pull = pullOf(repository, order.number);
	const bare = hub.bare(repository);
	const base = await bare.branch(pull.base);
	if (pull.mergedAt === null || base === null) throw new Refusal(422, "Pull request is not merged");
	const message = `Revert "${pull.title}"\n\n${await revertedText(bare, pull)}\n`;
	const sha = await revert(bare, { base, landed: pull.landed, message, as: personOf(hub, order.author) });
	if (sha === null) throw new Refusal(422, "This pull request could not be reverted automatically");
	const head = `revert-${pull.number}-${pull.head}`;
	await bare.setRef(`refs/heads/${head}`, sha);
	await refsChanged(hub, { repository, sender: order.author, startsWorkflows: true }, [
		{ ref: `refs/heads/${head}`, before: null, after: sha },
	]);
	const body = `Reverts ${fullName(repository)}#${pull.number}`;
	return openPull(hub, repository, {
		head,
		base: pull.base,
		title: `Revert "${pull.title}"`,
		body,
		author: order.author,
	});
}

async function revertedText(bare: BareRepository, pull: Pull): Promise<string> {
	const [landed = ""] = pull.landed;
	const { parents } = await bare.commit(landed);
	return parents.length > 1
		? `This reverts commit ${landed}, reversing\nchanges made to ${parents[0]}.`
		: pull.landed.map((sha) => `This reverts commit ${sha}.`).join("\n");
}

export function pullOf(repository: Repository, number: number): Pull {
	const pull = repository.pulls.find((one) => one.number === number);
	if (pull === undefined) throw new Refusal(404, "Not Found");
	return pull;
}

/** An account as the author of a commit, with the address that GitHub gives those who hide theirs. */
export function personOf(hub: Hub, login: string): Person {
	const user = hub.user(login);
	return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com` };
}

async function tell(
	hub: Hub,
	repository: Repository,
	event: Cause & {
		pull: Pull;
		action: string;
		more?: Record<string, unknown>;
	},
): Promise<void> {
	const { pull, action, sender } = event;
	hub.deliver({
		name: "pull_request",
		repository: fullName(repository),
		startsWorkflows: event.startsWorkflows ?? true,
		payload: {
			action,
			number: pull.number,
			...event.more,
			pull_request: await wholePull(hub, { state: hub.state, repository }, pull),
			repository: wholeRepository(hub, repository),
			sender: simpleUser(hub, sender),
		},
	});
}
