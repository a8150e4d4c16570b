import { type DAVResult, parseXML } from "webdav";
import { dateOf } from "./answers.ts";
import { isBlobName } from "./names.ts";

/** What PROPFIND asks for: nothing that a server would have to compute. */
export const PROPFIND_BODY =
	'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>';

export interface Entry {
	/** The path as the server names it, decoded, without a `/` at its end. */
	readonly path: string;
	readonly isFolder: boolean;
	/** Null where the server does not say. */
	readonly size: bigint | null;
	/** Null where the server does not say. */
	readonly modified: Date | null;
}

/** Reads a multistatus. Throws an `Error` for what is none. */
export async function parseEntries(xml: string): Promise<Entry[]> {
	const { multistatus } = await parseXML(xml, {
		attributeNamePrefix: "@",
		attributeParsers: [],
		tagParsers: [],
		// by default a thousand `&amp;` are one too many
		entityDecoder: { limit: {} },
	});
	return multistatus.response.map(readEntry).filter((entry) => entry !== null);
}

type Response = DAVResult["multistatus"]["response"][number];

function readEntry(response: Response): Entry | null {
	const properties = response.propstat?.prop;
	if (properties === undefined || response.href === undefined) return null;
	const { resourcetype, getcontentlength, getlastmodified } = properties;
	const size = String(getcontentlength ?? "");
	return {
		path: pathOf(response.href),
		isFolder: typeof resourcetype === "object" && resourcetype !== null && "collection" in resourcetype,
		size: /^\d+$/.test(size) ? BigInt(size) : null,
		modified: dateOf(String(getlastmodified ?? "")),
	};
}

/** An href is a path or a whole address; a server behind a proxy may name another host and prefix than we do. */
function pathOf(href: string): string {
	const path = href.replace(/^https?:\/\/[^/]*/i, "").replace(/\/+$/, "");
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The entries of a folder, by name, without the folder itself: the one that all others lie in. */
export function childrenOf(entries: readonly Entry[]): (Entry & { readonly name: string })[] {
	const self = entries.reduce<Entry | null>(
		(short, each) => (short === null || each.path.length < short.path.length ? each : short),
		null,
	);
	return entries
		.filter((entry) => entry !== self && entry.path.startsWith(`${self?.path}/`))
		.map((entry) => ({ ...entry, name: entry.path.slice((self?.path.length ?? 0) + 1) }))
		.filter(({ name }) => isBlobName(name));
}
