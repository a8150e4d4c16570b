import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Clock, Place, Voice } from "../../kernel/index.ts";
import type { Container, ContainerSource, Stage } from "../../manifest/index.ts";
import type { Ending } from "../../shell/index.ts";
import { endArguments, PLAIN_SHELL, PROJECT_LABEL, runArguments, type User } from "./arguments.ts";
import { ask, type ContainerProgram, type Engine, findEngine, labelled } from "./engine.ts";
import { type ImageHere, imageByName } from "./image.ts";
import { type Ground, mountsOf } from "./mounts.ts";
import { passedVariables } from "./variables.ts";

/** A Dockerfile, and where a stage asks for it. */
export interface Built {
	readonly dockerfile: Extract<ContainerSource, { kind: "dockerfile" }>["dockerfile"];
	readonly at: Place;
}

/** What a flow knows of the machine, and of how images are made. */
export interface ContainerWorld extends Ground {
	/** Folder for what containers throw away, absolute, in the project. */
	readonly scratch: string;
	/** The program that this machine is told to take, whatever a stage says; null: as the stage says. */
	readonly program: ContainerProgram | null;
	/** The environment as it is. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	readonly user: User;
	readonly cpus: number;
	/** Bytes. */
	readonly memory: number;
	readonly signal: AbortSignal;
	readonly clock: Clock;
	/** Brings what a Dockerfile makes into the engine's storage. */
	environment(asked: Built, engine: Engine, voice: Voice): Promise<ImageHere>;
}

/** What a stage ran in, for the record. */
export interface ContainerUse {
	readonly program: ContainerProgram;
	/** The image's name in full; of a Dockerfile's, the one that it has in the engine's storage. */
	readonly image: string;
	/** Null where no registry has it. */
	readonly digest: string | null;
}

/** One command of a stage, as a program to start. */
export interface Start {
	readonly program: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Ends the command and all that it started, in place of signals to the program. */
	readonly end?: (ending: Ending) => Promise<void>;
}

/** A stage's container, ready to run its commands. */
export interface Berth {
	readonly use: ContainerUse;
	readonly start: (command: string) => Start;
	close(): Promise<void>;
}

export interface BerthOptions {
	/** Beside the usual ones. */
	readonly variables: Readonly<Record<string, string>>;
	/** The stage's GPUs, as CUDA_VISIBLE_DEVICES would name them. */
	readonly gpus: readonly string[];
	readonly voice: Voice;
}

/** Runs stages' commands in containers: each engine and image is looked for once. */
export class Containers {
	readonly #world: ContainerWorld;
	readonly #engines = new Map<ContainerProgram | null, Promise<Engine>>();
	readonly #images = new Map<string, Promise<ImageHere>>();
	#count = 0;

	constructor(world: ContainerWorld) {
		this.#world = world;
	}

	/** The engine for a container; what a killed run of this project left in it is gone. Failures `container-no-engine`, `container-engine`. */
	engine({ address }: Pick<Stage, "address">, { program }: Container): Promise<Engine> {
		const wanted = this.#world.program ?? program;
		return once(this.#engines, wanted, async () => {
			const engine = await findEngine(wanted, `stage \`${address}\` runs in a container`, this.#world);
			await this.#sweep(engine);
			return engine;
		});
	}

