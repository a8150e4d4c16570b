import { countOf } from "../../compare/index.ts";
import type { ErrorRow, ProjectReport, ProjectsReport } from "../documents/index.ts";
import { busyProjects, headlineOf, isQuiet, projectHeadline } from "../words/projects.ts";
import { byteLength, code, link, prose, spoken } from "./escape.ts";
import { type Limits, ROOMY, STEPS } from "./limits.ts";
import { markOf, sections } from "./sections.ts";
import { left, table } from "./tables.ts";

/** Rows of the table of projects. */
const MOST_ROWS = 100;

/** Heading, table of projects, and a section for each that has something to say: the fullest text that fits. */
export function fittedProjects(
	report: ProjectsReport,
	bytes: number,
	frame: (parts: readonly string[]) => string,
): string {
	const busy = busyProjects(report);
	for (const [step, limits] of STEPS.entries()) {
		const text = frame([
			...top(report),
			...busy.map((each) => section(each, limits)),
			...(step === 0 ? [] : [note(report)]),
		]);
		if (byteLength(text) <= bytes) return text;
	}
	return frame([
		...top(report),
		...sectionsWithin(busy, bytes - byteLength(frame(top(report))) - RESERVE),
		note(report),
	]);
}

/** With all the room of a page that holds 1 MiB. */
export function roomyProjects(report: ProjectsReport): string {
	return [...top(report), ...busyProjects(report).map((each) => section(each, ROOMY))].join("\n\n");
}

/** For the note at the end. */
const RESERVE = 1000;

/** `## ❌ Mainline: models/churn: 1 of 4 gates says no`, and every project in a line. */
function top(report: ProjectsReport): string[] {
	const headline = headlineOf(report);
	const notes = report.notes.slice(0, 10).map((each) => `> ⚠️ ${prose(each, 400)}`);
	return [
		`## ${markOf(headline)} Mainline: ${prose(headline.title, 200)}`,
		...(notes.length === 0 ? [] : [notes.join("\n>\n")]),
		projectTable(report),
	];
}

function projectTable(report: ProjectsReport): string {
	const rows = [...busyProjects(report), ...report.projects.filter(isQuiet)].map((project) => {
		const headline = projectHeadline(project);
		return [code(project.path, 120, "cell"), markOf(headline), prose(headline.title, 160)];
	});
	const shown = table(["Project", "", ""], "lll", rows.slice(0, MOST_ROWS));
	return [shown, ...left(rows.length - MOST_ROWS, "project")].join("\n\n");
}

function section(project: ProjectReport, limits: Limits): string {
	const headline = projectHeadline(project);
	const heading = `### ${markOf(headline)} ${code(project.path, 120)}: ${prose(headline.title, 200)}`;
	const parts = "report" in project ? sections(project.report, limits) : errorBlocks(project.error);
	return [heading, ...parts].join("\n\n");
}

/** The worst first, as many as there is room for. */
function sectionsWithin(busy: readonly ProjectReport[], bytes: number): string[] {
	const limits = STEPS.at(-1) ?? ROOMY;
	const kept: string[] = [];
	let room = bytes;
	for (const project of busy) {
		const text = section(project, limits);
		room -= byteLength(text) + 2;
		if (room < 0) return [...kept, `… ${countOf(busy.length - kept.length, "more project")}: see the table.`];
		kept.push(text);
	}
	return kept;
}

function errorBlocks(error: ErrorRow & { readonly others: readonly ErrorRow[] }): string[] {
	const all = [error, ...error.others];
	const shown = all.slice(0, 10).map((row) => {
		const place =
			row.file === null
				? ""
				: `${code([row.file, row.line, row.column].filter((part) => part !== null).join(":"), 300)} `;
		const hint = row.hint === null ? "" : `\n\n${spoken(row.hint, 1000)}`;
		return `${place}${spoken(row.message, 1000)}${hint}`;
	});
	return [...shown, ...left(all.length - shown.length, "mistake")];
}

function note({ links }: ProjectsReport): string {
	return `<sub>Shortened to fit; ${link("the job's summary", links.summary ?? links.run)} has the rest.</sub>`;
}
