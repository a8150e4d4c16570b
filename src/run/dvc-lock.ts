import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, infrastructure, type Progress } from "../kernel/index.ts";
import { Flocks } from "../shell/index.ts";
import { HardLinks, holderIn } from "./hard-links.ts";
import { replaceFile } from "./manifest-file.ts";
import {
	blockersOf,
	formatUse,
	type PathsInUse,
	parseUse,
	pidsIn,
	type User,
	type UseTable,
	withoutUsers,
	withUse,
} from "./paths-in-use.ts";
import { isRunning } from "./process.ts";

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

/** What work in a project must ask before it touches what a running stage of somebody else's reads or makes. */
export interface Access {
	/** Failure `path-busy` when somebody else uses one of the paths. */
	check(use: PathsInUse): Promise<void>;
	/**
	 * Lets others into the project while `work` runs, with its paths noted as in use: a stage's command takes hours, and may
	 * call dvc itself. Failure `path-busy`.
	 */
	lend<T>(use: PathsInUse, work: () => Promise<T>): Promise<T>;
}

const PATIENCE_MS = 10_000;
const TRY_MS = 100;
const SILENT_MS = 2000;

/** Does work that changes a project while no dvc, and no other mainline, changes it: under DVC's own lock. Failure `dvc-busy`. */
export async function lockedProject<T>(place: LockPlace, work: (access: Access) => Promise<T>): Promise<T> {
	await mkdir(join(place.root, ".dvc", "tmp"), { recursive: true });
	const locks = place.hardLinks === true ? new HardLinks(place.clock) : await Flocks.start(place.root);
	if (locks === null) {
		place.progress.warn("neither perl nor python3 is here: a dvc that runs at the same time is not noticed");
		return work(UNGUARDED);
	}
	const lock = new DvcLock(place, locks);
	try {
		await lock.take(place.patienceMs ?? PATIENCE_MS);
		return await work(lock);
	} finally {
		locks.close();
	}
}

/** The two ways of locking a file, alike. */
type Locks = Pick<Flocks, "take" | "giveBack" | "close">;

/** For work that nothing else can meet. */
export const UNGUARDED: Access = { check: async () => {}, lend: (_use, work) => work() };

/**
 * DVC's two locks: the project's (flock of `.dvc/tmp/lock`, dvc/lock.py), held while files are changed, and the table of
 * paths in use (`.dvc/tmp/rwlock`, itself guarded by a flock of `rwlock.lock`).
 */
class DvcLock implements Access {
	readonly #place: LockPlace;
	readonly #locks: Locks;
	readonly #project: string;
	readonly #table: string;
	readonly #self: User;

	constructor(place: LockPlace, locks: Locks) {
		const tmp = join(place.root, ".dvc", "tmp");
		this.#place = place;
		this.#locks = locks;
		this.#project = join(tmp, "lock");
		this.#table = join(tmp, "rwlock");
		this.#self = { pid: place.pid, cmd: place.command };
	}

	async take(patienceMs: number): Promise<void> {
		await this.#wait(this.#project, patienceMs);
	}

	async check(use: PathsInUse): Promise<void> {
		await this.#edit((table) => {
			this.#refuseBlocked(table, use);
			return table;
		});
	}

	async lend<T>(use: PathsInUse, work: () => Promise<T>): Promise<T> {
		await this.#edit((table) => {
			this.#refuseBlocked(table, use);
			return withUse(table, use, this.#self);
		});
		await this.#locks.giveBack(this.#project);
		try {
			return await work();
		} finally {
			// what the command made must be saved, however long somebody else takes
			await this.#wait(this.#project, Number.POSITIVE_INFINITY);
			await this.#edit((table) => withoutUsers(table, ({ pid }) => pid === this.#self.pid));
		}
	}

	/** Changes the table of paths in use; those who died in it are forgotten. */
	async #edit(change: (table: UseTable) => UseTable): Promise<void> {
		const guard = `${this.#table}.lock`;
		await this.#wait(guard, this.#place.patienceMs ?? PATIENCE_MS);
		try {
			const text = await readFile(this.#table, "utf8").catch(absent);
			const before = parseUse(text, ".dvc/tmp/rwlock");
			const gone = await goneAmong(pidsIn(before));
			const after = change(withoutUsers(before, ({ pid }) => gone.has(pid)));
			if (formatUse(after) !== formatUse(before)) await replaceFile(this.#table, formatUse(after));
		} finally {
			await this.#locks.giveBack(guard);
		}
	}

	#refuseBlocked(table: UseTable, use: PathsInUse): void {
		const [first] = blockersOf(table, use, this.#self.pid);
		if (first === undefined) return;
		const [path, { pid, cmd }] = first;
		throw infrastructure("path-busy", `${this.#shown(path)} is in use by \`${cmd}\` (process ${pid})`, {
			at: { file: this.#shown(path) },
			found: `process ${pid}, which is running`,
			expected: "nobody else at work on it",
			hint: "wait until it has ended, then run again",
		});
	}

	#shown(path: string): string {
		const { root } = this.#place;
		return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
	}

	async #wait(file: string, patienceMs: number): Promise<void> {
		const { clock, progress, signal, pid } = this.#place;
		const start = clock.monotonic();
		let told = false;
		while (!(await this.#locks.take(file, pid))) {
			const waited = clock.monotonic() - start;
			if (waited > patienceMs) throw await busy(file);
			if (!told && waited > SILENT_MS) progress.say(`waiting for ${await holderOf(file)}, which holds the project`);
			told ||= waited > SILENT_MS;
			signal.throwIfAborted();
			await clock.sleep(TRY_MS);
		}
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

function absent(cause: NodeJS.ErrnoException): null {
	if (cause.code === "ENOENT") return null;
	throw cause;
}

async function goneAmong(pids: ReadonlySet<number>): Promise<ReadonlySet<number>> {
	const gone = new Set<number>();
	for (const pid of pids) if (!(await isRunning(pid))) gone.add(pid);
	return gone;
}
