import {
	check,
	mapOf,
	nullable,
	oneOf,
	optional,
	parseYaml,
	type RecordOf,
	type Rule,
	record,
	refine,
} from "../source/index.ts";
import { checkOrder, environment } from "./environment.ts";
import { gates } from "./gate.ts";
import { BUMPS, type MainlineConfig, QUEUE_POLICIES } from "./model.ts";
import { model, ownImages } from "./models.ts";
import { ownPorts } from "./ports.ts";
import { signing } from "./signing.ts";
import { checkTaken } from "./taken.ts";
import { NOBODY_NAMED, waivers } from "./waivers.ts";

const fields = {
	models: optional(nullable(refine(mapOf(model), ownImages))),
	gates: optional(nullable(gates)),
	environments: optional(nullable(refine(refine(mapOf(environment), checkOrder), ownPorts))),
	waivers: optional(nullable(waivers)),
	queue: optional(oneOf(...QUEUE_POLICIES), "look-up"),
	release: optional(nullable(record("`release`", { bump: optional(oneOf(...BUMPS), "minor") }))),
	signing: optional(nullable(signing)),
};

const EMPTY: MainlineConfig = {
	models: new Map(),
	gates: [],
	environments: new Map(),
	waivers: NOBODY_NAMED,
	queue: "look-up",
	release: { bump: "minor" },
	signing: null,
};

const root: Rule<RecordOf<typeof fields>> = refine(record("mainline.yaml", fields), (read, _node, report) => {
	const { models, environments } = read;
	checkTaken({ models: models ?? EMPTY.models, environments: environments ?? EMPTY.environments }, report);
	return read;
});

/**
 * Reads mainline.yaml; without the file (`text` null) everything is empty. Every mistake in it is in the one thrown
 * `Failure` `mainline-invalid`, each with its place. Whether models are artifacts and gates name metrics is for those to
 * say who know the project.
 */
export function loadMainline(text: string | null, file: string): MainlineConfig {
	if (text === null) return EMPTY;
	const read = check(parseYaml(text, file), root, "mainline-invalid");
	const { models, gates, environments, waivers, queue, release, signing } = read;
	return {
		models: models ?? EMPTY.models,
		gates: gates ?? EMPTY.gates,
		environments: environments ?? EMPTY.environments,
		waivers: waivers ?? EMPTY.waivers,
		queue,
		release: { bump: release?.bump ?? EMPTY.release.bump },
		signing,
	};
}
