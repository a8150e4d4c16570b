/** How much is measured: `--files 20000` and the like set one of them. */
export interface Sizes {
	readonly files: number;
	/** For what is said of very many files. */
	readonly manyFiles: number;
	readonly stages: number;
	/** DVC's time for a stage grows with their number: it is asked about fewer, in its favour. */
	readonly dvcStages: number;
	readonly pipelines: number;
	readonly lockEntries: number;
	/** Of one of four big files. */
	readonly mib: number;
	readonly rounds: number;
}

export const FULL: Sizes = {
	files: 100_000,
	manyFiles: 1_000_000,
	stages: 1000,
	dvcStages: 100,
	pipelines: 1000,
	lockEntries: 10_000,
	mib: 256,
	rounds: 3,
};

/** Minutes instead of hours; the ratios are smaller, since starting up is a larger part of everything. */
export const QUICK: Sizes = {
	files: 5000,
	manyFiles: 20_000,
	stages: 100,
	dvcStages: 20,
	pipelines: 100,
	lockEntries: 1000,
	mib: 32,
	rounds: 1,
};

/** The sizes that arguments ask for; the name of the first that cannot be read otherwise. */
export function sizesOf(args: readonly string[]): Sizes | string {
	const sizes: Record<keyof Sizes, number> = { ...(args.includes("--quick") ? QUICK : FULL) };
	for (const name of Object.keys(FULL) as (keyof Sizes)[]) {
		const at = args.indexOf(`--${name}`);
		if (at < 0) continue;
		const value = Number(args[at + 1]);
		if (!Number.isInteger(value) || value < 1) return `--${name}`;
		sizes[name] = value;
	}
	return sizes;
}
