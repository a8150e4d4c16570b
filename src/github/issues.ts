import { infrastructure } from "../kernel/index.ts";
import { asStored } from "./comments.ts";
import { createMissing } from "./once.ts";
import { pinIssue } from "./pins.ts";
import { PAGE_SIZE, pause, type Wire } from "./wire.ts";

export interface IssueOrder {
	/** Of a new one; people may change it. */
	readonly title: string;
	/** A line that no reader sees, `<!-- … -->`: the first of `body`. */
	readonly marker: string;
	readonly body: string;
}

export interface WrittenIssue {
	readonly number: number;
	readonly url: string;
	/** `closed`: somebody closed it, and it is left alone. */
	readonly action: "created" | "updated" | "unchanged" | "closed";
	/** Why a new one could not be pinned, in GitHub's words; null where it is, and later. */
	readonly unpinned: string | null;
}

interface FoundIssue {
	readonly number: number;
	readonly url: string;
	readonly body: string;
	readonly closed: boolean;
}

/** The last line of an issue until its pinning was tried: whoever is killed in between is not the last to try. */
const NEW = "<!-- not pinned yet -->";

/**
 * Writes the one issue of ours that carries the marker: found by author and marker over all pages, open and closed; made and
 * pinned when there is none, left alone when somebody closed it or nothing changed. Of several (two writers at once, an answer
 * lost) the oldest stays, and the others are closed. What was written is read back: GitHub answers an over-long text as if all
 * were well and keeps the old one. Failure `github-text-ignored` then.
 */
export async function upsertIssue(wire: Wire, author: string, order: IssueOrder): Promise<WrittenIssue> {
	if (!carries(order.body, order.marker)) throw new Error("the issue's body does not begin with its own marker");
	const before = await ourIssues(wire, author, order.marker);
	const created = before.length === 0;
	const [kept, ...others] = created ? await make(wire, author, order) : before;
	if (kept === undefined) throw new Error("an issue that was made is none");
	for (const other of others) await closeSecond(wire, other, kept);
	const { number, url } = kept;
	if (kept.closed) return { number, url, action: "closed", unpinned: null };
	const unpinned = kept.body.trimEnd().endsWith(NEW) ? await pinIssue(wire, number) : null;
	const same = asStored(kept.body) === asStored(order.body);
	if (!same) await rewrite(wire, number, order.body);
	return { number, url, action: created ? "created" : same ? "unchanged" : "updated", unpinned };
}

/** Ours with the marker, oldest first. */
async function ourIssues(wire: Wire, author: string, marker: string): Promise<FoundIssue[]> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.issues.listForRepo, {
		...wire.at,
		creator: author,
		state: "all",
		per_page: PAGE_SIZE,
	});
	return all
		.filter((one) => one.pull_request === undefined && one.user?.login === author && carries(one.body ?? "", marker))
		.map(readIssue)
		.toSorted((a, b) => a.number - b.number);
}

/** The first line, so that what a bot of the same account writes in others' words is not taken for it. */
function carries(body: string, marker: string): boolean {
	return body.split(/\r?\n/, 1)[0] === marker;
}

interface Answered {
	readonly number: number;
	readonly html_url: string;
	readonly body?: string | null | undefined;
	readonly state: string;
}

function readIssue({ number, html_url, body, state }: Answered): FoundIssue {
	return { number, url: html_url, body: body ?? "", closed: state === "closed" };
}

/** The new one, with what another writer made in the meantime; oldest first. */
async function make(wire: Wire, author: string, order: IssueOrder): Promise<FoundIssue[]> {
	const made = await createMissing(wire.clock, {
		find: async () => (await ourIssues(wire, author, order.marker))[0] ?? null,
		create: () => create(wire, order),
	});
	const after = await ourIssues(wire, author, order.marker);
	const known = after.some(({ number }) => number === made.number) ? after : [made, ...after];
	return known.toSorted((a, b) => a.number - b.number);
}

async function create(wire: Wire, { title, body }: IssueOrder): Promise<FoundIssue> {
	const client = await wire.client();
	const text = `${body.trimEnd()}\n\n${NEW}\n`;
	const { data } = await client.rest.issues.create({ ...wire.at, title, body: text });
	return readIssue(data);
}

/** With its marker gone it is never ours again. */
async function closeSecond(wire: Wire, second: FoundIssue, kept: FoundIssue): Promise<void> {
	const client = await wire.client();
	await client.rest.issues.update({
		...wire.at,
		issue_number: second.number,
		state: "closed",
		state_reason: "not_planned",
		body: `Two jobs began this at once: ${kept.url} is the one that is kept up to date.\n`,
	});
}

async function rewrite(wire: Wire, number: number, body: string): Promise<void> {
	const client = await wire.client();
	const at = { ...wire.at, issue_number: number };
	await client.rest.issues.update({ ...at, body });
	for (const attempt of [1, 2]) {
		const { data } = await client.rest.issues.get(at);
		if (asStored(data.body ?? "") === asStored(body)) return;
		// a read may come too early
		if (attempt === 1) await wire.clock.sleep(pause(attempt));
	}
	throw infrastructure("github-text-ignored", `GitHub kept the old text of issue ${number}, and said nothing of it`, {
		hint: "it does so where a text is too long for it, or another job wrote at the same time; the next run writes it again",
	});
}
