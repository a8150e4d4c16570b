import type { Found } from "../codes.ts";
import type { Site } from "./site.ts";

/** A classic token says itself how far it reaches. */
export function tokenScopes({ settings: { site, facts } }: Site): Found[] {
	const { scopes } = site;
	if (scopes === null || scopes.includes("repo")) return [];
	if (facts.public && scopes.includes("public_repo")) return [];
	return [
		{
			code: "token-scope-missing",
			level: "advice",
			says: `the token has ${scopes.length === 0 ? "no scope at all" : `the scopes ${scopes.join(", ")}`}`,
			why: "without `repo` it sees little of the repository's settings, and can write nothing there",
			fix: "gh auth refresh -s repo, then GH_TOKEN=$(gh auth token) mainline doctor",
		},
	];
}
