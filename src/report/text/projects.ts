import type { ProjectReport, ProjectsReport } from "../documents/index.ts";
import { paint, type Style, wrap } from "../style.ts";
import { clean } from "../words/clean.ts";
import { busyProjects, headlineOf } from "../words/projects.ts";
import { errorText } from "./error.ts";
import { pullReportText } from "./pull.ts";

/** One project after the other, the worst first; those with nothing to say are counted. */
export function projectsText(report: ProjectsReport, style: Style): string {
	const busy = busyProjects(report);
	const quiet = report.projects.length - busy.length;
	const rest = quiet === 0 || busy.length === 0 ? [] : [`${quiet} more with nothing to run`];
	return [
		paint(style, "strong", `Mainline: ${headlineOf(report).title}`),
		...report.notes.flatMap((note) => wrap(clean(note, 400), style.width)),
		...busy.map((project) => `${paint(style, "strong", clean(project.path, 120))}\n${projectText(project, style)}`),
		...rest,
	].join("\n\n");
}

function projectText(project: ProjectReport, style: Style): string {
	return "report" in project
		? pullReportText(project.report, style)
		: errorText({ schema: "mainline.error/1", error: project.error }, style);
}
