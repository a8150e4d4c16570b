import { parseJson, Reader, unreadable } from "./payload.ts";

/** What happened, as far as anything here depends on it. Every id in it has been checked to be one. */
export type Event =
	| PullRequestEvent
	| PushEvent
	| DispatchEvent
	| WorkflowRunEvent
	| MergeGroupEvent
	| IssueCommentEvent
	| OtherEvent;

export interface EventRepository {
	readonly id: number;
	/** `owner/name`. */
	readonly fullName: string;
	readonly defaultBranch: string;
	readonly private: boolean;
}

export interface PullEnd {
	readonly ref: string;
	readonly sha: string;
	/** Null when it was deleted. */
	readonly repository: string | null;
}

export interface PullRequestEvent {
	readonly kind: "pull_request";
	readonly action: string;
	readonly number: number;
	readonly title: string;
	readonly draft: boolean;
	readonly merged: boolean;
	readonly author: string;
	readonly sender: string;
	/** The head is in another repository than the base, or in one that is gone. */
	readonly fork: boolean;
	readonly head: PullEnd;
	readonly base: PullEnd;
	readonly repository: EventRepository;
}

export interface PushEvent {
	readonly kind: "push";
	readonly ref: string;
	readonly branch: string | null;
	readonly tag: string | null;
	/** Null when the push made the ref. */
	readonly before: string | null;
	/** Null when the push deleted it. */
	readonly after: string | null;
	readonly toDefaultBranch: boolean;
	readonly forced: boolean;
	readonly sender: string;
	readonly repository: EventRepository;
}

export interface DispatchEvent {
	readonly kind: "workflow_dispatch";
	readonly inputs: Readonly<Record<string, string>>;
	readonly ref: string;
	readonly sender: string;
	readonly repository: EventRepository;
}

/** A run of another workflow: it was asked for, began, or ended. Only what GitHub itself knows of it. */
export interface WorkflowRunEvent {
	readonly kind: "workflow_run";
	readonly action: string;
	readonly run: WorkflowRun;
	readonly sender: string;
	readonly repository: EventRepository;
}

export interface WorkflowRun {
	readonly id: number;
	readonly attempt: number;
	readonly workflowId: number;
	/** The event that started it: `pull_request`. */
	readonly event: string;
	readonly status: string;
	/** Null while it goes on. */
	readonly conclusion: string | null;
	readonly head: { readonly branch: string; readonly sha: string };
	/** Null when the fork is gone. */
	readonly headRepository: { readonly id: number; readonly owner: string } | null;
	readonly url: string;
}

/** GitHub's merge queue asks whether a group may be merged. */
export interface MergeGroupEvent {
	readonly kind: "merge_group";
	readonly action: string;
	readonly head: { readonly ref: string; readonly sha: string };
	readonly base: { readonly ref: string; readonly sha: string };
	readonly sender: string;
	readonly repository: EventRepository;
}

/** Somebody wrote below an issue or a pull. The text is as it was then: what became of it later is not asked. */
export interface IssueCommentEvent {
	readonly kind: "issue_comment";
	readonly action: string;
	/** Null below an issue. */
	readonly pull: number | null;
	/** Of the issue or pull. */
	readonly author: string;
	readonly comment: {
		readonly id: number;
		readonly body: string;
		readonly createdAt: Date;
		/** Of a program, ours among them. */
		readonly byBot: boolean;
	};
	readonly sender: string;
	readonly repository: EventRepository;
}

export interface OtherEvent {
	readonly kind: "other";
	readonly name: string;
}

/** GitHub's own limit for what it delivers. */
const LARGEST_PAYLOAD_BYTES = 25 * 1024 * 1024;

/** Reads what GITHUB_EVENT_NAME and the file GITHUB_EVENT_PATH say. Events that nothing depends on are not looked into. */
export function parseEvent(name: string, payload: string): Event {
	const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
	if (read === undefined) return { kind: "other", name };
	if (Buffer.byteLength(payload) > LARGEST_PAYLOAD_BYTES)
		throw unreadable(name, "more than 25 MiB", "GitHub's payload");
	return read(new Reader(name, "", parseJson(name, payload)));
}

const READERS: Readonly<Record<string, (root: Reader) => Event>> = {
	pull_request: readPullRequest,
	push: readPush,
	workflow_dispatch: readDispatch,
	workflow_run: readWorkflowRun,
	merge_group: readMergeGroup,
	issue_comment: readIssueComment,
};

