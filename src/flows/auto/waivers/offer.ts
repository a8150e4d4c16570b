import { type GateVerdict, seenGate } from "../../../compare/index.ts";
import { joinPath } from "../../../kernel/index.ts";
import type { PullReport } from "../../../report/index.ts";
import type { ProjectName } from "../projects.ts";

const USUAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A verdict that a gate keeps from being green, with the way past it where there is nothing else to do. */
export function withOfferedWaiver(
	report: PullReport,
	{ prefix, now, project }: { readonly prefix: string; readonly now: Date; readonly project: ProjectName },
): PullReport {
	const gate = report.gates.find((each) => seenGate(each) !== null);
	if (gate === undefined || report.next.length > 0 || report.notRun !== null) return report;
	const name = project.many ? `${joinPath(project.path, gate.file)}:${gate.metric}` : shortName(gate, report.gates);
	const text = `mend ${name}, or somebody who may write here and did not propose it lets it pass`;
	if (!/^[\x21-\x7e]+$/.test(name) || /["=]/.test(name)) return { ...report, next: [{ text }] };
	const until = new Date(now.getTime() + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10);
	return { ...report, next: [{ text, command: `${prefix} waive ${name} reason="…" until=${until}` }] };
}

/** The metric's own name where no other gate has it. */
export function shortName(gate: GateVerdict, gates: readonly GateVerdict[]): string {
	const alone = gates.filter(({ metric }) => metric === gate.metric).length === 1 && gate.metric !== "";
	return alone ? gate.metric : `${gate.file}:${gate.metric}`;
}
