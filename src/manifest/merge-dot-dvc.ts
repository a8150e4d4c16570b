import { isMapping, type Key, type Mapping, type Value } from "../kernel/index.ts";
import { parseYaml, toValue } from "../source/index.ts";
import { readDotDvc } from "./dot-dvc.ts";
import { updateDotDvc } from "./dot-dvc-text.ts";
import type { Recorded } from "./model.ts";
import { at, keysOf, type Sides, threeWay } from "./three-way.ts";

/** Brings two changed contents of one output together; null where they cannot be. */
export type MergeContent = (sides: Sides<Recorded>) => Promise<Recorded | null>;

/**
 * A `.dvc` file merged output by output: `mergeContent` is asked for those that both sides changed. Null when it must be
 * settled by hand: an output of which it knows no common content, other outputs on both sides, other keys changed on both.
 */
export async function mergeDotDvc(texts: Sides<string>, mergeContent: MergeContent): Promise<string | null> {
	const files = { base: read(texts.base), ours: read(texts.ours), theirs: read(texts.theirs) };
	if (files.base === null || files.ours === null || files.theirs === null) return null;
	const { base, ours, theirs } = files;
	if (!sameBeside({ base: base.beside, ours: ours.beside, theirs: theirs.beside })) return null;
	const outs: Recorded[] = [];
	for (const [index, out] of ours.outs.entries()) {
		const [before, other] = [base.outs[index], theirs.outs[index]];
		if (before?.path !== out.path || other?.path !== out.path) return null;
		const merged = await mergeOutput({ base: before, ours: out, theirs: other }, mergeContent);
		if (merged === null) return null;
		outs.push(merged);
	}
	return theirs.outs.length === outs.length ? updateDotDvc(texts.ours, { deps: [], outs }) : null;
}

async function mergeOutput(sides: Sides<Recorded>, mergeContent: MergeContent): Promise<Recorded | null> {
	const { base, ours, theirs } = sides;
	if (ours.oid === theirs.oid || base.oid === theirs.oid) return ours;
	return base.oid === ours.oid ? theirs : mergeContent(sides);
}

/** Everything but the outputs must be what ours says: their side either left it alone or says the same. */
function sameBeside(sides: Sides<Mapping>): boolean {
	return keysOf(sides).every((key) => {
		const result = threeWay(at(sides, key));
		return result.kind === "merged" && result.value === sides.ours.get(key);
	});
}

function read(text: string): { beside: Mapping; outs: readonly Recorded[] } | null {
	const value = toValue(parseYaml(text, ".dvc"));
	if (!isMapping(value)) return null;
	const beside = new Map<Key, Value>([...value].filter(([key]) => key !== "outs" && key !== "md5"));
	const { lock } = readDotDvc(Buffer.from(text), "file.dvc", null);
	return lock === null ? null : { beside, outs: lock.outs };
}
