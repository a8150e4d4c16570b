import type { Git } from "../../../git/index.ts";
import { baseName, isWithin } from "../../../kernel/index.ts";
import { candidatesIn, type Starters } from "./candidates.ts";
import { gather, type Lying } from "./gather.ts";
import type { Proposal, ProposedStage } from "./model.ts";
import { inOrder } from "./order.ts";
import { stagesOf } from "./stages.ts";

export interface Place {
	readonly git: Git;
	/** The project, absolute. */
	readonly root: string;
	/** The project relative to the git root. */
	readonly below: string;
	/** Paths that DVC tracks already. */
	readonly dvc: readonly string[];
	/** Whether a program of that name is there. */
	readonly findsProgram: (name: string) => Promise<boolean>;
}

/** Looks for a pipeline in a project that has none: programs that write files, and who reads what they write. Runs nothing. */
export async function propose({ git, root, below, dvc, findsProgram }: Place): Promise<Proposal> {
	const lying = await gather(git, root, below);
	const candidates = candidatesIn(lying, await startersOf(lying, findsProgram));
	const paths = new Set(
		candidates.flatMap(({ findings, named }) => [...findings.touched.map(({ path }) => path), ...(named?.reads ?? [])]),
	);
	const there = new Map(await Promise.all([...paths].map(async (path) => [path, await lying.sizeOf(path)] as const)));
	const stages = inOrder(stagesOf(candidates, { tracked: lying.tracked, dvc, there }));
	return { stages, model: modelOf(stages, lying), notes: notesOf(stages, lying, { dvc, there }) };
}

async function startersOf({ sources, files, names }: Lying, findsProgram: Place["findsProgram"]): Promise<Starters> {
	const within = names.has("uv.lock") ? "uv run " : names.has("poetry.lock") ? "poetry run " : "";
	const named = files.filter((file) =>
		/requirements[^/]*\.txt$|pyproject\.toml$|environment\.ya?ml$|Pipfile$/.test(file),
	);
	const papermill = named.some((file) => /\bpapermill\b/.test(sources.text(file) ?? ""));
	const only3 = within === "" && !(await findsProgram("python")) && (await findsProgram("python3"));
	return {
		python: `${within}${only3 ? "python3" : "python"}`,
		within,
		notebooks: papermill ? "papermill" : "nbconvert",
	};
}

export const MODEL_FILE =
	/\.(pkl|pickle|joblib|skops|pt|pth|ckpt|h5|hdf5|keras|onnx|safetensors|cbm|ubj|model|bin)$|(^|\/)[^/]*model[^/]*(\.(json|txt))?$/i;

/** The last file that looks like a model, of a stage that trains where there is one. */
function modelOf(stages: readonly ProposedStage[], { sources }: Lying): Proposal["model"] {
	const found = stages.flatMap((stage) =>
		stage.outs
			.filter(
				({ path }) =>
					MODEL_FILE.test(path) &&
					!/vectori[sz]er|scaler|encoder|tokenizer|preprocess|feature|data/i.test(baseName(path)),
			)
			.map(({ path, because }) => ({ path, because, name: artifactName(sources), stage: stage.name })),
	);
	return found.findLast(({ stage }) => /train|fit|tune/i.test(stage)) ?? found.at(-1) ?? null;
}

function artifactName(sources: Lying["sources"]): string {
	const project = sources.settings("pyproject.toml");
	const table = project instanceof Map ? project.get("project") : undefined;
	const name = table instanceof Map ? table.get("name") : undefined;
	const plain =
		typeof name === "string"
			? name
					.toLowerCase()
					.replace(/[^a-z0-9]+/g, "-")
					.replace(/^-+|-+$/g, "")
			: "";
	return plain === "" ? "model" : plain;
}

interface Known {
	readonly dvc: readonly string[];
	readonly there: ReadonlyMap<string, number | "folder" | null>;
}

const SHOWN = 8;

function notesOf(stages: readonly ProposedStage[], { large, tracked }: Lying, { dvc, there }: Known): string[] {
	const made = stages.flatMap(({ outs, metrics }) => [...outs, ...metrics]);
	const outputs = made.map(({ path }) => path);
	const inGit = stages.flatMap(({ name, outs }) => outs.filter((out) => out.inGit).map(({ path }) => ({ name, path })));
	const own = (path: string): boolean => [...dvc, ...outputs].some((other) => isWithin(path, other));
	const data = stages
		.flatMap(({ deps }) => deps)
		.filter(
			({ path }) =>
				isData(path) &&
				there.has(path) &&
				there.get(path) !== null &&
				!own(path) &&
				!outputs.some((out) => isWithin(out, path)),
		)
		.map(({ path }) => path);
	const others = large.map(({ path }) => path).filter((path) => !own(path) && !data.some((one) => isWithin(path, one)));
	const advice = [...new Set([...data, ...others])].map((path) => {
		const known = tracked.has(path) || [...tracked].some((file) => isWithin(file, path));
		return known ? `git rm -r --cached ${path} && mainline add ${path}` : `mainline add ${path}`;
	});
	return [
		...inGit.map(
			({ name, path }) =>
				`git tracks ${path}, which ${name} writes: it stays in git (cache: false) until you \`git rm --cached\` it and take that line away`,
		),
		...advice.slice(0, SHOWN).map((line) => `data belongs to DVC, not into git: ${line}`),
		...(advice.length > SHOWN ? [`and ${advice.length - SHOWN} more files of more than a MiB`] : []),
	];
}

function isData(path: string): boolean {
	return !/\.(py|ipynb|sh|ya?ml|toml|cfg|ini|md|txt|sql)$/.test(path);
}
