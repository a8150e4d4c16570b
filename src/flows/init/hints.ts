import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseToml, toValue } from "../../source/index.ts";

/** What a repository says of how its model is served and of what already runs. Hints only: nothing of it is changed. */
export interface Hints {
	/** What the model could stand on, and what names it. */
	readonly base: BaseHint | null;
	/** The lock file of its Python packages, where a program wrote one. */
	readonly lock: string | null;
	/** Workflows that are there and do what ours do. */
	readonly workflows: readonly { readonly file: string; readonly does: string }[];
}

/** An image, or a Dockerfile that makes one. */
export type BaseHint =
	| { readonly image: string; readonly because: string }
	| { readonly dockerfile: string; readonly runs: boolean };

/** Both folders absolute. */
export async function hintsOf(root: string, project: string): Promise<Hints> {
	const base = (await dockerfileIn(project)) ?? (await fromPyproject(project));
	return { base, lock: await lockFile(project), workflows: await otherWorkflows(root) };
}

async function lockFile(project: string): Promise<string | null> {
	for (const name of ["uv.lock", "poetry.lock", "Pipfile.lock"]) {
		if ((await textOrNull(join(project, name))) !== null) return name;
	}
	return null;
}

async function dockerfileIn(project: string): Promise<Hints["base"]> {
	for (const dockerfile of ["Dockerfile", "Containerfile"]) {
		const text = await textOrNull(join(project, dockerfile));
		if (text !== null) return { dockerfile, runs: /^\s*(CMD|ENTRYPOINT)\s/im.test(text) };
	}
	return null;
}

async function fromPyproject(project: string): Promise<Hints["base"]> {
	const wanted = pythonWanted((await textOrNull(join(project, "pyproject.toml"))) ?? "");
	const pinned = /^\s*(3\.\d+)/.exec((await textOrNull(join(project, ".python-version"))) ?? "")?.[1];
	const version = pinned ?? wanted;
	if (version === undefined) return null;
	const because = pinned === undefined ? "as pyproject.toml's requires-python" : "as .python-version";
	return { image: `docker.io/library/python:${version}-slim`, because };
}

function pythonWanted(text: string): string | undefined {
	try {
		const whole = toValue(parseToml(text, "pyproject.toml"));
		const table = whole instanceof Map ? whole.get("project") : undefined;
		const wanted = table instanceof Map ? table.get("requires-python") : undefined;
		return typeof wanted === "string" ? /3\.\d+/.exec(wanted)?.[0] : undefined;
	} catch {
		return undefined;
	}
}

async function otherWorkflows(root: string): Promise<Hints["workflows"]> {
	const folder = join(root, ".github/workflows");
	const names = await readdir(folder).catch(() => []);
	const found: { file: string; does: string }[] = [];
	for (const name of names
		.filter((one) => /\.ya?ml$/.test(one) && !one.startsWith("mainline"))
		.sort()
		.slice(0, 200)) {
		const text = (await textOrNull(join(folder, name))) ?? "";
		const does = [
			...(/\bdvc\s+(repro|exp|pull|push)\b|iterative\/setup-dvc|treeverse\/setup-dvc/.test(text) ? ["dvc"] : []),
			...(/\bcml\s|iterative\/setup-cml|iterative-cml/.test(text) ? ["cml"] : []),
		];
		const clash = /^name:\s*["']?(Mainline [\w ]+?)["']?\s*$/m.exec(text)?.[1];
		if (does.length > 0) found.push({ file: `.github/workflows/${name}`, does: `runs ${does.join(" and ")}` });
		if (clash !== undefined)
			found.push({ file: `.github/workflows/${name}`, does: `is called \`${clash}\`, as one of ours` });
	}
	return found;
}

async function textOrNull(path: string): Promise<string | null> {
	return readFile(path, "utf8").catch(() => null);
}
