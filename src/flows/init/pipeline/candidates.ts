import { baseName, joinPath, parentOf } from "../../../kernel/index.ts";
import type { Lying } from "./gather.ts";
import { readNotebook } from "./notebook.ts";
import { isMakefile, isShellScript, makeRecipes, type Recipe, shellRecipe, shellTouches } from "./recipes.ts";
import { type ShellCommand, startOf } from "./shell-words.ts";
import { trace } from "./trace.ts";
import type { Findings, Program, Sources } from "./tracing.ts";

/** A program of the project that could be a stage, and what it would touch. */
export interface Candidate {
	readonly file: string;
	readonly name: string;
	readonly cmd: string;
	/** What says that it is started so; null where nothing does. */
	readonly said: string | null;
	readonly findings: Findings;
	/** Of a notebook: where its executed copy goes. */
	readonly copy: string | null;
	/** Files that its rule of a Makefile names. */
	readonly named: { readonly reads: readonly string[]; readonly writes: readonly string[]; readonly at: string } | null;
}

/** How a project starts Python, and the notebooks that it has. */
export interface Starters {
	/** `python`, `uv run python`. */
	readonly python: string;
	readonly notebooks: "papermill" | "nbconvert";
	/** What goes before a program of the project's own environment: `uv run `, or nothing. */
	readonly within: string;
}

/** Tests, set-up and what serves a model are no stages. */
const NO_STAGE =
	/(^|\/)(tests?|docs?|examples?|migrations|templates)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest|setup|noxfile|fabfile|tasks|manage|wsgi|asgi|serve|server|app|api|dashboard|streamlit_app|__init__)\.py$|(^|\/)\./;
const MOST = 300;

export function candidatesIn({ sources, files }: Lying, starters: Starters): Candidate[] {
	const starts = startsIn(sources, files);
	const own = files.filter((file) => !NO_STAGE.test(file));
	const scripts = own.filter((file) => file.endsWith(".py")).slice(0, MOST);
	return [
		...scripts.flatMap((file) => scriptCandidate(sources, { file, starters, start: starts.get(file) ?? null })),
		...own
			.filter((file) => file.endsWith(".ipynb"))
			.slice(0, MOST)
			.flatMap((file) => notebookCandidate(sources, file, starters)),
		...own
			.filter(isShellScript)
			.slice(0, MOST)
			.flatMap((file) => shellCandidate(sources, file)),
	];
}

/** How somebody starts a script already. */
interface Started {
	readonly command: ShellCommand;
	readonly words: readonly string[];
	readonly recipe: Recipe;
	readonly at: string;
}

/** What Makefiles and shell scripts start, by the file that is started. */
function startsIn(sources: Sources, files: readonly string[]): Map<string, Started> {
	const starts = new Map<string, Started>();
	const note = (recipe: Recipe, file: string): void => {
		for (const command of recipe.commands) {
			const start = startOf(command.words);
			const script = start === null ? undefined : scriptOf(start, sources);
			if (start === null || script === undefined || starts.has(script)) continue;
			starts.set(script, { command, words: start.words, recipe, at: `${file}:${command.line}` });
		}
	};
	for (const file of files.filter(isMakefile))
		for (const recipe of makeRecipes(sources.text(file) ?? "", file)) note(recipe, file);
	for (const file of files.filter(isShellScript)) note(shellRecipe(sources.text(file) ?? "", file), file);
	return starts;
}

function scriptOf(
	{ program, module }: { program: string | null; module: string | null },
	sources: Sources,
): string | undefined {
	if (program !== null) return sources.has(program) ? joinPath(program) : undefined;
	const path = (module ?? "").replaceAll(".", "/");
	return [".", "src"]
		.flatMap((root) => [joinPath(root, `${path}.py`), joinPath(root, path, "__main__.py")])
		.find((file) => sources.has(file));
}

interface Script {
	readonly file: string;
	readonly starters: Starters;
	readonly start: Started | null;
}

