import { countOf } from "../../compare/index.ts";
import type { ProjectReport, ProjectsReport, PullReport, PullRequestReport } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { moved } from "./metrics.ts";
import { type Headline, type PullVerdict, pullHeadline } from "./pull.ts";

/** The answer, first and in a few words, of one project's report and of several. */
export function headlineOf(report: PullRequestReport): Headline {
	return report.schema === "mainline.report/1" ? pullHeadline(report) : projectsHeadline(report);
}

/** What a project's own heading says. */
export function projectHeadline(project: ProjectReport): Headline {
	return "report" in project ? pullHeadline(project.report) : { verdict: "failed", title: "its files cannot be read" };
}

/** Nothing in it differs from the base, and nothing is to be said of it. */
export function isQuiet(project: ProjectReport): boolean {
	if (!("report" in project) || projectHeadline(project).verdict !== "passed") return false;
	const { plan, run, warnings } = project.report;
	const settled = plan.stages.every(
		({ action, why }) => (action === "none" || action === "frozen") && why.length === 0,
	);
	return run === null && settled && warnings.length === 0 && !differs(project.report);
}

/** Those that have something to say, the worst first. */
export function busyProjects({ projects }: ProjectsReport): ProjectReport[] {
	return projects
		.filter((project) => !isQuiet(project))
		.toSorted((a, b) => WORST.indexOf(projectHeadline(a).verdict) - WORST.indexOf(projectHeadline(b).verdict));
}

const WORST: readonly PullVerdict[] = ["failed", "waits", "planned", "passed"];

function projectsHeadline(report: ProjectsReport): Headline {
	const [all, busy] = [report.projects.length, busyProjects(report)];
	const [first] = busy;
	if (first === undefined) return { verdict: "passed", title: `nothing to run in ${countOf(all, "project")}` };
	const { verdict } = projectHeadline(first);
	const same = busy.filter((project) => projectHeadline(project).verdict === verdict);
	if (same.length === 1) return { verdict, title: `${clean(first.path, 80)}: ${projectHeadline(first).title}` };
	return { verdict, title: TITLES[verdict](same.length, all) };
}

const TITLES: Readonly<Record<PullVerdict, (count: number, all: number) => string>> = {
	failed: (count, all) => `${count} of ${countOf(all, "project")} say no`,
	waits: (count, all) => `${count} of ${countOf(all, "project")} wait for somebody`,
	planned: (count, all) => `stages of ${count} of ${countOf(all, "project")} would run`,
	passed: (count, all) => `all is well in the ${count} of ${countOf(all, "project")} that change`,
};

function differs({ diff }: PullReport): boolean {
	if (diff === null) return false;
	const { metrics, params, data } = diff;
	return (
		metrics.some(moved) ||
		params.some(({ base, head }) => !Object.is(base, head)) ||
		data.some(({ change }) => change !== "unchanged")
	);
}
