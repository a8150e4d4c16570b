import type { Outcome } from "../kernel/index.ts";
import type { DoctorDocument, Finding } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import type { Check } from "./doctor/check.ts";
import { history, lockHelper, mergeDriver } from "./doctor/clone.ts";
import { pipeline, policy } from "./doctor/project.ts";
import { remote } from "./doctor/remote.ts";
import { workflows } from "./doctor/workflows.ts";
import { look } from "./init/look.ts";

export interface DoctorOptions {
	/** How git is to start us: a program and its first words. */
	readonly program: readonly string[];
}

const CHECKS: readonly Check[] = [pipeline, policy, remote, workflows, mergeDriver, history, lockHelper];

/** Looks whether everything is set up as it should be, and changes nothing. Answer "no" when something keeps Mainline from working. */
export async function doctor(context: FlowContext, options: DoctorOptions): Promise<Outcome<DoctorDocument>> {
	const ground = await look(context);
	const findings: Finding[] = [];
	const fine: string[] = [];
	try {
		for (const check of CHECKS) {
			const diagnosis = await check({ context, ground, program: options.program });
			if (typeof diagnosis === "string") fine.push(diagnosis);
			else findings.push(...(diagnosis ?? []));
		}
	} finally {
		ground.git.close();
		ground.workspace?.git?.close();
	}
	findings.sort((a, b) => rank(a) - rank(b));
	return {
		answer: findings.some(({ level }) => level === "problem") ? "no" : "yes",
		document: { schema: "mainline.doctor/1", findings, fine },
	};
}

function rank({ level }: Finding): number {
	return level === "problem" ? 0 : 1;
}
