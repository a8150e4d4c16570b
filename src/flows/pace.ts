import { formatBytes, formatCount, formatSeconds } from "../compare/index.ts";
import type { Clock } from "../kernel/index.ts";
import type { TransferProgress } from "../store/index.ts";

/** The speed is that of the last so many seconds: what was quick once says nothing of what is slow now. */
const WINDOW_MS = 20_000;
/** Before so much time has gone by, no guess is told. */
const FIRST_GUESS_MS = 3_000;
const TELL_MS = 100;

interface Point {
	readonly at: number;
	readonly files: number;
	readonly bytes: number;
}

/** Words for where a transfer is: files, bytes, speed, and the time left, by whichever of files and bytes takes longer. */
export class Pace {
	readonly #clock: Clock;
	readonly #verb: string;
	readonly #tell: (line: string) => void;
	#points: Point[] = [];
	#told = Number.NEGATIVE_INFINITY;

	constructor(verb: string, { clock, tell }: { readonly clock: Clock; readonly tell: (line: string) => void }) {
		this.#verb = verb;
		this.#clock = clock;
		this.#tell = tell;
	}

	/** Told of each object and of parts of big ones; puts it into words a few times a second. */
	note(now: TransferProgress): void {
		const at = this.#clock.monotonic();
		if (at - this.#told < TELL_MS && now.files < now.total) return;
		this.#told = at;
		this.#points.push({ at, files: now.files, bytes: Number(now.bytes) });
		while (this.#points.length > 2 && at - (this.#points[1]?.at ?? at) > WINDOW_MS) this.#points.shift();
		this.#tell(this.#words(now));
	}

	#words({ files, total, bytes, totalBytes }: TransferProgress): string {
		const [first, last] = [this.#points[0], this.#points.at(-1)];
		const milliseconds = first === undefined || last === undefined ? 0 : last.at - first.at;
		const moved = Number(bytes) - (first?.bytes ?? 0);
		const ofBytes = totalBytes === null || totalBytes < bytes ? "" : ` of ${formatBytes(Number(totalBytes))}`;
		const parts = [
			`${this.#verb} ${formatCount(files)} of ${formatCount(total)}`,
			`${formatBytes(Number(bytes))}${ofBytes}`,
		];
		if (milliseconds >= 1000) parts.push(`${formatBytes(Math.round((moved / milliseconds) * 1000))}/s`);
		const left =
			milliseconds < FIRST_GUESS_MS ? null : secondsLeft({ files, total, bytes, totalBytes }, { first, milliseconds });
		if (left !== null) parts.push(`about ${formatSeconds(left)} left`);
		return parts.join(", ");
	}
}

/** Null while nothing moves. */
function secondsLeft(
	{ files, total, bytes, totalBytes }: TransferProgress,
	{ first, milliseconds }: { readonly first: Point | undefined; readonly milliseconds: number },
): number | null {
	const byFiles = rest(total - files, files - (first?.files ?? 0));
	const byBytes = totalBytes === null ? 0 : rest(Number(totalBytes - bytes), Number(bytes) - (first?.bytes ?? 0));
	const rates = Math.max(byFiles, byBytes);
	// a single big file gives no rate of files until it is done
	const best = Number.isFinite(rates) ? rates : totalBytes === null ? Number.POSITIVE_INFINITY : byBytes;
	return Number.isFinite(best) ? (best * milliseconds) / 1000 : null;
}

function rest(left: number, moved: number): number {
	if (left <= 0) return 0;
	return moved <= 0 ? Number.POSITIVE_INFINITY : left / moved;
}
