import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readMetrics } from "../../compare/index.ts";
import { joinPath } from "../../kernel/index.ts";
import { recordedSide } from "../sides.ts";
import type { Workspace } from "../workspace.ts";
import { hintsOf } from "./hints.ts";
import type { Ground } from "./look.ts";
import { missingAttributes } from "./merge-driver-setup.ts";
import { repositoryInUrl } from "./owners.ts";
import { type Chosen, dvcYamlText } from "./pipeline/dvc-yaml-text.ts";
import { MODEL_FILE } from "./pipeline/propose.ts";
import { type PolicyFacts, policyText } from "./policy-text.ts";

/**
 * A file that should be there: with certain lines in it, or whole. A `starter` is somebody's own from the moment it is
 * there; others are compared, so that a later template shows. Paths are relative to the git root.
 */
export type Piece = { readonly path: string; readonly purpose: string } & (
	| { readonly kind: "lines"; readonly lines: readonly string[] }
	| { readonly kind: "starter" | "template"; readonly text: string }
);

/** How pull requests are handled: in one workflow that also writes, or in one that runs and one that is trusted. */
export const LANES = ["one", "two"] as const;
export type Lanes = (typeof LANES)[number];

interface Workflow {
	readonly name: string;
	/** Below `templates/workflows`. */
	readonly template: string;
	readonly purpose: string;
}

const PULLS: Readonly<Record<Lanes, readonly Workflow[]>> = {
	one: [
		{
			name: "mainline-pull-request.yml",
			template: "one-lane/mainline-pull-request.yml",
			purpose: "plans, runs, compares and judges pull requests",
		},
	],
	two: [
		{
			name: "mainline-pull-request.yml",
			template: "two-lanes/mainline-pull-request.yml",
			purpose: "plans and runs pull requests, with nothing to steal",
		},
		{
			name: "mainline-report.yml",
			template: "two-lanes/mainline-report.yml",
			purpose: "checks what ran, judges it, writes comment and check",
		},
		{
			name: "mainline-comment.yml",
			template: "two-lanes/mainline-comment.yml",
			purpose: "does what comments below pull requests ask for",
		},
		{
			name: "mainline-queue.yml",
			template: "two-lanes/mainline-queue.yml",
			purpose: "answers the merge queue, where there is one",
		},
	],
};

const OTHERS: readonly Workflow[] = [
	{ name: "mainline-release.yml", template: "mainline-release.yml", purpose: "releases what is merged" },
	{ name: "mainline-command.yml", template: "mainline-command.yml", purpose: "promote, roll back and status by hand" },
];

export interface Wanted {
	/** Where our templates lie. */
	readonly installDir: string;
	readonly lanes: Lanes;
	/** Whether the workflows keep the dashboard issue. */
	readonly dashboard: boolean;
	/** The first dvc.yaml; null where there is one, or nothing to put into it. */
	readonly pipeline: Chosen | null;
	/** Who guards the policy, and in which file; null where nobody is named. */
	readonly owners: { readonly file: string; readonly lines: readonly string[] } | null;
}

/**
 * Everything that a repository needs to work with Mainline, in the order in which it is written. What is made from what is
 * there comes first: ended half-way and begun again, all of it says the same.
 */
export async function wantedPieces(
	ground: Ground,
	{ installDir, lanes, dashboard, pipeline, owners }: Wanted,
): Promise<Piece[]> {
	const attributes = await missingAttributes(ground.git);
	return [
		...(ground.projects.length > 0 ? [] : await projectPieces(ground, pipeline)),
		...(await workflows([...PULLS[lanes], ...OTHERS], { branch: ground.branch, installDir, dashboard })),
		{ kind: "lines", path: ".gitattributes", purpose: "git merges dvc.lock by stages", lines: attributes },
		...(owners === null
			? []
			: [{ kind: "lines" as const, path: owners.file, purpose: "who may change policy", lines: owners.lines }]),
	];
}

