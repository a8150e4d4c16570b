import { emitYaml } from "../../../source/index.ts";
import type { ProposedStage } from "./model.ts";

/** What goes into the first dvc.yaml. */
export interface Chosen {
	readonly stages: readonly ProposedStage[];
	/** Those that stay comments, and why. */
	readonly left: readonly { readonly stage: ProposedStage; readonly why: readonly string[] }[];
	readonly model: {
		readonly name: string;
		readonly path: string;
		readonly because: string;
		readonly real: boolean;
	} | null;
}

/** The first dvc.yaml: what is certain as stages, the rest as comments, each line with its reason. */
export function dvcYamlText({ stages, left, model }: Chosen): string {
	const artifact = model === null ? [] : artifactLines(model);
	return [
		"# Stages as `mainline init` found them by reading the programs, without running any. Behind each line stands why it is",
		"# there. What a program reads and this file does not name makes no stage run again: add what is missing.",
		"# https://dvc.org/doc/user-guide/project-structure/dvcyaml-files",
		...(stages.length === 0 ? ["stages: {}"] : ["stages:", ...stages.flatMap((stage) => stageLines(stage))]),
		...left.flatMap(({ stage, why }) => [
			"",
			`# Left out: ${one(stage.because)}`,
			...why.map((doubt) => `#   - ${one(doubt)}`),
			stages.length === 0
				? "# If it is right, take the `#` away and put it below `stages:`, in place of the `{}`:"
				: "# If it is right, take the `#` away and put it below `stages:`:",
			...stageLines(stage).map((line) => `# ${line}`),
		]),
		...artifact,
		"",
	].join("\n");
}

function artifactLines({ name, path, because, real }: NonNullable<Chosen["model"]>): string[] {
	const lines = ["artifacts:", `  ${word(name)}:`, `    path: ${word(path)} # ${one(because)}`, "    type: model"];
	return real
		? ["", ...lines]
		: [
				"",
				"# A file that looks like the model. Releases need it named; take the `#` away if it is right:",
				...lines.map((line) => `# ${line}`),
			];
}

function stageLines({ name, because, cmd, deps, params, outs, metrics }: ProposedStage): string[] {
	const entry = ({ path, because: why }: { path: string; because: string }): string =>
		`    - ${word(path)} # ${one(why)}`;
	const inGit = ({ path, because: why }: { path: string; because: string }): string[] => [
		`    - ${word(path)}: # ${one(why)}`,
		"        cache: false",
	];
	return [
		`  ${name}: # ${one(because)}`,
		`    cmd: ${word(cmd)}`,
		"    deps:",
		...deps.map(entry),
		...(params.length === 0 ? [] : ["    params:", ...params.flatMap(paramLines)]),
		...(outs.length === 0 ? [] : ["    outs:"]),
		...outs.flatMap((out) => (out.inGit ? inGit({ ...out, because: `${out.because}; git tracks it` }) : [entry(out)])),
		...(metrics.length === 0 ? [] : ["    metrics:", ...metrics.flatMap(inGit)]),
	];
}

function paramLines({ file, names, because }: ProposedStage["params"][number]): string[] {
	if (names === null) return [`    - ${word(file)}: # all of it, ${one(because)}`];
	if (file === "params.yaml") return names.map((name) => `    - ${word(name)} # ${one(because)}`);
	return [`    - ${word(file)}: # ${one(because)}`, ...names.map((name) => `      - ${word(name)}`)];
}

/** A scalar as DVC writes it, on one line. */
function word(text: string): string {
	const written = emitYaml(text)
		.replace(/\n?\.\.\.\n?$/, "")
		.trimEnd();
	return written.includes("\n") ? JSON.stringify(text) : written;
}

/** One line for a comment. */
function one(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").slice(0, 300);
}
