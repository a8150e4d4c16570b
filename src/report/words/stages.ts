import { countOf, formatSeconds } from "../../compare/index.ts";
import type { PlanDocument, PlannedStageRow, RunDocument, RunStageRow } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { costText } from "./cost.ts";

/** `2 of 5 stages would run: about 14 min (last runs: 12–17 min)`. */
export function planHeadline({ stages }: PlanDocument): string {
	if (stages.length === 0) return "no stages: dvc.yaml holds none yet";
	const count = (action: PlannedStageRow["action"]): number => stages.filter((stage) => stage.action === action).length;
	const [run, maybe, restore, blocked] = [count("run"), count("maybe"), count("restore"), count("blocked")];
	const parts = [
		run > 0 ? `${run} of ${countOf(stages.length, "stage")} would run` : "",
		maybe > 0 ? `${maybe} may follow` : "",
		restore > 0 ? `${restore} would be restored` : "",
		blocked > 0 ? `${blocked} cannot run` : "",
	].filter((part) => part !== "");
	if (parts.length === 0)
		return stages.length === 1 ? "the stage is up to date" : `all ${countOf(stages.length, "stage")} are up to date`;
	return run > 0 || maybe === 0
		? `${parts.join(", ")}${costText(stages)}`
		: `${parts.join(", ")} of ${countOf(stages.length, "stage")}`;
}

/** `2 of 5 stages ran in 14 min`, with what failed first. */
export function runHeadline(run: RunDocument): string {
	const { stages, dry } = run;
	const of = (outcome: RunStageRow["outcome"]): RunStageRow[] => stages.filter((stage) => stage.outcome === outcome);
	const [failed, executed, restored, skipped] = [of("failed"), of("executed"), of("restored"), of("skipped")];
	const did = dry ? "would run" : "ran";
	const parts = [
		failed.length > 0 ? `${failed.map((stage) => clean(stage.address, 80)).join(", ")} failed` : "",
		executed.length > 0
			? `${executed.length} of ${countOf(stages.length, "stage")} ${did}${dry ? "" : ` in ${formatSeconds(runSeconds(run))}`}`
			: "",
		restored.length > 0 ? `${restored.length} ${dry ? "would be restored" : "restored"}` : "",
		skipped.length > 0 ? `${skipped.length} skipped` : "",
	].filter((part) => part !== "");
	return parts.length > 0 ? parts.join(", ") : `all ${countOf(stages.length, "stage")} are up to date`;
}

/** The same where the failure was said already: `stopped after 12 s, 1 skipped`. */
export function runWork(run: RunDocument): string {
	const failed = run.stages.filter((stage) => stage.outcome === "failed");
	if (failed.length === 0) return runHeadline(run);
	const skipped = run.stages.filter((stage) => stage.outcome === "skipped").length;
	return `stopped after ${formatSeconds(runSeconds(run))}${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function runSeconds({ stages, seconds }: RunDocument): number {
	return seconds ?? stages.reduce((sum, stage) => sum + stage.seconds, 0);
}

/** What a planned stage's line says besides its reasons. */
export function actionNote(stage: PlannedStageRow): string | null {
	switch (stage.action) {
		case "restore":
			return stage.source === "run-cache" ? "result known from an earlier run, will be restored" : "will be restored";
		case "maybe":
			return "only if what comes before changes";
		case "frozen":
			return "frozen";
		case "none":
		case "run":
		case "blocked":
			return null;
	}
}

/** What the command of a stage that would run runs in; null on the machine itself. */
export function containerNote({ action, container }: PlannedStageRow): string | null {
	if (container === undefined || (action !== "run" && action !== "maybe")) return null;
	if ("image" in container) return `in ${clean(container.image, 120)}`;
	const target = container.target === undefined ? "" : ` (${clean(container.target, 40)})`;
	return `in what ${clean(container.dockerfile, 120)}${target} makes`;
}

/** What became of a stage, in a few words. */
export function outcomeText(stage: RunStageRow): string {
	switch (stage.outcome) {
		case "executed":
			return `ran${stage.attempts === undefined ? "" : `, at the ${ordinal(stage.attempts)} attempt`}${housed(stage)}`;
		case "restored":
			return stage.source === "run-cache" ? "restored from an earlier run" : "restored";
		case "unchanged":
			return "unchanged";
		case "failed":
			return `failed${stage.attempts === undefined ? "" : ` ${stage.attempts} times`}: ${clean(stage.message ?? exitText(stage), 300)}`;
		case "skipped":
			return stage.after === undefined ? "skipped" : `skipped, ${clean(stage.after, 80)} failed`;
		case "frozen":
			return "frozen";
	}
}

function housed({ container }: RunStageRow): string {
	return container === undefined ? "" : ` in ${clean(container.image, 120)}`;
}

/** `2nd`, `3rd`, `11th`. */
function ordinal(count: number): string {
	const isTeen = count % 100 > 10 && count % 100 < 14;
	return `${count}${isTeen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th")}`;
}

function exitText({ exitCode }: RunStageRow): string {
	return exitCode == null ? "it was ended by a signal" : `its command ended with ${exitCode}`;
}
