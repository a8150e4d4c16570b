import type { Hub } from "./hub.ts";
import { invalid, notFound } from "./refusal.ts";
import type { Issue, Pull, Repository } from "./state.ts";

/** Characters. A new issue with a longer text is refused; the update of one is answered as if all were well, and changes nothing. */
const LONGEST_BODY = 65_536;
const MOST_PINNED = 3;

export interface IssueOrder {
	readonly title: string;
	readonly body: string | null;
	readonly author: string;
}

export interface IssueChange {
	readonly title?: string;
	readonly body?: string | null;
	readonly state?: "open" | "closed";
	readonly stateReason?: string | null;
}

/** Opens an issue, or throws GitHub's refusal. */
export function openIssue(hub: Hub, repository: Repository, { title, body, author }: IssueOrder): Issue {
	if (title.trim() === "") throw invalid("Issue", "title", "title can't be blank");
	if (isTooLong(body)) throw invalid("Issue", "body", `body is too long (maximum is ${LONGEST_BODY} characters)`);
	repository.lastNumber += 1;
	const now = hub.now();
	const issue: Issue = {
		id: hub.newId(),
		number: repository.lastNumber,
		title,
		body,
		author: hub.user(author).login,
		state: "open",
		stateReason: null,
		pinned: false,
		closedAt: null,
		createdAt: now,
		updatedAt: now,
	};
	repository.issues.push(issue);
	return issue;
}

export function changeIssue(hub: Hub, issue: Issue, change: IssueChange): void {
	if (change.title !== undefined) issue.title = change.title;
	if (change.body !== undefined && !isTooLong(change.body)) issue.body = change.body;
	if (change.state !== undefined && change.state !== issue.state) {
		issue.state = change.state;
		issue.closedAt = change.state === "closed" ? hub.now() : null;
		issue.stateReason = change.stateReason ?? (change.state === "closed" ? "completed" : "reopened");
	}
	issue.updatedAt = hub.now();
}

/** Why it cannot be pinned; null once it is. */
export function pinIssue(repository: Repository, issue: Issue): string | null {
	if (issue.pinned) return "Issue is already pinned to this repository";
	const pinned = repository.issues.filter((each) => each.pinned).length;
	if (pinned >= MOST_PINNED) return `Maximum ${MOST_PINNED} pinned issues per repository`;
	issue.pinned = true;
	return null;
}

export function issueOf(repository: Repository, number: number): Issue {
	const found = repository.issues.find((each) => each.number === number);
	if (found === undefined) throw notFound();
	return found;
}

/** Issues and pulls count together, and are commented on alike. */
export function issueOrPullOf(repository: Repository, number: number): Issue | Pull {
	return repository.pulls.find((each) => each.number === number) ?? issueOf(repository, number);
}

function isTooLong(body: string | null): boolean {
	return body !== null && body.length > LONGEST_BODY;
}
