import type { MetricRow } from "./model.ts";
import { diffTables } from "./rows.ts";
import type { Side } from "./side.ts";
import { readMetrics } from "./tables.ts";

export interface Compared<Row> {
	readonly rows: readonly Row[];
	/** What could not be read, in sentences. */
	readonly problems: readonly string[];
}

/** What `dvc metrics diff --json` says of the two sides; every metric with `all`. */
export async function metricsDiff(base: Side, head: Side, all = false): Promise<Compared<MetricRow>> {
	const [old, now] = await Promise.all([readMetrics(base), readMetrics(head)]);
	return { rows: diffTables(old, now, all), problems: [...old.problems, ...now.problems] };
}
