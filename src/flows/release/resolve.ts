import { environmentsFor, modelsFor } from "../../config/index.ts";
import { type EnvironmentState, environmentOf, type ModelState } from "../../environments/index.ts";
import { badInput } from "../../kernel/index.ts";
import { didYouMean } from "../../source/index.ts";
import { type Site, stateOf } from "./site.ts";

/** The model's state. Failure `unknown-model` when neither a tag nor mainline.yaml names it. */
export function knownModel(site: Site, model: string): ModelState {
	const histories = site.ledger.histories();
	if (histories.has(model) || site.config.models.has(model)) {
		return stateOf(site, model);
	}
	const known = [...new Set([...site.config.models.keys(), ...histories.keys()])];
	throw badInput("unknown-model", `there is no model \`${model}\` here`, {
		found: model,
		expected: known.length === 0 ? "a model in mainline.yaml" : `one of ${known.join(", ")}`,
		hint:
			didYouMean(model, known) ??
			(known.length === 0 ? `write models.${model} in mainline.yaml` : `the models are ${known.join(", ")}`),
	});
}

/** An environment that can be deployed to. Failure `unknown-environment`. */
export function configuredEnvironment(site: Site, state: ModelState, name: string): EnvironmentState {
	const found = environmentOf(state, name);
	if (found !== null && found.config !== null) return found;
	const elsewhere = site.config.environments.get(name);
	const known = [...environmentsFor(site.config, state.model).keys()];
	if (elsewhere !== undefined) {
		throw badInput("unknown-environment", `${state.model} does not come to ${name}`, {
			at: elsewhere.at,
			found: `models: [${modelsFor(site.config, elsewhere).join(", ")}]`,
			expected: known.length === 0 ? "an environment that takes it" : `one of ${known.join(", ")}`,
			hint: `add ${state.model} to environments.${name}.models in mainline.yaml`,
		});
	}
	throw badInput("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
		found: name,
		expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
		hint: didYouMean(name, known) ?? `write environments.${name} with its \`deploy\` in mainline.yaml`,
	});
}
