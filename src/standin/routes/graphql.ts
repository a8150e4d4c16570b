import { type Answer, type Call, route, text, viewerOf } from "../call.ts";
import { commitByGraphql } from "./commit-on-branch.ts";
import { pinsByGraphql } from "./pinned-issues.ts";

/** GraphQL is served for what REST lacks: who a token that has no user of its own acts as, a commit on a branch, pinned issues. */
export const graphqlRoutes = [
	route("POST /graphql", [], (call) => {
		const query = text(call, "query").replace(/\s+/g, " ").trim();
		if (/^(query )?\{ ?viewer \{ ?login ?\} ?\}$/.test(query)) {
			return { status: 200, body: { data: { viewer: { login: viewerOf(call).login } } } };
		}
		return committed(call, query) ?? pinsByGraphql(call, query) ?? notServed(query);
	}),
];

const COMMIT =
	/^mutation ?\w* ?\(\$input: ?CreateCommitOnBranchInput!\) ?\{ ?createCommitOnBranch ?\(input: ?\$input\) ?\{ ?commit ?\{ ?([\w ]+?) ?\} ?\} ?\}$/;

function committed(call: Call, query: string): Promise<Answer> | Answer | null {
	const fields = COMMIT.exec(query)?.[1];
	if (fields === undefined) return null;
	const { input } = (call.body["variables"] ?? {}) as { readonly input?: unknown };
	return commitByGraphql(call, { input, fields: fields.split(" ") });
}

function notServed(query: string): Answer {
	return {
		status: 200,
		body: { errors: [{ type: "NOT_SERVED", message: `the stand-in does not serve: ${query}` }] },
	};
}
