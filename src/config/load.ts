import {
	check,
	mapOf,
	nullable,
	optional,
	parseYaml,
	type RecordOf,
	type Rule,
	record,
	refine,
} from "../source/index.ts";
import { checkOrder, environment } from "./environment.ts";
import { gates } from "./gate.ts";
import type { MainlineConfig } from "./model.ts";
import { model, ownImages } from "./models.ts";

const fields = {
	models: optional(nullable(refine(mapOf(model), ownImages))),
	gates: optional(nullable(gates)),
	environments: optional(nullable(refine(mapOf(environment), checkOrder))),
};

const root: Rule<RecordOf<typeof fields>> = record("mainline.yaml", fields);

/**
 * Reads mainline.yaml; without the file (`text` null) everything is empty. Every mistake in it is in the one thrown
 * `Failure` `mainline-invalid`, each with its place. Whether models are artifacts and gates name metrics is for those to
 * say who know the project.
 */
export function loadMainline(text: string | null, file: string): MainlineConfig {
	if (text === null) return { models: new Map(), gates: [], environments: new Map() };
	const read = check(parseYaml(text, file), root, "mainline-invalid");
	return { models: read.models ?? new Map(), gates: read.gates ?? [], environments: read.environments ?? new Map() };
}
