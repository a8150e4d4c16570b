import { parse, TomlDate, TomlError } from "smol-toml";
import { isList, isMapping, type Place, type Value } from "../kernel/index.ts";
import { MAX_DEPTH, MAX_TEXT } from "./limits.ts";
import type { Node } from "./node.ts";
import { complain, Located, type Source } from "./place.ts";
import { tooLarge } from "./yaml.ts";

/**
 * Reads TOML; integers are bigints, floats numbers, dates and times timestamps. Every node's place is the start of the file,
 * because the TOML parser gives none. Failures: `toml-syntax` (with its place), `too-large`.
 */
export function parseToml(text: string, file: string): Node {
	if (text.length > MAX_TEXT) throw tooLarge(text.length, file);
	const source = { file, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
	return nodeOf(fromToml(readTable(source)), new Located(source, 1, 1));
}

function readTable(source: Source): unknown {
	try {
		return parse(source.text, { integersAsBigInt: true, maxDepth: MAX_DEPTH });
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const [first = "not valid TOML"] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
		throw complain(new Located(source, error.line, error.column), "toml-syntax", first);
	}
}

function fromToml(raw: unknown): Value {
	if (typeof raw === "boolean" || typeof raw === "bigint" || typeof raw === "number" || typeof raw === "string")
		return raw;
	if (raw instanceof TomlDate) return { timestamp: raw.toISOString() };
	if (Array.isArray(raw)) return raw.map(fromToml);
	if (typeof raw === "object" && raw !== null) {
		return new Map(Object.entries(raw).map(([key, value]) => [key, fromToml(value)]));
	}
	throw new TypeError(`TOML does not know ${typeof raw}`);
}

/** A plain value as a node that stands at one place. */
export function nodeOf(value: Value, at: Place): Node {
	if (isList(value)) return { kind: "list", at, items: value.map((item) => nodeOf(item, at)) };
	if (isMapping(value)) {
		const entries = [...value].map(([key, item]) => ({ key, keyAt: at, value: nodeOf(item, at) }));
		return { kind: "map", at, entries };
	}
	return { kind: "scalar", at, value };
}
