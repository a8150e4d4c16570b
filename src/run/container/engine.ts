import { badInput, type Clock, infrastructure } from "../../kernel/index.ts";
import { type RunResult, run } from "../../shell/index.ts";

export type ContainerProgram = "podman" | "docker";

/** A program that runs containers on this machine, and answers. */
export interface Engine {
	readonly program: ContainerProgram;
	/** How a process in a container comes to be this user. */
	readonly identity: Identity;
	/** Whether it can hold a container to cores and memory: podman without root often may not. */
	readonly limits: { readonly cpus: boolean; readonly memory: boolean };
}

/**
 * `mapped`: podman without root, told to keep the user's number. `root`: Docker without root, where the container's root is the user.
 * `outside`: an engine that gives its containers other numbers, told not to. `plain`: numbers are what they are.
 */
export type Identity = "plain" | "mapped" | "root" | "outside";

export interface Asking {
	readonly signal: AbortSignal;
	readonly clock: Clock;
}

const ASK_MS = 20_000;
const TRIES = 5;
const PAUSE_MS = 300;
/** The first that answers: podman asks for no daemon and no root. */
const ORDER: readonly ContainerProgram[] = ["podman", "docker"];

/** The one that is asked for, else the first that is here. Failure `container-no-engine`, which says `why` one is needed. */
export async function findEngine(wanted: ContainerProgram | null, why: string, asking: Asking): Promise<Engine> {
	for (const program of wanted === null ? ORDER : [wanted]) {
		const engine = await look(program, asking);
		if (engine !== null) return engine;
	}
	const all = wanted === null;
	throw badInput("container-no-engine", `${why}, and nothing here runs one${all ? "" : ` by ${wanted}`}`, {
		found: all ? "no podman, and no docker whose engine answers" : `no ${wanted} that answers`,
		expected: all ? "podman, or docker with an engine that answers" : `\`${wanted} info\` without an error`,
		hint: all
			? "install podman (`sudo apt-get install podman`) or start Docker, then run again"
			: `install or start ${wanted}, or name another one in MAINLINE_CONTAINERS`,
	});
}

async function look(program: ContainerProgram, { signal, clock }: Asking): Promise<Engine | null> {
	const asked = program === "podman" ? "{{json .Host}}" : "{{json .SecurityOptions}}";
	const ask = () => run(program, ["info", "--format", asked], { signal, timeoutMs: ASK_MS });
	const result = await patiently(ask, program, { signal, clock }).catch(() => null);
	signal.throwIfAborted();
	const said = result?.stdoutText.trim() ?? "";
	// a docker client without an engine behind it says this, and may end well
	if (result === null || result.code !== 0 || said === "null") return null;
	return readEngine(program, said);
}

/** podman stumbles over a container that is taken away while it counts them. */
async function patiently(
	work: () => Promise<RunResult>,
	program: ContainerProgram,
	{ signal, clock }: Asking,
): Promise<RunResult> {
	for (let left = program === "podman" ? TRIES : 0; ; left--) {
		const result = await work();
		if (result.code === 0 || left === 0 || signal.aborted) return result;
		await clock.sleep(PAUSE_MS, signal);
	}
}

/** `said`: of podman's `info` the host, of docker's the security options, as JSON. */
export function readEngine(program: ContainerProgram, said: string): Engine {
	if (program === "podman") {
		const { security, cgroupControllers } = JSON.parse(said) as PodmanHost;
		const controllers = cgroupControllers ?? [];
		const limits = { cpus: controllers.includes("cpu"), memory: controllers.includes("memory") };
		return { program, identity: security?.rootless === true ? "mapped" : "plain", limits };
	}
	const identity = said.includes("name=rootless") ? "root" : said.includes("name=userns") ? "outside" : "plain";
	// what it may not limit it warns of, and goes on
	return { program, identity, limits: { cpus: true, memory: true } };
}

/** As far as we read it. */
interface PodmanHost {
	readonly security?: { readonly rootless?: boolean };
	readonly cgroupControllers?: readonly string[] | null;
}

/** Runs the engine's program to its end, whatever it says. */
export function ask(
	{ program }: Pick<Engine, "program">,
	args: readonly string[],
	signal?: AbortSignal,
): Promise<RunResult> {
	return run(program, args, signal === undefined ? {} : { signal });
}

/** Every container with this label (`NAME=VALUE`), running or not. Failure `container-engine`. */
export async function labelled(engine: Engine, label: string, asking: Asking): Promise<string[]> {
	const list = () => ask(engine, ["ps", "-a", "-q", "--filter", `label=${label}`], asking.signal);
	const result = await patiently(list, engine.program, asking);
	asking.signal.throwIfAborted();
	if (result.code === 0) return result.stdoutText.split("\n").filter((line) => line !== "");
	throw infrastructure("container-engine", `${engine.program} does not say which containers there are`, {
		found: lastWords(result.stderr),
		hint: `does \`${engine.program} ps\` work here?`,
	});
}

export function lastWords(text: string): string {
	return text.trim().split("\n").slice(-4).join("\n");
}
