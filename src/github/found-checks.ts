import { PAGE_SIZE, type Wire } from "./wire.ts";

/** Slugs of the apps whose checks count; null where the token is of none. */
export type Author = readonly string[] | null;

/** The app whose tokens workflows get. */
const WORKFLOWS = "github-actions";

/** A check as readers of the pull see it. */
export interface SeenCheck {
	readonly startedAt: Date | null;
	/** Null while it is open. */
	readonly concludedAt: Date | null;
	readonly conclusion: string | null;
	/** What stands below its summary. */
	readonly text: string | null;
}

export interface CheckAt {
	readonly headSha: string;
	readonly name: string;
}

/**
 * The newest of a name on a commit. Whichever of the repository's workflows wrote it: their tokens are all those of GitHub's own
 * app. `by`: only what this account wrote counts.
 */
export async function lastCheck(
	wire: Wire,
	author: Author,
	{ by, ...at }: CheckAt & { readonly by?: string },
): Promise<SeenCheck | null> {
	const all = await ourChecks(wire, author === null ? null : [...author, WORKFLOWS], at);
	return all.find((check) => by === undefined || check.author === by)?.seen ?? null;
}

/** Names of our checks on a commit that are not concluded. */
export async function openChecks(wire: Wire, author: Author, headSha: string): Promise<string[]> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.checks.listForRef, {
		...wire.at,
		ref: headSha,
		filter: "all",
		per_page: PAGE_SIZE,
	});
	const ours = all.filter((check) => isOurs(check, author) && check.status !== "completed");
	return [...new Set(ours.map(({ name }) => name))];
}

export interface FoundCheck {
	readonly id: number;
	readonly url: string;
	readonly seen: SeenCheck;
	/** Login of the app that wrote it. */
	readonly author: string;
	readonly state: string;
	readonly annotations: number;
}

/** Ours of this name on this commit, newest first: a workflow's own jobs are check runs of the same app. */
export async function ourChecks(wire: Wire, author: Author, order: CheckAt): Promise<FoundCheck[]> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.checks.listForRef, {
		...wire.at,
		ref: order.headSha,
		check_name: order.name,
		filter: "all",
		per_page: PAGE_SIZE,
	});
	return all
		.filter((check) => isOurs(check, author))
		.map(found)
		.toSorted((a, b) => b.id - a.id);
}

/** Anybody with an app of his own can give a check our name and our id: the app is what GitHub vouches for. */
function isOurs({ name, external_id: id, app }: ByWhom, author: Author): boolean {
	return id === externalId(name) && (author === null || app?.slug === undefined || author.includes(app.slug));
}

export function externalId(name: string): string {
	return `mainline/${name}`;
}

interface ByWhom {
	readonly name: string;
	readonly external_id: string | null;
	readonly app: { readonly slug?: string } | null;
}

interface GitHubCheck {
	readonly id: number;
	readonly html_url: string | null;
	readonly details_url: string | null;
	readonly status: string;
	readonly conclusion: string | null;
	readonly started_at: string | null;
	readonly completed_at: string | null;
	readonly app: { readonly slug?: string } | null;
	readonly output: {
		readonly title: string | null;
		readonly summary: string | null;
		readonly text: string | null;
		readonly annotations_count: number;
	};
}

export function found(check: GitHubCheck): FoundCheck {
	const { title, summary, text } = check.output;
	return {
		id: check.id,
		url: check.html_url ?? "",
		seen: {
			startedAt: check.started_at === null ? null : new Date(check.started_at),
			concludedAt: check.completed_at === null ? null : new Date(check.completed_at),
			conclusion: check.conclusion,
			text,
		},
		author: `${check.app?.slug ?? ""}[bot]`,
		annotations: check.output.annotations_count,
		state: stateOf({ status: check.status, conclusion: check.conclusion, output: { title, summary, text } }),
	};
}

interface CheckState {
	readonly status: string;
	readonly conclusion?: string | null;
	readonly output: { readonly title: string | null; readonly summary: string | null; readonly text?: string | null };
}

export function stateOf(state: CheckState): string {
	const { title, summary, text } = state.output;
	return JSON.stringify([state.status, state.conclusion ?? null, title, summary, text ?? null]);
}
