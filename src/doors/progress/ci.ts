import { randomBytes } from "node:crypto";
import type { Clock, Lane, Progress } from "../../kernel/index.ts";
import { clean } from "../../report/index.ts";
import { Lines, plainLane, Titles } from "./plain.ts";
import { Pulse } from "./pulse.ts";

export interface CiOptions {
	/** GitHub's runner folds groups; elsewhere a title is a line. */
	readonly gitHub: boolean;
	readonly clock: Clock;
}

/** Of what a stage says beside others the last part is kept for its group, in bytes; its log file has all. */
const KEPT = 8 * 1024 * 1024;

/**
 * A log that people read later: a group for each stage, and a line a minute, so that a long silence is not taken for a
 * hang. On GitHub a stage's own output cannot give the runner commands (`::set-env …`): they are switched off around it.
 */
export function ciProgress(write: (text: string | Uint8Array) => void, { gitHub, clock }: CiOptions): Progress {
	const lines = new Lines(write);
	const token = randomBytes(16).toString("hex");
	const pulse = new Pulse(clock, (words) => lines.line(words));
	const begin = (title: string): void =>
		lines.line(gitHub ? `::group::${title}\n::stop-commands::${token}` : `${title}:`);
	const end = (): void => {
		if (gitHub) lines.line(`::${token}::\n::endgroup::`);
	};
	const titles = new Titles(begin, end);
	return {
		say: (line) => {
			titles.show();
			lines.line(gitHub ? defused(clean(line, 2000)) : clean(line, 2000));
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
				gitHub && titles.current === null
					? `::warning::${defused(clean(line, 2000))}`
					: `warning: ${clean(line, 2000)}`,
			),
		lane: (title) => {
			const rest = pulse.begin(clean(title, 200));
			const lane = gitHub ? groupLane(lines, () => begin(clean(title, 200)), end) : plainLane(lines, title);
			return {
				...lane,
				close: () => {
					rest();
					lane.close();
				},
			};
		},
	};
}

/** The runner takes `::x::` at a line's start, and the older `##[x]` anywhere in it, for a command. */
function defused(line: string): string {
	return line.replaceAll("##[", "# #[").replace(/^\s*::/, "\u200b::");
}

/** Groups cannot lie in each other: a lane's is written when it is over. */
function groupLane(lines: Lines, begin: () => void, end: () => void): Lane {
	const kept: Buffer[] = [];
	let [size, lost] = [0, 0];
	const keep = (chunk: Uint8Array | string): void => {
		kept.push(Buffer.from(chunk));
		size += chunk.length;
		while (size > KEPT && kept.length > 1) {
			const gone = kept.shift()?.length ?? 0;
			size -= gone;
			lost += gone;
		}
	};
	const line = (text: string): void =>
		keep(`${kept.at(-1)?.at(-1) === 0x0a || kept.length === 0 ? "" : "\n"}${text}\n`);
	return {
		say: (text) => line(clean(text, 2000)),
		warn: (text) => line(`warning: ${clean(text, 2000)}`),
		live: () => {},
		output: keep,
		close: () => {
			if (size === 0) return;
			begin();
			if (lost > 0) lines.line(`… ${lost} bytes before this are in its log file`);
			for (const chunk of kept) lines.raw(chunk);
			end();
		},
	};
}