	/** Everything but starting: the engine, the image, and what the container will see. */
	async open(stage: Stage, container: Container, { variables, gpus, voice }: BerthOptions): Promise<Berth> {
		const { world, engine } = { world: this.#world, engine: await this.engine(stage, container) };
		const image = await this.#image(container, engine, voice);
		const mounts = await mountsOf(stage, world);
		const home = join(world.scratch, nameOf(world.root, stage.address));
		await rm(home, { recursive: true, force: true });
		await mkdir(home, { recursive: true });
		const { cpus = null, memory = null } = stage.needs ?? {};
		const given = { ...inside(home), ...variables };
		const shell = shellWords(image.shell ?? PLAIN_SHELL);
		const order = {
			project: world.root,
			image: image.id,
			shell,
			folder: join(world.root, stage.wdir),
			mounts,
			user: world.user,
			variables: given,
			passed: passedVariables(world.variables, container.variables).filter((name) => !Object.hasOwn(given, name)),
			gpus,
			cpus: cpus === null || cpus >= world.cpus ? null : cpus,
			memory: memory === null || memory >= world.memory ? null : memory,
			sharedMemory: Math.floor(Math.min(memory ?? world.memory, world.memory) / 2),
			network: container.network,
		};
		return {
			use: { program: engine.program, image: image.name, digest: image.digest },
			start: (command) => {
				this.#count += 1;
				const name = `${nameOf(world.root, stage.address)}-${this.#count}`;
				return {
					program: engine.program,
					args: runArguments(engine, { ...order, name, command }),
					env: {},
					end: (ending) => end(engine, name, ending),
				};
			},
			close: () => rm(home, { recursive: true, force: true }),
		};
	}

	#image({ from, place }: Container, engine: Engine, voice: Voice): Promise<ImageHere> {
		const { signal } = this.#world;
		if (from.kind === "image") {
			return once(this.#images, `${engine.program} ${from.name}`, () =>
				imageByName(engine, from.name, { voice, signal }),
			);
		}
		const { dockerfile } = from;
		const key = JSON.stringify([engine.program, dockerfile, [...dockerfile.args]]);
		return once(this.#images, key, () => this.#world.environment({ dockerfile, at: place }, engine, voice));
	}

	/** Nobody else runs stages here while we do: whatever is there was left by a run that was killed. */
	async #sweep(engine: Engine): Promise<void> {
		const { root, signal } = this.#world;
		const left = await labelled(engine, `${PROJECT_LABEL}=${root}`, this.#world);
		for (const each of left) await ask(engine, ["rm", "-f", each], signal);
	}
}

/** What failed is tried anew the next time. */
function once<K, T>(known: Map<K, Promise<T>>, key: K, work: () => Promise<T>): Promise<T> {
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = work();
	known.set(key, made);
	made.catch(() => known.delete(key));
	return made;
}

/** The same for a stage whenever it runs: people may ask the engine for it. */
function nameOf(root: string, address: string): string {
	return `mainline-stage-${createHash("sha256").update(`${root}\0${address}`).digest("hex").slice(0, 16)}`;
}

/** Somebody without a name in the image has one all the same, and a home that nothing outlives. */
function inside(home: string): Record<string, string> {
	return { HOME: home, USER: "mainline", LOGNAME: "mainline", DVC_SITE_CACHE_DIR: join(home, ".dvc-site-cache") };
}

/** As DVC keeps a user's own files from changing what a command means. */
function shellWords(shell: string): [string, ...string[]] {
	const flags: Readonly<Record<string, readonly string[]>> = { bash: ["--noprofile", "--norc"], zsh: ["--no-rcs"] };
	return [shell, ...(flags[basename(shell)] ?? []), "-c"];
}

/** How long an engine may take to pass a signal on. */
const TELLING_MS = 3000;

/** All that runs inside gets TERM; what is left when its time is over goes with the container. */
async function end(engine: Engine, name: string, { graceMs, gone, kill }: Ending): Promise<void> {
	const telling = ask(engine, endArguments(name)).catch(() => null);
	// an engine at work takes its time: the command has its own once it was told
	await withinTime(Promise.race([telling, gone]), TELLING_MS);
	if (await withinTime(gone, graceMs)) return;
	kill();
	await ask(engine, ["rm", "-f", name]).catch(() => null);
}

async function withinTime(work: Promise<unknown>, ms: number): Promise<boolean> {
	const late = Promise.withResolvers<boolean>();
	const timer = setTimeout(() => late.resolve(false), ms);
	const inTime = await Promise.race([work.then(() => true), late.promise]);
	clearTimeout(timer);
	return inTime;
}
