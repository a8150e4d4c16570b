import type { ContainerProgram } from "../../../config/index.ts";
import { type Clock, infrastructure } from "../../../kernel/index.ts";
import { type RunResult, run } from "../../../shell/index.ts";
import { lastLinesOf } from "../tail.ts";
import { whileAlive } from "./alive.ts";
import { type Call, type Doing, type Limits, Patience } from "./patience.ts";

export interface MachineOptions {
	/** As ssh takes it. */
	readonly host: string;
	/** What runs containers there. */
	readonly program: ContainerProgram;
	/** Where lines run: absolute, there. */
	readonly directory: string;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** How long the engine there may take. */
	readonly limits?: Limits | undefined;
}

/** How a line is run. */
export interface Saying {
	/** Absent: it is answered at once. */
	readonly doing?: Doing;
	readonly input?: string;
}

/** Two questions of ssh's own, ten seconds apart, and ten for the answer: a machine that is at work for longer answers them all the while. */
const SSH_OPTIONS = ["BatchMode=yes", "ConnectTimeout=15", "ServerAliveInterval=10", "ServerAliveCountMax=2"].flatMap(
	(option) => ["-o", option],
);
/** As ssh says that the other end went while a command ran. */
const LOST = /^(?:Timeout, server |client_loop: |Read from remote host |Connection to \S+ closed)/;

/** Another machine with an engine, by ssh. */
export class Machine {
	readonly #options: MachineOptions;
	readonly #patience: Patience;

	constructor(options: MachineOptions) {
		this.#options = options;
		this.#patience = new Patience(options.program, options.limits);
	}

	/** Runs the engine's program there. */
	ask(verb: string, rest: string, doing: Doing = "question"): Promise<RunResult> {
		const what = `${this.#options.program} ${verb}`;
		return this.say(what, `${what} ${rest}`, { doing });
	}

	/**
	 * Runs a line in the folder there; `what` says in short what it is. Where the engine hangs, ssh's own questions are answered all the same. Failures
	 * `host-unreachable`, `host-lost`, `engine-silent`, `interrupted`.
	 */
	say(what: string, line: string, { doing = "question", input }: Saying = {}): Promise<RunResult> {
		const { clock, signal, program } = this.#options;
		const said = (ends: AbortSignal): Promise<RunResult> => this.#run({ what, doing }, line, { signal: ends, input });
		if (doing === "question") return said(signal);
		const beside = { what: `${program} ps\` beside \`${what}`, doing: "look" } as const;
		const look = (ends: AbortSignal): Promise<RunResult> => this.#run(beside, `${program} ps -q`, { signal: ends });
		return whileAlive({ clock, signal, everyMs: this.#patience.lookEveryMs, look }, said);
	}

	async #run(
		about: Pick<Call, "what" | "doing">,
		line: string,
		{ signal, input }: { readonly signal: AbortSignal; readonly input?: string | undefined },
	): Promise<RunResult> {
		const { host, directory } = this.#options;
		const args = [...SSH_OPTIONS, "--", host, `cd ${quoted(directory)} && ${line}`];
		const options = input === undefined ? { signal } : { signal, input };
		const call = callThere(this.#options, about);
		const result = await this.#patience.within(call, (limit) => run("ssh", args, { ...options, ...limit }));
		if (this.#options.signal.aborted) throw infrastructure("interrupted", `stopped while ${host} was at work`);
		if (result.code !== 255) return result;
		const found = lastLinesOf(result.stderr).at(-1)?.trimEnd() ?? "no answer";
		if (LOST.test(found)) {
			throw infrastructure("host-lost", `ssh lost ${host} while it was at \`${about.what}\``, {
				found,
				hint: "nobody knows whether it was done there: once the machine answers, run this again",
			});
		}
		throw infrastructure("host-unreachable", `ssh does not reach ${host}`, {
			found,
			hint: `does \`ssh -o BatchMode=yes ${host} true\` work in this job?`,
		});
	}
}

/** Whose silence it would be: what an engine is not asked for, as reading a file, is the machine's own affair. */
function callThere({ host, program }: MachineOptions, about: Pick<Call, "what" | "doing">): Call {
	if (!/^(?:docker|podman)\b/.test(about.what)) return { who: host, see: "that machine and its disks", ...about };
	return { who: `${program} of ${host}`, see: `the engine there (\`${program} info\`)`, ...about };
}

/** A word for the other machine's shell. */
export function quoted(word: string): string {
	return `'${word.replaceAll("'", "'\\''")}'`;
}
