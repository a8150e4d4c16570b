import { parseSha256 } from "../kernel/index.ts";
import type { TagMessage, Trailers } from "./history.ts";

/** Written once for each of their values. */
const MANY = ["waived", "metrics", "gates", "pulls", "approved"] as const;
type Many = (typeof MANY)[number];
type Name = Exclude<keyof Trailers, Many>;

/** In the order in which they are written. */
const KEYS: readonly (readonly [Name | Many, string])[] = [
	["image", "Image"],
	["digest", "Digest"],
	["content", "Content"],
	["model", "Model"],
	["lock", "Lock"],
	["environment", "Environment"],
	["source", "Source"],
	["hold", "Hold"],
	["rejects", "Rejects"],
	["lifts", "Lifts"],
	["waived", "Waived"],
	["metrics", "Metric"],
	["gates", "Gate"],
	["pulls", "Pull"],
	["approved", "Approved"],
	["golden", "Golden"],
	["took", "Took"],
	["reason", "Reason"],
	["main", "Main"],
	["by", "By"],
	["team", "Team"],
	["run", "Run"],
];
const BY_KEY = new Map(KEYS.map(([name, key]) => [key.toLowerCase(), name]));
const LINE = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*)$/;

/**
 * The text of a tag's message: a line for people, an empty line, `Key: value` lines. Every value is one line (line
 * breaks and control characters in it become spaces), so that a reason cannot bring a trailer of its own.
 */
export function tagMessage(summary: string, trailers: Trailers): string {
	const lines = KEYS.flatMap(([name, key]) => {
		const values = [trailers[name] ?? []].flat();
		return values.map((value) => `${key}: ${oneLine(value)}`);
	});
	const head = oneLine(summary);
	return lines.length === 0 ? `${head}\n` : `${head}\n\n${lines.join("\n")}\n`;
}

/**
 * Reads a message written by us, by GTO or by hand. Trailers are the last paragraph only, the first line never is one;
 * unknown keys are passed over, the first of two equal keys counts (but for those of which there may be several), a digest that
 * is none is dropped.
 */
export function parseTagMessage(message: string): TagMessage {
	const paragraphs = withoutSignature(message)
		.replace(/\r\n?/g, "\n")
		.trim()
		.split(/\n[ \t]*\n+/);
	const [first = ""] = paragraphs;
	const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? "") : "";
	return { summary: first.split("\n")[0] ?? "", trailers: parseTrailers(last) };
}

function parseTrailers(paragraph: string): Trailers {
	const found = new Map<Name, string>();
	const lists = new Map<Many, string[]>(MANY.map((name) => [name, []]));
	for (const line of paragraph.split("\n")) {
		const [, key = "", value = ""] = LINE.exec(line) ?? [];
		const name = BY_KEY.get(key.toLowerCase());
		if (name === undefined || value.trim() === "") continue;
		if (isMany(name)) lists.get(name)?.push(value.trim());
		else if (!found.has(name)) found.set(name, value.trim());
	}
	const digest = parseSha256(found.get("digest") ?? "");
	const content = parseSha256(found.get("content") ?? "");
	found.delete("digest");
	found.delete("content");
	return {
		...Object.fromEntries(found),
		...(digest && { digest }),
		...(content && { content }),
		...Object.fromEntries([...lists].filter(([, values]) => values.length > 0)),
	};
}

function isMany(name: Name | Many): name is Many {
	return MANY.some((many) => many === name);
}

/** A signed tag carries its signature at the end of the message. */
function withoutSignature(message: string): string {
	const at = message.search(/^-----BEGIN (PGP|SSH) SIGNATURE-----$/m);
	return at < 0 ? message : message.slice(0, at);
}

function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
