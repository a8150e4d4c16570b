import { compareCodePoints } from "../kernel/index.ts";
import { type Claim, type ClaimedGolden, type ClaimedStage, projectOf } from "./model.ts";

/** A report of one job, by the name under which it was left. */
export interface JobReport {
	readonly name: string;
	readonly claim: Claim;
}

/** What one job says of a stage. */
export interface JointStage extends ClaimedStage {
	/** The name of its report, and the attempt that it is of. */
	readonly by: string;
	readonly attempt: number;
}

/** What the jobs of one run say together, each for its share. */
export interface JointClaim {
	/** The newest attempt that somebody reports on. */
	readonly run: { readonly id: number; readonly attempt: number };
	readonly base: string;
	/** Names of the reports. */
	readonly reports: readonly string[];
	/** In the order in which they are believed: of one stage several may tell, and the first that holds counts. */
	readonly stages: readonly JointStage[];
	/** Each model once. */
	readonly golden: readonly ClaimedGolden[];
}

/**
 * Joins the reports of one run, at least one. The newest attempt comes first, then the report that tells of most stages: who
 * saw most of the run is most likely of one mind with himself. All stand on one base, as the first says; `apart`: those that do not.
 */
export function joinReports(reports: readonly JobReport[]): {
	readonly joint: JointClaim;
	readonly apart: readonly JobReport[];
} {
	const ordered = reports.toSorted(
		(a, b) =>
			b.claim.run.attempt - a.claim.run.attempt ||
			b.claim.stages.length - a.claim.stages.length ||
			compareCodePoints(a.name, b.name),
	);
	const [first] = ordered;
	if (first === undefined) throw new Error("no report to join");
	const { run, base } = first.claim;
	const together = ordered.filter(({ claim }) => claim.base === base);
	const stages = together.flatMap(({ name, claim }) =>
		claim.stages.map((stage) => ({ ...stage, by: name, attempt: claim.run.attempt })),
	);
	return {
		joint: { run, base, reports: together.map(({ name }) => name), stages, golden: goldenOf(together) },
		apart: ordered.filter((report) => !together.includes(report)),
	};
}

/** Of a model the first who asked it counts, in the order in which reports are believed. */
function goldenOf(reports: readonly JobReport[]): ClaimedGolden[] {
	const told = Map.groupBy(
		reports.flatMap(({ claim }) => claim.golden ?? []),
		(each) => JSON.stringify([projectOf(each), each.model]),
	);
	return [...told.values()].flatMap((each) => each.find(({ notAsked }) => notAsked === null) ?? each.slice(0, 1));
}

/** What is said of one project (`.`: the one at the git root). */
export function jointAbout(claim: JointClaim, project: string): JointClaim {
	const isOfIt = (each: { readonly project?: string }): boolean => projectOf(each) === project;
	return { ...claim, stages: claim.stages.filter(isOfIt), golden: claim.golden.filter(isOfIt) };
}

/** What is said of each stage of a project, by address. */
export function byStage({ stages }: Pick<JointClaim, "stages">): ReadonlyMap<string, readonly JointStage[]> {
	return Map.groupBy(stages, ({ address }) => address);
}
