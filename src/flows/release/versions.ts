import {
	allRight,
	digestOf,
	type GoldenProof,
	type GoldenRequest,
	goldenWords,
	isUsable,
	type ModelState,
	versionOf,
	versionWithContent,
} from "../../environments/index.ts";
import { badInput, infrastructure } from "../../kernel/index.ts";
import {
	type ArtifactHistory,
	type Bump,
	nextVersion,
	type Trailers,
	type VersionState,
	versionTag,
} from "../../release/index.ts";
import { askBuilt } from "./ask-built.ts";
import { askPlanned } from "./ask-planned.ts";
import { type Candidate, commitWithTrueLock } from "./candidate.ts";
import { buildAndPush, type Pushed, planUses, type Uses } from "./image.ts";
import { nameImage } from "./name-image.ts";
import { imageName, type Site, stateOf } from "./site.ts";
import { sourceOf } from "./source.ts";
import { UNBUILT } from "./unbuilt.ts";

/** The version that a candidate is. */
export interface Settled {
	readonly version: VersionState;
	readonly origin: "built" | "found";
	/** Null when nothing was pushed. */
	readonly pushed: Pushed | null;
	readonly uses: Uses;
	/** What its golden requests were answered before it was tagged; null where nothing was built, or it has none. */
	readonly golden: GoldenProof | null;
}

/** A version that is none: it answers otherwise than it should, and was not tagged. */
export interface Refused {
	readonly refused: string;
	readonly golden: GoldenProof;
}

/** Looks up what a new version's record has to say of waived gates. */
export type Waived = () => Promise<readonly string[]>;

/** What is written down with a new version of what was measured. */
export type Measurements = Pick<Trailers, "metrics" | "gates">;

/** Looks it up; `commit`: the one that the version's tag names; `before`: the version before it. */
export type Measured = (commit: string, before: VersionState | null) => Promise<Measurements>;

const none = () => Promise.resolve([]);
const unmeasured = () => Promise.resolve({});
const never = () => Promise.resolve(false);
const always = () => Promise.resolve(true);
const NOTHING: Uses = { python: null, environment: null };
const TRIES = 3;

export interface Making {
	readonly waived?: Waived;
	readonly measured?: Measured;
	/** Looks up which pull requests brought it. */
	readonly pulls?: () => Promise<readonly number[]>;
	/** Reads the requests that it has to answer as expected; absent: none. */
	readonly golden?: () => Promise<readonly GoldenRequest[]>;
	/** Whether it is another one than the main line has; absent: it is. */
	readonly isNew?: () => Promise<boolean>;
	/** Whether a plan may start what it would build, to ask it; absent: no. */
	readonly mayStart?: () => Promise<boolean>;
	/** How far the number moves. */
	readonly bump: (history: ArtifactHistory) => Promise<Bump>;
}

/** Looks the candidate up by its content; only what never was is built, pushed, asked, named at the registry and registered, in this order. */
export async function settleVersion(
	site: Site,
	candidate: Candidate,
	{ waived = none, measured = unmeasured, pulls = none, golden = none, isNew = always, mayStart = never, bump }: Making,
): Promise<Settled | Refused> {
	const target = await commitWithTrueLock(site, candidate);
	for (let tries = 0; tries < TRIES; tries++) {
		const state = stateOf(site, candidate.model.name);
		const found = versionWithContent(state.history, candidate.content) ?? versionOn(state, target);
		if (found !== null) return { version: found, origin: "found", pushed: null, uses: NOTHING, golden: null };
		const version = nextVersion(state.history, await bump(state.history));
		const requests = await golden();
		const before = state.history.latest;
		const notes = site.plan
			? {}
			: {
					waived: await waived(),
					...(await measured(target, before)),
					pulls: (await pulls()).map((each) => `#${each}`),
				};
		const made = await makeVersion(site, candidate, { target, version, notes, requests, isNew, mayStart });
		if (made !== "lost") return made;
	}
	const due = versionTag(candidate.model.name, nextVersion(stateOf(site, candidate.model.name).history));
	throw infrastructure("release-contended", `another release took the version's number ${TRIES} times`, {
		hint: `let one release run at a time (a concurrency group), and run again; a tag ${due} without a message is no release: delete it`,
	});
}

/** One version on a commit, or GTO stops: what was released from it before is its version. */
function versionOn(state: ModelState, commit: string): VersionState | null {
	const found = state.history.versions.find((known) => known.registered && known.commit === commit);
	if (found === undefined) return null;
	if (isUsable(found) && digestOf(found) !== null) return found;
	const { model } = state;
	const why = isUsable(found) ? "names no image: `mainline release` did not make it" : "was withdrawn";
	throw badInput("commit-has-version", `this commit carries ${model}@${found.version} already, which ${why}`, {
		found: `${model}@${found.version}`,
		expected: "no version on the commit: a second one would stop every gto command",
		hint: `delete the tag (git tag -d '${model}@${found.version}') and release again, or release another commit`,
	});
}

interface Version {
	readonly target: string;
	readonly version: string;
	readonly notes: Pick<Trailers, "waived" | "metrics" | "gates" | "pulls">;
	readonly requests: readonly GoldenRequest[];
	readonly isNew: () => Promise<boolean>;
	readonly mayStart: () => Promise<boolean>;
}

async function makeVersion(
	site: Site,
	candidate: Candidate,
	{ target, version, notes, requests, isNew, mayStart }: Version,
): Promise<Settled | Refused | "lost"> {
	const { name, image } = candidate.model;
	const source = await sourceOf(site.git);
	const pushed = site.plan ? null : await buildAndPush(site, candidate, { commit: target, version, source });
	if (pushed !== null) site.images?.pushed(pushed.digest);
	const uses = pushed ?? (await planUses(site, candidate));
	const digest = pushed?.digest ?? UNBUILT;
	const { content, lock, made } = candidate;
	const environment = pushed?.environment?.digest ?? null;
	const trailers = {
		image: imageName(image, digest),
		digest,
		content,
		model: made,
		lock,
		...(environment === null ? {} : { environment }),
		...(source === null ? {} : { source }),
	};
	const golden = site.plan
		? await askPlanned(site, candidate, { commit: target, version, requests, isNew, mayStart })
		: await askBuilt(site, { ...trailers, model: name, version }, requests);
	if (golden !== null && !allRight(golden)) return { refused: version, golden };
	if (pushed !== null && (await nameImage(site, candidate, { digest: pushed.digest, version })) === "lost")
		return "lost";
	const asked = golden === null ? {} : { golden: goldenWords(golden) };
	const more = { ...notes, ...asked, ...(site.by === null ? {} : { by: site.by }) };
	const entry = {
		model: name,
		commit: target,
		summary: `Release ${name} ${version}`,
		trailers: { ...trailers, ...more },
	};
	if ((await site.ledger.register(entry, version)).kind === "lost") return "lost";
	const registered = versionOf(stateOf(site, candidate.model.name).history, version);
	if (registered === null) throw new Error(`${version} was registered and cannot be found`);
	return { version: registered, origin: "built", pushed, uses, golden };
}
