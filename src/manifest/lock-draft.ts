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
	const blocks = new Map([...stages].map(([name, entry]) => [String(name), blockOf(String(name), entry)]));
	// anything behind the stages, or in another hand, does not come out the same
	const before = [...value].filter(([key]) => key !== "stages");
	const head = `${before.length === 0 ? "" : emitYaml(new Map(before))}stages:\n`;
	return head + [...blocks.values()].join("") === text ? { text, head, blocks } : null;
}

/** The lines of one stage, as they stand below `stages:`. */
function blockOf(name: string, value: Value): string {
	return emitYaml(new Map([["stages", new Map([[name, value]])]])).slice("stages:\n".length);
}
