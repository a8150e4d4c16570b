import { issue } from "./answers/issue.ts";
import { simpleUser } from "./answers/people.ts";
import { comment } from "./answers/records.ts";
import { wholeRepository } from "./answers/repository.ts";
import type { Hub } from "./hub.ts";
import { issueOrPullOf } from "./issues.ts";
import { invalid, Refusal } from "./refusal.ts";
import { type Comment, fullName, type Repository } from "./state.ts";

/** GitHub refuses longer ones, saying 65536 characters; what it measures is UTF-8 bytes. */
const LARGEST_COMMENT_BYTES = 262_144;

export interface CommentOrder {
	/** Number of the issue or pull. */
	readonly issue: number;
	readonly author: string;
	readonly body: string;
	/** The token is a workflow's own: what follows starts no workflow. */
	readonly byWorkflow?: boolean;
}

/** Writes a comment and tells of it. */
export function addComment(hub: Hub, repository: Repository, order: CommentOrder): Comment {
	const about = issueOrPullOf(repository, order.issue);
	const now = hub.now();
	const one: Comment = {
		id: hub.newId(),
		issue: about.number,
		author: hub.user(order.author).login,
		body: commentBody(order.body),
		createdAt: now,
		updatedAt: now,
	};
	repository.comments.push(one);
	hub.deliver({
		name: "issue_comment",
		repository: fullName(repository),
		startsWorkflows: order.byWorkflow !== true,
		payload: {
			action: "created",
			issue: issue(hub, repository, about),
			comment: comment(hub, repository, one),
			repository: wholeRepository(hub, repository),
			sender: simpleUser(hub, one.author),
		},
	});
	return one;
}

/** A comment's text, or GitHub's refusal of it. */
export function commentBody(body: string): string {
	if (body.trim() === "") throw invalid("IssueComment", "body", "body can't be blank");
	if (Buffer.byteLength(body) <= LARGEST_COMMENT_BYTES) return body;
	throw new Refusal(422, "Validation Failed", {
		errors: [
			{
				resource: "IssueComment",
				code: "unprocessable",
				field: "data",
				message: "Body is too long (maximum is 65536 characters)",
			},
		],
	});
}
