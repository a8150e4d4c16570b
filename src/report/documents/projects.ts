import type { Document } from "../../kernel/index.ts";
import type { ErrorDocument } from "./error.ts";
import type { PullReport } from "./pull.ts";

/** What is said about a pull request of a repository that holds several DVC projects: one report for each, in one document. */
export interface ProjectsReport extends Document {
	readonly schema: "mainline.projects/1";
	/** By their paths, as git sorts them. */
	readonly projects: readonly ProjectReport[];
	/** What concerns no single project: one that is new, or gone. */
	readonly notes: readonly string[];
	/** Web addresses, made by us from the event (https only). */
	readonly links: PullReport["links"];
}

/** A project's report, or what is wrong with its files. */
export type ProjectReport = {
	/** Its folder from the git root. */
	readonly path: string;
} & ({ readonly report: PullReport } | { readonly error: ErrorDocument["error"] });

/** Of a repository with one project, and of one with several. */
export type PullRequestReport = PullReport | ProjectsReport;
