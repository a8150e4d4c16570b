import { isMapping, type Value } from "../kernel/index.ts";
import { emitYaml, parseYaml, toValue } from "../source/index.ts";
import { atTheEnd, entered, lockToValue, updateLock } from "./lock.ts";
import type { LockEntry } from "./model.ts";

/**
 * A dvc.lock that is updated stage by stage. Gives exactly what `updateLock` gives; where the file is in DVC's own hand, the
 * lines of each stage are kept apart, so that a thousand stages do not each parse and write a thousand entries.
 */
export class LockDraft {
	/** What was last read or written, in parts: null where that cannot be taken apart. */
	#known: { text: string; head: string; blocks: Map<string, string> } | null = null;

	update(oldText: string | null, stage: string, entry: LockEntry, newcomer = atTheEnd): string {
		if (this.#known === null || this.#known.text !== oldText) this.#known = apart(oldText);
		if (this.#known === null) return updateLock(oldText, stage, entry, newcomer);
		const { head } = this.#known;
		const blocks = entered(this.#known.blocks, [stage, blockOf(stage, lockToValue(entry))], newcomer);
		const text = head + [...blocks.values()].join("");
		this.#known = { text, head, blocks };
		return text;
	}
}

function apart(text: string | null): { text: string; head: string; blocks: Map<string, string> } | null {
	if (text === null || text === "") return null;
	const value = toValue(parseYaml(text, "dvc.lock"));
	const stages = isMapping(value) ? value.get("stages") : undefined;
	if (!isMapping(value) || stages === undefined || !isMapping(stages) || stages.size === 0) return null;
	// anything behind the stages, or in another hand, does not come out the same
	const before = [...value].filter(([key]) => key !== "stages");
	const head = `${before.length === 0 ? "" : emitYaml(new Map(before))}stages:\n`;
	if (!text.startsWith(head)) return null;
	const written = linesOfStages(text.slice(head.length));
	if (written.length !== stages.size) return null;
	const blocks = new Map<string, string>();
	for (const [index, [key, entry]] of [...stages].entries()) {
		const [name, block = ""] = [String(key), written[index]];
		if (!isPlainBlock(block, name) && blockOf(name, entry) !== block) return null;
		blocks.set(name, block);
	}
	return { text, head, blocks };
}

/** Cut before each line that is indented as the name of a stage is. */
function linesOfStages(text: string): string[] {
	return text.split(/^(?= {2}\S)/m);
}

/** The lines of one stage, as they stand below `stages:`. */
function blockOf(name: string, value: Value): string {
	return emitYaml(new Map([["stages", new Map([[name, value]])]])).slice("stages:\n".length);
}

/** A word that is no number, no truth and nothing else than a text. */
const WORD = "[A-Za-z_/][A-Za-z0-9_/.@-]{5,}";
/** Several of any kind. */
const WORDS = "[A-Za-z_/][A-Za-z0-9_/.@=-]*(?: [A-Za-z0-9_/.@=-]+)+";
const NUMBER = "(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
/** With a letter that no number has, or it would need quotes. */
const DIGEST = "(?=[0-9a-f]*[a-df])[0-9a-f]{32}(?:\\.dir)?";
/** Too short to be folded. */
const PLAIN_LINE = new RegExp(
	`(?=.{0,78}$)(?: {4}cmd: (?:${WORD}|${WORDS})| {4}(?:deps|params|outs):| {4}- path: ${WORD}| {6}hash: md5| {6}md5: ${DIGEST}` +
		`| {6}(?:size|nfiles): (?:0|[1-9][0-9]*)| {6}isexec: true| {6}${WORD}:| {8}${WORD}: (?:${WORD}|${WORDS}|${NUMBER}))\n`,
	"my",
);

const DEEPER_THAN_NEEDED = /^( *)\S.*:\n\1 {3}/m;

/** Whether these lines are surely what `blockOf` gives for what they say: for most it need not be asked. */
function isPlainBlock(block: string, name: string): boolean {
	const first = `  ${name}:\n`;
	if (!/^[A-Za-z][A-Za-z0-9_@-]*[0-9@_-][A-Za-z0-9_@-]*$|^[A-Za-z_]{6,}$/.test(name) || !block.startsWith(first))
		return false;
	if (DEEPER_THAN_NEEDED.test(block)) return false;
	PLAIN_LINE.lastIndex = first.length;
	while (PLAIN_LINE.lastIndex < block.length) if (!PLAIN_LINE.test(block)) return false;
	return true;
}
