import { mkdir, rm } from "node:fs/promises";
import { Failure } from "../../../kernel/index.ts";
import { withLock } from "../../process/lock.ts";
import type { Ask, TrialResult } from "../target.ts";
import { type Beginning, startAnswering, urlOf } from "./answers.ts";
import { type Engine, sweep } from "./engine.ts";
import { sweepImages } from "./folder-images.ts";

export interface ContainerTrial extends Omit<Beginning, "trial"> {
	/** Its place is of the trials of one environment alone, and gone afterwards. */
	readonly engine: Engine;
}

const LOCK_WAIT_MS = 120_000;

/**
 * Starts a container as a deploy would, on a free port of 127.0.0.1, until it answers, asks it, and ends it. What a trial that was killed
 * left is ended by the next one. The image stays with the engine, where the next deploy finds it; out of a folder it goes again where `home` is null.
 */
export async function tryContainer<T>(trial: ContainerTrial, ask: Ask<T>): Promise<TrialResult<T>> {
	const { engine } = trial;
	const { place, clock, signal } = engine;
	await mkdir(place, { recursive: true });
	return withLock(place, { clock, signal, waitMs: LOCK_WAIT_MS }, () =>
		told(signal, async () => {
			try {
				await clear(trial);
				return await startAndAsk(trial, ask);
			} finally {
				await clear(trial);
				await rm(place, { recursive: true, force: true });
			}
		}),
	);
}

/** Containers first: none of them may need an image that goes. */
async function clear({ engine, home }: ContainerTrial): Promise<void> {
	await sweep(engine, null);
	if (home === null) await sweepImages(engine);
}

/** What keeps a trial from starting here (no engine, no such service) would keep a deploy from it, too. */
async function told<T>(signal: AbortSignal, trying: () => Promise<TrialResult<T>>): Promise<TrialResult<T>> {
	try {
		return await trying();
	} catch (cause) {
		if (!(cause instanceof Failure) || signal.aborted) throw cause;
		const { found } = cause.details;
		return { ok: false, reason: cause.message, log: found === undefined ? [] : [found] };
	}
}

async function startAndAsk<T>({ engine, ...beginning }: ContainerTrial, ask: Ask<T>): Promise<TrialResult<T>> {
	const started = await startAnswering(engine, { ...beginning, trial: true });
	return "id" in started ? { ok: true, found: await ask(urlOf(started)) } : started;
}
