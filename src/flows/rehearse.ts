import {
	digestOf,
	type EnvironmentState,
	environmentOf,
	rehearsalMessage,
	rollbackTarget,
} from "../environments/index.ts";
import { badInput, type Outcome, type Sha256 } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { RehearsalDocument, RehearsalStep, RehearsedEnvironment } from "../report/index.ts";
import { didYouMean } from "../source/index.ts";
import type { FlowContext } from "./context.ts";
import { type Subject, stepsOf } from "./rehearse/steps.ts";
import type { KnowTree } from "./release/known.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { knownModel } from "./release/resolve.ts";
import { type Site, stateOf } from "./release/site.ts";

export interface RehearseOptions extends SiteOptions {
	/** Null: every model. */
	readonly model: string | null;
	/** None: all of mainline.yaml. */
	readonly environments: readonly string[];
	readonly know: KnowTree;
}

/**
 * Tries what a rollback of each environment would bring back, without sending anybody to it: is the image there and whole, could it be
 * packed anew, does it start and answer. What came of it is written down in a tag. Answer "no" where a rollback would fail.
 */
export async function rehearse(context: FlowContext, options: RehearseOptions): Promise<Outcome<RehearsalDocument>> {
	const site = await openSite(context, options);
	const rehearsals: RehearsedEnvironment[] = [];
	const commits: string[] = [];
	for (const { model, environment } of subjects(site, options)) {
		const version = rollbackTarget(stateOf(site, model), environment);
		rehearsals.push(await rehearsed(site, options, { model, environment, version }));
		if (version !== null) commits.push(version.commit);
	}
	const tag = site.plan ? null : await record(site, rehearsals, commits[0] ?? null);
	return judged({ schema: "mainline.rehearsal/1", plan: site.plan, rehearsals, tag });
}

/** What several projects of one repository rehearsed, as one. */
export function allRehearsed(outcomes: readonly Outcome<RehearsalDocument>[]): Outcome<RehearsalDocument> {
	return judged({
		schema: "mainline.rehearsal/1",
		plan: outcomes.some(({ document }) => document.plan),
		rehearsals: outcomes.flatMap(({ document }) => document.rehearsals),
		tag: outcomes.findLast(({ document }) => document.tag !== null)?.document.tag ?? null,
	});
}

function judged(document: RehearsalDocument): Outcome<RehearsalDocument> {
	const found = new Set(document.rehearsals.map(({ outcome }) => outcome));
	return { answer: found.has("failed") ? "no" : found.has("unknown") ? "unknown" : "yes", document };
}

interface Held {
	readonly model: string;
	readonly environment: EnvironmentState;
}

/** The environments that are asked for, of those that hold something; of the models that mainline.yaml names. */
function subjects(site: Site, { model, environments: asked }: RehearseOptions): Held[] {
	const { environments } = site.config;
	for (const name of asked) if (!environments.has(name)) throw unknownEnvironment(name, [...environments.keys()]);
	const names = asked.length === 0 ? [...environments.keys()] : asked;
	const models = model === null ? [...site.config.models.keys()] : [knownModel(site, model).model];
	return models.flatMap((each) => {
		const state = stateOf(site, each);
		return names.flatMap((name) => {
			const environment = environmentOf(state, name);
			return environment === null || environment.version === null ? [] : [{ model: each, environment }];
		});
	});
}

async function rehearsed(
	site: Site,
	{ know }: RehearseOptions,
	{ model, environment, version }: Held & { readonly version: VersionState | null },
): Promise<RehearsedEnvironment> {
	const digest = digestOf(version);
	const about = { model, environment: environment.name, present: environment.version ?? "", digest };
	if (version === null || digest === null) {
		const reason = "it held no other version before that could come back";
		return { ...about, version: null, outcome: "none", reason, steps: [] };
	}
	const named = { ...about, version: version.version };
	if (site.plan) return { ...named, outcome: "planned", reason: "", steps: [] };
	site.context.progress.say(`${model} in ${environment.name}: rehearsing the way back to ${version.version}`);
	const subject: Subject = { model, environment, version, digest, know };
	const steps = await stepsOf(site, subject);
	return { ...named, ...verdictOn(steps), steps };
}

/** A model that could not be packed anew is told and bars nothing as long as the image itself is there. */
function verdictOn(steps: readonly RehearsalStep[]): Pick<RehearsedEnvironment, "outcome" | "reason"> {
	const stopping = steps.filter(({ name, outcome }) => name !== "model" && outcome === "failed");
	if (stopping.length > 0) return { outcome: "failed", reason: stopping.map(({ says }) => says).join("; ") };
	const unasked = steps.filter(({ name, outcome }) => name !== "model" && outcome === "unknown");
	if (unasked.length > 0) return { outcome: "unknown", reason: unasked.map(({ says }) => says).join("; ") };
	const rest = steps.filter(({ outcome }) => outcome !== "passed").map(({ says }) => says);
	const started = steps.some(({ name, outcome }) => name === "start" && outcome === "passed");
	return { outcome: started ? "passed" : "unstarted", reason: rest.join("; ") };
}

const TRIES = 3;

/** One tag for all of them; null where nothing was found out, and none is written. */
async function record(
	site: Site,
	rehearsals: readonly RehearsedEnvironment[],
	commit: string | null,
): Promise<string | null> {
	const told = rehearsals.flatMap(({ model, environment, version, digest, outcome, reason }) => {
		const known = outcome === "passed" || outcome === "unstarted" || outcome === "failed";
		if (!known || version === null || digest === null) return [];
		// a digest of a document is what the version's tag said
		const found = { ok: outcome !== "failed", started: outcome === "passed", says: reason };
		return [{ model, environment, version, digest: digest as Sha256, ...found }];
	});
	if (told.length === 0 || commit === null) return null;
	const message = rehearsalMessage(told, site.by);
	for (let tries = 0; tries < TRIES; tries++) {
		const written = await site.ledger.rehearsed(commit, message);
		if (written.kind === "written") return written.tag;
		await site.context.clock.sleep(1000, site.context.signal);
	}
	site.context.progress.warn("what was rehearsed could not be written down: other rehearsals took its tag's name");
	return null;
}

function unknownEnvironment(name: string, known: readonly string[]): Error {
	return badInput("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
		found: name,
		expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
		hint: didYouMean(name, known) ?? "mainline rollback --rehearse, for all of them",
	});
}
