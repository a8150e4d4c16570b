import type { Engine } from "./engine.ts";

/** A command about to run in a container. Paths are absolute, and the same inside. */
export interface ContainerOrder {
	/** Of the container: by it the command is ended. */
	readonly name: string;
	/** By it what a killed run left is known again. */
	readonly project: string;
	/** As the engine's own storage has it. */
	readonly image: string;
	/** A program of the image, and what makes it run one line. */
	readonly shell: readonly [string, ...string[]];
	readonly command: string;
	readonly folder: string;
	readonly mounts: readonly Mount[];
	readonly user: User;
	/** Variables by name, whatever they are outside. */
	readonly variables: Readonly<Record<string, string>>;
	/** Names of variables that go in as they are outside: no value stands in a command line, which everybody can read. */
	readonly passed: readonly string[];
	/** As CUDA_VISIBLE_DEVICES would name them. */
	readonly gpus: readonly string[];
	/** Cores; null: all. */
	readonly cpus: number | null;
	/** Bytes; null: all. */
	readonly memory: number | null;
	/** Bytes that processes of the container may share: 64 MiB, as the engines have it, end PyTorch's data loaders. */
	readonly sharedMemory: number;
	readonly network: "host" | "none";
}

export interface Mount {
	readonly path: string;
	readonly writable: boolean;
}

export interface User {
	readonly uid: number;
	readonly gid: number;
	/** Further groups. */
	readonly groups: readonly number[];
}

/** By this label a project's containers are known again. */
export const PROJECT_LABEL = "dev.mainline.stages-of";

/** The shell that every image with a shell has. */
export const PLAIN_SHELL = "/bin/sh";

/**
 * What holds the container open: when its first process ends, the engine kills all others at once. `$0` is the container's name, under
 * which the holder notes its own number; once the ender has been there it stays until the last of the others is gone. Whatever else ends the
 * holder ends the container.
 */
const HOLDER = [
	'echo $$ >"$HOME/.$0"',
	'"$@"',
	"c=$?",
	'while [ -e "$HOME/.$0-ending" ] && kill -0 -1 2>/dev/null; do sleep 0.1 || sleep 1; done',
	"exit $c",
].join("; ");

/**
 * Tells all that runs inside to end, as a signal to a process group does outside. The command's own shell is gone in an instant, and what
 * it started may need the time that it is given: so not the holder. All of them stand still meanwhile: a script whose child ends a moment before
 * it is told itself would go on with its next line.
 */
const ENDER = [
	'read h <"$HOME/.$0"',
	': >"$HOME/.$0-ending"',
	"for s in STOP TERM CONT",
	"do for d in /proc/[0-9]*",
	"do p=${d#/proc/}",
	'case $p in 1|"$h"|$$) ;; *) kill -$s "$p" 2>/dev/null;; esac',
	"done",
	"done",
].join("\n");

/** What is run to end the command of a container, by name. */
export function endArguments(name: string): string[] {
	return ["exec", name, PLAIN_SHELL, "-c", ENDER, name];
}

/** The whole command line after the program. The same order gives the same words. */
export function runArguments(engine: Engine, order: ContainerOrder): string[] {
	const options: readonly (readonly string[])[] = [
		["--rm", "--init", "--pull", "never"],
		["--name", order.name, "--label", `${PROJECT_LABEL}=${order.project}`],
		["--network", order.network],
		// the output is ours to keep; an engine that kept it, too, would fill its disk
		["--log-driver", "none"],
		// whoever takes the container away has waited already
		["--stop-timeout", "0"],
		identity(engine, order.user),
		// a program of the image must not become root and leave root's files among the user's
		["--security-opt", "no-new-privileges"],
		// on SELinux: the user's files keep the labels that they have
		["--security-opt", "label=disable"],
		["--shm-size", `${order.sharedMemory}b`],
		order.cpus === null || !engine.limits.cpus ? [] : ["--cpus", String(order.cpus)],
		order.memory === null || !engine.limits.memory ? [] : ["--memory", `${order.memory}b`],
		devices(engine, order.gpus),
		order.mounts.flatMap((mount) => ["--mount", mountWords(mount)]),
		["--workdir", order.folder],
		// what goes in is told by name, below
		engine.program === "podman" ? ["--http-proxy=false"] : [],
		Object.entries(order.variables).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
		order.passed.flatMap((name) => ["--env", name]),
		["--entrypoint", PLAIN_SHELL],
	];
	const command = ["-c", HOLDER, order.name, ...order.shell, order.command];
	return ["run", ...options.flat(), order.image, ...command];
}

/** What the command makes belongs to whoever runs it. */
function identity({ program, identity: how }: Engine, { uid, gid, groups }: User): string[] {
	if (how === "root") return ["--user", "0:0"];
	const user = ["--user", `${uid}:${gid}`];
	if (how === "mapped") return ["--userns", "keep-id", ...user];
	const more = groups.filter((group) => group !== gid).flatMap((group) => ["--group-add", String(group)]);
	return [...(how === "outside" && program === "docker" ? ["--userns", "host"] : []), ...user, ...more];
}

/** podman by the Container Device Interface, docker by its own flag, whose value is a line of CSV. */
function devices({ program }: Engine, gpus: readonly string[]): string[] {
	if (gpus.length === 0) return [];
	if (program === "docker") return ["--gpus", `"device=${gpus.join(",")}"`];
	return gpus.flatMap((gpu) => ["--device", `nvidia.com/gpu=${gpu}`]);
}

function mountWords({ path, writable }: Mount): string {
	return `type=bind,source=${path},target=${path}${writable ? "" : ",readonly"}`;
}
