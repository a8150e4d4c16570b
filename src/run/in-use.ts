import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { infrastructure } from "../kernel/index.ts";
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
import type { LockPlace, PatientFlocks } from "./patience.ts";
import { isRunning } from "./process.ts";
import { Turns } from "./turns.ts";

/** DVC's table of paths in use: `.dvc/tmp/rwlock`, itself guarded by a flock of `rwlock.lock`. */
export class InUse {
	readonly #root: string;
	readonly #locks: PatientFlocks;
	readonly #table: string;
	readonly #self: User;
	/** What is noted for us. */
	readonly #uses = new Set<PathsInUse>();
	readonly #edits = new Turns();

	constructor({ root, pid, command }: LockPlace, locks: PatientFlocks) {
		this.#root = root;
		this.#locks = locks;
		this.#table = join(root, ".dvc", "tmp", "rwlock");
		this.#self = { pid, cmd: command };
	}

	/** Whether a command of ours is at work. */
	get isUsed(): boolean {
		return this.#uses.size > 0;
	}

	async check(use: PathsInUse): Promise<void> {
		await this.#edit((table) => {
			this.#refuseBlocked(table, use);
			return table;
		});
	}

	async use<T>(use: PathsInUse, work: () => Promise<T>): Promise<T> {
		await this.#edit((table) => {
			this.#refuseBlocked(table, use);
			this.#uses.add(use);
			return this.#withOwnUses(table);
		});
		try {
			return await work();
		} finally {
			this.#uses.delete(use);
			// what the command made must be saved, however long somebody else takes
			await this.#edit((table) => this.#withOwnUses(table), Number.POSITIVE_INFINITY);
		}
	}

	#withOwnUses(table: UseTable): UseTable {
		const others = withoutUsers(table, ({ pid }) => pid === this.#self.pid);
		return [...this.#uses].reduce((sum, use) => withUse(sum, use, this.#self), others);
	}

	#edit(change: (table: UseTable) => UseTable, patienceMs?: number): Promise<void> {
		return this.#edits.take(async () => {
			const guard = `${this.#table}.lock`;
			await this.#locks.take(guard, patienceMs);
			try {
				await this.#change(change);
			} finally {
				await this.#locks.giveBack(guard);
			}
		});
	}

	/** Those who died at work are forgotten. */
	async #change(change: (table: UseTable) => UseTable): Promise<void> {
		const text = await readFile(this.#table, "utf8").catch(absent);
		const before = parseUse(text, ".dvc/tmp/rwlock");
		const gone = await goneAmong(pidsIn(before));
		const after = formatUse(change(withoutUsers(before, ({ pid }) => gone.has(pid))));
		if (after !== formatUse(before)) await replaceFile(this.#table, after);
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
		return path.startsWith(`${this.#root}/`) ? path.slice(this.#root.length + 1) : path;
	}
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
