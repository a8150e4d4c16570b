import type { ContainerProgram } from "../../../config/index.ts";
import { type Clock, infrastructure } from "../../../kernel/index.ts";
import { type RunResult, run } from "../../../shell/index.ts";
import { lastLinesOf } from "../tail.ts";

/** By this label an environment's containers are known again, whatever was written down about them. */
const PLACE = "dev.mainline.place";
const INSTANCE = "dev.mainline.instance";

const LIST_TRIES = 5;
const LIST_PAUSE_MS = 300;

/** docker or podman on this machine, for the containers of one environment. */
export interface Engine {
	readonly program: ContainerProgram;
	/** The environment's state folder. */
	readonly place: string;
	readonly cwd: string;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** What runs in its containers does not tell its version. */
	readonly untold?: boolean | undefined;
}

/** What a program could not do, in its own words. */
export interface Refusal {
	readonly ok: false;
	readonly reason: string;
	readonly log: readonly string[];
}

/** Runs the engine's program. Failures `program-missing`, `interrupted`. */
export async function ask(engine: Engine, args: readonly string[]): Promise<RunResult> {
	return askProgram(engine, [engine.program], args);
}

export async function askProgram(
	{ cwd, signal }: Engine,
	[program = "", ...first]: readonly string[],
	args: readonly string[],
): Promise<RunResult> {
	// a GitHub runner ends what carries its tracking id when a job is over
	const env = { RUNNER_TRACKING_ID: "", COMPOSE_IGNORE_ORPHANS: "1" };
	const result = await run(program, [...first, ...args], { cwd, signal, env });
	if (signal.aborted) throw infrastructure("interrupted", `stopped while ${program} was at work`);
	return result;
}

export function refused(doing: string, result: RunResult): Refusal {
	return { ok: false, reason: `${doing} failed with exit code ${result.code}`, log: lastLinesOf(result.stderr) };
}

export function labelsOf(engine: Engine, id: string): Record<string, string> {
	return { [PLACE]: engine.place, [INSTANCE]: id };
}

/** The container that was started under our name; null when there is none. */
export async function containerOf(engine: Engine, id: string): Promise<string | null> {
	return (await list(engine, `${INSTANCE}=${id}`))[0] ?? null;
}

/**
 * Ends every container of this environment but the one to keep: what a deploy that was killed half way left behind too. That we are
 * told to stop is no reason to leave any, only to leave them less time.
 */
export async function sweep(engine: Engine, keep: string | null): Promise<void> {
	const grace = engine.signal.aborted ? "0" : "2";
	const still = { ...engine, signal: new AbortController().signal };
	const strays = (await list(still, `${PLACE}=${engine.place}`)).filter((container) => container !== keep);
	for (const container of strays) {
		await ask(still, ["stop", "-t", grace, container]);
		await ask(still, ["rm", "-f", "-v", container]);
	}
}

/** Null while it runs and never fell; else why there is nothing to hope for. */
export async function trouble(engine: Engine, container: string): Promise<string | null> {
	const format = "{{.State.Running}} {{.RestartCount}} {{.State.ExitCode}}";
	const result = await ask(engine, ["container", "inspect", "--format", format, container]);
	if (result.code !== 0) return "its container is gone";
	const [running, restarts, code] = result.stdoutText.trim().split(" ");
	if (running === "true" && restarts === "0") return null;
	return running === "true" ? "its container fell and was started again" : `its container ended with exit code ${code}`;
}

/** Falls and new starts are the engine's to see to once a version is in service: only whether it runs counts. */
export async function isRunning(engine: Engine, container: string): Promise<boolean> {
	const result = await ask(engine, ["container", "inspect", "--format", "{{.State.Running}}", container]);
	return result.code === 0 && result.stdoutText.trim() === "true";
}

/** When it was started last, by the engine or by us; null where there is no such container. */
export async function startedAt(engine: Engine, container: string): Promise<Date | null> {
	const result = await ask(engine, ["container", "inspect", "--format", "{{json .State.StartedAt}}", container]);
	return result.code === 0 ? new Date(JSON.parse(result.stdoutText) as string) : null;
}

export async function logsOf(engine: Engine, container: string): Promise<string[]> {
	const { stdoutText, stderr } = await ask(engine, ["logs", "--tail", "20", container]);
	return lastLinesOf(`${stdoutText}\n${stderr}`);
}

async function list(engine: Engine, label: string): Promise<string[]> {
	let result = await psOf(engine, label);
	// podman stumbles over a container that another one takes away while it lists them
	for (let left = LIST_TRIES; result.code !== 0 && left > 0; left--) {
		await engine.clock.sleep(LIST_PAUSE_MS, engine.signal);
		result = await psOf(engine, label);
	}
	if (result.code !== 0) {
		throw infrastructure("engine-unreachable", `${engine.program} does not say which containers there are`, {
			found: lastLinesOf(result.stderr).at(-1) ?? `exit code ${result.code}`,
			hint: `does \`${engine.program} ps\` work in this job?`,
		});
	}
	return result.stdoutText.split("\n").filter((line) => line !== "");
}

function psOf(engine: Engine, label: string): Promise<RunResult> {
	return ask(engine, ["ps", "-a", "-q", "--no-trunc", "--filter", `label=${label}`]);
}
