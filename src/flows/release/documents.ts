import type { GoldenProof, Predicate } from "../../environments/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import type {
	EnvironmentStatus,
	EnvironmentUse,
	ModelStatus,
	MoveRow,
	PromoteDocument,
	PythonUse,
	ReleaseDocument,
	ReleasedModel,
	RollbackDocument,
	StatusDocument,
} from "../../report/index.ts";

export type { EnvironmentUse, PythonUse };

/*
 * The documents of these flows: what the report room renders, and what only programs read. Times are ISO 8601.
 */

/** What was, or would be, done in one environment. */
export interface Move extends MoveRow {
	/**
	 * `deploy`: the version goes in. `revert`: it comes back and what was there is rejected. `repair`: it was assigned
	 * but did not run. `keep`: nothing to do. `wait`: policy says not now, or no.
	 */
	readonly action: "deploy" | "revert" | "repair" | "keep" | "wait";
	readonly digest: Sha256 | null;
	/** The questions that a promotion had to pass. */
	readonly predicates: readonly Predicate[];
	readonly rejects: string | null;
	readonly lifts: string | null;
	/** Why automation stops here from now on. */
	readonly hold: string | null;
	/** The last lines of what failed. */
	readonly log: readonly string[];
	/** What the version's golden requests were answered there; null where it has none, or nothing was deployed. */
	readonly golden: GoldenProof | null;
	/** After a failure: whether the earlier version runs, asked as after a deploy; null when there was none, or nothing failed. */
	readonly restored: boolean | null;
}

/** A stage whose result is not known, and why. */
export interface UnknownStage {
	readonly address: string;
	readonly why: readonly string[];
}

export interface ModelRelease extends ReleasedModel {
	/** The commit that the version's tag names. */
	readonly commit: string | null;
	/** What the release is looked up by. */
	readonly content: Sha256 | null;
	readonly unknown: readonly UnknownStage[];
	/** What they were answered before the version was tagged; null where it has none, or was there already. */
	readonly golden: GoldenProof | null;
	readonly environments: readonly Move[];
}

export interface Released extends ReleaseDocument {
	readonly models: readonly ModelRelease[];
}

export interface Promoted extends PromoteDocument {
	readonly move: Move;
}

export interface RolledBack extends RollbackDocument {
	readonly move: Move;
}

export interface StatusOfEnvironment extends EnvironmentStatus {
	/** The tag that assigned it. */
	readonly tag: string | null;
	readonly after: string | null;
	/** More about `hold`: since when, which version is to blame, and who asked (`declared`: the main line's commit). */
	readonly held: {
		readonly since: string;
		readonly rejects: string | null;
		readonly from: "main" | "person";
		readonly declared: string | null;
	} | null;
}

export interface StatusOfModel extends ModelStatus {
	readonly environments: readonly StatusOfEnvironment[];
}

export interface Status extends StatusDocument {
	readonly models: readonly StatusOfModel[];
}
