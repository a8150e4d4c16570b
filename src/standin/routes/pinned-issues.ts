import { nodeId } from "../answers/people.ts";
import type { Answer, Call } from "../call.ts";
import { admitTo, answerField, GraphqlError, invalidVariable, seenRepository } from "../graphql.ts";
import { pinIssue } from "../issues.ts";

const ASKED =
	/^query ?\(\$owner: ?String!, ?\$name: ?String!, ?\$number: ?Int!\) ?\{ ?repository\(owner: ?\$owner, ?name: ?\$name\) ?\{ ?issue\(number: ?\$number\) ?\{ ?id isPinned ?\} ?\} ?\}$/;
const PINS =
	/^mutation ?\(\$input: ?PinIssueInput!\) ?\{ ?pinIssue\(input: ?\$input\) ?\{ ?issue ?\{ ?isPinned ?\} ?\} ?\}$/;

/** An issue's id and whether it is pinned, and the mutation that pins it; null for what is neither. */
export function pinsByGraphql(call: Call, query: string): Promise<Answer> | Answer | null {
	const variables = (call.body["variables"] ?? {}) as Readonly<Record<string, unknown>>;
	if (ASKED.test(query)) return asked(call, variables);
	return PINS.test(query) ? pinned(call, variables["input"]) : null;
}

function asked(call: Call, { owner, name, number }: Readonly<Record<string, unknown>>): Promise<Answer> | Answer {
	if (typeof number !== "number") return invalidVariable("number", "Int!");
	if (typeof owner !== "string") return invalidVariable("owner", "String!");
	if (typeof name !== "string") return invalidVariable("name", "String!");
	return answerField("repository", () => {
		const repository = seenRepository(call, `${owner}/${name}`);
		const issue = repository.issues.find((each) => each.number === number);
		if (issue !== undefined) return { issue: { id: nodeId("Issue", issue.id), isPinned: issue.pinned } };
		throw new GraphqlError("NOT_FOUND", `Could not resolve to an Issue with the number of ${number}.`);
	});
}

function pinned(call: Call, input: unknown): Promise<Answer> | Answer {
	const { issueId } = (input ?? {}) as { readonly issueId?: unknown };
	if (typeof issueId !== "string") return invalidVariable("input", "PinIssueInput!");
	return answerField("pinIssue", () => {
		for (const repository of Object.values(call.state.repositories)) {
			const issue = repository.issues.find(({ id }) => nodeId("Issue", id) === issueId);
			if (issue === undefined) continue;
			admitTo(call, repository, "issues=write");
			const refusal = pinIssue(repository, issue);
			if (refusal !== null) throw new GraphqlError("UNPROCESSABLE", refusal);
			return { issue: { isPinned: true } };
		}
		throw new GraphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${issueId}'`);
	});
}
