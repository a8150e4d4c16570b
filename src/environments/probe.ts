import { type Clock, infrastructure } from "../kernel/index.ts";
import { cut } from "./cut.ts";
import { codeOf, fetchOnce, type HttpAnswer, type HttpQuestion, troubleOf } from "./http.ts";
import { reasonIn } from "./refusal.ts";
import { configuredVersion, isOurs, isSameVersion, reportedDigest, reportedVersions } from "./told.ts";

export interface ProbeQuestion {
	/** Base of the Open Inference Protocol V2: `http://127.0.0.1:8081`. */
	readonly url: string;
	/** The name under which the server serves the model. */
	readonly model: string;
	/** The version that must answer, with or without the `v`. */
	readonly version: string;
	/** The server does not tell its version: that it is ready is all that it says. */
	readonly untold?: boolean | undefined;
	/** How long to go on asking; 0 asks once. */
	readonly deadlineMs: number;
	readonly clock: Clock;
	readonly signal?: AbortSignal;
	/** Ends the waiting early: why there is nothing left to hope for, or null. */
	readonly hopeless?: () => Promise<string | null> | string | null;
}

export interface ProbeResult {
	readonly ok: boolean;
	/** What answered, in words: `v0.2.0 answers`, `v0.1.0 answers, not v0.2.0`, `connection refused`. */
	readonly reason: string;
	/** The versions that the server says it serves; empty when it said nothing. */
	readonly serves: readonly string[];
	/** It is ready, and did not say which version it is. */
	readonly untold?: boolean;
	/** The digest of its image, where the server tells it (`parameters.digest` of the model's metadata). */
	readonly digest: string | null;
	/** False where the question did not get there, so that nothing is known: no such host, no answer in time, no trust in its certificate. */
	readonly reached: boolean;
	/** How long it took to know, in milliseconds. */
	readonly tookMs: number;
}

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 1000;
const ONE_REQUEST_MS = 2000;
const MAX_BODY = 1 << 20;
/** How much of what a server says that it serves is shown. */
const SHOWN = { versions: 20, characters: 100, together: 400 } as const;

/** There is no such path. Whatever else is answered, as 503, 429 or 401, may come of somebody on the way and mean nothing. */
const NO_PATH: ReadonlySet<number> = new Set([404, 405, 501]);
/** There is nothing by that name: Triton says 400, too, of models and versions that it has not. */
const NO_NAME: ReadonlySet<number> = new Set([400, ...NO_PATH]);

/**
 * Asks until the model's server is ready and says that it serves the version: `/v2/health/ready` is 200 (bodies differ
 * between servers, only the status counts) and `/v2/models/NAME` reports it in `versions`, `version` or `model_version`; a
 * server that reports none (MLServer) is asked for `/v2/models/NAME/versions/VERSION/ready`, and one that has versions of its own
 * (Triton, whose are numbers) for the model's configuration. Of one that tells no version it is asked that it is ready, and the model;
 * where it tells one of ours all the same, it is held to it.
 */
export async function probe(question: ProbeQuestion): Promise<ProbeResult> {
	const { clock, deadlineMs, signal } = question;
	const start = clock.monotonic();
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
		const left = deadlineMs - (clock.monotonic() - start);
		const answer = await ask(question, Math.max(100, Math.min(ONE_REQUEST_MS, left)));
		const tookMs = clock.monotonic() - start;
		if (answer.ok) return { ...answer, tookMs };
		const over = (await question.hopeless?.()) ?? null;
		if (over !== null) return { ...answer, reason: over, tookMs };
		if (tookMs + pause >= deadlineMs) return { ...answer, tookMs };
		if (signal?.aborted === true) throw infrastructure("interrupted", "stopped while waiting for the model to answer");
		await clock.sleep(pause);
	}
}

type Answer = Omit<ProbeResult, "tookMs">;

async function ask(question: ProbeQuestion, timeoutMs: number): Promise<Answer> {
	const base = question.url.replace(/\/+$/, "");
	const within = { timeoutMs, most: MAX_BODY };
	try {
		const ready = await fetchOnce(`${base}/v2/health/ready`, within);
		if (ready.status !== 200) return no(`/v2/health/ready answers ${ready.status}`);
		const path = `/v2/models/${encodeURIComponent(question.model)}`;
		const metadata = await fetchOnce(`${base}${path}`, within);
		if (metadata.status !== 200) {
			const hasNone = question.untold === true && NO_NAME.has(metadata.status);
			return hasNone ? await readyUntold(base, path, within) : no(refusal(path, metadata));
		}
		const serves = await versionsTold({ base, path, metadata: metadata.body, version: question.version, within });
		const judged = judge(question.version, serves, path);
		const saysNothing = question.untold === true && !judged.ok && !serves.some(isOurs);
		const answer = saysNothing ? await readyUntold(base, path, within) : judged;
		return { ...answer, digest: reportedDigest(metadata.body) };
	} catch (cause) {
		if (cause instanceof Unclear) return no(cause.message);
		return { ...no(troubleOf(cause)), reached: REFUSALS.has(codeOf(cause)) };
	}
}

