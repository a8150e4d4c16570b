import { mkdir, rm } from "node:fs/promises";
import { Failure, type Progress } from "../../../kernel/index.ts";
import { withLock } from "../../process/lock.ts";
import type { Ask, TrialResult } from "../target.ts";
import { type Beginning, startAnswering, urlOf } from "./answers.ts";
import { type Engine, sweep, sweepAfterwards } from "./engine.ts";
import { sweepImages } from "./folder-images.ts";
import { thenTidy } from "./tidy.ts";

export interface ContainerTrial extends Omit<Beginning, "trial"> {
	/** Its place is of the trials of one environment alone, and gone afterwards. */
	readonly engine: Engine;
	readonly progress: Progress;
}

const LOCK_WAIT_MS = 120_000;

/**
 * Starts a container as a deploy would, on a free port of 127.0.0.1, until it answers, asks it, and ends it. What a trial that was killed
 * left is ended by the next one. The image stays with the engine, where the next deploy finds it; out of a folder it goes again where `home` is null.
 */
export async function tryContainer<T>(trial: ContainerTrial, ask: Ask<T>): Promise<TrialResult<T>> {
	const { engine } = trial;
	const { place, clock, signal } = engine;
	const warn = (why: string): void => trial.progress.warn(`a trial's container may be left: ${why}`);
	await mkdir(place, { recursive: true });
	return withLock(place, { clock, signal, waitMs: LOCK_WAIT_MS }, () =>
		told(signal, () =>
			thenTidy(
				() => clearAndAsk(trial, ask),
				() => leaveNothing(trial),
				warn,
			),
		),
	);
}

/** Containers first, here and afterwards: none of them may need an image that goes. */
async function clearAndAsk<T>(trial: ContainerTrial, ask: Ask<T>): Promise<TrialResult<T>> {
	await sweep(trial.engine, null);
	await clearImages(trial);
	return startAndAsk(trial, ask);
}

async function leaveNothing(trial: ContainerTrial): Promise<void> {
	await sweepAfterwards(trial.engine, null);
	await clearImages(trial);
	await rm(trial.engine.place, { recursive: true, force: true });
}

async function clearImages({ engine, home }: ContainerTrial): Promise<void> {
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
