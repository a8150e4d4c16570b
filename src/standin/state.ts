import type { Settings } from "./settings.ts";

/** What the stand-in knows beside its git repositories, as it is kept in `state.json`: plain data, nothing derived. */
export interface State {
	/** Where every id and number comes from; GitHub's ids are unique over kinds here, which is stricter than there. */
	lastId: number;
	users: Record<string, User>;
	tokens: Record<string, Token>;
	repositories: Record<string, Repository>;
	/** By `organisation/team`, in small letters. */
	teams: Record<string, Team>;
}

export interface Team {
	readonly id: number;
	readonly organisation: string;
	readonly slug: string;
	/** Its key; null for none. */
	readonly parent: string | null;
	/** Logins, without those of its children. */
	readonly members: readonly string[];
	readonly invited: readonly string[];
	readonly createdAt: string;
}

export interface User {
	readonly id: number;
	readonly login: string;
	readonly type: "User" | "Bot" | "Organization";
}

export type Level = "read" | "write" | "admin";
export type Role = "admin" | "maintain" | "write" | "triage" | "read";

/**
 * `actions` is a workflow's GITHUB_TOKEN, `app` another app's installation token: both act on the repositories they are
 * given and by the permissions they are given. `personal` is a classic token: by its scopes and its owner's role.
 */
export interface Token {
	readonly value: string;
	readonly login: string;
	readonly kind: "actions" | "app" | "personal";
	readonly permissions: Readonly<Record<string, Level>>;
	readonly scopes: readonly string[];
	/** Full names; null for all. */
	readonly repositories: readonly string[] | null;
	/** Requests an hour. */
	readonly limit: number;
}

export interface Repository {
	readonly id: number;
	readonly owner: string;
	readonly name: string;
	readonly private: boolean;
	readonly defaultBranch: string;
	/** Full name of the repository that this one is a fork of. */
	readonly parent: string | null;
	readonly createdAt: string;
	pushedAt: string;
	/** Issues and pulls count together. */
	lastNumber: number;
	roles: Record<string, Role>;
	/** Checks without whose success nothing merges. */
	requiredChecks: string[];
	pulls: Pull[];
	issues: Issue[];
	comments: Comment[];
	reactions: Reaction[];
	checks: Check[];
	statuses: CommitStatus[];
	deployments: Deployment[];
	environments: Environment[];
	runs: WorkflowRun[];
	artifacts: Artifact[];
	settings: Settings;
}

/** A workflow that an event started. */
export interface WorkflowRun {
	readonly id: number;
	readonly number: number;
	attempt: number;
	readonly name: string;
	readonly path: string;
	/** One for each path. */
	readonly workflowId: number;
	readonly event: string;
	readonly headBranch: string;
	readonly headSha: string;
	/** Full name; null when the fork was deleted. */
	headRepository: string | null;
	readonly actor: string;
	status: "queued" | "in_progress" | "completed";
	conclusion: string | null;
	/** Numbers; none for a fork's. */
	readonly pulls: readonly number[];
	readonly createdAt: string;
	updatedAt: string;
}

/** What a run has uploaded; the bytes lie in a file beside the state. */
export interface Artifact {
	readonly id: number;
	readonly run: number;
	readonly name: string;
	/** Bytes of the archive. */
	readonly size: number;
	readonly createdAt: string;
}

export interface Pull {
	readonly id: number;
	readonly number: number;
	title: string;
	body: string | null;
	readonly author: string;
	/** Names; GitHub makes one that the repository does not have. */
	labels: string[];
	state: "open" | "closed";
	draft: boolean;
	base: string;
	/** The tip of the base when the head last moved; frozen by the merge. */
	baseSha: string;
	readonly head: string;
	/** Full name; null when the fork was deleted. */
	headRepository: string | null;
	headSha: string;
	/** The test merge while open, null when it conflicts; what landed on the base once merged. */
	mergeSha: string | null;
	mergeable: boolean | null;
	mergedAt: string | null;
	mergedBy: string | null;
	closedAt: string | null;
	/** What the merge put on the base: one commit, or several by rebase. Oldest first. */
	landed: string[];
	readonly createdAt: string;
	updatedAt: string;
}

/** One that is no pull. */
export interface Issue {
	readonly id: number;
	readonly number: number;
	title: string;
	body: string | null;
	readonly author: string;
	state: "open" | "closed";
	stateReason: string | null;
	/** On top of the repository's list. */
	pinned: boolean;
	closedAt: string | null;
	readonly createdAt: string;
	updatedAt: string;
}

export interface Comment {
	readonly id: number;
	readonly issue: number;
	readonly author: string;
	body: string;
	readonly createdAt: string;
	updatedAt: string;
}

export interface Reaction {
	readonly id: number;
	readonly comment: number;
	readonly author: string;
	readonly content: string;
	readonly createdAt: string;
}

export interface Annotation {
	readonly path: string;
	readonly start_line: number;
	readonly end_line: number;
	readonly start_column: number | null;
	readonly end_column: number | null;
	readonly annotation_level: "notice" | "warning" | "failure";
	readonly message: string;
	readonly title: string | null;
	readonly raw_details: string | null;
}

export interface Check {
	readonly id: number;
	readonly app: string;
	readonly headSha: string;
	name: string;
	status: string;
	conclusion: string | null;
	startedAt: string | null;
	completedAt: string | null;
	externalId: string | null;
	detailsUrl: string | null;
	title: string | null;
	summary: string | null;
	text: string | null;
	annotations: Annotation[];
}

export interface CommitStatus {
	readonly id: number;
	readonly sha: string;
	readonly state: string;
	readonly context: string;
	readonly description: string | null;
	readonly targetUrl: string | null;
	readonly author: string;
	readonly createdAt: string;
}

export interface Deployment {
	readonly id: number;
	readonly sha: string;
	readonly ref: string;
	readonly task: string;
	readonly environment: string;
	readonly description: string | null;
	readonly payload: Record<string, unknown> | string;
	readonly production: boolean;
	readonly transient: boolean;
	readonly author: string;
	readonly createdAt: string;
	updatedAt: string;
	/** Oldest first. */
	statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
	readonly id: number;
	readonly state: string;
	readonly description: string;
	readonly environmentUrl: string;
	readonly logUrl: string;
	readonly author: string;
	readonly createdAt: string;
}

export interface Environment {
	readonly id: number;
	readonly name: string;
	/** Who has to agree before a job of it begins: logins. */
	reviewers: readonly string[];
	readonly createdAt: string;
	updatedAt: string;
}

/** The workflow token's own account, with the id that it has at GitHub. */
export const actionsBot: User = { id: 41898282, login: "github-actions[bot]", type: "Bot" };

export function emptyState(): State {
	return { lastId: 1000, users: { [actionsBot.login]: actionsBot }, tokens: {}, repositories: {}, teams: {} };
}

export function fullName(repository: Repository): string {
	return `${repository.owner}/${repository.name}`;
}
