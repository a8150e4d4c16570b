import { type Call, type Need, type Route, repositoryOf } from "./call.ts";
import { notFound, Refusal } from "./refusal.ts";
import { fullName, type Level, type Repository, type State, type Token } from "./state.ts";

const RANK: Readonly<Record<Level, number>> = { read: 1, write: 2, admin: 3 };

/** The token that a request carries, by any of the ways in which git and API clients send one. */
export function tokenOf(state: State, header: string | undefined): Token | null {
	if (header === undefined) return null;
	const [scheme = "", credentials = ""] = header.split(" ");
	const value = scheme.toLowerCase() === "basic" ? passwordOf(credentials) : credentials;
	const token = state.tokens[value];
	if (token === undefined) throw new Refusal(401, "Bad credentials");
	return token;
}

function passwordOf(credentials: string): string {
	const plain = Buffer.from(credentials, "base64").toString("utf8");
	return plain.slice(plain.indexOf(":") + 1);
}

/** Throws GitHub's refusal when the token may not take this route. */
export function admit(call: Call, route: Route): void {
	if (!route.path.startsWith("/repos/")) {
		if (call.token === null) throw new Refusal(401, "Requires authentication");
		if (route.path.startsWith("/orgs/")) admitToOrganisation(call, call.token, route);
		return;
	}
	const repository = repositoryOf(call);
	if (!maySee(call.state, call.token, repository)) throw notFound();
	if (route.needs.some((need) => meets(call.token, repository, need))) return;
	if (call.token === null) throw new Refusal(401, "Requires authentication");
	throw refuse(call.token, route.needs);
}

/** An app needs the permission, which a workflow's token never has; a person has to be in the organisation, and the token to reach so far. */
function admitToOrganisation({ state, params }: Call, token: Token, { needs }: Route): void {
	if (token.kind !== "personal") {
		if (!("members" in token.permissions)) throw refuse(token, needs);
		return;
	}
	const organisation = (params["org"] ?? "").toLowerCase();
	const isIn = Object.values(state.teams).some(
		(team) => team.organisation.toLowerCase() === organisation && team.members.includes(token.login),
	);
	if (!isIn || !token.scopes.some((scope) => /^(?:read|write|admin):org$/.test(scope))) throw notFound();
}

export function maySee(state: State, token: Token | null, repository: Repository): boolean {
	if (!repository.private) return true;
	if (token === null) return false;
	if (token.kind === "personal") {
		return roleLevel(state.repositories[fullName(repository)]?.roles[token.login] ?? null) > 0;
	}
	return covers(token, repository);
}

export function meets(token: Token | null, repository: Repository, need: Need): boolean {
	const [name = "", level = "read"] = need.split("=");
	const wanted = RANK[level as Level];
	if (wanted === RANK.read && !repository.private && name !== "administration") return true;
	if (token === null) return false;
	if (token.kind === "personal") return personalMeets(token, repository, { name, wanted });
	if (!covers(token, repository)) return false;
	return (RANK[token.permissions[name] ?? "read"] ?? 0) >= wanted && (name === "metadata" || name in token.permissions);
}

/** A classic token may what its owner may, if its scope reaches that far; checks belong to apps alone. */
function personalMeets(token: Token, repository: Repository, need: { name: string; wanted: number }): boolean {
	if (need.name === "checks" && need.wanted > RANK.read) return false;
	const scoped = token.scopes.includes("repo") || (!repository.private && token.scopes.includes("public_repo"));
	const role = repository.roles[token.login] ?? null;
	// anyone who can read may comment and open pulls
	const openToReaders = need.name === "issues" || need.name === "pull_requests";
	const least = need.name === "administration" ? RANK.admin : openToReaders ? RANK.read : need.wanted;
	return scoped && roleLevel(role) >= least;
}

function roleLevel(role: string | null): number {
	if (role === null) return 0;
	if (role === "admin") return RANK.admin;
	return role === "write" || role === "maintain" ? RANK.write : RANK.read;
}

function covers(token: Token, repository: Repository): boolean {
	return token.repositories === null || token.repositories.includes(fullName(repository));
}

function refuse(token: Token, needs: readonly Need[]): Refusal {
	if (token.kind === "personal") {
		if (needs.some((need) => need === "checks=write"))
			return new Refusal(403, "You must authenticate via a GitHub App.");
		return needs.some((need) => need.startsWith("administration="))
			? new Refusal(403, "Must have admin rights to Repository.")
			: new Refusal(403, "Resource not accessible by personal access token");
	}
	return new Refusal(403, "Resource not accessible by integration", {
		headers: { "x-accepted-github-permissions": needs.join("; ") },
	});
}
