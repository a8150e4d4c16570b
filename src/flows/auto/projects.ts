import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { Git } from "../../git/index.ts";
import { Failure, isWithin, joinPath } from "../../kernel/index.ts";
import { findDvcRoot } from "../../manifest/index.ts";
import { errorDocument, type ProjectsReport, type PullReport, type PullRequestReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { projectsAt } from "../dvc-projects.ts";
import { sumOf, type Waiting } from "./waiting.ts";

export interface ProjectName {
	/** Its folder from the git root; `.` for the root itself. */
	readonly path: string;
	/** There are other projects beside it: a metric's bare name says too little. */
	readonly many: boolean;
}

/** A DVC project of the repository, and the context in which flows are about it. */
export interface ProjectPlace extends ProjectName {
	readonly context: FlowContext;
}

/**
 * What a job is about: the project that its folder belongs to; where it belongs to none, all that lie below it, as in a
 * repository of many models. Never empty: where there is none at all, the flows say so.
 */
export async function projectsOf(context: FlowContext): Promise<readonly ProjectPlace[]> {
	const git = await Git.open(context.cwd);
	try {
		const top = await realpath(git.root);
		const own = await enclosing(context.cwd);
		if (own !== null && !relative(top, own).startsWith("..")) {
			return [{ path: joinPath(relative(top, own)), many: false, context }];
		}
		const here = joinPath(relative(top, await realpath(context.cwd)));
		const found = (await projectsAt(git, "HEAD")).filter((path) => isWithin(path, here));
		const many = found.length > 1;
		if (found.length === 0) return [{ path: here, many, context }];
		return found.map((path) => ({ path, many, context: { ...context, cwd: join(top, path) } }));
	} finally {
		git.close();
	}
}

async function enclosing(folder: string): Promise<string | null> {
	try {
		return await realpath(await findDvcRoot(folder));
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "no-dvc") return null;
		throw failure;
	}
}

/** What came of one project, or what is wrong with its files. */
export type Looked<T> = { readonly path: string } & (
	| { readonly kind: "found"; readonly found: T }
	| { readonly kind: "failure"; readonly failure: Failure }
);

/**
 * Looks at one project after the other; each look knows what came of those before. A mistake in the files of one of several is
 * said in its place and keeps nobody from the others; what is not the project's fault ends it all, as does a mistake in the
 * only one.
 */
export async function eachProject<T>(
	projects: readonly ProjectPlace[],
	look: (project: ProjectPlace, before: readonly Looked<T>[]) => Promise<T>,
): Promise<readonly Looked<T>[]> {
	const looked: Looked<T>[] = [];
	for (const project of projects) {
		const { path } = project;
		try {
			looked.push({ path, kind: "found", found: await look(project, looked) });
		} catch (cause) {
			const failure = cause instanceof Failure ? fromTheRoot(cause, path) : cause;
			if (projects.length === 1 || !(failure instanceof Failure) || failure.kind !== "input") throw failure;
			looked.push({ path, kind: "failure", failure });
		}
	}
	return looked;
}

/** GitHub names files from the git root, a project's failures from its own. */
function fromTheRoot(failure: Failure, path: string): Failure {
	if (path === ".") return failure;
	const { kind, code, message, details } = failure;
	const { at, others } = details;
	return new Failure(kind, code, message, {
		...details,
		...(at === undefined || at.file.startsWith("/") ? {} : { at: { ...at, file: joinPath(path, at.file) } }),
		...(others === undefined ? {} : { others: others.map((other) => fromTheRoot(other, path)) }),
	});
}

/** What is said of one project of a pull request. */
export interface Part {
	readonly report: PullReport;
	readonly waiting: Waiting;
}

/** What concerns no single project. */
export type Notes = Pick<ProjectsReport, "notes" | "links">;

/** One project's report as it is, those of several in one document; and how much of all of them waits. */
export function allOf(
	looked: readonly Looked<Part>[],
	notes: Notes,
): { readonly report: PullRequestReport; readonly waiting: Waiting } {
	const waiting = looked.flatMap((each) => (each.kind === "found" ? [each.found.waiting] : []));
	return { report: reportOf(looked, notes), waiting: sumOf(waiting) };
}

function reportOf(looked: readonly Looked<Part>[], { notes, links }: Notes): PullRequestReport {
	const [only] = looked;
	if (looked.length === 1 && only?.kind === "found") {
		const { report } = only.found;
		return { ...report, warnings: [...notes, ...report.warnings] };
	}
	const projects = looked.map((each) =>
		each.kind === "found"
			? { path: each.path, report: each.found.report }
			: { path: each.path, error: errorDocument(each.failure).error },
	);
	return { schema: "mainline.projects/1", projects, notes, links };
}
