import ignoring from "@balena/dockerignore";
import { badInput, compareCodePoints, type Failure, isWithin, together } from "../../kernel/index.ts";
import type { ContextFile, Dockerfile, Source } from "./model.ts";

export interface Context {
	/** Everything that git tracks below the context's folder. */
	readonly files: readonly ContextFile[];
	/** Text of the `.dockerignore` that counts; null: none. */
	readonly ignore: string | null;
	/** Why a path is not of the environment whatever the Dockerfile says, in a sentence part; null for those that may be. */
	readonly foreign: (path: string) => string | null;
	/** What the files are of, for messages: `commit 0123456789ab`. */
	readonly of: string;
}

/**
 * The files that the builder gets, in code point order: what the Dockerfile reads of what git tracks, without what `.dockerignore`
 * leaves out and without what training makes. Failure `dockerfile-source`: a file that is named, is needed and is none of them.
 */
export function contextFiles(dockerfile: Dockerfile, context: Context): ContextFile[] {
	const ignored = patterns(context.ignore ?? "");
	const own = context.files.filter(({ path }) => context.foreign(path) === null && !ignored(path));
	const { sources } = dockerfile;
	if (sources === null || sources.some(({ pattern }) => pattern === ".")) return inOrder(own);
	refuseMissing(sources, { ...context, own, ignored });
	const reads = patterns(sources.map(({ pattern }) => pattern).join("\n"));
	return inOrder(own.filter(({ path }) => reads(path)));
}

/** Whether a path, or a folder above it, fits: the patterns of `.dockerignore` are those of COPY, too. */
function patterns(text: string): (path: string) => boolean {
	const rules = ignoring.default({ ignorecase: false }).add(text);
	return (path) => rules.ignores(path);
}

interface Search extends Context {
	readonly own: readonly ContextFile[];
	readonly ignored: (path: string) => boolean;
}

function refuseMissing(sources: readonly Source[], search: Search): void {
	const missing = sources.filter(
		({ needed, pattern }) =>
			needed && !/[*?[]/.test(pattern) && !search.own.some(({ path }) => isWithin(path, pattern.replace(/\/+$/, ""))),
	);
	const problems = missing.map((source) => absent(source, search));
	if (problems.length > 0) throw together(problems);
}

function absent({ pattern, at }: Source, { files, foreign, ignored, of }: Search): Failure {
	const tracked = files.filter(({ path }) => isWithin(path, pattern.replace(/\/+$/, "")));
	const why = tracked.flatMap(({ path }) => foreign(path) ?? (ignored(path) ? ".dockerignore leaves it out" : []))[0];
	return badInput("dockerfile-source", `the Dockerfile copies ${pattern}, which is not in the context of ${of}`, {
		at,
		found: why ?? "nothing of that name that git tracks",
		expected: "a file or folder that git tracks, below the context's folder",
		hint:
			why === undefined
				? `git add ${pattern}, or correct \`context\` in mainline.yaml`
				: "the environment is made without what training makes: the model is added on top",
	});
}

function inOrder(files: readonly ContextFile[]): ContextFile[] {
	return files.toSorted((a, b) => compareCodePoints(a.path, b.path));
}
