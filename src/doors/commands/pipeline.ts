import type { StageSelection } from "../../flows/targets.ts";
import { type Command, type Input, NO_OPERANDS, type Option, TARGETS } from "./command.ts";

const SELECTION: readonly Option[] = [
	{ name: "single-item", short: "s", says: "only the named stages, not those before them" },
	{ name: "downstream", says: "the named stages and all that come after them" },
	{ name: "pipeline", short: "p", says: "the whole pipelines that the named stages belong to" },
	{ name: "all-pipelines", short: "P", says: "every pipeline of the project, from whatever folder" },
	{ name: "recursive", short: "R", says: "a target that is a folder means all stages in and below it" },
	{ name: "glob", says: "names of stages are patterns: `train@*`, `sub/dvc.yaml:eval*`" },
];
const FORCE: Option = { name: "force", short: "f", says: "run stages even when nothing changed" };

function selection(input: Input): StageSelection {
	return {
		targets: input.operands,
		singleItem: input.has("single-item"),
		downstream: input.has("downstream"),
		pipeline: input.has("pipeline"),
		allPipelines: input.has("all-pipelines"),
		recursive: input.has("recursive"),
		glob: input.has("glob"),
	};
}

export const PLAN: Command = {
	name: "plan",
	says: "Say what `run` would do now, and why",
	more: "A target is a stage (`train`, `sub/dvc.yaml:train`) or a file (`data/raw.dvc`). No data has to be present.",
	operands: TARGETS,
	options: [
		{ name: "base", value: "REV", says: "give the reasons against the results of this revision" },
		{ name: "check", says: "exit with 1 when something is stale" },
		{ name: "data", says: "data that is absent here counts, as for `dvc status`" },
		FORCE,
		...SELECTION,
	],
	examples: [
		{ line: "mainline plan", says: "the whole project" },
		{ line: "mainline plan train --base main", says: "one stage and what it needs; why it differs from main" },
	],
	async start(context, input) {
		const { plan } = await import("../../flows/plan.ts");
		return plan(context, {
			...selection(input),
			base: input.text("base"),
			check: input.has("check"),
			data: input.has("data"),
			force: input.has("force"),
		});
	},
};

export const RUN: Command = {
	name: "run",
	says: "Run what is stale, restore what is known",
	more: "Killed at any moment it leaves the project whole, and the next run goes on from there.",
	operands: TARGETS,
	options: [
		FORCE,
		{ name: "force-downstream", says: "and every stage after one that ran" },
		{ name: "no-run-cache", says: "run even what the run cache knows" },
		{ name: "no-commit", says: "leave the results out of the cache" },
		{ name: "keep-going", short: "k", says: "after a failure go on with what does not depend on it" },
		{ name: "ignore-errors", says: "after a failure go on with everything; errors do not count" },
		{
			name: "jobs",
			short: "j",
			value: "N",
			says: "stages at a time (default: as many as the machine allows; 1: in order)",
		},
		{
			name: "gpus",
			value: "LIST",
			says: "GPUs to hand out, such as 0,1 (default: CUDA_VISIBLE_DEVICES, or all that nvidia-smi finds)",
		},
		{ name: "pull", says: "fetch what is missing from the remote first" },
		{ name: "allow-missing", says: "data that is absent but recorded is no reason to run" },
		{ name: "dry", says: "only say what would happen" },
		...SELECTION,
	],
	examples: [
		{ line: "mainline run", says: "bring everything up to date" },
		{ line: "mainline run evaluate --pull", says: "one stage, with data from the remote" },
	],
	async start(context, input) {
		const { run } = await import("../../flows/run.ts");
		return run(context, {
			...selection(input),
			force: input.has("force"),
			forceDownstream: input.has("force-downstream"),
			noRunCache: input.has("no-run-cache"),
			noCommit: input.has("no-commit"),
			keepGoing: input.has("keep-going"),
			pull: input.has("pull"),
			allowMissing: input.has("allow-missing"),
			dry: input.has("dry"),
			jobs: input.count("jobs"),
			ignoreErrors: input.has("ignore-errors"),
			gpus:
				input
					.text("gpus")
					?.split(",")
					.map((name) => name.trim()) ?? null,
		});
	},
};

export const DIFF: Command = {
	name: "diff",
	says: "Compare metrics, parameters and data of two revisions",
	more: "BASE is HEAD where it is not given; HEAD is the workspace.",
	operands: { usage: "[BASE] [HEAD]", least: 0, most: 2 },
	options: [{ name: "all", says: "every metric and parameter, not only what changed" }],
	examples: [
		{ line: "mainline diff main", says: "the workspace against main" },
		{ line: "mainline diff v1.0.0 HEAD --json", says: "two revisions, for a program" },
	],
	async start(context, input) {
		const { diff } = await import("../../flows/diff.ts");
		const [base = null, head = null] = input.operands;
		return diff(context, { base, head, all: input.has("all") });
	},
};

export const GATE: Command = {
	name: "gate",
	says: "Say whether the metrics keep the gates of mainline.yaml",
	more: "With --base the gates are read from there: a change does not judge itself. Exit code 1 when a gate says no.",
	operands: NO_OPERANDS,
	options: [
		{ name: "base", value: "REV", says: "compare with this revision (default: HEAD)" },
		{ name: "head", value: "REV", says: "judge this revision instead of the workspace" },
	],
	examples: [{ line: "mainline gate --base main", says: "would main take this?" }],
	async start(context, input) {
		const { gate } = await import("../../flows/gate.ts");
		return gate(context, { base: input.text("base"), head: input.text("head") });
	},
};

export const REPORT: Command = {
	name: "report",
	says: "Say what would be said about this workspace as a pull request",
	more:
		"Plan, comparison, gates and what merging would do, in one text. Nothing is run. Exit code 1 when a gate says no.\n" +
		"With --golden the model that merging would release is started here and asked its golden requests, as the pull request's job does.",
	operands: NO_OPERANDS,
	options: [
		{ name: "base", value: "REV", says: "compare with this revision (default: HEAD)" },
		{ name: "golden", says: "ask the golden requests of what merging would release, started here" },
	],
	examples: [
		{ line: "mainline report --base main", says: "before the pull request is opened" },
		{ line: "mainline report --golden", says: "does it answer what it has to?" },
	],
	async start(context, input) {
		const { report } = await import("../../flows/report.ts");
		return report(context, { base: input.text("base"), golden: input.has("golden") });
	},
};
