import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import type { Clock } from "../kernel/index.ts";
import { removeStale } from "./lock.ts";
import { isRunning } from "./process.ts";

/** How far ahead a lock says that it is held, and how often it says so anew. */
const LIFETIME_MS = 300_000;
const REFRESH_MS = 60_000;
/** Clocks of machines that share a folder may differ by so much. */
const SLOP_MS = 10_000;
const SEPARATOR = "|";

interface Held {
	/** The file of our own that the lock is a second name of. */
	readonly claim: string;
	readonly timer: NodeJS.Timeout;
}

/**
 * `core.hardlink_lock`: DVC's locks for file systems without flock, as the Python package flufl.lock has them. Whoever
 * makes the lock's name a hard link to a file of its own holds it; the text says who, the time until when. A lock that
 * ran out, or whose process is gone from this machine, is taken over. Stands in for `Flocks`.
 */
export class HardLinks {
	readonly #clock: Clock;
	readonly #held = new Map<string, Held>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** False when somebody else holds it. */
	async take(file: string, pid: number): Promise<boolean> {
		const claim = [file, hostname(), pid, BigInt(`0x${randomBytes(7).toString("hex")}`)].join(SEPARATOR);
		writeFileSync(claim, claim);
		try {
			this.#touch(claim);
			if (!linked(claim, file)) {
				await this.#breakStale(file);
				if (!linked(claim, file)) return false;
			}
		} finally {
			if (!isSame(claim, file)) rmSync(claim, { force: true });
		}
		const timer = setInterval(() => this.#touch(claim), REFRESH_MS);
		timer.unref();
		this.#held.set(file, { claim, timer });
		return true;
	}

	async giveBack(file: string): Promise<void> {
		this.#release(file);
	}

	close(): void {
		for (const file of this.#held.keys()) this.#release(file);
	}

	#release(file: string): void {
		const held = this.#held.get(file);
		if (held === undefined) return;
		this.#held.delete(file);
		clearInterval(held.timer);
		if (isSame(held.claim, file)) unlinkSync(file);
		rmSync(held.claim, { force: true });
	}

	#touch(claim: string): void {
		const until = new Date(this.#clock.now().getTime() + LIFETIME_MS);
		try {
			utimesSync(claim, until, until);
		} catch {
			// somebody took the lock over: then it is theirs
		}
	}

	async #breakStale(file: string): Promise<void> {
		const text = textOf(file);
		const holder = text === null ? null : holderIn(text);
		if (text === null || holder === null) return;
		const until = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		const over = until + SLOP_MS < this.#clock.now().getTime();
		const gone = holder.host === hostname() && !(await isRunning(holder.pid));
		if (!over && !gone) return;
		await removeStale(file, text);
		rmSync(text, { force: true });
	}
}

/** Who holds a lock, where its text says so: DVC's own gives only the name of a file. */
export function holderIn(text: string): { host: string; pid: number } | null {
	const [, host, pid = "", chance] = text.trim().split(SEPARATOR);
	if (host === undefined || chance === undefined || !/^[1-9]\d*$/.test(pid)) return null;
	return { host, pid: Number(pid) };
}

/** False when the name is taken. */
function linked(claim: string, file: string): boolean {
	try {
		linkSync(claim, file);
		return true;
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
		throw cause;
	}
}

function isSame(a: string, b: string): boolean {
	const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
	return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return null;
	}
}
