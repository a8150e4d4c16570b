/** What of a project shows in the first mainline.yaml. */
export interface PolicyFacts {
	/** Names of `artifacts:` with `type: model`. */
	readonly models: readonly string[];
	/** `FILE:NAME` of metrics, as gates write them. */
	readonly metrics: readonly string[];
}

const REFERENCE = "https://github.com/mainline-ml/mainline/blob/main/docs/reference/mainline-yaml.md";
const SHOWN = 5;

/** A mainline.yaml that decides nothing yet: every line is a comment, with the names of this project where it has some. */
export function policyText({ models, metrics }: PolicyFacts): string {
	const model = models[0] ?? "my-model";
	const metric = metrics[0] ?? "metrics.json:accuracy";
	return [
		"# What is released, when, and where to. Nothing counts until you take the `#` away; a pull request is judged by this file",
		"# as its base branch has it.",
		`# All keys: ${REFERENCE}`,
		"",
		models.length > 0
			? `# Models: entries of \`artifacts:\` with \`type: model\` in dvc.yaml. Here: ${some(models)}.`
			: "# Models: entries of `artifacts:` with `type: model` in dvc.yaml. There are none here yet.",
		"# models:",
		`#   ${model}:`,
		"#     image: ghcr.io/OWNER/NAME # or oci:FOLDER, a folder in OCI image layout",
		"#     base: docker.io/library/python:3.12-slim",
		"#     code: [serve.py]",
		"#     command: [python3, serve.py]",
		"",
		metrics.length > 0
			? `# Gates: what a pull request must keep. Metrics here: ${some(metrics)}.`
			: "# Gates: what a pull request must keep, by the metrics of dvc.yaml. There are none here yet.",
		"# gates:",
		`#   - metric: ${metric}`,
		"#     better: higher # or lower",
		"#     floor: 0.9 # never below",
		"#     drop: 1% # never worse than the base by more",
		"",
		"# Environments: where a released version runs, one after the other.",
		"# environments:",
		"#   dev:",
		"#     deploy: {command: [./deploy.sh, dev]} # or {process: {port: 8081}}, on this machine",
		"#     probe: http://127.0.0.1:8081 # Open Inference Protocol: the new version must answer there",
		"#   prod:",
		"#     after: dev",
		"#     soak: 2h # healthy in dev that long first",
		"#     deploy: {command: [./deploy.sh, prod]}",
		"#     probe: https://models.example.org",
		"",
	].join("\n");
}

function some(names: readonly string[]): string {
	const rest = names.length - SHOWN;
	return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
