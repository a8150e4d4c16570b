import type { Answer, Call } from "./call.ts";

const DEFAULT_PAGE = 30;
const LARGEST_PAGE = 100;

/** One page of `items` with GitHub's `Link` header; the caller renders only what is shown. */
export async function page<T>(call: Call, items: readonly T[], render: (item: T) => unknown): Promise<Answer> {
	const { shown, headers } = cut(call, items);
	return { status: 200, body: await Promise.all(shown.map(render)), headers };
}

/** The same for the lists that come inside an object with a count. */
export async function countedPage<T>(
	call: Call,
	name: string,
	list: { items: readonly T[]; render: (item: T) => unknown },
): Promise<Answer> {
	const { shown, headers } = cut(call, list.items);
	const body = { total_count: list.items.length, [name]: await Promise.all(shown.map(list.render)) };
	return { status: 200, body, headers };
}

function cut<T>(call: Call, items: readonly T[]): { shown: readonly T[]; headers: Record<string, string> } {
	const size = Math.min(LARGEST_PAGE, positive(call.query.get("per_page"), DEFAULT_PAGE));
	const number = positive(call.query.get("page"), 1);
	const last = Math.max(1, Math.ceil(items.length / size));
	const shown = items.slice((number - 1) * size, number * size);
	const links: string[] = [];
	const link = (rel: string, target: number): void => {
		const query = new URLSearchParams(call.query);
		query.set("page", String(target));
		links.push(`<${call.hub.apiUrl}${call.path}?${query.toString()}>; rel="${rel}"`);
	};
	if (number > 1) link("prev", Math.min(number - 1, last));
	if (number < last) link("next", number + 1);
	if (number < last) link("last", last);
	if (number > 1) link("first", 1);
	return { shown, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}

function positive(text: string | null, otherwise: number): number {
	const value = Number(text);
	return Number.isInteger(value) && value > 0 ? value : otherwise;
}
