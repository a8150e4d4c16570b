import { Failure } from "../kernel/index.ts";
import { isNotFound } from "./failures.ts";
import { makeWire, type Wire, type WireOptions } from "./wire.ts";

/**
 * What GitHub says of somebody and a team. `outside`: it shows the team, and he is not in it. `invited`: he has not accepted yet.
 * The others say nothing of him: it shows the token no such team, lets it not ask, or does not take it; and in which words.
 */
export type Membership =
	| { readonly kind: "member" | "invited" | "outside" }
	| { readonly kind: "no-team" | "forbidden" | "token-refused"; readonly words: string };

/** Who is in teams of organisations, seen with a token that may know: a workflow's own may not. */
export interface Teams {
	/** Asked once of each; `team` as `organisation/team`. Members of its child teams are its members. */
	membership(of: { readonly team: string; readonly login: string }): Promise<Membership>;
}

/** No call is made, and no package loaded, before somebody is asked for. */
export function connectTeams(options: WireOptions): Teams {
	const wire = makeWire(options);
	const memberships = new Map<string, Promise<Membership>>();
	const seen = new Map<string, Promise<Membership>>();
	return {
		membership: ({ team, login }) =>
			once(memberships, `${team} ${login}`, () =>
				membership(wire, { team, login }, () => once(seen, team, () => withoutHim(wire, team))),
			),
	};
}

async function membership(
	wire: Wire,
	{ team, login }: { readonly team: string; readonly login: string },
	elsewise: () => Promise<Membership>,
): Promise<Membership> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.teams.getMembershipForUserInOrg({ ...partsOf(team), username: login });
		return { kind: data.state === "active" ? "member" : "invited" };
	} catch (error) {
		return isNotFound(error) ? elsewise() : untold(error);
	}
}

/** GitHub says "not found" of who is in no team, and of a team that the token may not see: whether it shows the team tells which. */
async function withoutHim(wire: Wire, team: string): Promise<Membership> {
	const client = await wire.client();
	try {
		await client.rest.teams.getByName(partsOf(team));
		return { kind: "outside" };
	} catch (error) {
		return untold(error);
	}
}

/** What stays so however often it is asked, by the failure's code; all else is thrown. */
const LASTING: ReadonlyMap<string, "no-team" | "forbidden" | "token-refused"> = new Map([
	["github-not-found", "no-team"],
	["github-permission-missing", "forbidden"],
	["github-unauthorized", "token-refused"],
]);

function untold(error: unknown): Membership {
	if (!(error instanceof Failure)) throw error;
	const kind = LASTING.get(error.code);
	if (kind === undefined) throw error;
	return { kind, words: error.message };
}

function partsOf(team: string): { readonly org: string; readonly team_slug: string } {
	const [org = "", slug = ""] = team.split("/");
	return { org, team_slug: slug };
}

function once<T>(answers: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
	const name = key.toLowerCase();
	const answer = answers.get(name) ?? ask();
	answers.set(name, answer);
	return answer;
}
