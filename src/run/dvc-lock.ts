import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Flocks } from "../shell/index.ts";
import { InUse } from "./in-use.ts";
import type { PathsInUse } from "./paths-in-use.ts";
import { type LockPlace, PatientFlocks } from "./patience.ts";
import { Turns } from "./turns.ts";

/** What work in a project must ask before it touches what a running stage of somebody else's reads or makes. */
export interface Access {
	/** Failure `path-busy` when somebody else uses one of the paths. */
	check(use: PathsInUse): Promise<void>;
	/** Notes the paths as in use while `work` runs. Failure `path-busy`. */
	use<T>(use: PathsInUse, work: () => Promise<T>): Promise<T>;
	/**
	 * Lets others into the project while `work` runs, as far as nobody else of us is in it: a stage's command takes hours, and
	 * may call dvc itself.
	 */
	rest<T>(work: () => Promise<T>): Promise<T>;
	/** Is in the project while `work` runs, as one of several of us. */
	hold<T>(work: () => Promise<T>): Promise<T>;
	/** `rest` with paths in use. */
	lend<T>(use: PathsInUse, work: () => Promise<T>): Promise<T>;
	/** Sees to it that a process group does not outlive us, however we die; until the returned function is called. */
	watch(group: number): () => void;
}

/** After so long others who wait are let in between two of us: dvc itself waits for three seconds. */
const FAIR_MS = 1000;
const PAUSE_MS = 250;

/** Does work that changes a project while no dvc, and no other mainline, changes it: under DVC's own lock. Failure `dvc-busy`. */
export async function lockedProject<T>(place: LockPlace, work: (access: Access) => Promise<T>): Promise<T> {
	await mkdir(join(place.root, ".dvc", "tmp"), { recursive: true });
	const flocks = await Flocks.start(place.root);
	if (flocks === null) {
		place.progress.warn("neither perl nor python3 is here: a dvc that runs at the same time is not noticed");
		return work(UNGUARDED);
	}
	try {
		const lock = new DvcLock(place, flocks);
		await lock.take();
		return await work(lock);
	} finally {
		flocks.close();
	}
}

/** For work that nothing else can meet. */
export const UNGUARDED: Access = {
	check: async () => {},
	use: (_use, work) => work(),
	rest: (work) => work(),
	hold: (work) => work(),
	lend: (_use, work) => work(),
	watch: () => () => {},
};

/**
 * DVC's two locks: the project's (flock of `.dvc/tmp/lock`, dvc/lock.py), held while files are changed, and the table of
 * paths in use. The project is locked once for all of us who are in it.
 */
class DvcLock implements Access {
	readonly #place: LockPlace;
	readonly #flocks: Flocks;
	readonly #locks: PatientFlocks;
	readonly #inUse: InUse;
	readonly #project: string;
	readonly #changes = new Turns();
	#inside = 0;
	#lockedAt: number | null = null;
	/** Fulfilled when somebody else had the chance to come in. */
	#handOver: PromiseWithResolvers<void> | null = null;

	constructor(place: LockPlace, flocks: Flocks) {
		this.#place = place;
		this.#flocks = flocks;
		this.#locks = new PatientFlocks(place, flocks);
		this.#inUse = new InUse(place, this.#locks);
		this.#project = join(place.root, ".dvc", "tmp", "lock");
	}

	async take(): Promise<void> {
		this.#inside++;
		await this.#changes.take(() => this.#lock());
	}

	check(use: PathsInUse): Promise<void> {
		return this.#inUse.check(use);
	}

	use<T>(use: PathsInUse, work: () => Promise<T>): Promise<T> {
		return this.#inUse.use(use, work);
	}

	async rest<T>(work: () => Promise<T>): Promise<T> {
		await this.#leave();
		try {
			return await work();
		} finally {
			await this.#enter();
		}
	}

	async hold<T>(work: () => Promise<T>): Promise<T> {
		try {
			await this.#enter();
			return await work();
		} finally {
			await this.#leave();
		}
	}

	lend<T>(use: PathsInUse, work: () => Promise<T>): Promise<T> {
		return this.use(use, () => this.rest(work));
	}

	watch(group: number): () => void {
		return this.#flocks.watch(group);
	}

	/** However long somebody else takes. Counts also when it fails, as every leaving does. */
	async #enter(): Promise<void> {
		if (this.#isOverdue()) await this.#handedOver();
		this.#inside++;
		await this.#changes.take(() => this.#lock(Number.POSITIVE_INFINITY));
	}

	async #leave(): Promise<void> {
		this.#inside--;
		await this.#changes.take(async () => {
			if (this.#inside > 0 || this.#lockedAt === null) return;
			this.#lockedAt = null;
			await this.#locks.giveBack(this.#project);
		});
		if (this.#inside === 0) this.#letOthersIn();
	}

	async #lock(patienceMs?: number): Promise<void> {
		if (this.#lockedAt !== null) return;
		await this.#locks.take(this.#project, patienceMs);
		this.#lockedAt = this.#place.clock.monotonic();
	}

	/** Whether a command of ours that wants to come in itself might have waited for too long. */
	#isOverdue(): boolean {
		if (this.#handOver !== null) return true;
		if (this.#inside === 0 || this.#lockedAt === null || !this.#inUse.isUsed) return false;
		return this.#place.clock.monotonic() - this.#lockedAt > FAIR_MS;
	}

	#handedOver(): Promise<void> {
		this.#handOver ??= Promise.withResolvers<void>();
		return this.#handOver.promise;
	}

	#letOthersIn(): void {
		const asked = this.#handOver;
		if (asked === null) return;
		void this.#place.clock.sleep(PAUSE_MS).then(() => {
			if (this.#handOver === asked) this.#handOver = null;
			asked.resolve();
		});
	}
}
