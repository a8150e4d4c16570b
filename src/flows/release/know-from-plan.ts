import type { GitTree } from "../../git/index.ts";
import { dumpPythonJson, joinPath, parentOf } from "../../kernel/index.ts";
import { type Project, type Stage, updateLock } from "../../manifest/index.ts";
import type { Plan, PlannedStage, Reason } from "../../plan/index.ts";
import type { Cache } from "../../store/index.ts";
import type { KnownResult, KnownTree } from "./known.ts";

/** A plan over a revision's tree, read as what is known there: every stage that would neither run nor wait has its result. */
export async function knowFromPlan(
	plan: Plan,
	{ project, cache, tree }: { readonly project: Project; readonly cache: Cache; readonly tree: GitTree },
): Promise<KnownTree> {
	const results = new Map<string, KnownResult>();
	const unknown = new Map<string, string[]>();
	for (const planned of plan.stages) {
		const { address } = planned.stage;
		const result = resultOf(planned);
		if (result === null) unknown.set(address, planned.why.map(inWords));
		else results.set(address, result);
	}
	return { project, cache, results, unknown, locks: await trueLocks(project.stages, results, tree) };
}

function resultOf({ action, result, source, stage }: PlannedStage): KnownResult | null {
	if (action === "frozen") return stage.lock === null ? null : { entry: stage.lock, source: "lock" };
	if (result === null || (action !== "none" && action !== "restore")) return null;
	return { entry: result, source: action === "none" ? "lock" : (source ?? "lock") };
}

/** The lock files as they would read had the results that the run cache knows been committed. */
async function trueLocks(
	stages: readonly Stage[],
	results: ReadonlyMap<string, KnownResult>,
	tree: GitTree,
): Promise<Map<string, Uint8Array>> {
	const texts = new Map<string, string | null>();
	for (const { address, file, name } of stages) {
		const result = results.get(address);
		if (name === null || result?.source !== "run-cache") continue;
		const lock = joinPath(parentOf(file), "dvc.lock");
		if (!texts.has(lock)) texts.set(lock, decoded(await tree.read(lock)));
		texts.set(lock, updateLock(texts.get(lock) ?? null, name, result.entry));
	}
	return new Map([...texts].flatMap(([path, text]) => (text === null ? [] : [[path, new TextEncoder().encode(text)]])));
}

function decoded(bytes: Uint8Array | null): string | null {
	return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** One reason as a sentence part: `params.yaml train.epochs: 20 → 40`. */
function inWords(reason: Reason): string {
	const { kind, path, change } = reason;
	switch (kind) {
		case "command":
			return "its command changed";
		case "parameter":
			return `${reason.file ?? "params.yaml"} ${reason.name ?? ""}${valuesOf(reason)}`.trim();
		case "dependency":
		case "output":
			return `${path ?? "a file"} ${change === "new" ? "is new" : change === "deleted" ? "is gone" : "changed"}`;
		case "never-run":
			return "it never ran";
		case "always":
			return "it always runs";
		case "upstream":
			return `after ${reason.stage ?? "another stage"}`;
		case "missing":
			return `${path ?? "something"} is missing and nothing makes it`;
	}
}

function valuesOf({ old, new: now }: Reason): string {
	const said = (value: Reason["old"]): string => (value === undefined ? "nothing" : dumpPythonJson(value));
	return old === undefined && now === undefined ? "" : `: ${said(old)} → ${said(now)}`;
}
