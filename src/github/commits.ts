import { Failure } from "../kernel/index.ts";
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
	const client = await wire.client();
	const input = {
		branch: { repositoryNameWithOwner: `${wire.at.owner}/${wire.at.repo}`, branchName: order.branch },
		expectedHeadOid: order.onto,
		message: { headline: order.headline, body: order.body },
		fileChanges: {
			additions: [...order.files].map(([path, bytes]) => ({ path, contents: Buffer.from(bytes).toString("base64") })),
		},
	};
	try {
		const answer: { createCommitOnBranch?: { commit?: { oid?: unknown } } } = await client.graphql(MUTATION, { input });
		const oid = answer.createCommitOnBranch?.commit?.oid;
		return typeof oid === "string" ? oid : null;
	} catch (error) {
		if (isStale(error)) return null;
		throw error;
	}
}

/** GraphQL's errors come with the status 200; the wire hands them on as they are. */
function isStale(error: unknown): boolean {
	const found = error instanceof Failure ? error.details.cause : error;
	const { errors = [] } = (found ?? {}) as { errors?: readonly { type?: string }[] };
	return errors.some(({ type }) => type === "STALE_DATA" || type === "NOT_FOUND");
}
