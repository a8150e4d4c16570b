import { formatSeconds } from "../../compare/index.ts";
import type { PlannedStageRow, RunStageRow } from "../documents/index.ts";

export interface TimeColumns {
	readonly header: readonly string[];
	/** A letter for each column, as `table` wants it. */
	readonly align: string;
	readonly cells: (stage: PlannedStageRow) => readonly string[];
}

/** What stages took, beside what was expected of them where earlier runs told it; each column only where it says something. */
export function timeColumns(stages: readonly PlannedStageRow[], ran: ReadonlyMap<string, RunStageRow>): TimeColumns {
	const expected = (stage: PlannedStageRow): string => {
		const runs = ran.get(stage.address)?.outcome === "executed" || stage.action === "run" || stage.action === "maybe";
		return runs && stage.seconds !== undefined ? formatSeconds(stage.seconds) : "";
	};
	const took = ({ address }: PlannedStageRow): string => {
		const result = ran.get(address);
		return result?.outcome === "executed" ? formatSeconds(result.seconds) : "";
	};
	const columns = [
		{ title: "Expected", cell: expected },
		{ title: "Took", cell: took },
	].filter(({ cell }) => stages.some((stage) => cell(stage) !== ""));
	return {
		header: columns.map(({ title }) => title),
		align: "r".repeat(columns.length),
		cells: (stage) => columns.map(({ cell }) => cell(stage)),
	};
}