function scriptCandidate(sources: Sources, { file, starters, start }: Script): Candidate[] {
	const text = sources.text(file) ?? "";
	const body = sources.program(text);
	if (body === null) return [];
	const roots = [...new Set([parentOf(file), ".", "src"])];
	const program: Program = {
		file,
		body,
		cwd: ".",
		words: start?.words ?? [],
		roots,
		place: (line) => `${file}:${line}`,
	};
	const findings = trace(program, sources);
	const isProgram = body.some((one) => one.kind === "branches" && one.main) || start !== null;
	const writes =
		findings.touched.some(({ effect }) => effect === "writes") ||
		findings.unclear.some(({ says }) => says.startsWith("writes"));
	if (!writes && !(isProgram && start !== null)) return [];
	const recipe = start?.recipe;
	const alone = recipe !== undefined && recipe.commands.length === 1 && !recipe.unclear;
	const made = alone && recipe.target !== null && /[./]/.test(recipe.target);
	return [
		{
			file,
			name: alone && recipe.target !== null && !made ? recipe.target : stem(file),
			cmd: start?.command.text ?? pythonCommand(file, { text, findings, python: starters.python }),
			said: start?.at ?? null,
			findings,
			copy: null,
			named: made && recipe.target !== null ? { reads: recipe.needs, writes: [recipe.target], at: recipe.at } : null,
		},
	];
}

/** `python src/train.py`, or by its module where its imports are found in no other way. */
function pythonCommand(
	file: string,
	{ text, findings, python }: { text: string; findings: Findings; python: string },
): string {
	const plain = `${python} ${quoted(file)}`;
	const folder = parentOf(file);
	const others = [...findings.roots].filter((root) => root !== folder);
	const relative = /^\s*from\s+\.+\w*\s+import\b/m.test(text);
	if (!relative && (others.length === 0 || /\bsys\.path\b/.test(text))) return plain;
	const root = others[0] ?? (file.startsWith("src/") ? "src" : ".");
	const inside = root === "." ? file : file.startsWith(`${root}/`) ? file.slice(root.length + 1) : null;
	if (inside === null) return `PYTHONPATH=${root} ${plain}`;
	const module = `${python} -m ${inside.replace(/\.py$/, "").replaceAll("/", ".")}`;
	return root === "." ? module : `PYTHONPATH=${root} ${module}`;
}

/** DVC and Mainline give the line to a shell. */
function quoted(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`;
}

function stem(file: string): string {
	return baseName(file).replace(/\.[^.]*$/, "");
}

function notebookCandidate(sources: Sources, file: string, { notebooks, within }: Starters): Candidate[] {
	const notebook = readNotebook(sources, file);
	if (notebook === null) return [];
	const cwd = parentOf(file);
	const { body, place, shell } = notebook;
	const findings = trace({ file, body, cwd, words: [], roots: [...new Set([cwd, ".", "src"])], place }, sources);
	if (shell !== null) findings.unclear.push({ says: "starts other programs (!)", at: shell });
	if (findings.touched.length === 0) return [];
	const copy = joinPath("executed", baseName(file));
	const cmd =
		notebooks === "papermill"
			? `papermill ${quoted(file)} ${quoted(copy)}${cwd === "." ? "" : ` --cwd ${quoted(cwd)}`}`
			: `jupyter nbconvert --to notebook --execute ${quoted(file)} --output-dir executed`;
	// papermill makes no folder
	const first = notebooks === "papermill" ? "mkdir -p executed && " : "";
	return [{ file, name: stem(file), cmd: `${first}${within}${cmd}`, said: null, findings, copy, named: null }];
}

/** A shell script that makes files by programs that everybody knows. */
function shellCandidate(sources: Sources, file: string): Candidate[] {
	const { commands, unclear } = shellRecipe(sources.text(file) ?? "", file);
	// it starts the stages, it is none
	if (commands.some(({ words }) => startOf(words) !== null)) return [];
	const findings: Findings = {
		touched: [],
		settings: new Map(),
		modules: new Set(),
		roots: new Set(),
		missing: [],
		unclear: unclear ? [{ says: "has lines that only a shell understands", at: file }] : [],
		elsewhere: [],
	};
	for (const command of commands) {
		const { reads, writes } = shellTouches(command);
		const what = { call: command.words[0] ?? "", at: `${file}:${command.line}`, perhaps: false };
		for (const path of reads)
			findings.touched.push({ ...what, effect: "reads", path: joinPath(path), folder: path.endsWith("/") });
		for (const path of writes)
			findings.touched.push({ ...what, effect: "writes", path: joinPath(path), folder: path.endsWith("/") });
	}
	const odd = findings.touched.some(
		({ path }) => path === "." || path.startsWith("..") || path.startsWith("/") || path.includes("$"),
	);
	if (odd || !findings.touched.some(({ effect }) => effect === "writes")) return [];
	return [{ file, name: stem(file), cmd: `bash ${quoted(file)}`, said: null, findings, copy: null, named: null }];
}
