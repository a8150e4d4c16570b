import type { Outcome } from "../kernel/index.ts";
import type { DoctorDocument, Finding, Unseen } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import type { Check, Patient, Remark } from "./doctor/check.ts";
import { history, lockHelper, mergeDriver } from "./doctor/clone.ts";
import { containers } from "./doctor/containers.ts";
import { disk, gitVersion, largeFiles } from "./doctor/machine.ts";
import type { GitHubAccess } from "./doctor/origin.ts";
import { pipeline, policy } from "./doctor/project.ts";
import { remote } from "./doctor/remote.ts";
import { rights } from "./doctor/rights.ts";
import { settings } from "./doctor/settings.ts";
import { readWorkflows } from "./doctor/workflows/read.ts";
import { workflows } from "./doctor/workflows.ts";
import { look } from "./init/look.ts";

export { type GitHubAccess, NO_ACCESS } from "./doctor/origin.ts";

export interface DoctorOptions {
	/** How git is to start us: a program and its first words. */
	readonly program: readonly string[];
	readonly gitHub: GitHubAccess;
	/** Whether this machine's credential for the remote is the one that code of pull requests gets: then it is tried. */
	readonly untrusted: boolean;
}

const CHECKS: readonly Check[] = [
	pipeline,
	policy,
	remote,
	workflows,
	mergeDriver,
	history,
	lockHelper,
	gitVersion,
	largeFiles,
	containers,
	disk,
];

/**
 * Looks whether everything is set up as it should be, and changes nothing. Answer "no" when something is dangerous or keeps Mainline
 * from working. Everything is asked at once; the order of what is said does not depend on who answers first.
 */
export async function doctor(context: FlowContext, options: DoctorOptions): Promise<Outcome<DoctorDocument>> {
	const { program, gitHub, untrusted } = options;
	const ground = await look(context);
	try {
		const patient: Patient = { context, ground, program, workflows: await readWorkflows(ground.root) };
		const asked: readonly Check[] = [...CHECKS, ...(untrusted ? [rights] : []), (each) => settings(each, gitHub)];
		const answers = await Promise.all(asked.map((check) => check(patient)));
		return documentOf(answers.flatMap((answer) => answer ?? []));
	} finally {
		ground.git.close();
		ground.workspace?.git?.close();
	}
}

function documentOf(remarks: readonly Remark[]): Outcome<DoctorDocument> {
	const fine = remarks.filter((remark) => typeof remark === "string");
	const others = remarks.filter((remark) => typeof remark !== "string");
	const all = others.filter((remark): remark is Finding => "code" in remark);
	// two checks may meet the same failure
	const findings = [...new Map(all.map((finding) => [`${finding.code} ${finding.says}`, finding])).values()];
	const unseen = others.filter((remark): remark is Unseen => "what" in remark);
	return {
		answer: findings.every(({ level }) => level === "advice") ? "yes" : "no",
		document: {
			schema: "mainline.doctor/1",
			findings: findings.toSorted((a, b) => RANK[a.level] - RANK[b.level]),
			fine,
			unseen,
		},
	};
}

const RANK: Readonly<Record<Finding["level"], number>> = { danger: 0, problem: 1, advice: 2 };
