import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";

/** The texts of a mapping that are to change, by key; null: the key goes. */
export type Settings = Readonly<Record<string, string | null>>;

/**
 * Changes a few texts of a YAML file and leaves every other character as it is; only what cannot be done in place (a key
 * goes from between braces, or from behind a dash) makes the file be written anew, comments and order kept. `at` leads to a mapping: keys, and
 * the numbers of items. Null where no mapping lies there.
 */
export function editYaml(text: string, at: readonly (string | number)[], settings: Settings): string | null {
	let edited = text;
	for (const [key, value] of Object.entries(settings)) {
		const document = parseDocument(edited, { keepSourceTokens: true });
		const map = document.getIn(at, true);
		if (document.errors.length > 0 || !isMap(map)) return null;
		edited = inPlace(edited, map, { key, value }) ?? anew(document, map, { key, value });
	}
	return edited;
}

/** Adds an item to a list at the top, which is made at the end of the file where it is not there. */
export function addToYaml(text: string, list: string, item: Readonly<Record<string, string>>): string {
	const document = parseDocument(text, { keepSourceTokens: true });
	if (document.has(list)) {
		document.addIn([list], document.createNode(item));
		return drawn(document);
	}
	const lines = Object.entries(item).map(([key, value]) => `${key}: ${written(value)}`);
	const end = text === "" || text.endsWith("\n") ? text : `${text}\n`;
	return `${end}${list}:\n- ${lines.join("\n  ")}\n`;
}

interface Setting {
	readonly key: string;
	readonly value: string | null;
}

function inPlace(text: string, map: YAMLMap, { key, value }: Setting): string | null {
	const pair = pairOf(map, key);
	if (value === null) return pair === undefined ? text : withoutLine(text, map, pair);
	if (pair === undefined) return withLine(text, map, `${key}: ${written(value)}`);
	const found: unknown = pair.value;
	if (!isScalar(found) || found.range == null || found.type?.startsWith("BLOCK") === true) return null;
	if (found.value === value) return text;
	const [start, end] = found.range;
	return start === end ? null : `${text.slice(0, start)}${written(value)}${text.slice(end)}`;
}

/** The line after the mapping's last one, as far in as its keys. */
function withLine(text: string, map: YAMLMap, line: string): string | null {
	const last = map.items.at(-1);
	const start = startOf(last);
	if (map.flow === true || start === null || map.range == null) return null;
	const valueEnd = isScalar(last?.value) ? last.value.range?.[1] : map.range[1];
	const end = text.indexOf("\n", Math.max(start, (valueEnd ?? start) - (isScalar(last?.value) ? 0 : 1)));
	const indent = " ".repeat(start - lineStart(text, start));
	const ending = text.includes("\r\n") ? "\r\n" : "\n";
	const before = end < 0 ? `${text}${ending}` : text.slice(0, end + 1);
	return `${before}${indent}${line}${ending}${end < 0 ? "" : text.slice(end + 1)}`;
}

/** Only where the key has its lines to itself. */
function withoutLine(text: string, map: YAMLMap, pair: Pair): string | null {
	const start = startOf(pair);
	if (map.flow === true || start === null || !isScalar(pair.value) || pair.value.range == null) return null;
	const from = lineStart(text, start);
	if (text.slice(from, start).trim() !== "") return null;
	const end = text.indexOf("\n", pair.value.range[1]);
	return `${text.slice(0, from)}${end < 0 ? "" : text.slice(end + 1)}`;
}

function anew(document: Document.Parsed, map: YAMLMap, { key, value }: Setting): string {
	if (value === null) map.delete(key);
	else map.set(key, value);
	return drawn(document);
}

function drawn(document: Document.Parsed): string {
	return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
	return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function startOf(pair: Pair | undefined): number | null {
	return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Plain where every YAML reader takes it for the same text. */
function written(value: string): string {
	return /^[a-zA-Z][\w./:@-]*$/.test(value) && !/:$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
		? value
		: JSON.stringify(value);
}
