import { infrastructure } from "../kernel/index.ts";
import { isForbidden } from "./failures.ts";
import type { Wire } from "./wire.ts";

export interface Identity {
	/** `github-actions[bot]` for a workflow's own token, `<app>[bot]` for an app's, else the owner of the token. */
	readonly login: string;
	readonly kind: "app" | "user";
}

/**
 * Whom GitHub shows as the author of what we write. Installation tokens, GITHUB_TOKEN among them, have no user to
 * ask `GET /user` for; GraphQL's `viewer` tells their bot.
 */
export async function whoAmI(wire: Wire): Promise<Identity> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.users.getAuthenticated();
		return { login: data.login, kind: "user" };
	} catch (error) {
		if (!isForbidden(error)) throw error;
	}
	const answer: { viewer?: { login?: unknown } } = await client.graphql("query { viewer { login } }", {
		request: { repeatable: true },
	});
	const login = answer.viewer?.login;
	if (typeof login === "string") return { login, kind: "app" };
	throw infrastructure("github-unknown-identity", "GitHub does not say whom the token belongs to", {
		hint: "use the workflow's GITHUB_TOKEN or an app's installation token",
	});
}
