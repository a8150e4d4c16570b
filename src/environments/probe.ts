import { type Clock, infrastructure } from "../kernel/index.ts";
import { codeOf, fetchOnce, troubleOf } from "./http.ts";

export interface ProbeQuestion {
	/** Base of the Open Inference Protocol V2: `http://127.0.0.1:8081`. */
	readonly url: string;
	/** The name under which the server serves the model. */
	readonly model: string;
	/** The version that must answer, with or without the `v`. */
	readonly version: string;
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

/**
 * Asks until the model's server is ready and says that it serves the version: `/v2/health/ready` is 200 (bodies differ
 * between servers, only the status counts) and `/v2/models/NAME` reports it in `versions`, `version` or `model_version`; a
 * server that reports none (MLServer) is asked for `/v2/models/NAME/versions/VERSION/ready`.
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
		if (metadata.status !== 200) return no(`${path} answers ${metadata.status}`);
		const serves = reportedVersions(metadata.body);
		const byPath = serves.length === 0 && (await hasVersion(`${base}${path}`, question.version, timeoutMs));
		const judged = judge(question.version, byPath ? [question.version] : serves, path);
		return { ...judged, digest: reportedDigest(metadata.body) };
	} catch (cause) {
		return { ...no(troubleOf(cause)), reached: REFUSALS.has(codeOf(cause)) };
	}
}

/** A host that says so itself: nothing listens there. */
const REFUSALS = new Set(["ECONNREFUSED", "ECONNRESET"]);

function judge(version: string, serves: readonly string[], path: string): Answer {
	if (serves.some((served) => bare(served) === bare(version)))
		return { ok: true, reason: `${version} answers`, serves, digest: null, reached: true };
	if (serves.length === 0) return no(`${path} reports no version`);
	return { ...no(`${serves.join(", ")} answers, not ${version}`), serves };
}

/** Whether a server knows the version by its path, and does not say so of every version. */
async function hasVersion(model: string, version: string, timeoutMs: number): Promise<boolean> {
	const isReady = async (name: string): Promise<boolean> =>
		(await fetchOnce(`${model}/versions/${encodeURIComponent(name)}/ready`, { timeoutMs, most: MAX_BODY })).status ===
		200;
	return (await isReady(version)) && !(await isReady(`${version}-is-not-this`));
}

function no(reason: string): Answer {
	return { ok: false, reason, serves: [], digest: null, reached: true };
}

function bare(version: string): string {
	return version.replace(/^v(?=\d)/, "");
}

/** The versions in the metadata of OIP V2 and of the servers that word it otherwise. */
function reportedVersions(body: string): string[] {
	const fields = fieldsOf(parsed(body));
	const named = [fields.get("version"), fields.get("model_version")];
	const listed = fields.get("versions");
	return [...(Array.isArray(listed) ? listed : []), ...named].filter((item) => typeof item === "string");
}

function reportedDigest(body: string): string | null {
	const digest = fieldsOf(fieldsOf(parsed(body)).get("parameters")).get("digest");
	return typeof digest === "string" ? digest : null;
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
	return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