function readPullRequest(root: Reader): PullRequestEvent {
	const pull = root.object("pull_request");
	const [head, base] = [pull.object("head"), pull.object("base")];
	const from = head.objectOrNull("repo");
	return {
		kind: "pull_request",
		action: root.text("action"),
		number: root.integer("number"),
		title: pull.text("title"),
		draft: pull.flag("draft"),
		merged: pull.flag("merged"),
		author: pull.objectOrNull("user")?.text("login") ?? "ghost",
		sender: root.object("sender").text("login"),
		fork: from === null || from.integer("id") !== base.object("repo").integer("id"),
		head: readEnd(head),
		base: readEnd(base),
		repository: readRepository(root),
	};
}

function readEnd(end: Reader): PullEnd {
	return { ref: end.text("ref"), sha: end.sha("sha"), repository: end.objectOrNull("repo")?.text("full_name") ?? null };
}

function readPush(root: Reader): PushEvent {
	const ref = root.text("ref");
	const branch = after(ref, "refs/heads/");
	const repository = readRepository(root);
	return {
		kind: "push",
		ref,
		branch,
		tag: after(ref, "refs/tags/"),
		before: root.shaOrNothing("before"),
		after: root.shaOrNothing("after"),
		toDefaultBranch: branch === repository.defaultBranch,
		forced: root.flag("forced"),
		sender: root.object("sender").text("login"),
		repository,
	};
}

function after(text: string, prefix: string): string | null {
	return text.startsWith(prefix) ? text.slice(prefix.length) : null;
}

function readDispatch(root: Reader): DispatchEvent {
	const given = root.objectOrNull("inputs");
	const inputs = Object.fromEntries((given?.names() ?? []).map((key) => [key, given?.anyText(key) ?? ""]));
	return {
		kind: "workflow_dispatch",
		inputs,
		ref: root.text("ref"),
		sender: root.object("sender").text("login"),
		repository: readRepository(root),
	};
}

function readWorkflowRun(root: Reader): WorkflowRunEvent {
	const run = root.object("workflow_run");
	const from = run.objectOrNull("head_repository");
	return {
		kind: "workflow_run",
		action: root.text("action"),
		run: {
			id: run.integer("id"),
			attempt: run.integer("run_attempt"),
			workflowId: run.integer("workflow_id"),
			event: run.text("event"),
			status: run.text("status"),
			conclusion: run.textOrNull("conclusion"),
			head: { branch: run.textOrNull("head_branch") ?? "", sha: run.sha("head_sha") },
			headRepository:
				from === null ? null : { id: from.integer("id"), owner: from.objectOrNull("owner")?.text("login") ?? "" },
			url: run.text("html_url"),
		},
		sender: root.object("sender").text("login"),
		repository: readRepository(root),
	};
}

function readMergeGroup(root: Reader): MergeGroupEvent {
	const group = root.object("merge_group");
	return {
		kind: "merge_group",
		action: root.text("action"),
		head: { ref: group.text("head_ref"), sha: group.sha("head_sha") },
		base: { ref: group.text("base_ref"), sha: group.sha("base_sha") },
		sender: root.object("sender").text("login"),
		repository: readRepository(root),
	};
}

function readIssueComment(root: Reader): IssueCommentEvent {
	const [issue, comment] = [root.object("issue"), root.object("comment")];
	const sender = root.object("sender");
	return {
		kind: "issue_comment",
		action: root.text("action"),
		pull: issue.objectOrNull("pull_request") === null ? null : issue.integer("number"),
		author: issue.objectOrNull("user")?.text("login") ?? "ghost",
		comment: {
			id: comment.integer("id"),
			body: comment.text("body"),
			createdAt: comment.time("created_at"),
			byBot: (comment.objectOrNull("user")?.text("type") ?? "Bot") !== "User" || sender.text("type") !== "User",
		},
		sender: sender.text("login"),
		repository: readRepository(root),
	};
}

function readRepository(root: Reader): EventRepository {
	const repository = root.object("repository");
	return {
		id: repository.integer("id"),
		fullName: repository.text("full_name"),
		defaultBranch: repository.text("default_branch"),
		private: repository.flag("private"),
	};
}
