import { didYouMean, type Report } from "../source/index.ts";
import type { EnvironmentConfig, MainlineConfig } from "./model.ts";

type Named = Pick<MainlineConfig, "models" | "environments">;

/** The environments that a model comes to, in file order. */
export function environmentsFor(
	{ environments }: Pick<MainlineConfig, "environments">,
	model: string,
): ReadonlyMap<string, EnvironmentConfig> {
	return new Map([...environments].filter(([, { models }]) => models === undefined || models.includes(model)));
}

/** The models that come to an environment. */
export function modelsFor(
	{ models }: Pick<MainlineConfig, "models">,
	environment: EnvironmentConfig,
): readonly string[] {
	return environment.models ?? [...models.keys()];
}

/** Each name in an environment's `models` is one of a model, and what is promoted from somewhere comes there, too. */
export function checkTaken(config: Named, report: Report): void {
	for (const environment of config.environments.values()) {
		const here = report.about(`environment "${environment.name}"`);
		const at = environment.modelsAt ?? environment.at;
		const known = [...config.models.keys()];
		for (const name of (environment.models ?? []).filter((each) => !known.includes(each))) {
			here.add(at, `\`models\` names \`${name}\`, which is none of \`models:\``, {
				found: name,
				expected: known.length === 0 ? "a name in `models:`" : `one of ${known.join(", ")}`,
				hint: didYouMean(name, known) ?? `write models.${name}, or take it out`,
			});
		}
		const before = environment.after === null ? undefined : config.environments.get(environment.after);
		if (before === undefined) continue;
		const missing = modelsFor(config, environment).filter((name) => !modelsFor(config, before).includes(name));
		if (missing.length === 0) continue;
		here.add(at, `${missing.join(", ")} would never come here: ${before.name} is before it, and does not take it`, {
			found: modelsFor(config, environment).join(", "),
			expected: `\`models\` of ${before.name}, or fewer: ${modelsFor(config, before).join(", ")}`,
			hint: `add it to the \`models\` of ${before.name}, or take it out here`,
		});
	}
}
