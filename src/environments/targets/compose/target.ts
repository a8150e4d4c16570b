import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ContainerProgram } from "../../../config/index.ts";
import type { Sha256 } from "../../../kernel/index.ts";
import { drain } from "../../process/drain.ts";
import { readProcess, type StateFolder, stateFolder, writeJson } from "../../process/files.ts";
import { ensureFront } from "../../process/front-control.ts";
import { end, isAlive } from "../../process/identity.ts";
import { withLock } from "../../process/lock.ts";
import type { Ask, Deployment, DeployResult, Target, TargetContext, TrialResult } from "../target.ts";
import { askOnce, startAnswering } from "./answers.ts";
import { type Engine, isRunning, logsOf, startedAt, sweep, sweepAfterwards } from "./engine.ts";
import { type Instance, readCurrent } from "./instance.ts";
import { type Limits, Patience } from "./patience.ts";
import type { Starter } from "./start.ts";
import { thenTidy } from "./tidy.ts";
import { tryContainer } from "./trial.ts";

export interface ContainerTargetOptions extends TargetContext {
	/** The environment's public port, on 127.0.0.1. */
	readonly port: number;
	readonly program: ContainerProgram;
	readonly starter: Starter;
	/** Folder of mainline.yaml. */
	readonly root: string;
	/** Where state of all ports is kept; this one's lies in `compose/<port>/`. Absolute. */
	readonly stateDir: string;
	/** How to start this program again, for the front. */
	readonly self: readonly string[];
	readonly env: { readonly PATH: string; readonly HOME: string; readonly LANG: string };
	/** How long a new version may take until it answers. */
	readonly startMs?: number;
	/** How long the engine may take. */
	readonly limits?: Limits;
}

const START_MS = 60_000;
const LOCK_WAIT_MS = 120_000;

/**
 * A container of this machine behind our own front: the new version is started beside the old one and asked directly; only
 * when it answers are people sent to it, and only then is the old one ended.
 */
export class ContainerTarget implements Target {
	readonly url: string;
	readonly #options: ContainerTargetOptions;
	readonly #folder: StateFolder;
	readonly #engine: Engine;

	constructor(options: ContainerTargetOptions) {
		const { port, program, root, clock, signal, untold, stateDir, limits } = options;
		this.#options = options;
		this.url = `http://127.0.0.1:${port}`;
		this.#folder = stateFolder(join(stateDir, "compose", String(port)));
		const patience = new Patience(program, limits);
		this.#engine = { program, place: this.#folder.root, cwd: root, clock, signal, untold, patience };
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		await mkdir(this.#folder.root, { recursive: true });
		return this.#alone(async () => {
			const current = readCurrent(this.#folder);
			await sweep(this.#engine, current?.container ?? null);
			await ensureFront({ ...this.#options, folder: this.#folder });
			if (await this.#serves(current, deployment)) return { ok: true, changed: false };
			return this.#replace(current, deployment);
		});
	}

	async running(): Promise<Sha256 | null> {
		const current = readCurrent(this.#folder);
		if (current === null || !(await isAlive(readProcess(this.#folder.front)))) return null;
		return (await isRunning(this.#engine, current.container)) ? current.digest : null;
	}

	async upSince(): Promise<Date | null> {
		const current = readCurrent(this.#folder);
		if (current === null || (await this.running()) === null) return null;
		return startedAt(this.#engine, current.container);
	}

	async logs({ digest }: Deployment): Promise<readonly string[]> {
		const current = readCurrent(this.#folder);
		return current?.digest === digest ? logsOf(this.#engine, current.container) : [];
	}

	tryOut<T>(deployment: Deployment, ask: Ask<T>, apart?: string): Promise<TrialResult<T>> {
		const { port, stateDir, startMs = START_MS, starter, progress } = this.#options;
		// a place of its own: what ends there is none of what runs
		const engine = { ...this.#engine, place: apart ?? join(stateDir, "trial", `compose-${port}`) };
		// what may never run here would only drive out the byte code of what does
		const home = apart === undefined ? this.#folder.root : null;
		return tryContainer({ engine, starter, startMs, deployment, home, progress }, ask);
	}

	/** Ends the model and the front: nothing answers on the port any more. */
	async stop(): Promise<void> {
		await this.#alone(async () => {
			const front = readProcess(this.#folder.front);
			if (front !== null) await end(front, this.#options.clock);
			await sweepAfterwards(this.#engine, null);
		});
	}

	#alone<T>(work: () => Promise<T>): Promise<T> {
		const { clock, signal } = this.#options;
		return withLock(this.#folder.root, { clock, signal, waitMs: LOCK_WAIT_MS }, work);
	}

	async #serves(current: Instance | null, deployment: Deployment): Promise<boolean> {
		if (current?.digest !== deployment.digest || current.version !== deployment.version) return false;
		return (await isRunning(this.#engine, current.container)) && (await askOnce(this.#engine, current)).ok;
	}

	/** Whatever comes of it, one container stays: the new one once people are sent to it, else the old one. */
	async #replace(current: Instance | null, deployment: Deployment): Promise<DeployResult> {
		const { starter, startMs = START_MS, clock, progress } = this.#options;
		let inService = current;
		const replace = async (): Promise<DeployResult> => {
			const beginning = { deployment, starter, home: this.#folder.root, trial: false, startMs };
			const started = await startAnswering(this.#engine, beginning);
			if (!("id" in started)) return started;
			await writeJson(this.#folder.current, started);
			inService = started;
			if (current !== null) await drain(current.port, clock);
			return { ok: true, changed: true };
		};
		return thenTidy(
			replace,
			() => sweepAfterwards(this.#engine, inService?.container ?? null),
			(why) => progress.warn(`${deployment.environment}: a container may be left that the next deploy ends: ${why}`),
		);
	}
}
