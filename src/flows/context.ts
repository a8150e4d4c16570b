import type { Clock, Progress } from "../kernel/index.ts";
import type { TokenSource } from "../release/index.ts";
import type { Budget } from "../store/index.ts";

/** What a door hands to every flow: where the user stands and the parts of the machine that flows may know. */
export interface FlowContext {
	/** Absolute folder in which the command was started (after `--cd`). */
	readonly cwd: string;
	readonly machine: Machine;
	readonly clock: Clock;
	readonly progress: Progress;
	/** Fires on SIGINT and SIGTERM: children are ended, what is saved stays. */
	readonly signal: AbortSignal;
	/** Nothing at a remote may be written over: what is not trusted works here. Absent: no. */
	readonly writeOnce?: boolean;
	/** The project's files are a stranger's: what they name is read only where it lies in the repository. Absent: no. */
	readonly confined?: boolean;
	/** What may be read from remotes, all together: they hold what strangers stored. Absent: as much as there is. */
	readonly budget?: Budget;
}

/** Everything taken from the environment, read once by the door. Folders are absolute. */
export interface Machine {
	readonly home: string;
	/** The user's shell (`$SHELL`), in which DVC runs a stage's command; `/bin/sh` where unset. */
	readonly shell: string;
	/** Where processes of the embedded target keep their state on this machine. */
	readonly stateDir: string;
	/** DVC's system-wide and per-user configuration folders. */
	readonly systemConfigDir: string;
	readonly globalConfigDir: string;
	/** How many things the machine does at once. */
	readonly cpus: number;
	/** Bytes. */
	readonly memory: number;
	/** The GPUs that CUDA_VISIBLE_DEVICES names; null where it is not set. */
	readonly visibleDevices: readonly string[] | null;
	/** Text of the container tools' credentials file (`~/.docker/config.json`, `REGISTRY_AUTH_FILE`), when there is one. */
	readonly registryAuth: string | null;
	/** Registry credentials given by name, which win over the file; null when not given. */
	readonly registryLogin: { readonly username: string; readonly password: string } | null;
	/** What may open pull requests in configuration repositories (MAINLINE_CONFIG_TOKEN); absent or null when not given. */
	readonly configToken?: string | null;
	/** How long a registry may say nothing; absent: as its client has it. */
	readonly registrySilenceMs?: number;
	/** What images are signed with, as given: a private key in PEM or the file that holds one, and what opens it. Null when not given. */
	readonly signingKey: { readonly key: string; readonly password: string | null } | null;
	/** Where a job has a token that says which workflow it is, to sign images as that; null where it has none. */
	readonly idToken: TokenSource | null;
	/** How to start this very program again: the embedded target's front runs in a process of its own. */
	readonly self: readonly string[];
	/** PATH and LANG, for processes that get a scrubbed environment. */
	readonly path: string;
	readonly lang: string;
	/** The program that containers of stages run by here, whatever dvc.yaml says; absent: as dvc.yaml says. */
	readonly containers?: "podman" | "docker";
	/** Folder in which this program is installed: examples and templates lie below it. */
	readonly installDir: string;
	/** The environment as it is, for clients of remotes, which look for credentials there. */
	readonly variables: Readonly<Record<string, string | undefined>>;
}
