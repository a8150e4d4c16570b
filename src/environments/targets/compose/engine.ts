import type { ContainerProgram } from "../../../config/index.ts";
import { type Clock, infrastructure } from "../../../kernel/index.ts";
import { type RunResult, run } from "../../../shell/index.ts";
import { lastLinesOf } from "../tail.ts";
import { whileAlive } from "./alive.ts";
import { type Call, doingOf, type Patience } from "./patience.ts";
import { lingering } from "./tidy.ts";

/** By this label an environment's containers are known again, whatever was written down about them. */
const PLACE = "dev.mainline.place";
const INSTANCE = "dev.mainline.instance";

/** Of the engines' commands, those that say of what they are. */
const NOUNS = ["container", "image", "volume"];

/** As both say it of a container. */
const NOT_THERE = /no such (?:container|object)/i;

const TRIES = 5;
const PAUSE_MS = 300;

/** docker or podman on this machine, for the containers of one environment. */
export interface Engine {
	readonly program: ContainerProgram;
	/** The environment's state folder. */
	readonly place: string;
	readonly cwd: string;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly patience: Patience;
	/** What runs in its containers does not tell its version. */
	readonly untold?: boolean | undefined;
}

/** What a program could not do, in its own words. */
export interface Refusal {
	readonly ok: false;
	readonly reason: string;
	readonly log: readonly string[];
}

/** Runs the engine's program. Failures `program-missing`, `engine-silent`, `interrupted`. */
export function ask(engine: Engine, args: readonly string[]): Promise<RunResult> {
	const [verb = "", noun = ""] = args;
	const what = `${engine.program} ${NOUNS.includes(verb) ? `${verb} ${noun}` : verb}`;
	return askProgram(engine, [engine.program, ...args], { what, doing: doingOf(args) });
}

/** The same for a program that speaks to the engine. */
export async function askProgram(
	engine: Engine,
	[program = "", ...args]: readonly string[],
	about: Pick<Call, "what" | "doing">,
): Promise<RunResult> {
	const { cwd, signal, patience } = engine;
	// a GitHub runner ends what carries its tracking id when a job is over
	const env = { RUNNER_TRACKING_ID: "", COMPOSE_IGNORE_ORPHANS: "1" };
	const call = callOf(engine, about);
	const asked = (ends: AbortSignal): Promise<RunResult> =>
		patience.within(call, (limit) => run(program, args, { cwd, env, signal: ends, ...limit }));
	const isShort = about.doing === "question" || about.doing === "look";
	const result = await (isShort ? asked(signal) : whileAnswering(engine, about.what, asked));
	if (signal.aborted) throw infrastructure("interrupted", `stopped while ${program} was at work`);
	return result;
}

/** Does what takes its time, until the engine does not answer any more. */
export function whileAnswering<T>(engine: Engine, what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const { clock, signal, patience, program } = engine;
	const beside = { what: `${program} ps\` beside \`${what}`, doing: "look" } as const;
	const look = (ends: AbortSignal): Promise<RunResult> =>
		askProgram({ ...engine, signal: ends }, [program, "ps", "-q"], beside);
	return whileAlive({ clock, signal, everyMs: patience.lookEveryMs, look }, work);
}

export function callOf({ program }: Pick<Engine, "program">, about: Pick<Call, "what" | "doing">): Call {
	const see = program === "docker" ? "the engine (`docker info`, its log)" : "what else podman is at (`ps -C podman`)";
	return { who: program, see, ...about };
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

/** Ends every container of this environment but the one to keep: what a deploy that was killed half way left behind too. */
export async function sweep(engine: Engine, keep: string | null, graceS = 2): Promise<void> {
	const strays = (await list(engine, `${PLACE}=${engine.place}`)).filter((container) => container !== keep);
	for (const container of strays) {
		await ask(engine, ["stop", "-t", String(graceS), container]);
		await ask(engine, ["rm", "-f", "-v", container]);
	}
}

/** The same after a work: that we are told to stop is no reason to leave any, only to leave them less time. */
export function sweepAfterwards(engine: Engine, keep: string | null): Promise<void> {
	const graceS = engine.signal.aborted ? 0 : 2;
	return lingering(engine, (still) => sweep(still, keep, graceS));
}

/** Null while it runs and never fell, as far as the engine says; else why there is nothing to hope for. */
export async function trouble(engine: Engine, container: string): Promise<string | null> {
	const format = "{{.State.Running}} {{.RestartCount}} {{.State.ExitCode}}";
	const result = await ask(engine, inspecting(format, container));
	if (result.code !== 0) return NOT_THERE.test(result.stderr) ? "its container is gone" : null;
	const [running, restarts, code] = result.stdoutText.trim().split(" ");
	if (running === "true" && restarts === "0") return null;
	return running === "true" ? "its container fell and was started again" : `its container ended with exit code ${code}`;
}

/** Falls and new starts are the engine's to see to once a version is in service: only whether it runs counts. */
export async function isRunning(engine: Engine, container: string): Promise<boolean> {
	return (await inspect(engine, "{{.State.Running}}", container)) === "true";
}

/** When it was started last, by the engine or by us; null where there is no such container. */
export async function startedAt(engine: Engine, container: string): Promise<Date | null> {
	const found = await inspect(engine, "{{json .State.StartedAt}}", container);
	return found === null ? null : new Date(JSON.parse(found) as string);
}

/** Null where there is no such container. That the engine does not say it is a failure: `engine-unreachable`. */
async function inspect(engine: Engine, format: string, container: string): Promise<string | null> {
	const result = await patiently(engine, inspecting(format, container));
	if (result.code === 0) return result.stdoutText.trim();
	if (NOT_THERE.test(result.stderr)) return null;
	throw unreachable(engine, "how its container is", result);
}

function inspecting(format: string, container: string): string[] {
	return ["container", "inspect", "--format", format, container];
}

export async function logsOf(engine: Engine, container: string): Promise<string[]> {
	const { stdoutText, stderr } = await ask(engine, ["logs", "--tail", "20", container]);
	return lastLinesOf(`${stdoutText}\n${stderr}`);
}

async function list(engine: Engine, label: string): Promise<string[]> {
	const result = await patiently(engine, ["ps", "-a", "-q", "--no-trunc", "--filter", `label=${label}`]);
	if (result.code !== 0) throw unreachable(engine, "which containers there are", result);
	return result.stdoutText.split("\n").filter((line) => line !== "");
}

/** podman stumbles over a container that another one takes away while it looks. */
async function patiently(engine: Engine, args: readonly string[]): Promise<RunResult> {
	let result = await ask(engine, args);
	for (let left = TRIES; result.code !== 0 && !NOT_THERE.test(result.stderr) && left > 0; left--) {
		await engine.clock.sleep(PAUSE_MS, engine.signal);
		result = await ask(engine, args);
	}
	return result;
}

function unreachable({ program }: Engine, what: string, { code, stderr }: RunResult): Error {
	return infrastructure("engine-unreachable", `${program} does not say ${what}`, {
		found: lastLinesOf(stderr).at(-1) ?? `exit code ${code}`,
		hint: `does \`${program} ps\` work in this job?`,
	});
}
