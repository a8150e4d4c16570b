import type { Document } from "../../kernel/index.ts";

/** `mainline init --json`. */
export interface InitDocument extends Document {
	readonly schema: "mainline.init/1";
	/** False where the changes were only shown. */
	readonly applied: boolean;
	/** Somebody was asked, and said no. */
	readonly declined?: true;
	readonly files: readonly InitFile[];
	readonly settings: readonly InitSetting[];
	/** Stages that were found by reading the project's programs; empty where it has a pipeline. */
	readonly stages: readonly InitStage[];
	/** What was seen and is good to know, a sentence each. */
	readonly notes: readonly string[];
	/** What is left for people to do, a sentence each. */
	readonly next: readonly string[];
}

export interface InitFile {
	/** Relative to the git root. */
	readonly path: string;
	/** What the file is there for, a sentence part. */
	readonly purpose: string;
	/** `new` and `extended` are written; `kept` is there, differs, and stays as it is. */
	readonly state: "new" | "extended" | "unchanged" | "kept";
	/** Of `extended`: the lines added. */
	readonly lines?: readonly string[];
	/** Of `kept`: from what is there to what would have been written, as `git diff` shows it. */
	readonly diff?: string;
}

/** A setting of this clone's git. */
export interface InitSetting {
	readonly name: string;
	readonly value: string;
	readonly state: "new" | "unchanged" | "kept";
}

/** A stage that a program could be. `left out` ones are comments in dvc.yaml. */
export interface InitStage {
	readonly name: string;
	readonly state: "written" | "left out";
	readonly cmd: string;
	/** Where it was found. */
	readonly because: string;
	readonly deps: readonly InitPath[];
	readonly params: readonly {
		readonly file: string;
		/** Null: all of the file. */
		readonly names: readonly string[] | null;
		readonly because: string;
	}[];
	readonly outs: readonly InitPath[];
	readonly metrics: readonly InitPath[];
	/** Of `left out`: why. */
	readonly why: readonly string[];
}

export interface InitPath {
	readonly path: string;
	/** What was read, and where: `read_csv, src/train.py:12`. */
	readonly because: string;
}
