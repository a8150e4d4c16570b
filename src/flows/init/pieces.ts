import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readMetrics } from "../../compare/index.ts";
import { joinPath } from "../../kernel/index.ts";
import { recordedSide } from "../sides.ts";
import type { Workspace } from "../workspace.ts";
import type { Ground } from "./look.ts";
import { missingAttributes } from "./merge-driver-setup.ts";
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

/** Everything that a repository needs to work with Mainline. `installDir`: where our templates lie. */
export async function wantedPieces(
	ground: Ground,
	{ installDir, lanes }: { readonly installDir: string; readonly lanes: Lanes },
): Promise<Piece[]> {
	const attributes = await missingAttributes(ground.git);
	return [
		...(ground.workspace === null ? dvcProject() : []),
		...(await workflows([...PULLS[lanes], ...OTHERS], { branch: ground.branch, installDir })),
		{
			kind: "starter",
			path: joinPath(ground.workspace?.below ?? ".", "mainline.yaml"),
			purpose: "models, gates and environments",
			text: policyText(await factsOf(ground.workspace)),
		},
		{ kind: "lines", path: ".gitattributes", purpose: "git merges dvc.lock by stages", lines: attributes },
	];
}

/** As `dvc init` leaves it (DVC 3.67.1). */
function dvcProject(): Piece[] {
	return [
		{ kind: "starter", path: ".dvc/config", purpose: "DVC's settings", text: "" },
		{
			kind: "starter",
			path: ".dvc/.gitignore",
			purpose: "what of .dvc stays here",
			text: "/config.local\n/tmp\n/cache\n",
		},
		{
			kind: "starter",
			path: ".dvcignore",
			purpose: "what DVC leaves alone",
			text: "# Add patterns of files dvc should ignore, which could improve\n# the performance. Learn more at\n# https://dvc.org/doc/user-guide/dvcignore\n",
		},
	];
}

async function workflows(
	wanted: readonly Workflow[],
	{ branch, installDir }: { readonly branch: string; readonly installDir: string },
): Promise<Piece[]> {
	return Promise.all(
		wanted.map(async ({ name, template, purpose }) => {
			const written = await readFile(join(installDir, "templates/workflows", template), "utf8");
			const text = written.replace("branches: [main] # your default branch", `branches: [${branchName(branch)}]`);
			return { kind: "template", path: `.github/workflows/${name}`, purpose, text };
		}),
	);
}

/** As a flow list of YAML takes it. */
function branchName(name: string): string {
	return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}

async function factsOf(workspace: Workspace | null): Promise<PolicyFacts> {
	if (workspace === null) return { models: [], metrics: [] };
	const { files } = await readMetrics(recordedSide(workspace));
	return {
		models: workspace.project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name),
		metrics: [...files].flatMap(([file, values]) =>
			[...values].filter(([, leaf]) => isNumber(leaf)).map(([name]) => `${file}:${name}`),
		),
	};
}

function isNumber(leaf: unknown): boolean {
	return typeof leaf === "number" || typeof leaf === "bigint";
}
