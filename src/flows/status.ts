import {
	digestOf,
	type EnvironmentState,
	type Hold,
	lastFailure,
	lastRehearsal,
	type ModelState,
	type Rehearsal,
	rollbackTarget,
} from "../environments/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { ReleasedMetric } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import type { Status, StatusOfEnvironment, StatusOfModel } from "./release/documents.ts";
import { urlOf } from "./release/health.ts";
import { openSite } from "./release/open-site.ts";
import { type Site, stateOf } from "./release/site.ts";
import { metricsInLines } from "./status/metrics.ts";
import { pullIn, pullOfTag } from "./status/pull-in.ts";
import { answerOf, verify } from "./status/verify.ts";
import { waitsFor } from "./status/waits.ts";

export interface StatusOptions {
	/** Null: every model that tags or mainline.yaml name. */
	readonly model: string | null;
	/** Ask the registry and the environments whether they have and serve what is declared. */
	readonly verify: boolean;
	/** Fetch this remote's tags first; null: offline. */
	readonly remote: string | null;
}

/**
 * What runs where, since when, from which commit, and what stops it: from tags alone. Where it is to be verified, the answer is "no"
 * when registry or server say something else than git, and "unknown" when one of them could not be asked.
 */
export async function status(context: FlowContext, options: StatusOptions): Promise<Outcome<Status>> {
	const site = await openSite(context, { remote: options.remote, plan: false, by: null });
	const models = await survey(site, options);
	const at = context.clock.now().toISOString();
	if (!options.verify) return { answer: "yes", document: { schema: "mainline.status/1", at, models } };
	const { verified, models: asked } = await verify(site, models);
	return { answer: answerOf(verified), document: { schema: "mainline.status/1", at, models: asked, verified } };
}

/** Every model that tags or mainline.yaml name, or the one that is asked for. */
export async function survey(site: Site, options: Pick<StatusOptions, "model">): Promise<StatusOfModel[]> {
	const subjects: Subjects = new Map();
	const names = new Set([...site.config.models.keys(), ...[...site.ledger.histories().keys()].sort()]);
	const models: StatusOfModel[] = [];
	for (const name of names) {
		if (options.model === null || options.model === name) models.push(await modelStatus(site, name, subjects));
	}
	return models;
}

type Subjects = Map<string, Promise<string | null>>;

async function modelStatus(site: Site, name: string, subjects: Subjects): Promise<StatusOfModel> {
	const state = stateOf(site, name);
	const environments: StatusOfEnvironment[] = [];
	for (const environment of state.environments) {
		environments.push(await environmentStatus(site, state, environment, subjects));
	}
	const rejected = [...state.rejections.values()].map(({ version, reason }) => ({ version, reason }));
	return { name, latest: state.history.latest?.version ?? null, rejected, environments };
}

async function environmentStatus(
	site: Site,
	state: ModelState,
	environment: EnvironmentState,
	subjects: Subjects,
): Promise<StatusOfEnvironment> {
	const { assignment, config, hold } = environment;
	const trailers = assignment?.entry.message.trailers;
	const registration = state.history.versions.find((known) => known.version === environment.version)?.registration;
	const back = assignment === null ? null : rollbackTarget(state, environment);
	const subject = assignment === null ? null : await subjectOf(site, assignment.commit, subjects);
	return {
		name: environment.name,
		version: environment.version,
		digest: environment.digest,
		image: environment.image,
		url: urlOf(config),
		since: environment.since?.toISOString() ?? null,
		commit: assignment?.commit ?? null,
		subject,
		pull: pullOfTag(registration?.message.trailers.pulls) ?? pullIn(subject ?? ""),
		by: assignment === null ? null : (trailers?.by ?? assignment.entry.tag.tagger.name),
		reason: trailers?.reason ?? null,
		metrics: metricsOf(site, registration?.message.trailers.metrics),
		waived: registration?.message.trailers.waived ?? [],
		tag: assignment?.entry.tag.name ?? null,
		after: config?.after ?? null,
		...(config?.auto === false ? { auto: false } : {}),
		hold: hold?.reason ?? null,
		held: hold === null ? null : heldDetails(hold),
		...failedStatus(state, environment),
		...waitsFor(site, state, environment),
		rollback: back === null ? null : wayBack(site, state.model, environment, back),
	};
}

function metricsOf(site: Site, lines: readonly string[] | undefined): readonly ReleasedMetric[] | null {
	return lines === undefined ? null : metricsInLines(lines, site);
}

function failedStatus(state: ModelState, environment: EnvironmentState): Pick<StatusOfEnvironment, "failed"> {
	const failure = lastFailure(state, environment);
	if (failure === null) return {};
	const { version, at, reason } = failure;
	return { failed: { version, at: at.toISOString(), reason } };
}

type WayBack = NonNullable<StatusOfEnvironment["rollback"]>;

function wayBack(site: Site, model: string, { name }: EnvironmentState, back: VersionState): WayBack {
	const digest = digestOf(back);
	const last = digest === null ? null : lastRehearsal(site.ledger.rehearsals(), { model, environment: name, digest });
	const rehearsed = last === null ? null : wayOf(last);
	return { version: back.version, inRegistry: null, rehearsed };
}

function wayOf({ at, ok, started, says }: Rehearsal): NonNullable<WayBack["rehearsed"]> {
	return { at: at.toISOString(), ok, started, says };
}

function heldDetails(hold: Hold): NonNullable<StatusOfEnvironment["held"]> {
	const { since, rejected, from, declared } = hold;
	return { since: since.toISOString(), rejects: rejected, from, declared };
}

/** A tag's commit may be missing in a shallow clone. */
function subjectOf(site: Site, commit: string, subjects: Subjects): Promise<string | null> {
	const known = subjects.get(commit);
	if (known !== undefined) return known;
	const subject = site.git.commitInfo(commit).then(
		(info) => info.subject,
		() => null,
	);
	subjects.set(commit, subject);
	return subject;
}
