import { maySee, meets } from "./access.ts";
import type { Answer, Call, Need } from "./call.ts";
import { fullName, type Repository } from "./state.ts";

/** An entry of GraphQL's `errors`; it comes with the status 200. */
export class GraphqlError extends Error {
	readonly type: string;

	constructor(type: string, message: string) {
		super(message);
		this.type = type;
	}
}

/** What a field's work comes to, or the entry of `errors` that it throws, as GitHub answers both. */
export async function answerField(field: string, work: () => unknown): Promise<Answer> {
	try {
		return { status: 200, body: { data: { [field]: await work() } } };
	} catch (error) {
		if (!(error instanceof GraphqlError)) throw error;
		const { type, message } = error;
		const errors = [{ type, path: [field], locations: [{ line: 2, column: 2 }], message }];
		return { status: 200, body: { data: { [field]: null }, errors } };
	}
}

/** GitHub's answer to a variable that is not what its type says. */
export function invalidVariable(name: string, type: string): Answer {
	const message = `Variable $${name} of type ${type} was provided invalid value`;
	return { status: 200, body: { errors: [{ message }] } };
}

export function seenRepository(call: Call, name: string): Repository {
	const repository = Object.values(call.state.repositories).find(
		(each) => fullName(each).toLowerCase() === name.toLowerCase(),
	);
	if (repository === undefined || !maySee(call.state, call.token, repository)) {
		throw new GraphqlError("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
	}
	return repository;
}

/** Throws GitHub's refusal where the token may not. */
export function admitTo(call: Call, repository: Repository, need: Need): void {
	if (meets(call.token, repository, need)) return;
	const by = call.token?.kind === "personal" ? "personal access token" : "integration";
	throw new GraphqlError("FORBIDDEN", `Resource not accessible by ${by}`);
}
