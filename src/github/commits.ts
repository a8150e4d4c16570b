import { Failure, infrastructure } from "../kernel/index.ts";
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
		const refusals = refusalsOf(error);
		if (refusals.some(({ type }) => type === "STALE_DATA" || type === "NOT_FOUND")) return null;
		throw refusals.length === 0 ? error : refused(refusals, error);
	}
}

interface Refusal {
	readonly type?: string;
	readonly message?: string;
}

/** GraphQL says no with the status 200, and Octokit throws it as an error of its own. */
function refusalsOf(error: unknown): readonly Refusal[] {
	if (error instanceof Failure) return [];
	const { errors } = (error ?? {}) as { errors?: unknown };
	return Array.isArray(errors) ? (errors as Refusal[]) : [];
}

function refused(refusals: readonly Refusal[], cause: unknown): Failure {
	const [{ type, message = "no reason given" } = {}] = refusals;
	const forbidden = type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES";
	return infrastructure(
		forbidden ? "github-permission-missing" : "github-refused",
		`GitHub refused the commit: ${message}`,
		{ cause, ...(forbidden ? { hint: "give the job `contents: write` under `permissions:` in the workflow" } : {}) },
	);
}
