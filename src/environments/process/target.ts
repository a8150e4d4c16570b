import { mkdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Failure, type Sha256 } from "../../kernel/index.ts";
import type { ImageStore } from "../../release/index.ts";
import { probe } from "../probe.ts";
import type { Ask, Deployment, DeployResult, Target, TargetContext, TrialResult } from "../targets/target.ts";
import { drain } from "./drain.ts";
import {
	type Instance,
	lastLines,
	prune,
	readCurrent,
	readProcess,
	type StateFolder,
	stateFolder,
	writeJson,
} from "./files.ts";
import { ensureFront } from "./front-control.ts";
import { end, isAlive } from "./identity.ts";
import { ensureUnpacked, imageFolder, type UnpackedImage } from "./image.ts";
import { logOf, STOP_MS, startInstance } from "./instance.ts";
import { withLock } from "./lock.ts";
import { stopProcesses } from "./stop.ts";
import { sweep } from "./sweep.ts";
import { tryOut } from "./trial.ts";

export interface ProcessTargetOptions extends TargetContext {
	/** The environment's public port, on 127.0.0.1. */
	readonly port: number;
	/** Where state of all ports is kept; this one's lies in `process/<port>/`. Absolute. */
	readonly stateDir: string;
	readonly store: ImageStore;
	/** How to start this program again, for the front. */
	readonly self: readonly string[];
	/** All that a model inherits of the environment. */
	readonly env: { readonly PATH: string; readonly HOME: string; readonly LANG: string };
	/** How long a new version may take until it answers. */
	readonly startMs?: number;
}

const START_MS = 60_000;
const LOCK_WAIT_MS = 120_000;
const KEPT_IMAGES = 3;
const KEPT_LOGS = 10;

/**
 * The embedded target: a process on this machine. The new version is started beside the old one and asked directly;
 * only when it answers are people sent to it, and only then is the old one ended.
 */
export class ProcessTarget implements Target {
	readonly url: string;
	readonly #options: ProcessTargetOptions;
	readonly #folder: StateFolder;

	constructor(options: ProcessTargetOptions) {
		this.#options = options;
		this.url = `http://127.0.0.1:${options.port}`;
		this.#folder = stateFolder(join(options.stateDir, "process", String(options.port)));
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		await mkdir(this.#folder.root, { recursive: true });
		const { clock, signal } = this.#options;
		return withLock(this.#folder.root, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
			const current = readCurrent(this.#folder);
			// one that was replaced, and not ended, may have requests under way
			await sweep(this.#folder, [current], { clock, graceMs: STOP_MS });
			await this.#ensureFront();
			if (await this.#serves(current, deployment)) return { ok: true, changed: false };
			return this.#replace(current, deployment);
		});
	}

	async running(): Promise<Sha256 | null> {
		const current = readCurrent(this.#folder);
		const alive = (await isAlive(current?.process ?? null)) && (await isAlive(readProcess(this.#folder.front)));
		return alive ? (current?.digest ?? null) : null;
	}

	/** A process that ended is started anew only by a deploy, which writes down what is in service. */
	async upSince(): Promise<Date | null> {
		if ((await this.running()) === null) return null;
		return (await stat(this.#folder.current)).mtime;
	}

	async logs({ digest }: Deployment): Promise<readonly string[]> {
		const current = readCurrent(this.#folder);
		return current?.digest === digest ? lastLines(logOf(this.#folder, current.id), 20) : [];
	}

	tryOut<T>(deployment: Deployment, ask: Ask<T>, apart?: string): Promise<TrialResult<T>> {
		const { port, stateDir } = this.#options;
		const folder = apart ?? join(stateDir, "trial", `process-${port}`);
		return tryOut({ ...this.#options, deployment, folder }, ask);
	}

	/** Ends the model and the front: nothing answers on the port any more. The unpacked images stay. */
	async stop(): Promise<void> {
		await stopProcesses(this.#folder, this.#options);
	}

	async #serves(current: Instance | null, deployment: Deployment): Promise<boolean> {
		if (current?.digest !== deployment.digest || current.version !== deployment.version) return false;
		if (!(await isAlive(current.process))) return false;
		return (await this.#ask(current, 0)).ok;
	}

	async #replace(current: Instance | null, deployment: Deployment): Promise<DeployResult> {
		const image = await ensureUnpacked(this.#folder, this.#options.store, deployment.digest);
		const started = await this.#start(image, deployment);
		if (!("id" in started)) return started;
		const failed = await this.#refuseUnlessItAnswers(started);
		if (failed !== null) return failed;
		await writeJson(this.#folder.current, started);
		await this.#retire(current, started);
		return { ok: true, changed: true };
	}

	async #start(image: UnpackedImage, deployment: Deployment): Promise<Instance | DeployResult> {
		try {
			const { env } = this.#options;
			return await startInstance({ folder: this.#folder, deployment, ...image, env });
		} catch (cause) {
			if (!(cause instanceof Failure)) throw cause;
			return { ok: false, reason: cause.message, log: [] };
		}
	}

	/** Null when it answers; else it is ended, and what it said is told. */
	async #refuseUnlessItAnswers(started: Instance): Promise<DeployResult | null> {
		let answered = false;
		try {
			const result = await this.#ask(started, this.#options.startMs ?? START_MS);
			answered = result.ok;
			if (answered) return null;
			const log = await lastLines(logOf(this.#folder, started.id), 20);
			return { ok: false, reason: `${started.version} does not answer: ${result.reason}`, log };
		} finally {
			if (!answered) await this.#end(started);
		}
	}

	#ask(instance: Instance, deadlineMs: number): ReturnType<typeof probe> {
		const { clock, signal, untold } = this.#options;
		return probe({
			url: `http://127.0.0.1:${instance.port}`,
			model: instance.model,
			version: instance.version,
			untold,
			deadlineMs,
			clock,
			signal,
			hopeless: async () => ((await isAlive(instance.process)) ? null : "its process ended"),
		});
	}

	#ensureFront(): Promise<void> {
		const { port, self, env, clock } = this.#options;
		return ensureFront({ folder: this.#folder, port, self, env, clock });
	}

	async #retire(old: Instance | null, current: Instance): Promise<void> {
		const { clock } = this.#options;
		if (old !== null && (await isAlive(old.process))) await drain(old.port, clock);
		if (old !== null) await end(old.process, clock, STOP_MS);
		await sweep(this.#folder, [current], { clock });
		const keep = [old, current].flatMap((kept) =>
			kept === null ? [] : [basename(imageFolder(this.#folder, kept.digest))],
		);
		await prune(this.#folder.images, KEPT_IMAGES, new Set(keep));
		await prune(this.#folder.logs, KEPT_LOGS, new Set(["front.log", `${current.id}.log`]));
	}

	async #end(instance: Instance): Promise<void> {
		const { clock } = this.#options;
		await end(instance.process, clock);
		await sweep(this.#folder, [readCurrent(this.#folder)], { clock });
	}
}
