import { isNotFound } from "./failures.ts";
import { createMissing } from "./once.ts";
import { PAGE_SIZE, type Wire } from "./wire.ts";

export interface CommentOrder {
	/** Number of the issue or pull. */
	readonly issue: number;
	/** A line that no reader sees, `<!-- … -->`; it stands in `body` as a line of its own. */
	readonly marker: string;
	readonly body: string;
}

export interface WrittenComment {
	readonly id: number;
	readonly url: string;
	readonly action: "created" | "updated" | "unchanged";
}

export interface FoundComment {
	readonly id: number;
	readonly url: string;
	readonly body: string;
}

/**
 * Writes the one comment of ours that carries the marker: found by author and marker over all pages, made when there
 * is none, left alone when nothing changed. Several (two writers at once, an answer lost and a read that came too
 * early) become one again: the oldest stays, because links to it are about, and is right before the others go.
 */
export async function upsertComment(wire: Wire, author: string, order: CommentOrder): Promise<WrittenComment> {
	if (!carries(order.body, order.marker)) throw new Error("the comment's body lacks its own marker");
	const before = await ourComments(wire, author, order);
	if (before.length > 0) return settle(wire, order, { comments: before, created: false });
	const thing = await createMissing(wire.clock, {
		find: async () => (await ourComments(wire, author, order))[0] ?? null,
		create: () => create(wire, order),
	});
	const after = await ourComments(wire, author, order);
	const known = after.some((comment) => comment.id === thing.id) ? after : [thing, ...after];
	return settle(wire, order, { comments: known.toSorted((a, b) => a.id - b.id), created: true });
}

/** Ours with the marker, oldest first. */
export async function ourComments(
	wire: Wire,
	author: string,
	at: { readonly issue: number; readonly marker: string },
): Promise<FoundComment[]> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.issues.listComments, {
		...wire.at,
		issue_number: at.issue,
		per_page: PAGE_SIZE,
	});
	return all
		.filter((comment) => comment.user?.login === author && carries(comment.body ?? "", at.marker))
		.map((comment) => ({ id: comment.id, url: comment.html_url, body: comment.body ?? "" }))
		.toSorted((a, b) => a.id - b.id);
}

/** A line of its own, so that a comment which quotes ours is not taken for it. */
function carries(body: string, marker: string): boolean {
	return body.split(/\r?\n/).includes(marker);
}

async function create(wire: Wire, order: CommentOrder): Promise<FoundComment> {
	const client = await wire.client();
	const { data } = await client.rest.issues.createComment({ ...wire.at, issue_number: order.issue, body: order.body });
	return { id: data.id, url: data.html_url, body: data.body ?? order.body };
}

async function settle(
	wire: Wire,
	order: CommentOrder,
	at: { readonly comments: readonly FoundComment[]; readonly created: boolean },
): Promise<WrittenComment> {
	const [kept, ...others] = at.comments;
	if (kept === undefined) throw new Error("settle() needs a comment");
	const same = asStored(kept.body) === asStored(order.body);
	if (!same) await update(wire, kept.id, order.body);
	for (const other of others) await remove(wire, other.id);
	const action = at.created ? "created" : same ? "unchanged" : "updated";
	return { id: kept.id, url: kept.url, action };
}

/** GitHub may store other line ends than it was sent, and no space at the end. */
export function asStored(body: string): string {
	return body.replaceAll("\r\n", "\n").trimEnd();
}

async function update(wire: Wire, id: number, body: string): Promise<void> {
	const client = await wire.client();
	await client.rest.issues.updateComment({ ...wire.at, comment_id: id, body });
}

async function remove(wire: Wire, id: number): Promise<void> {
	const client = await wire.client();
	try {
		await client.rest.issues.deleteComment({ ...wire.at, comment_id: id });
	} catch (error) {
		// someone else healed it, or an answer was lost: gone is gone
		if (!isNotFound(error)) throw error;
	}
}
