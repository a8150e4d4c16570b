import type { ContainerProgram } from "../../../config/index.ts";
import { infrastructure } from "../../../kernel/index.ts";
import type { RunResult } from "../../../shell/index.ts";
import { formatDuration } from "../../durations.ts";

/** How long an engine may take, by what it is asked. */
export interface Limits {
	/** For what it knows: what there is, and what that says. */
	readonly questionMs: number;
	/** To start something, to end it, to take it away. */
	readonly workMs: number;
	/** To bring an image, or all that a service needs: without a word of it. */
	readonly transferMs: number;
	/** What takes its time: so often the engine is asked meanwhile whether it lives. Null: that would say nothing. */
	readonly lookEveryMs: number | null;
	/** For the answer to that. */
	readonly lookMs: number;
}

const MINUTE_MS = 60_000;
const LONG = { workMs: 10 * MINUTE_MS, transferMs: 60 * MINUTE_MS, lookMs: 5 * MINUTE_MS };

/**
 * Where nobody watches, neither program tells how far it is with a layer, and one of ten gigabytes comes in half an hour over a slow line: that
 * a pull stands still is known late. That docker's engine hangs is known soon all the same, as it answers questions while it is at work. podman
 * has no engine behind it, and whoever asks waits for whoever just writes a layer: 16 seconds for three gigabytes on a fast disk. It may be podman that
 * docker's program speaks to: what is asked beside a pull has as long there.
 */
const USUAL: Readonly<Record<ContainerProgram, Limits>> = {
	docker: { ...LONG, questionMs: MINUTE_MS, lookEveryMs: MINUTE_MS / 2 },
	podman: { ...LONG, questionMs: 5 * MINUTE_MS, lookEveryMs: null },
};
/** Who has waited for nothing does not wait as long again. */
const WORN_MS = 10_000;

export type Doing = "question" | "look" | "work" | "transfer";

const WORK = ["run", "create", "cp", "stop", "rm", "rmi", "volume rm"];

/** By the first words of what the engine's program is told. */
export function doingOf([verb = "", noun = ""]: readonly string[]): Doing {
	if (verb === "pull") return "transfer";
	return WORK.includes(verb) || WORK.includes(`${verb} ${noun}`) ? "work" : "question";
}

/** Something that is asked of an engine. */
export interface Call {
	/** Whose silence it would be: `docker`, `docker of gpu1`. */
	readonly who: string;
	/** What is to be looked at then, in a sentence part. */
	readonly see: string;
	/** In short, as a command. */
	readonly what: string;
	readonly doing: Doing;
}

/** As `run` takes it. */
export type Limit = { readonly timeoutMs: number } | { readonly silenceMs: number };

/** How long one engine is waited for; less once it was silent, until it answers. */
export class Patience {
	readonly lookEveryMs: number | null;
	readonly #limits: Limits;
	#isWorn = false;

	constructor(program: ContainerProgram, limits: Limits = USUAL[program]) {
		this.#limits = limits;
		this.lookEveryMs = limits.lookEveryMs;
	}

	/** Failure `engine-silent`. */
	async within(call: Call, run: (limit: Limit) => Promise<RunResult>): Promise<RunResult> {
		const ms = this.msFor(call.doing);
		const result = await run(call.doing === "transfer" ? { silenceMs: ms } : { timeoutMs: ms });
		// one that was ended because another one got no answer says nothing
		if (result.code === 0) this.#isWorn = false;
		else if (result.timedOut) {
			this.#isWorn = true;
			throw silent(call, ms);
		}
		return result;
	}

	msFor(doing: Doing): number {
		const { questionMs: question, lookMs: look, workMs: work, transferMs: transfer } = this.#limits;
		const usual = { question, look, work, transfer }[doing];
		return this.#isWorn && doing !== "transfer" ? Math.min(usual, WORN_MS) : usual;
	}
}

export const SILENT = "engine-silent";

export function silent({ who, see, what, doing }: Call, ms: number): Error {
	const step = doing === "transfer" ? "see to the network and to the registry" : `see to ${see}`;
	return infrastructure(SILENT, `${who} gave no answer to \`${what}\` for ${formatDuration(ms)}`, {
		hint: `${step}, then run again: what is done already is not done twice`,
	});
}
