import { CLAIM_LIMITS, type JobReport, type JointClaim, joinReports, readClaim } from "../../../claim/index.ts";
import type { FoundArtifact, GitHub, WorkflowRun } from "../../../github/index.ts";
import { badInput, Failure } from "../../../kernel/index.ts";
import type { Disbelief } from "../../../report/index.ts";

/** The artifact that a job of the untrusted lane leaves, and the one file in it. Of several jobs each has a hyphen and more in its name. */
export const CLAIM_ARTIFACT = { name: "mainline-report", file: "mainline-report.json" } as const;

export interface FoundClaim {
	/** Of all reports that are about this run, together; null where there is none. */
	readonly found: JointClaim | null;
	/** What is wrong with reports that there are. */
	readonly lie: readonly Disbelief[];
}

export const NOTHING_YET: FoundClaim = { found: null, lie: [] };

type Judged = Pick<WorkflowRun, "id" | "attempt" | "head">;

/**
 * What the jobs of a run left, as far as it is about this run and this head. A report that is none is told, and keeps the
 * others from nothing. One of an earlier attempt is as good: GitHub runs again only the jobs that failed.
 */
export async function claimOf(gitHub: GitHub, run: Judged): Promise<FoundClaim> {
	const read = await readAll(gitHub, run);
	const reports = read.filter((each) => "claim" in each);
	const lie = read.filter((each) => "why" in each);
	if (reports.length === 0) return { found: null, lie };
	const { joint, apart } = joinReports(reports);
	const others = apart.map(({ name, claim }) =>
		disbelief(name, `it stands on another base, ${claim.base.slice(0, 7)}`),
	);
	return { found: joint, lie: [...lie, ...others] };
}

async function readAll(gitHub: GitHub, run: Judged): Promise<(JobReport | Disbelief)[]> {
	const read: (JobReport | Disbelief)[] = [];
	let room: number = CLAIM_LIMITS.reports.bytes;
	const readOne = async (artifact: FoundArtifact): Promise<void> => {
		const most = Math.min(room, CLAIM_LIMITS.bytes);
		const bytes = await gitHub.artifactFile({ artifact, file: CLAIM_ARTIFACT.file, most });
		if (bytes === null) return;
		room -= bytes.length;
		const claim = readClaim(bytes);
		const wrong = notAbout(run, claim);
		read.push(wrong === null ? { name: artifact.name, claim } : disbelief(artifact.name, wrong));
	};
	const refused = (name: string) => (failure: unknown) => void read.push(disbelief(name, refusal(failure)));
	const all = async (): Promise<void> => {
		for (const artifact of await artifactsOf(gitHub, run)) await readOne(artifact).catch(refused(artifact.name));
	};
	await all().catch(refused(CLAIM_ARTIFACT.name));
	return read;
}

async function artifactsOf(gitHub: GitHub, { id }: Judged): Promise<readonly FoundArtifact[]> {
	const found = await gitHub.artifactsOf({ run: id, family: CLAIM_ARTIFACT.name });
	const { count } = CLAIM_LIMITS.reports;
	if (found.length <= count) return found;
	throw badInput("claim-invalid", `there are ${found.length} reports, and at most ${count} are read`);
}

/** Why a report is of something else; null where it is not. */
function notAbout(run: Judged, claim: JobReport["claim"]): string | null {
	if (claim.run.id !== run.id) return `it is of another run, ${claim.run.id}`;
	if (claim.run.attempt > run.attempt) return `it is of an attempt that was not made, ${claim.run.attempt}`;
	return claim.head === run.head.sha ? null : `it is of another commit, ${claim.head.slice(0, 7)}`;
}

function disbelief(name: string, why: string): Disbelief {
	return { address: null, why: name === CLAIM_ARTIFACT.name ? why : `\`${name.slice(0, 80)}\`: ${why}` };
}

/** The words of a file that cannot be read; what is nobody's fault goes on. */
function refusal(failure: unknown): string {
	if (failure instanceof Failure && failure.kind === "input") return failure.message;
	throw failure;
}
