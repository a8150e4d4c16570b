import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { Git } from "../../git/index.ts";
import { Failure, isWithin, joinPath, parentOf } from "../../kernel/index.ts";
import { findDvcRoot } from "../../manifest/index.ts";
import { errorDocument, type PullReport, type PullRequestReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";

/** A DVC project of the repository, and the context in which flows are about it. */
export interface ProjectPlace {
	/** Its folder from the git root; `.` for the root itself. */
	readonly path: string;
	readonly context: FlowContext;
}

/** What makes a folder a DVC project, for git. */
const MARK = ".dvc/config";

/**
 * What a job is about: the project that its folder belongs to; where it belongs to none, all that lie below it, as in a
 * repository of many models. Never empty: where there is none at all, the flows say so.
 */
export async function projectsOf(context: FlowContext): Promise<readonly ProjectPlace[]> {
	const git = await Git.open(context.cwd);
	try {
		const top = await realpath(git.root);
		const place = (path: string): ProjectPlace => ({ path, context: { ...context, cwd: join(top, path) } });
		const here = joinPath(relative(top, await realpath(context.cwd)));
		const own = await enclosing(context.cwd);
		if (own !== null && !relative(top, own).startsWith("..")) {
			return [{ path: joinPath(relative(top, own)), context }];
		}
		const found = (await projectsAt(git, "HEAD")).filter((path) => isWithin(path, here));
		return found.length === 0 ? [{ path: here, context }] : found.map(place);
	} finally {
		git.close();
	}
}

/** The folders of a commit that are DVC projects, but for those inside of another. */
export async function projectsAt(git: Git, commit: string): Promise<readonly string[]> {
	const all = (await git.filesEnding(commit, MARK)).map((path) => parentOf(parentOf(path)));
	return all.filter((path) => !all.some((other) => other !== path && isWithin(path, other)));
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
 * Looks at one project after the other. A mistake in the files of one of several is said in its place and keeps nobody from
 * the others; what is not the project's fault ends it all, as does a mistake in the only one.
 */
export async function eachProject<T>(
	projects: readonly ProjectPlace[],
	look: (project: ProjectPlace) => Promise<T>,
): Promise<readonly Looked<T>[]> {
	const looked: Looked<T>[] = [];
	for (const project of projects) {
		try {
			looked.push({ path: project.path, kind: "found", found: await look(project) });
		} catch (cause) {
			const failure = cause instanceof Failure ? fromTheRoot(cause, project.path) : cause;
			if (projects.length === 1 || !(failure instanceof Failure) || failure.kind !== "input") throw failure;
			looked.push({ path: project.path, kind: "failure", failure });
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

/** What concerns no single project. */
export type Notes = Pick<Extract<PullRequestReport, { schema: "mainline.projects/1" }>, "notes" | "links">;

/** One project's report as it is; those of several in one document. */
export function reportOf(looked: readonly Looked<PullReport>[], { notes, links }: Notes): PullRequestReport {
	const [only] = looked;
	if (looked.length === 1 && only?.kind === "found") {
		return { ...only.found, warnings: [...notes, ...only.found.warnings] };
	}
	const projects = looked.map((each) =>
		each.kind === "found"
			? { path: each.path, report: each.found }
			: { path: each.path, error: errorDocument(each.failure).error },
	);
	return { schema: "mainline.projects/1", projects, notes, links };
}
