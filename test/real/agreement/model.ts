/**
 * A random project, and what somebody does to it, as plain data: it is generated, shrunk, written to `cases/*.json` and
 * replayed. Numbers are picks: each is taken modulo what there is to pick from, so that every smaller case is a case, too.
 */
export interface Scenario {
	readonly stages: readonly StageSpec[];
	readonly frame: Frame;
	readonly steps: readonly Step[];
}

/** What is around the stages. */
export interface Frame {
	/** `cache.type`. */
	readonly links: number;
	readonly ignore: boolean;
	/** Data under `dvc add`. */
	readonly data: boolean;
	/** Top-level `vars`, used by commands. */
	readonly vars: boolean;
	/** Odd names for folders and files. */
	readonly odd: boolean;
}

export interface StageSpec {
	readonly home: number;
	readonly wdir: number;
	readonly deps: readonly Ref[];
	readonly outs: readonly OutSpec[];
	readonly params: readonly ParamSpec[];
	readonly style: number;
	readonly salt: number;
	readonly frozen: boolean;
	readonly always: boolean;
	/** 0: plain; 1–4: foreach or matrix. */
	readonly generated: number;
}

/** `of`: a source file, a folder of sources, an output of an earlier stage, a part of one, the folder of data, an absent file. */
export interface Ref {
	readonly of: "source" | "folder" | "out" | "part" | "data" | "made" | "absent";
	readonly pick: number;
	readonly which: number;
}

export interface OutSpec {
	readonly kind: "file" | "directory" | "metric" | "plot" | "params";
	readonly cache: boolean;
	readonly persist: boolean;
	/** Below the common folder `made`. */
	readonly made: boolean;
	readonly executable: boolean;
}

export interface ParamSpec {
	readonly file: number;
	readonly keys: readonly number[];
	readonly whole: boolean;
}

export type Edit = { readonly pick: number; readonly which: number } & (
	| { readonly do: EditKind }
	| { readonly do: "add-stage"; readonly stage: StageSpec }
);

export const EDITS = [
	"write-source",
	"remove-source",
	"link-source",
	"mode-source",
	"set-param",
	"unset-param",
	"other-param",
	"retype-param",
	"remove-params",
	"remove-out",
	"tamper-out",
	"stray-in-out",
	"touch-out",
	"mode-out",
	"remove-lock",
	"restore-lock",
	"forget-stage",
	"empty-lock",
	"salt",
	"style",
	"add-dep",
	"remove-dep",
	"reorder",
	"rename",
	"freeze",
	"always",
	"persist",
	"cache",
	"kind",
	"wdir",
	"remove-stage",
	"corrupt-object",
	"spoil-object",
	"remove-object",
	"remove-runs",
	"remove-cache",
	"commit",
	"fail",
	"ignore",
	"data",
	"remove-data",
	"vars",
	"old-lock",
] as const;
export type EditKind = (typeof EDITS)[number];

export interface Step {
	readonly edits: readonly Edit[];
	readonly act: Act;
	/** Compare the two worlds' diffs, too. */
	readonly diff: boolean;
}

export interface Act {
	readonly verb: "repro" | "checkout" | "none";
	readonly targets: readonly Pick<Ref, "pick" | "which">[];
	readonly singleItem: boolean;
	readonly downstream: boolean;
	readonly pipeline: boolean;
	readonly force: boolean;
	readonly noRunCache: boolean;
	readonly noCommit: boolean;
	readonly keepGoing: boolean;
}

export const PLAIN_ACT: Act = {
	verb: "repro",
	targets: [],
	singleItem: false,
	downstream: false,
	pipeline: false,
	force: false,
	noRunCache: false,
	noCommit: false,
	keepGoing: false,
};
