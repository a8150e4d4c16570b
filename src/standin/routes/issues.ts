import { comment, reaction } from "../answers/records.ts";
import { type Call, idParam, repositoryOf, route, text, viewerOf } from "../call.ts";
import { page } from "../paging.ts";
import { invalid, notFound, Refusal } from "../refusal.ts";
import type { Comment, Repository } from "../state.ts";

/** GitHub refuses longer ones, saying 65536 characters; what it measures is UTF-8 bytes. */
const LARGEST_COMMENT_BYTES = 262_144;

const CONTENTS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];
const READ = ["issues=read", "pull_requests=read"] as const;
const WRITE = ["issues=write", "pull_requests=write"] as const;

export const issueRoutes = [
	route("GET /repos/:/issues/{issue_number}/comments", READ, (call) => {
		const repository = repositoryOf(call);
		const number = issueOf(call, repository);
		const since = call.query.get("since");
		const found = repository.comments.filter(
			(one) => one.issue === number && (since === null || one.updatedAt >= since),
		);
		return page(call, found, (one) => comment(call.hub, repository, one));
	}),
	route("POST /repos/:/issues/{issue_number}/comments", WRITE, (call) => {
		const repository = repositoryOf(call);
		const now = call.hub.now();
		const one: Comment = {
			id: call.hub.newId(),
			issue: issueOf(call, repository),
			author: viewerOf(call).login,
			body: bodyOf(call),
			createdAt: now,
			updatedAt: now,
		};
		repository.comments.push(one);
		const body = comment(call.hub, repository, one);
		return { status: 201, body, headers: { location: String(body["url"]) } };
	}),
	route("GET /repos/:/issues/comments/{comment_id}/reactions", READ, (call) => {
		const repository = repositoryOf(call);
		const { id } = commentOf(call, repository);
		const found = repository.reactions.filter((one) => one.comment === id);
		return page(call, found, (one) => reaction(call.hub, one));
	}),
	route("POST /repos/:/issues/comments/{comment_id}/reactions", WRITE, react),
	route("DELETE /repos/:/issues/comments/{comment_id}/reactions/{reaction_id}", WRITE, (call) => {
		const repository = repositoryOf(call);
		const id = idParam(call, "reaction_id");
		if (!repository.reactions.some((one) => one.id === id)) throw notFound();
		repository.reactions = repository.reactions.filter((one) => one.id !== id);
		return { status: 204 };
	}),
	route("GET /repos/:/issues/comments/{comment_id}", READ, (call) => {
		const repository = repositoryOf(call);
		return { status: 200, body: comment(call.hub, repository, commentOf(call, repository)) };
	}),
	route("PATCH /repos/:/issues/comments/{comment_id}", WRITE, (call) => {
		const repository = repositoryOf(call);
		const one = commentOf(call, repository);
		one.body = bodyOf(call);
		one.updatedAt = call.hub.now();
		return { status: 200, body: comment(call.hub, repository, one) };
	}),
	route("DELETE /repos/:/issues/comments/{comment_id}", WRITE, (call) => {
		const repository = repositoryOf(call);
		const { id } = commentOf(call, repository);
		repository.comments = repository.comments.filter((one) => one.id !== id);
		return { status: 204 };
	}),
];

function react(call: Call) {
	const repository = repositoryOf(call);
	const { id } = commentOf(call, repository);
	const content = text(call, "content");
	if (!CONTENTS.includes(content)) throw invalid("Reaction", "content", `${content} is not a reaction`);
	const author = viewerOf(call).login;
	const existing = repository.reactions.find(
		(one) => one.comment === id && one.author === author && one.content === content,
	);
	if (existing !== undefined) return { status: 200, body: reaction(call.hub, existing) };
	const one = { id: call.hub.newId(), comment: id, author, content, createdAt: call.hub.now() };
	repository.reactions.push(one);
	return { status: 201, body: reaction(call.hub, one) };
}

/** Issues exist here as pulls only. */
function issueOf(call: Call, repository: Repository): number {
	const number = idParam(call, "issue_number");
	if (!repository.pulls.some((pull) => pull.number === number)) throw notFound();
	return number;
}

function commentOf(call: Call, repository: Repository): Comment {
	const id = idParam(call, "comment_id");
	const one = repository.comments.find((candidate) => candidate.id === id);
	if (one === undefined) throw notFound();
	return one;
}

function bodyOf(call: Call): string {
	const body = text(call, "body");
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
