import { askGraphql, type Refusal, refused } from "./graphql.ts";
import { createOnce } from "./once.ts";
import type { Wire } from "./wire.ts";

const ASKED = `query ($owner: String!, $name: String!, $number: Int!) {
	repository(owner: $owner, name: $name) { issue(number: $number) { id isPinned } }
}`;
const PINS = `mutation ($input: PinIssueInput!) {
	pinIssue(input: $input) { issue { isPinned } }
}`;

/**
 * Puts an issue on top of the repository's list, which only GraphQL can. Null once it is there, else why GitHub does not pin it:
 * it pins three at most.
 */
export async function pinIssue(wire: Wire, number: number): Promise<string | null> {
	let id = "";
	const { thing } = await createOnce<{ readonly refusal: string | null }>(wire.clock, {
		find: async () => {
			const seen = await look(wire, number);
			if ("refusal" in seen) return seen;
			id = seen.id;
			return seen.pinned ? { refusal: null } : null;
		},
		create: async () => {
			const answer = await askGraphql(wire, { text: PINS, variables: { input: { issueId: id } } });
			return { refusal: "refusals" in answer ? wordsOf(answer.refusals) : null };
		},
	});
	return thing.refusal;
}

async function look(wire: Wire, number: number): Promise<{ id: string; pinned: boolean } | { refusal: string }> {
	const answer = await askGraphql<{ repository?: { issue?: { id?: unknown; isPinned?: unknown } | null } | null }>(
		wire,
		{ text: ASKED, variables: { owner: wire.at.owner, name: wire.at.repo, number }, repeatable: true },
	);
	if ("refusals" in answer) return { refusal: wordsOf(answer.refusals) };
	const { id, isPinned } = answer.data.repository?.issue ?? {};
	return typeof id === "string" ? { id, pinned: isPinned === true } : { refusal: "GitHub does not know the issue" };
}

/** What stays as it is however often it is asked; a limit passes and is thrown. */
function wordsOf(refusals: readonly Refusal[]): string {
	const [first] = refusals;
	if (first?.type === "RATE_LIMITED") throw refused("to pin the issue", refusals);
	return first?.message ?? "GitHub gives no reason";
}