/** A host that says so itself: nothing listens there. */
const REFUSALS = new Set(["ECONNREFUSED", "ECONNRESET"]);

function judge(version: string, told: readonly string[], path: string): Answer {
	const serves = told.slice(0, SHOWN.versions).map((each) => cut(each, SHOWN.characters));
	if (told.some((served) => isSameVersion(served, version)))
		return { ok: true, reason: `${version} answers`, serves, digest: null, reached: true };
	if (serves.length === 0) return no(`${path} reports no version`);
	const advice = told.some(isOurs)
		? ""
		: "; its server has versions of its own, which `probe: {version: false}` is for";
	return { ...no(`${cut(serves.join(", "), SHOWN.together)} answers, not ${version}${advice}`), serves };
}

interface Told {
	readonly base: string;
	/** The model's own. */
	readonly path: string;
	readonly metadata: string;
	readonly version: string;
	readonly within: HttpQuestion;
}

async function versionsTold(told: Told): Promise<readonly string[]> {
	const { base, path, metadata, version, within } = told;
	const reported = reportedVersions(metadata);
	if (reported.some((each) => isOurs(each) || isSameVersion(each, version))) return reported;
	if (reported.length === 0) return (await hasVersion(told)) ? [version] : [];
	const config = await fetchOnce(`${base}${path}/config`, within);
	if (config.status !== 200 && !NO_NAME.has(config.status)) throw new Unclear(refusal(`${path}/config`, config));
	const configured = config.status === 200 ? configuredVersion(config.body) : null;
	return configured === null ? reported : [configured];
}

/** Whether a server knows the version by its path, and does not say so of every version. */
async function hasVersion({ base, path, version, within }: Told): Promise<boolean> {
	const readyPath = (name: string): string => `${path}/versions/${encodeURIComponent(name)}/ready`;
	if ((await fetchOnce(`${base}${readyPath(version)}`, within)).status !== 200) return false;
	const unknown = readyPath(`${version}-is-not-this`);
	const other = await fetchOnce(`${base}${unknown}`, within);
	if (other.status === 200) return false;
	if (!NO_NAME.has(other.status)) throw new Unclear(refusal(unknown, other));
	return true;
}

/** What was to be known cannot be told from this answer: asked again, it may be. */
class Unclear extends Error {}

const READY: Answer = {
	ok: true,
	reason: "it is ready, and does not tell its version",
	serves: [],
	untold: true,
	digest: null,
	reached: true,
};

/**
 * That a server is ready need not mean its model: KServe's SDK says so whatever became of its models, and Triton where it was told not
 * to be strict, or to load none. One that answers `/v2` speaks all of the protocol and is asked about the model, too; of one that has
 * no more than `/v2/health/ready` that has to do. That it has no more it has to say itself: a 503 of whoever stands between is no proof.
 */
async function readyUntold(base: string, path: string, within: HttpQuestion): Promise<Answer> {
	const model = await fetchOnce(`${base}${path}/ready`, within);
	if (model.status === 200) return READY;
	if (!NO_PATH.has(model.status)) return no(refusal(`${path}/ready`, model));
	const server = await aboutItself(base, within);
	if (server.status === 200) return no(refusal(`${path}/ready`, model));
	return NO_PATH.has(server.status) ? READY : no(refusal("/v2", server));
}

/** Web frameworks send whoever asks for a folder to the same with a slash, whether there is anything or not. */
async function aboutItself(base: string, within: HttpQuestion): Promise<HttpAnswer> {
	const answer = await fetchOnce(`${base}/v2`, within);
	return answer.status >= 300 && answer.status < 400 ? fetchOnce(`${base}/v2/`, within) : answer;
}

function refusal(path: string, { status, body }: HttpAnswer): string {
	return `${path} answers ${status}${reasonIn(body)}`;
}

function no(reason: string): Answer {
	return { ok: false, reason, serves: [], digest: null, reached: true };
}
