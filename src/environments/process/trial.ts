import { mkdir, rm } from "node:fs/promises";
import { Failure } from "../../kernel/index.ts";
import type { ImageStore } from "../../release/index.ts";
import { type ProbeResult, probe } from "../probe.ts";
import type { Ask, Deployment, TargetContext, TrialResult } from "../targets/target.ts";
import { type Instance, lastLines, stateFolder } from "./files.ts";
import { isAlive } from "./identity.ts";
import { ensureUnpacked } from "./image.ts";
import { logOf, startInstance } from "./instance.ts";
import { withLock } from "./lock.ts";
import { sweep } from "./sweep.ts";

export interface Trial extends TargetContext {
	readonly deployment: Deployment;
	readonly store: ImageStore;
	/** Absolute; of this trial alone, and gone afterwards. */
	readonly folder: string;
	/** All that the model inherits of the environment. */
	readonly env: { readonly PATH: string; readonly HOME: string; readonly LANG: string };
	/** How long it may take until it answers. */
	readonly startMs?: number;
}

const START_MS = 60_000;
const LOCK_WAIT_MS = 120_000;

/** Unpacks an image and starts it on a free port until it answers, as the process target would, asks it, and ends it: nobody is sent to it. */
export async function tryOut<T>(trial: Trial, ask: Ask<T>): Promise<TrialResult<T>> {
	const { clock, signal } = trial;
	const folder = stateFolder(trial.folder);
	await mkdir(folder.root, { recursive: true });
	return withLock(folder.root, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
		try {
			// what a trial that was killed left running
			await sweep(folder, [], { clock });
			return await startAndAsk(trial, ask);
		} finally {
			await sweep(folder, [], { clock });
			await rm(folder.root, { recursive: true, force: true });
		}
	});
}

async function startAndAsk<T>({ deployment, store, ...trial }: Trial, ask: Ask<T>): Promise<TrialResult<T>> {
	const folder = stateFolder(trial.folder);
	const image = await ensureUnpacked(folder, store, deployment.digest);
	try {
		const instance = await startInstance({ ...image, folder, deployment, env: trial.env });
		const url = `http://127.0.0.1:${instance.port}`;
		const answer = await untilItAnswers(trial, { instance, url });
		if (answer.ok) return { ok: true, found: await ask(url) };
		const log = await lastLines(logOf(folder, instance.id), 20);
		return { ok: false, reason: `${deployment.version} does not answer: ${answer.reason}`, log };
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		return { ok: false, reason: cause.message, log: [] };
	}
}

function untilItAnswers(
	{ startMs: deadlineMs = START_MS, clock, signal, untold }: Omit<Trial, "deployment" | "store">,
	{ instance, url }: { readonly instance: Instance; readonly url: string },
): Promise<ProbeResult> {
	const { model, version, process } = instance;
	const hopeless = async (): Promise<string | null> => ((await isAlive(process)) ? null : "its process ended");
	return probe({ url, model, version, untold, deadlineMs, clock, signal, hopeless });
}
