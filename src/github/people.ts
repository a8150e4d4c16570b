import { isForbidden, isNotFound } from "./failures.ts";
import { PAGE_SIZE, type Wire } from "./wire.ts";

export type Permission = "admin" | "write" | "read" | "none";
export type ReactionContent = "+1" | "-1" | "eyes" | "rocket" | "confused" | "hooray" | "heart" | "laugh";

/** What an account may do in the repository. Whoever GitHub does not know, or will not tell of, may do nothing. */
export async function permission(wire: Wire, login: string): Promise<Permission> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ ...wire.at, username: login });
		return readPermission(data.permission);
	} catch (error) {
		if (isNotFound(error) || isForbidden(error)) return "none";
		throw error;
	}
}

function readPermission(text: string): Permission {
	return text === "admin" || text === "write" || text === "read" ? text : "none";
}

/** Reacts to a comment; GitHub keeps one of a kind from each account, so once more does no harm. Whether it was there already. */
export async function react(
	wire: Wire,
	at: { readonly comment: number; readonly content: ReactionContent },
): Promise<{ readonly existed: boolean }> {
	const client = await wire.client();
	const { status } = await client.rest.reactions.createForIssueComment({
		...wire.at,
		comment_id: at.comment,
		content: at.content,
		request: { repeatable: true },
	});
	return { existed: status === 200 };
}

/** Whether an account has reacted so to a comment. */
export async function hasReacted(
	wire: Wire,
	author: string,
	at: { readonly comment: number; readonly content: ReactionContent },
): Promise<boolean> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.reactions.listForIssueComment, {
		...wire.at,
		comment_id: at.comment,
		content: at.content,
		per_page: PAGE_SIZE,
	});
	return all.some(({ user, content }) => user?.login === author && content === at.content);
}
