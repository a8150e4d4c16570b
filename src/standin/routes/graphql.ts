import { route, text, viewerOf } from "../call.ts";

/** GraphQL is served for one question alone: who a token that has no user of its own acts as. */
export const graphqlRoutes = [
	route("POST /graphql", [], (call) => {
		const query = text(call, "query").replace(/\s+/g, " ").trim();
		if (/^(query )?\{ ?viewer \{ ?login ?\} ?\}$/.test(query)) {
			return { status: 200, body: { data: { viewer: { login: viewerOf(call).login } } } };
		}
		return {
			status: 200,
			body: { errors: [{ type: "NOT_SERVED", message: `the stand-in does not serve: ${query}` }] },
		};
	}),
];
