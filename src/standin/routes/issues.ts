import { issue } from "../answers/issue.ts";
import { comment, reaction } from "../answers/records.ts";
import { type Call, idParam, optionalText, repositoryOf, route, text, viewerOf } from "../call.ts";
import { addComment, commentBody } from "../comments.ts";
import { changeIssue, issueOf, issueOrPullOf, openIssue } from "../issues.ts";
import { page } from "../paging.ts";
import { invalid, notFound } from "../refusal.ts";
import type { Comment, Issue, Pull, Repository } from "../state.ts";

const CONTENTS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];
const READ = ["issues=read", "pull_requests=read"] as const;
const WRITE = ["issues=write", "pull_requests=write"] as const;

export const issueRoutes = [
	route("GET /repos/:/issues", ["issues=read"], (call) => {
		const repository = repositoryOf(call);
		return page(call, listed(call, repository), (one) => issue(call.hub, repository, one));
	}),
	route("POST /repos/:/issues", ["issues=write"], (call) => {
		const repository = repositoryOf(call);
		const order = { title: text(call, "title"), body: optionalText(call, "body"), author: viewerOf(call).login };
		const body = issue(call.hub, repository, openIssue(call.hub, repository, order));
		return { status: 201, body, headers: { location: String(body["url"]) } };
	}),
	route("GET /repos/:/issues/{issue_number}", ["issues=read"], (call) => {
		const repository = repositoryOf(call);
		return {
			status: 200,
			body: issue(call.hub, repository, issueOrPullOf(repository, idParam(call, "issue_number"))),
		};
	}),
	route("PATCH /repos/:/issues/{issue_number}", ["issues=write"], (call) => {
		const repository = repositoryOf(call);
		const one = issueOf(repository, idParam(call, "issue_number"));
		const state = optionalText(call, "state");
		changeIssue(call.hub, one, {
			...("title" in call.body ? { title: text(call, "title") } : {}),
			...("body" in call.body ? { body: optionalText(call, "body") } : {}),
			...(state === "open" || state === "closed" ? { state, stateReason: optionalText(call, "state_reason") } : {}),
		});
		return { status: 200, body: issue(call.hub, repository, one) };
	}),
	route("GET /repos/:/issues/{issue_number}/comments", READ, (call) => {
		const repository = repositoryOf(call);
		const { number } = issueOrPullOf(repository, idParam(call, "issue_number"));
		const since = call.query.get("since");
		const found = repository.comments.filter(
			(one) => one.issue === number && (since === null || one.updatedAt >= since),
		);
		return page(call, found, (one) => comment(call.hub, repository, one));
	}),
	route("POST /repos/:/issues/{issue_number}/comments", WRITE, (call) => {
		const repository = repositoryOf(call);
		const one = addComment(call.hub, repository, {
			issue: idParam(call, "issue_number"),
			author: viewerOf(call).login,
			body: text(call, "body"),
			byWorkflow: call.token?.kind === "actions",
		});
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
		one.body = commentBody(text(call, "body"));
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

/** Issues and pulls in one list, by GitHub's defaults: the open ones, the newest first. */
function listed(call: Call, { issues, pulls }: Repository): (Issue | Pull)[] {
	const { query } = call;
	const [state, creator] = [query.get("state") ?? "open", query.get("creator")];
	const found = [...issues, ...pulls]
		.filter((one) => state === "all" || one.state === state)
		.filter((one) => creator === null || one.author === creator)
		.toSorted((a, b) => a.number - b.number);
	return query.get("direction") === "asc" ? found : found.toReversed();
}

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

function commentOf(call: Call, repository: Repository): Comment {
	const id = idParam(call, "comment_id");
	const one = repository.comments.find((candidate) => candidate.id === id);
	if (one === undefined) throw notFound();
	return one;
}
