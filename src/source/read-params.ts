import { badInput } from "../kernel/index.ts";
import { parseJson } from "./json.ts";
import { MAX_TEXT } from "./limits.ts";
import type { Node } from "./node.ts";
import { Located } from "./place.ts";
import { parsePython } from "./python.ts";
import { nodeOf, parseToml } from "./toml.ts";
import { parseYaml, tooLarge } from "./yaml.ts";

/** Reads a file of parameters or metrics by its extension as DVC does: `.json`, `.toml`, `.py`, and YAML for every other one. */
export function readParams(bytes: Uint8Array, file: string): Node {
	const text = decodeUtf8(bytes, file);
	const extension = /\.[^./]+$/.exec(file)?.[0].toLowerCase();
	if (extension === ".json") return parseJson(text, file);
	if (extension === ".toml") return parseToml(text, file);
	if (extension === ".py") return nodeOf(parsePython(text, file), new Located({ file, text }, 1, 1));
	return parseYaml(text, file);
}

/** Failures `too-large`, and `not-utf8` with the place of the first bad byte. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
	if (bytes.length > MAX_TEXT) throw tooLarge(bytes.length, file);
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw badInput("not-utf8", `${file} is not UTF-8 text`, {
			at: { file, ...firstBadByte(bytes) },
			found: "a byte that is no part of a character",
			expected: "text in UTF-8",
			hint: "is it a binary file, or saved by an editor in another encoding?",
		});
	}
}

function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
	const lossy = new TextDecoder("utf-8").decode(bytes);
	const lines = lossy.slice(0, lossy.indexOf("\ufffd")).split("\n");
	return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
