import { repositoryPage } from "../answers/repository.ts";
import { type Answer, type Call, viewerOf } from "../call.ts";
import { admitTo, answerField, GraphqlError, invalidVariable, seenRepository } from "../graphql.ts";
import { personOf } from "../pulls.ts";
import { refsChanged } from "../pushes.ts";
import type { Repository } from "../state.ts";
import { treeWith } from "../trees.ts";

/** `CreateCommitOnBranchInput`, as far as it is served: branches go by their names only. */
interface CommitInput {
	readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
	readonly expectedHeadOid: string;
	readonly message: { readonly headline: string; readonly body?: string | null };
	readonly fileChanges?: {
		readonly additions?: readonly { readonly path: string; readonly contents: string }[];
		readonly deletions?: readonly { readonly path: string }[];
	} | null;
}

/** The mutation `createCommitOnBranch`, with the fields of the commit that were asked for. */
export function commitByGraphql(
	call: Call,
	{ input, fields }: { input: unknown; fields: readonly string[] },
): Promise<Answer> | Answer {
	if (!isInput(input)) return invalidVariable("input", "CreateCommitOnBranchInput!");
	return answerField("createCommitOnBranch", async () => {
		const repository = seenRepository(call, input.branch.repositoryNameWithOwner);
		admitTo(call, repository, "contents=write");
		const oid = await commitOnBranch(call, repository, input);
		const commit: Record<string, string> = { oid, url: `${repositoryPage(call.hub, repository)}/commit/${oid}` };
		return { commit: Object.fromEntries(fields.map((field) => [field, commit[field]])) };
	});
}

function isInput(value: unknown): value is CommitInput {
	const { branch, expectedHeadOid, message } = (value ?? {}) as Partial<CommitInput>;
	return [branch?.repositoryNameWithOwner, branch?.branchName, expectedHeadOid, message?.headline].every(
		(each) => typeof each === "string",
	);
}

/** One commit on the tip that the caller has seen, by the token's login; the push that it is gets told. */
async function commitOnBranch(call: Call, repository: Repository, input: CommitInput): Promise<string> {
	const bare = call.hub.bare(repository);
	const ref = `refs/heads/${input.branch.branchName}`;
	const tip = await bare.branch(input.branch.branchName);
	if (tip === null) throw new GraphqlError("NOT_FOUND", `Could not resolve to a Ref with the name '${ref}'.`);
	if (tip !== input.expectedHeadOid) {
		const message = `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`;
		throw new GraphqlError("STALE_DATA", message);
	}
	const sender = viewerOf(call).login;
	const { headline, body } = input.message;
	const sha = await bare.commitTree(await treeWith(bare, tip, await changesOf(call, repository, input)), {
		parents: [tip],
		message: (body ?? "") === "" ? `${headline}\n` : `${headline}\n\n${body}\n`,
		as: personOf(call.hub, sender),
	});
	await bare.setRef(ref, sha);
	const startsWorkflows = call.token?.kind !== "actions";
	await refsChanged(call.hub, { repository, sender, startsWorkflows }, [{ ref, before: tip, after: sha }]);
	return sha;
}

/** Entries of the tree by path. The mutation knows no modes: all that it writes are plain files. */
async function changesOf(
	call: Call,
	repository: Repository,
	{ fileChanges, expectedHeadOid }: CommitInput,
): Promise<Map<string, string | null>> {
	const bare = call.hub.bare(repository);
	const changes = new Map<string, string | null>();
	for (const { path } of fileChanges?.deletions ?? []) {
		if ((await bare.tryGit(["cat-file", "-e", `${expectedHeadOid}:${path}`])) === null) {
			const message = `A path was requested for deletion which does not exist as of commit oid \`${expectedHeadOid}\``;
			throw new GraphqlError("NOT_FOUND", message);
		}
		changes.set(path, null);
	}
	for (const { path, contents } of fileChanges?.additions ?? []) {
		changes.set(path, `100644 blob ${await bare.writeBlob(Buffer.from(contents, "base64"))}`);
	}
	return changes;
}
