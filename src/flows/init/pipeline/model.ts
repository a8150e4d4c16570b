/** A path of a stage, and why it is one. */
export interface Entry {
	readonly path: string;
	/** `read_csv, src/train.py:12`. */
	readonly because: string;
}

/** A stage that a program could be. */
export interface ProposedStage {
	readonly name: string;
	readonly file: string;
	readonly cmd: string;
	/** Where it was found. */
	readonly because: string;
	readonly deps: readonly Entry[];
	readonly params: readonly {
		readonly file: string;
		readonly names: readonly string[] | null;
		readonly because: string;
	}[];
	readonly outs: readonly (Entry & { readonly inGit: boolean })[];
	readonly metrics: readonly Entry[];
	/** What is not certain, a sentence part each; empty for a stage that can be written as it is. */
	readonly doubts: readonly string[];
}

/** What a project's programs say of its pipeline. Stages in an order in which they can run. */
export interface Proposal {
	readonly stages: readonly ProposedStage[];
	/** A file that looks like the model. */
	readonly model: (Entry & { readonly name: string; readonly stage: string }) | null;
	/** Things to know, a sentence each. */
	readonly notes: readonly string[];
}
