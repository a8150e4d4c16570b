import { mkdir, rm } from "node:fs/promises";
import { Failure } from "../../kernel/index.ts";
import type { ImageStore } from "../../release/index.ts";
import { probe } from "../probe.ts";
import type { Deployment, TargetContext } from "../targets/target.ts";
import { lastLines, stateFolder } from "./files.ts";
import { end, isAlive } from "./identity.ts";
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

export type TrialResult =
	| { readonly ok: true }
	| { readonly ok: false; readonly reason: string; readonly log: readonly string[] };

const START_MS = 60_000;
const LOCK_WAIT_MS = 120_000;

/** Unpacks an image and starts it on a free port until it answers, as the process target would, and ends it: nobody is sent to it. */
export async function tryOut(trial: Trial): Promise<TrialResult> {
	const { clock, signal } = trial;
	const folder = stateFolder(trial.folder);
	await mkdir(folder.root, { recursive: true });
	return withLock(folder.root, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
		try {
			// what a trial that was killed left running
			await sweep(folder, [], { clock });
			return await startAndAsk(trial);
		} finally {
			await sweep(folder, [], { clock });
			await rm(folder.root, { recursive: true, force: true });
		}
	});
}

async function startAndAsk({ deployment, store, env, clock, signal, ...trial }: Trial): Promise<TrialResult> {
	const folder = stateFolder(trial.folder);
	const image = await ensureUnpacked(folder, store, deployment.digest);
	try {
		const instance = await startInstance({ ...image, folder, deployment, env });
		const { model, version } = deployment;
		const url = `http://127.0.0.1:${instance.port}`;
		const hopeless = async (): Promise<string | null> =>
			(await isAlive(instance.process)) ? null : "its process ended";
		const deadlineMs = trial.startMs ?? START_MS;
		const answer = await probe({ url, model, version, deadlineMs, clock, signal, hopeless });
		const log = answer.ok ? [] : await lastLines(logOf(folder, instance.id), 20);
		await end(instance.process, clock);
		return answer.ok ? { ok: true } : { ok: false, reason: `${version} does not answer: ${answer.reason}`, log };
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		return { ok: false, reason: cause.message, log: [] };
	}
}
