import type { BaseHint } from "./hints.ts";

/** What of a project shows in the first mainline.yaml. */
export interface PolicyFacts {
	/** Names of `artifacts:` with `type: model`. */
	readonly models: readonly string[];
	/** `FILE:NAME` of metrics, as gates write them. */
	readonly metrics: readonly string[];
	/** Files of metrics that nothing has written yet. */
	readonly metricFiles: readonly string[];
	/** `owner/name` at GitHub, in small letters. */
	readonly repository: string | null;
	/** What to stand on, and why that. */
	readonly base: BaseHint | null;
	/** A file that looks like the model, where none is named, and what it could be called. */
	readonly guess: { readonly name: string; readonly path: string } | null;
	/** The lock file of its Python packages, where a program wrote one. */
	readonly lock: string | null;
	readonly remotes: readonly string[];
}

const REFERENCE = "https://github.com/mainline-ml/mainline/blob/main/docs/reference/mainline-yaml.md";
const SERVING = "https://github.com/mainline-ml/mainline/blob/main/docs/serving.md";
const SHOWN = 5;

/** A mainline.yaml that decides nothing yet: every line is a comment, with the names of this project where it has some. */
export function policyText(facts: PolicyFacts): string {
	const { models, metrics, metricFiles, repository, base, guess, lock, remotes } = facts;
	const model = models[0] ?? guess?.name ?? "my-model";
	const metric = metrics[0] ?? `${metricFiles[0] ?? "metrics.json"}:accuracy`;
	return [
		"# What is released, when, and where to. Nothing counts until you take the `#` away; a pull request is judged by this file",
		"# as its base branch has it.",
		`# All keys: ${REFERENCE}`,
		"",
		models.length > 0
			? `# Models: entries of \`artifacts:\` with \`type: model\` in dvc.yaml. Here: ${some(models)}.`
			: "# Models: entries of `artifacts:` with `type: model` in dvc.yaml. There are none here yet.",
		...(models.length === 0 && guess !== null
			? [
					`# ${guess.path} looks like one; dvc.yaml would say: artifacts: {${guess.name}: {path: ${guess.path}, type: model}}`,
				]
			: []),
		"# models:",
		`#   ${model}:`,
		`#     image: ghcr.io/${repository ?? "OWNER/NAME"} # or oci:FOLDER, a folder in OCI image layout`,
		`#     ${baseLine(base)}`,
		...(base !== null && "dockerfile" in base
			? []
			: [`#     python: ${lock ?? "requirements.txt"} # exact versions: these packages go into the image`]),
		`#     code: [mainline_serve.py, serve.py] # a server to copy, and yours: ${SERVING}`,
		`#     command: [python3, mainline_serve.py, serve.py, ${word(guess?.path ?? "PATH/OF/THE/MODEL")}]${asDockerfile(base)}`,
		"",
		metrics.length > 0
			? `# Gates: what a pull request must keep. Metrics here: ${some(metrics)}.`
			: `# Gates: what a pull request must keep, by the metrics of dvc.yaml. None has a value yet${metricFiles.length > 0 ? `; files: ${some(metricFiles)}` : ""}.`,
		"# gates:",
		`#   - metric: ${metric}`,
		"#     better: higher # or lower",
		"#     floor: 0.9 # never below",
		"#     drop: 1% # never worse than the base by more",
		"",
		remotes.length > 0
			? `# Results travel through the DVC remote (.dvc/config), here: ${some(remotes)}.`
			: "# Results travel through a DVC remote; .dvc/config names none yet: dvc remote add -d storage s3://BUCKET/PATH",
		"",
		"# Environments: where a released version runs, one after the other.",
		"# environments:",
		"#   dev:",
		"#     deploy: {command: [./deploy.sh, dev]} # or {process: {port: 8081}}, {compose: {port: 8081}}, on this machine",
		"#     probe: http://127.0.0.1:8081 # Open Inference Protocol: the new version must answer there",
		"#   prod:",
		"#     after: dev",
		"#     soak: 2h # healthy in dev that long first",
		"#     deploy: {command: [./deploy.sh, prod]}",
		"#     probe: https://models.example.org",
		"",
	].join("\n");
}

function baseLine(base: BaseHint | null): string {
	if (base === null) return "base: docker.io/library/python:3.12-slim # what the command below needs";
	if ("image" in base) return `base: ${base.image} # ${base.because}; a hint only`;
	return `dockerfile: ${base.dockerfile} # makes what the model runs in; or \`base: IMAGE\`, for one that is there`;
}

/** Said of the command, where the Dockerfile has one. */
function asDockerfile(base: BaseHint | null): string {
	return base !== null && "runs" in base && base.runs ? " # without it: as the Dockerfile says" : "";
}

/** As a flow list of YAML takes it. */
function word(path: string): string {
	return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}

function some(names: readonly string[]): string {
	const rest = names.length - SHOWN;
	return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
