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
import { type Candidate, commitWithTrueLock } from "./candidate.ts";
import { buildAndPush, type Pushed, planUses, type Uses } from "./image.ts";
import { imageName, type Site } from "./site.ts";
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

/** Looks up what is to be written down of a new version's metrics; `commit`: the one that its tag names. */
export type Measured = (commit: string) => Promise<readonly string[]>;

const none = () => Promise.resolve([]);
const NOTHING: Uses = { python: null, environment: null };
const TRIES = 3;

export interface Making {
	readonly waived?: Waived;
	readonly measured?: Measured;
	/** Reads the requests that it has to answer as expected; absent: none. */
	readonly golden?: () => Promise<readonly GoldenRequest[]>;
	/** How far the number moves. */
	readonly bump: (history: ArtifactHistory) => Promise<Bump>;
}

/** Looks the candidate up by its content; only what never was is built, pushed and registered, in this order. */
export async function settleVersion(
	site: Site,
	candidate: Candidate,
	{ waived = none, measured = none, golden = none, bump }: Making,
): Promise<Settled | Refused> {
	const target = await commitWithTrueLock(site, candidate);
	for (let tries = 0; tries < TRIES; tries++) {
		const state = stateOf(site, candidate);
		const found = versionWithContent(state.history, candidate.content) ?? versionOn(state, target);
		if (found !== null) return { version: found, origin: "found", pushed: null, uses: NOTHING, golden: null };
		const version = nextVersion(state.history, await bump(state.history));
		const requests = await golden();
		const notes = site.plan ? {} : { waived: await waived(), metrics: await measured(target) };
		const made = await makeVersion(site, candidate, { target, version, notes, requests });
		if (made !== "lost") return made;
	}
	const due = versionTag(candidate.model.name, nextVersion(stateOf(site, candidate).history));
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
	readonly notes: Pick<Trailers, "waived" | "metrics">;
	readonly requests: readonly GoldenRequest[];
}

async function makeVersion(
	site: Site,
	candidate: Candidate,
	{ target, version, notes, requests }: Version,
): Promise<Settled | Refused | "lost"> {
	const { name, image } = candidate.model;
	const pushed = site.plan ? null : await buildAndPush(site, candidate, { commit: target, version });
	const uses = pushed ?? (await planUses(site, candidate));
	const digest = pushed?.digest ?? UNBUILT;
	const { content, lock } = candidate;
	const environment = pushed?.environment?.digest ?? null;
	const trailers = {
		image: imageName(image, digest),
		digest,
		content,
		lock,
		...(environment === null ? {} : { environment }),
	};
	const golden = site.plan ? null : await askBuilt(site, { model: name, version, ...trailers }, requests);
	if (golden !== null && !allRight(golden)) return { refused: version, golden };
	const asked = golden === null ? {} : { golden: goldenWords(golden) };
	const more = { ...notes, ...asked, ...(site.by === null ? {} : { by: site.by }) };
	const entry = {
		model: name,
		commit: target,
		summary: `Release ${name} ${version}`,
		trailers: { ...trailers, ...more },
	};
	if ((await site.ledger.register(entry, version)).kind === "lost") return "lost";
	const registered = versionOf(stateOf(site, candidate).history, version);
	if (registered === null) throw new Error(`${version} was registered and cannot be found`);
	return { version: registered, origin: "built", pushed, uses, golden };
}

function stateOf(site: Site, candidate: Candidate): ModelState {
	return site.ledger.state(candidate.model.name, site.config.environments);
}
