import { type Clock, infrastructure } from "../../kernel/index.ts";
import { fetchOnce, troubleOf } from "../http.ts";
import { reasonIn } from "../refusal.ts";
import { differencesIn } from "./judge.ts";
import type { GoldenAnswer, GoldenRequest } from "./model.ts";

export interface GoldenQuestion {
	/** Base of the Open Inference Protocol V2. */
	readonly url: string;
	readonly model: string;
	/** The version that has to answer; one that says that it is another one does not. */
	readonly version: string;
	readonly requests: readonly GoldenRequest[];
	readonly clock: Clock;
	readonly signal: AbortSignal;
}

const PATIENCE_MS = 30_000;
const MAX_BODY = 16 << 20;
/** The first answer of a process may pay for what is loaded late: only the best of a few is held against the budget. */
const TRIES = 3;

/** Asks one request after the other, so that each has the server for itself. */
export async function askGolden({ requests, ...question }: GoldenQuestion): Promise<GoldenAnswer[]> {
	const answers: GoldenAnswer[] = [];
	for (const request of requests) answers.push(await askInTime(question, request));
	return answers;
}

type Server = Omit<GoldenQuestion, "requests">;

async function askInTime(server: Server, request: GoldenRequest): Promise<GoldenAnswer> {
	const { milliseconds: budget, file } = request;
	let best: Asked | null = null;
	for (let tries = 0; tries < TRIES; tries++) {
		const asked = await ask(server, request);
		if (best === null || (asked.took ?? 0) < (best.took ?? 0)) best = asked;
		// what is wrong does not get right by asking again
		if (asked.differences.length > 0) best = asked;
		if (asked.differences.length > 0 || budget === null || (asked.took ?? 0) <= budget) break;
	}
	const { differences, took } = best ?? { differences: [], took: null };
	const slow =
		budget === null || took === null || took <= budget
			? []
			: [`the answer took ${Math.ceil(took)} ms, ${budget} ms are allowed`];
	const all = [...differences, ...slow];
	return { file, ok: all.length === 0, differences: all, milliseconds: took === null ? null : Math.round(took) };
}

interface Asked {
	readonly differences: readonly string[];
	readonly took: number | null;
}

async function ask({ url, model, version, clock, signal }: Server, request: GoldenRequest): Promise<Asked> {
	const path = `/v2/models/${encodeURIComponent(model)}/infer`;
	const start = clock.monotonic();
	try {
		const question = { timeoutMs: PATIENCE_MS, most: MAX_BODY, json: request.body, signal };
		const { status, body } = await fetchOnce(`${url.replace(/\/+$/, "")}${path}`, question);
		const took = clock.monotonic() - start;
		if (status !== 200) return { differences: [`${path} answers ${status}${reasonIn(body)}`], took };
		return { differences: differencesIn(body, { ...request, version }), took };
	} catch (cause) {
		if (signal.aborted) throw infrastructure("interrupted", "stopped while asking golden requests");
		return { differences: [troubleOf(cause)], took: null };
	}
}
