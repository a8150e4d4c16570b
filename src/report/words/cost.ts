import { formatSeconds } from "../../compare/index.ts";
import type { ExpectedCost, PlanDocument } from "../documents/index.ts";

/**
 * What the stages that would run, and those that may follow, are expected to take by their earlier runs; null where none of
 * them ever ran. GPU-hours are those of the stages that say how many GPUs they take.
 */
export function expectedCost(stages: PlanDocument["stages"]): ExpectedCost | null {
	const due = stages.filter(({ action }) => action === "run" || action === "maybe");
	const timed = due.flatMap((stage) => (stage.seconds === undefined ? [] : [{ ...stage, seconds: stage.seconds }]));
	if (timed.length === 0) return null;
	const onGpus = timed.filter(({ gpus }) => gpus !== undefined);
	const gpuSeconds = sum(onGpus, ({ seconds, gpus }) => seconds * (gpus ?? 0));
	return {
		seconds: sum(timed, ({ seconds }) => seconds),
		range: [
			sum(timed, ({ action, range, seconds }) => (action === "maybe" ? 0 : (range?.[0] ?? seconds))),
			sum(timed, ({ range, seconds }) => range?.[1] ?? seconds),
		],
		...(gpuSeconds > 0 ? { gpuHours: gpuSeconds / 3600 } : {}),
		stages: due.length,
		timed: timed.length,
		onGpus: onGpus.length,
	};
}

/** `: about 14 min and 0.2 GPU-hours (last runs: 12–17 min)`, as far as it is known. */
export function costText(stages: PlanDocument["stages"]): string {
	const cost = expectedCost(stages);
	if (cost === null) return "";
	const whole = cost.timed === cost.stages;
	return `: ${whole ? "about" : "at least"} ${formatSeconds(cost.seconds)}${gpuText(cost)}${spread(cost)}`;
}

function gpuText({ gpuHours, timed, stages, onGpus }: ExpectedCost): string {
	if (gpuHours === undefined) return "";
	const least = timed === stages && onGpus < timed ? "at least " : "";
	return ` and ${least}${formatGpuHours(gpuHours)}`;
}

/** `0.2 GPU-hours`, `under 0.1 GPU-hours`, `12 GPU-hours`. */
export function formatGpuHours(hours: number): string {
	if (hours < 0.1) return "under 0.1 GPU-hours";
	const shown = hours < 9.95 ? hours.toFixed(1).replace(".0", "") : String(Math.round(hours));
	return `${shown} ${shown === "1" ? "GPU-hour" : "GPU-hours"}`;
}

function spread({ range: [low, high] }: ExpectedCost): string {
	const [from, to] = [formatSeconds(low), formatSeconds(high)];
	if (from === to) return "";
	const sameUnit = from.split(" ").length === 2 && from.split(" ")[1] === to.split(" ")[1];
	return ` (last runs: ${sameUnit ? from.split(" ")[0] : from}–${to})`;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
	return items.reduce((total, item) => total + of(item), 0);
}
