import type { MainlineConfig, ModelConfig } from "../../config/index.ts";
import { badInput } from "../../kernel/index.ts";
import type { Artifact, Project, Stage } from "../../manifest/index.ts";
import { didYouMean } from "../../source/index.ts";
import { artifactOf, stageOf } from "../release/model-files.ts";

/** A model that the workspace declares. */
export interface Served {
	readonly name: string;
	/** Relative to the DVC root. */
	readonly path: string;
	readonly artifact: Artifact;
	/** What makes it; null for a file in git. */
	readonly stage: Stage | null;
	/** Of mainline.yaml; null when only dvc.yaml knows the model. */
	readonly config: ModelConfig | null;
}

/** The model that is meant. Failures `unknown-model`, `which-model`, and those of `artifactOf`. */
export function chooseModel(project: Project, { models }: MainlineConfig, asked: string | null): Served {
	const declared = project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name);
	const known = [...new Set([...models.keys(), ...declared])];
	const name = asked ?? onlyOne(known);
	if (!known.includes(name)) {
		throw badInput("unknown-model", `there is no model \`${name}\` here`, {
			found: name,
			expected:
				known.length === 0 ? "an `artifacts:` entry with `type: model` in dvc.yaml" : `one of ${known.join(", ")}`,
			hint: didYouMean(name, known) ?? "see `artifacts:` in dvc.yaml and `models:` in mainline.yaml",
		});
	}
	const config = models.get(name) ?? null;
	const artifact = config === null ? declaredArtifact(project, name) : artifactOf(project, config);
	return { name, path: artifact.path, artifact, stage: stageOf(project, artifact), config };
}

function onlyOne(known: readonly string[]): string {
	const [only, ...others] = known;
	if (only === undefined) {
		throw badInput("which-model", "this project declares no model", {
			found: "no model",
			expected: "an `artifacts:` entry with `type: model` in dvc.yaml",
			hint: "artifacts: {NAME: {type: model, path: PATH}} in dvc.yaml",
		});
	}
	if (others.length === 0) return only;
	throw badInput("which-model", `this project has several models: ${known.join(", ")}`, {
		found: "no name",
		expected: `one of ${known.join(", ")}`,
		hint: `mainline serve ${only}`,
	});
}

function declaredArtifact(project: Project, name: string): Artifact {
	const found = project.artifacts.find((artifact) => artifact.name === name);
	if (found === undefined) throw new Error(`the artifact ${name} was listed and is gone`);
	return found;
}