/** Of the one project that there is or will be. */
async function projectPieces(ground: Ground, pipeline: Chosen | null): Promise<Piece[]> {
	const { below } = ground;
	const policy = policyText(await factsOf(ground, pipeline));
	return [
		starter(joinPath(below, "mainline.yaml"), "models, gates and environments", policy),
		...(pipeline === null
			? []
			: [starter(joinPath(below, "dvc.yaml"), "the pipeline's stages", dvcYamlText(pipeline))]),
		...((await hasConfig(ground)) ? [] : dvcProject(below)),
	];
}

function starter(path: string, purpose: string, text: string): Piece {
	return { kind: "starter", path, purpose, text };
}

async function hasConfig({ root, below }: Ground): Promise<boolean> {
	return access(join(root, below, ".dvc/config")).then(
		() => true,
		() => false,
	);
}

/** As `dvc init` leaves it (DVC 3.67.1); the file that makes it a project comes last. */
function dvcProject(below: string): Piece[] {
	return [
		starter(
			joinPath(below, ".dvcignore"),
			"what DVC leaves alone",
			"# Add patterns of files dvc should ignore, which could improve\n# the performance. Learn more at\n# https://dvc.org/doc/user-guide/dvcignore\n",
		),
		starter(joinPath(below, ".dvc/.gitignore"), "what of .dvc stays here", "/config.local\n/tmp\n/cache\n"),
		starter(joinPath(below, ".dvc/config"), "DVC's settings", ""),
	];
}

async function workflows(
	wanted: readonly Workflow[],
	{ branch, installDir, dashboard }: Pick<Wanted, "installDir" | "dashboard"> & { readonly branch: string },
): Promise<Piece[]> {
	return Promise.all(
		wanted.map(async ({ name, template, purpose }) => {
			const written = await readFile(join(installDir, "templates/workflows", template), "utf8");
			const chosen = dashboard ? withDashboard(written) : written;
			const text = chosen.replace("branches: [main] # your default branch", `branches: [${branchName(branch)}]`);
			return { kind: "template", path: `.github/workflows/${name}`, purpose, text };
		}),
	);
}

/** What the templates have for the dashboard issue as comments. */
function withDashboard(template: string): string {
	return template.replace(/^( *)# ((?:issues: write|with:|dashboard: true) # .*\bdashboard\b.*)$/gm, "$1$2");
}

/** As a flow list of YAML takes it. */
function branchName(name: string): string {
	return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}

async function factsOf({ root, below, git, workspace }: Ground, pipeline: Chosen | null): Promise<PolicyFacts> {
	const files = workspace === null ? new Map() : (await readMetrics(recordedSide(workspace))).files;
	const named = workspace?.project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name) ?? [];
	const chosen = pipeline?.model ?? null;
	const { base, lock } = await hintsOf(root, join(root, below));
	return {
		models: chosen?.real === true ? [...named, chosen.name] : named,
		metrics: [...files].flatMap(([file, values]) =>
			[...values].filter(([, leaf]) => isNumber(leaf)).map(([name]) => `${file}:${name}`),
		),
		metricFiles: pipeline?.stages.flatMap(({ metrics }) => metrics.map(({ path }) => path)) ?? [],
		repository: repositoryInUrl(await git.remoteUrl("origin")),
		base,
		guess: chosen ?? modelArtifact(workspace) ?? modelOutput(workspace),
		lock,
		remotes: [...(workspace?.config.remotes.keys() ?? [])],
	};
}

function modelArtifact(workspace: Workspace | null): PolicyFacts["guess"] {
	const first = workspace?.project.artifacts.find(({ type }) => type === "model");
	return first === undefined ? null : { name: first.name, path: first.path };
}

/** An output whose name says that it is the model. */
function modelOutput(workspace: Workspace | null): PolicyFacts["guess"] {
	const outputs = workspace?.project.stages.flatMap(({ outs }) => outs.map(({ path }) => path)) ?? [];
	const path = outputs.find((each) => MODEL_FILE.test(each));
	return path === undefined ? null : { name: "my-model", path };
}

function isNumber(leaf: unknown): boolean {
	return typeof leaf === "number" || typeof leaf === "bigint";
}
