import { randomBytes } from "node:crypto";
import type { Clock, Progress } from "../../kernel/index.ts";
import { clean } from "../../report/index.ts";
import { Lines, Titles } from "./plain.ts";

const MINUTE_MS = 60_000;

export interface CiOptions {
	/** GitHub's runner folds groups; elsewhere a title is a line. */
	readonly gitHub: boolean;
	readonly clock: Clock;
}

/**
 * A log that people read later: a group for each stage, and a line a minute, so that a long silence is not taken for a
 * hang. On GitHub a stage's own output cannot give the runner commands (`::set-env …`): they are switched off around it.
 */
export function ciProgress(write: (text: string | Uint8Array) => void, { gitHub, clock }: CiOptions): Progress {
	const lines = new Lines(write);
	const token = randomBytes(16).toString("hex");
	const pulse = new Pulse(clock, (words) => lines.line(words));
	const titles = new Titles(
		(title) => lines.line(gitHub ? `::group::${title}\n::stop-commands::${token}` : `${title}:`),
		() => {
			if (gitHub) lines.line(`::${token}::\n::endgroup::`);
		},
	);
	return {
		say: (line) => {
			titles.show();
			lines.line(clean(line, 2000));
		},
		live: (line) => pulse.note(clean(line, 200)),
		output: (chunk) => {
			titles.show();
			lines.raw(chunk);
		},
		group: (title) => {
			const close = titles.open(clean(title, 200));
			const rest = pulse.begin(clean(title, 200));
			return () => {
				rest();
				close();
			};
		},
		warn: (line) =>
			lines.line(
				gitHub && titles.current === null ? `::warning::${clean(line, 2000)}` : `warning: ${clean(line, 2000)}`,
			),
	};
}

/** Says once a minute what goes on and for how long. */
class Pulse {
	readonly #clock: Clock;
	readonly #tell: (words: string) => void;
	#note = "";

	constructor(clock: Clock, tell: (words: string) => void) {
		this.#clock = clock;
		this.#tell = tell;
	}

	note(words: string): void {
		this.#note = words;
	}

	begin(title: string): () => void {
		const start = this.#clock.monotonic();
		this.#note = "";
		const timer = setInterval(() => {
			const minutes = Math.round((this.#clock.monotonic() - start) / MINUTE_MS);
			this.#tell(`${title}: ${minutes} min so far${this.#note === "" ? "" : `, ${this.#note}`}`);
		}, MINUTE_MS);
		timer.unref();
		return () => clearInterval(timer);
	}
}
