import {
	approvalsOf,
	digestOf,
	type EnvironmentState,
	environmentOf,
	frozenAt,
	type Hold,
	imageOf,
	type ModelState,
	rollbackTarget,
	soakingOf,
	versionOf,
} from "../environments/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { FlowContext } from "./context.ts";
import type { Status, StatusOfEnvironment, StatusOfModel } from "./release/documents.ts";
import { askEnvironment, urlOf } from "./release/health.ts";
import { openSite } from "./release/open-site.ts";
import { locationOf, openStore, type Site } from "./release/site.ts";

export interface StatusOptions {
	/** Null: every model that tags or mainline.yaml name. */
	readonly model: string | null;
	/** Ask the environments whether they serve what is declared. */
	readonly verify: boolean;
	/** Fetch this remote's tags first; null: offline. */
	readonly remote: string | null;
}

/** What runs where, since when, from which commit, and what stops it: from tags alone. Answer "no" when an environment verifiably serves something else. */
export async function status(context: FlowContext, options: StatusOptions): Promise<Outcome<Status>> {
	const site = await openSite(context, { remote: options.remote, plan: false, by: null });
	const subjects = new Map<string, Promise<string | null>>();
	const names = new Set([...site.config.models.keys(), ...[...site.ledger.histories().keys()].sort()]);
	const models: StatusOfModel[] = [];
	for (const name of names) {
		if (options.model === null || options.model === name) models.push(await modelStatus(site, name, options, subjects));
	}
	const wrong = models.some((model) => model.environments.some(({ health }) => health?.ok === false));
	const at = context.clock.now().toISOString();
	return { answer: wrong ? "no" : "yes", document: { schema: "mainline.status/1", at, models } };
}

type Subjects = Map<string, Promise<string | null>>;

async function modelStatus(
	site: Site,
	name: string,
	options: StatusOptions,
	subjects: Subjects,
): Promise<StatusOfModel> {
	const state = site.ledger.state(name, site.config.environments);
	const environments: StatusOfEnvironment[] = [];
	for (const environment of state.environments) {
		const declared = await environmentStatus(site, state, environment, subjects);
		environments.push(options.verify ? await verify(site, state, declared) : declared);
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
	return {
		name: environment.name,
		version: environment.version,
		digest: environment.digest,
		image: environment.image,
		url: urlOf(config),
		since: environment.since?.toISOString() ?? null,
		commit: assignment?.commit ?? null,
		subject: assignment === null ? null : await subjectOf(site, assignment.commit, subjects),
		by: assignment === null ? null : (trailers?.by ?? assignment.entry.tag.tagger.name),
		reason: trailers?.reason ?? null,
		waived: registration?.message.trailers.waived ?? [],
		tag: assignment?.entry.tag.name ?? null,
		after: config?.after ?? null,
		hold: hold?.reason ?? null,
		held: hold === null ? null : heldDetails(hold),
		soakSeconds: soakSeconds(site, environment.name),
		soaking: soakingStatus(state, environment),
		frozen: frozenStatus(site, environment),
		approvals: approvalStatus(state, environment),
		rollback: back === null ? null : { version: back.version, inRegistry: null },
	};
}

function heldDetails(hold: Hold): NonNullable<StatusOfEnvironment["held"]> {
	const { since, rejected, from, declared } = hold;
	return { since: since.toISOString(), rejects: rejected, from, declared };
}

/** What the environments behind this one ask for, the longest of it; null when nobody asks. */
function soakSeconds(site: Site, name: string): number | null {
	const followers = [...site.config.environments.values()].filter((config) => config.after === name);
	const longest = Math.max(0, ...followers.map((config) => config.soakMs));
	return longest === 0 ? null : longest / 1000;
}

function soakingStatus(state: ModelState, environment: EnvironmentState): NonNullable<StatusOfEnvironment["soaking"]> {
	const { since, broken } = soakingOf(state, environment);
	return { since: since?.toISOString() ?? null, broken };
}

function frozenStatus(
	{ context }: Site,
	{ config }: EnvironmentState,
): NonNullable<StatusOfEnvironment["frozen"]> | null {
	const frozen = frozenAt(config?.freeze ?? [], context.clock.now());
	return frozen === null ? null : { ...frozen, until: frozen.until.toISOString() };
}

/** Of what the environment before holds, or the latest version. */
function approvalStatus(
	state: ModelState,
	environment: EnvironmentState,
): NonNullable<StatusOfEnvironment["approvals"]> | null {
	const { config, version } = environment;
	if (config === null || config.approve === null) return null;
	const due = config.after === null ? state.history.latest?.version : environmentOf(state, config.after)?.version;
	const found = due == null || due === version ? null : versionOf(state.history, due);
	if (found === null) return null;
	const by = approvalsOf(state, environment, found).map((approval) => approval.by);
	return { version: found.version, by, needed: config.approve.count };
}

/** Asks the environment what runs, and the registry whether a rollback's image is there. */
async function verify(site: Site, state: ModelState, declared: StatusOfEnvironment): Promise<StatusOfEnvironment> {
	const answer = await askEnvironment(site, state.model, declared.name);
	const health =
		answer === null ? null : { ok: answer.ok, running: answer.serves.join(", ") || null, message: answer.reason };
	const version = state.history.versions.find((known) => known.version === declared.rollback?.version) ?? null;
	const rollback = version === null ? null : { version: version.version, inRegistry: await inRegistry(site, version) };
	return { ...declared, health, rollback };
}

/** Null when the registry could not be asked. */
async function inRegistry(site: Site, version: VersionState): Promise<boolean | null> {
	const [image, digest] = [imageOf(version), digestOf(version)];
	if (image === null || digest === null) return null;
	return openStore(site, locationOf(image))
		.resolve(digest)
		.then(
			(found) => found !== null,
			() => null,
		);
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
