/** How much of each part is shown. Each step gives up what is least missed; a verdict is never given up. */
export interface Limits {
	readonly gates: number;
	/** Models whose golden requests are shown. */
	readonly golden: number;
	/** Metrics that moved, where no gate looks at them. */
	readonly metrics: number;
	/** Metrics whose history is shown, and those of them that get a chart: the first to be given up. */
	readonly history: number;
	readonly charts: number;
	readonly params: number;
	readonly data: number;
	readonly stages: number;
	/** Reasons of one stage. */
	readonly reasons: number;
	readonly warnings: number;
	/** Characters of what a failed stage said last; 0: none. */
	readonly tail: number;
	/** Characters of one name or path. */
	readonly name: number;
}

/** From all that is useful to what fits in any case: the last step is under 30,000 bytes with every name at its longest. */
export const STEPS: readonly Limits[] = [
	{
		gates: 200,
		golden: 20,
		metrics: 200,
		history: 6,
		charts: 3,
		params: 100,
		data: 100,
		stages: 200,
		reasons: 20,
		warnings: 20,
		tail: 6000,
		name: 120,
	},
	{
		gates: 200,
		golden: 10,
		metrics: 100,
		history: 0,
		charts: 0,
		params: 60,
		data: 60,
		stages: 100,
		reasons: 6,
		warnings: 20,
		tail: 3000,
		name: 120,
	},
	{
		gates: 100,
		golden: 5,
		metrics: 40,
		history: 0,
		charts: 0,
		params: 30,
		data: 30,
		stages: 60,
		reasons: 3,
		warnings: 10,
		tail: 1500,
		name: 80,
	},
	{
		gates: 60,
		golden: 3,
		metrics: 10,
		history: 0,
		charts: 0,
		params: 10,
		data: 15,
		stages: 20,
		reasons: 2,
		warnings: 5,
		tail: 600,
		name: 60,
	},
	{
		gates: 20,
		golden: 2,
		metrics: 0,
		history: 0,
		charts: 0,
		params: 0,
		data: 5,
		stages: 5,
		reasons: 1,
		warnings: 3,
		tail: 0,
		name: 40,
	},
];

/** For a page that holds 1 MiB. */
export const ROOMY: Limits = {
	gates: 1000,
	golden: 50,
	metrics: 1000,
	history: 6,
	charts: 3,
	params: 500,
	data: 500,
	stages: 1000,
	reasons: 20,
	warnings: 100,
	tail: 60_000,
	name: 160,
};
