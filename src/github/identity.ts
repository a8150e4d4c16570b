import { infrastructure } from "../kernel/index.ts";
import { isForbidden } from "./failures.ts";
import { askGraphql, refused } from "./graphql.ts";
import type { Wire } from "./wire.ts";

export interface Identity {
	/** `github-actions[bot]` for a workflow's own token, `<app>[bot]` for an app's, else the owner of the token. */
	readonly login: string;
	readonly kind: "app" | "user";
}

/** How the tokens of apps begin, a workflow's own among them. */
const INSTALLATION = "ghs_";

/**
 * Whom GitHub shows as the author of what we write. Installation tokens, GITHUB_TOKEN among them, have no user to
 * ask `GET /user` for; GraphQL's `viewer` tells their bot.
 */
export async function whoAmI(wire: Wire): Promise<Identity> {
	if (!wire.token.startsWith(INSTALLATION)) {
		const person = await personOf(wire);
		if (person !== null) return person;
	}
	const answer = await askGraphql<{ viewer?: { login?: unknown } }>(wire, {
		text: "query { viewer { login } }",
		repeatable: true,
	});
	if ("refusals" in answer) throw refused("to say whom the token belongs to", answer.refusals);
	const login = answer.data.viewer?.login;
	if (typeof login === "string") return { login, kind: "app" };
	throw infrastructure("github-unknown-identity", "GitHub does not say whom the token belongs to", {
		hint: "use the workflow's GITHUB_TOKEN or an app's installation token",
	});
}

/** Null for a token that belongs to nobody. */
async function personOf(wire: Wire): Promise<Identity | null> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.users.getAuthenticated();
		return { login: data.login, kind: "user" };
	} catch (error) {
		if (isForbidden(error)) return null;
		throw error;
	}
}
