/** What a metric was on the base branch, change by change. */
export interface MetricHistory {
	readonly file: string;
	readonly name: string;
	/** The oldest first; the last is what the pull request is compared with. */
	readonly points: readonly HistoryPoint[];
	/** With the pull request; null where it is no number. */
	readonly head: number | null;
}

export interface HistoryPoint {
	/** Full id of the commit of the base branch. */
	readonly commit: string;
	readonly value: number;
}
