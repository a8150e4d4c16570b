import type { ProjectsReport, PullRequestReport } from "../documents/index.ts";
import { clean } from "../words/clean.ts";
import { headlineOf } from "../words/projects.ts";
import {
	type CheckOutput,
	conclusionOf,
	errorAnnotations,
	MOST_ANNOTATIONS,
	renderCheck,
	SUMMARY_BYTES,
} from "./check.ts";
import { COMMENT_BYTES, COMMENT_MARKER, JOB_SUMMARY_BYTES, renderComment, renderJobSummary } from "./comment.ts";
import { byteLength } from "./escape.ts";
import { fittedProjects, roomyProjects } from "./projects.ts";

/* What is said of a pull request, whether its repository holds one project or several: one comment, one check, one summary. */

export function commentOf(report: PullRequestReport): string {
	if (report.schema === "mainline.report/1") return renderComment(report);
	return fittedProjects(report, COMMENT_BYTES, (parts) => `${COMMENT_MARKER}\n${parts.join("\n\n")}\n`);
}

export function checkOf(report: PullRequestReport): CheckOutput {
	if (report.schema === "mainline.report/1") return renderCheck(report);
	const { verdict, title } = headlineOf(report);
	return {
		conclusion: conclusionOf(verdict),
		title: clean(title, 200),
		summary: fittedProjects(report, SUMMARY_BYTES, ([, ...parts]) => `${parts.join("\n\n")}\n`),
		annotations: projectAnnotations(report).slice(0, MOST_ANNOTATIONS),
	};
}

export function summaryOf(report: PullRequestReport): string {
	if (report.schema === "mainline.report/1") return renderJobSummary(report);
	const whole = `${roomyProjects(report)}\n`;
	return byteLength(whole) <= JOB_SUMMARY_BYTES
		? whole
		: fittedProjects(report, JOB_SUMMARY_BYTES, (parts) => `${parts.join("\n\n")}\n`);
}

function projectAnnotations({ projects }: ProjectsReport): CheckOutput["annotations"] {
	return projects.flatMap((project) =>
		"report" in project ? renderCheck(project.report).annotations : errorAnnotations(project.error),
	);
}
