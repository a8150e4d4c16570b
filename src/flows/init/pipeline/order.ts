import { isWithin } from "../../../kernel/index.ts";
import type { ProposedStage } from "./model.ts";

/** What people call the parts of a pipeline, first first. */
const USUAL =
	/(download|fetch|ingest|get|extract)|(clean|prepare|preprocess|process|split|transform|load)|(feat)|(train|fit|tune)|(eval|test|score|predict|infer)|(plot|report|visual|export)/i;

function madeBy(stage: ProposedStage): string[] {
	return [...stage.outs, ...stage.metrics].map(({ path }) => path);
}

/** Whether `later` reads what `earlier` writes. */
export function feeds(earlier: ProposedStage, later: ProposedStage): boolean {
	return madeBy(earlier).some((made) => later.deps.some(({ path }) => isWithin(path, made) || isWithin(made, path)));
}

/** Stages after those whose results they read, as usual otherwise. One in a circle goes on with a doubt. */
export function inOrder(stages: readonly ProposedStage[]): ProposedStage[] {
	const waiting = stages.toSorted((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
	const ordered: ProposedStage[] = [];
	while (waiting.length > 0) {
		const at = waiting.findIndex((stage) => !waiting.some((other) => other !== stage && feeds(other, stage)));
		const [next] = waiting.splice(Math.max(0, at), 1);
		if (next === undefined) break;
		ordered.push(at >= 0 ? next : { ...next, doubts: [...next.doubts, "reads what a later one writes: a circle"] });
	}
	return ordered;
}

function rank({ name, file }: ProposedStage): number {
	const groups = USUAL.exec(`${name} ${file}`);
	const number = /(?:^|\/)(\d+)[^/]*$/.exec(file)?.[1];
	if (number !== undefined) return Number(number) / 1000;
	return groups === null ? 9 : groups.slice(1).findIndex((group) => group !== undefined) + 1;
}

/** Those of the wanted stages that can run: what they read is there, or made by one that is among them. The others, with what they lack. */
export function runnable(
	stages: readonly ProposedStage[],
	wanted: (stage: ProposedStage) => boolean,
	isThere: (path: string) => boolean,
): { readonly chosen: ReadonlySet<ProposedStage>; readonly lacking: ReadonlyMap<ProposedStage, string> } {
	const chosen = new Set<ProposedStage>();
	const lacking = new Map<ProposedStage, string>();
	for (const stage of stages) {
		if (!wanted(stage)) continue;
		const lost = stage.deps.find(({ path }) => {
			const maker = stages.find(
				(other) => other !== stage && madeBy(other).some((made) => isWithin(path, made) || isWithin(made, path)),
			);
			return maker !== undefined && !chosen.has(maker) && !isThere(path);
		});
		if (lost === undefined) chosen.add(stage);
		else lacking.set(stage, `reads ${lost.path}, whose stage is left out`);
	}
	return { chosen, lacking };
}
