import { askGraphql, refused } from "./graphql.ts";
import type { Wire } from "./wire.ts";

export interface CommitOrder {
	readonly branch: string;
	/** The branch's tip, as it was seen: where it has moved since, nothing is written. */
	readonly onto: string;
	readonly headline: string;
	readonly body: string;
	/** Path in the repository → content. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
	createCommitOnBranch(input: $input) { commit { oid } }
}`;

/**
 * One commit on a branch, made and signed by GitHub: it shows as verified, with the token's owner as its author. Null where
 * the branch has moved, or is gone. A call whose answer was lost is not made again: who asks looks at the branch first.
 */
export async function commitOnBranch(wire: Wire, order: CommitOrder): Promise<string | null> {
	const input = {
		branch: { repositoryNameWithOwner: `${wire.at.owner}/${wire.at.repo}`, branchName: order.branch },
		expectedHeadOid: order.onto,
		message: { headline: order.headline, body: order.body },
		fileChanges: {
			additions: [...order.files].map(([path, bytes]) => ({ path, contents: Buffer.from(bytes).toString("base64") })),
		},
	};
	const answer = await askGraphql<{ createCommitOnBranch?: { commit?: { oid?: unknown } } }>(wire, {
		text: MUTATION,
		variables: { input },
	});
	if ("refusals" in answer) {
		if (answer.refusals.some(({ type }) => type === "STALE_DATA" || type === "NOT_FOUND")) return null;
		throw refused("the commit", answer.refusals);
	}
	const oid = answer.data.createCommitOnBranch?.commit?.oid;
	return typeof oid === "string" ? oid : null;
}
