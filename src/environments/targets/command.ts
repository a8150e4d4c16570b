import { stream } from "../../shell/index.ts";
import { formatDuration } from "../durations.ts";
import { Tail } from "./tail.ts";
import { type Deployment, type DeployResult, deploymentVariables, type Target, type TargetContext } from "./target.ts";

export interface CommandTargetOptions extends TargetContext {
	/** A program and its arguments, or one line for the shell. */
	readonly command: readonly string[] | string;
	/** Folder in which it runs: the one that holds mainline.yaml. */
	readonly cwd: string;
	/** How long it may take; absent: an hour. */
	readonly timeoutMs?: number;
}

const TIMEOUT_MS = 3_600_000;

/** Deploys by the user's own command: exit code 0 means that the image runs. */
export class CommandTarget implements Target {
	readonly url = null;
	readonly #options: CommandTargetOptions;

	constructor(options: CommandTargetOptions) {
		this.#options = options;
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		const { cwd, signal, progress, timeoutMs = TIMEOUT_MS } = this.#options;
		const [program, ...args] = this.#argv();
		const tail = new Tail();
		const result = await stream(program, args, {
			cwd,
			signal,
			timeoutMs,
			env: deploymentVariables(deployment),
			onOutput: (chunk) => {
				tail.add(chunk);
				progress.output(chunk);
			},
		});
		if (result.timedOut) {
			const reason = `the deploy command was not over after ${formatDuration(timeoutMs)}, and was ended (\`timeout\` of \`command\` in mainline.yaml gives it longer)`;
			return { ok: false, reason, log: tail.lines() };
		}
		if (result.code === 0 && result.signal === null) return { ok: true, changed: true };
		const ended = result.signal === null ? `exit code ${result.code}` : `signal ${result.signal}`;
		return { ok: false, reason: `the deploy command ended with ${ended}`, log: tail.lines() };
	}

	async running(): Promise<undefined> {
		return undefined;
	}

	/** What it said was told when it ended. */
	async logs(): Promise<readonly string[]> {
		return [];
	}

	#argv(): [string, ...string[]] {
		const { command } = this.#options;
		if (typeof command === "string") return ["/bin/sh", "-c", command];
		const [program = "/bin/false", ...args] = command;
		return [program, ...args];
	}
}
