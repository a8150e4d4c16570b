import { readFile } from "node:fs/promises";
import { type Clock, infrastructure, type Progress } from "../kernel/index.ts";
import type { Flocks } from "../shell/index.ts";
import { holderIn } from "./hard-links.ts";

/** Who locks, and how somebody else's lock is waited for. */
export interface LockPlace {
	/** Absolute path of the DVC root. */
	readonly root: string;
	/** As others are told who holds it: `mainline run`. */
	readonly command: string;
	readonly pid: number;
	readonly clock: Clock;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** `core.hardlink_lock`: the file system has no flock. */
	readonly hardLinks?: boolean;
	/** How long to wait for somebody else; default 10 s. */
	readonly patienceMs?: number;
}

const PATIENCE_MS = 10_000;
const TRY_MS = 100;
const SILENT_MS = 2000;

/** The two ways of locking a file, alike. */
export type Locks = Pick<Flocks, "take" | "giveBack" | "close">;

/** Locks that are waited for. */
export class PatientFlocks {
	readonly #place: LockPlace;
	readonly #flocks: Locks;
	readonly #patienceMs: number;

	constructor(place: LockPlace, flocks: Locks) {
		this.#place = place;
		this.#flocks = flocks;
		this.#patienceMs = place.patienceMs ?? PATIENCE_MS;
	}

	/** Failure `dvc-busy` when somebody else holds it for longer than our patience. */
	async take(file: string, patienceMs = this.#patienceMs): Promise<void> {
		const { clock, progress, signal, pid } = this.#place;
		const start = clock.monotonic();
		let told = false;
		while (!(await this.#flocks.take(file, pid))) {
			const waited = clock.monotonic() - start;
			if (waited > patienceMs) throw await busy(file);
			if (!told && waited > SILENT_MS) progress.say(`waiting for ${await holderOf(file)}, which holds the project`);
			told ||= waited > SILENT_MS;
			signal.throwIfAborted();
			await clock.sleep(TRY_MS);
		}
	}

	giveBack(file: string): Promise<void> {
		return this.#flocks.giveBack(file);
	}
}

async function busy(file: string): Promise<Error> {
	return infrastructure("dvc-busy", `the project is being changed by ${await holderOf(file)}`, {
		found: `a lock on ${file}`,
		expected: "nobody else at work in the project",
		hint: `wait until it has ended, then run again; if nothing is running, remove ${file}`,
	});
}

/** Whoever locks writes its process id into the file. */
async function holderOf(file: string): Promise<string> {
	const text = (await readFile(file, "utf8").catch(() => "")).trim();
	const pid = String(holderIn(text)?.pid ?? text);
	return /^\d+$/.test(pid) ? `process ${pid}` : "another dvc or mainline";
}
