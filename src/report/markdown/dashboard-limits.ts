/** How much of each part of the dashboard issue is shown; what is least missed is given up first. */
export interface DashboardLimits {
	/** Metrics in the table of environments, and below it. */
	readonly metrics: number;
	readonly more: number;
	/** Of all models, the newest. */
	readonly moves: number;
	/** Rejected versions of one model, and waived gates of one environment. */
	readonly notes: number;
	/** Characters of a name, and of a reason. */
	readonly name: number;
	readonly words: number;
	/** Image digests, and the commit's subject beside the pull request. */
	readonly origins: boolean;
}

export const DASHBOARD_STEPS: readonly DashboardLimits[] = [
	{ metrics: 2, more: 20, moves: 10, notes: 10, name: 80, words: 300, origins: true },
	{ metrics: 2, more: 0, moves: 10, notes: 5, name: 60, words: 160, origins: true },
	{ metrics: 2, more: 0, moves: 5, notes: 3, name: 40, words: 80, origins: false },
	{ metrics: 0, more: 0, moves: 0, notes: 1, name: 30, words: 40, origins: false },
];
