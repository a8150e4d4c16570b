import { readFile, truncate } from "node:fs/promises";
import { availableParallelism, homedir, totalmem } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Machine } from "../flows/context.ts";
import type { GitHubAccess } from "../flows/doctor/origin.ts";
import { badInput } from "../kernel/index.ts";

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What this process was started with; the doors alone may know. */
export function ownVariables(): Variables {
	return process.env;
}

/**
 * Takes what was meant for us alone out of the environment that our children will inherit: a stage's command sees what a
 * step with `run:` would see, not the action's inputs (the token among them), the runner's own token, the registry's password
 * or what images are signed with.
 */
export function forgetSecrets(): void {
	for (const name of Object.keys(process.env)) {
		if (name.startsWith("INPUT_") || OURS.includes(name)) delete process.env[name];
	}
}

const ID_TOKEN_PASSWORD = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
const OURS: readonly string[] = [
	"ACTIONS_RUNTIME_TOKEN",
	"MAINLINE_REGISTRY_PASSWORD",
	"MAINLINE_CONFIG_TOKEN",
	"MAINLINE_SIGNING_KEY",
	"COSIGN_PASSWORD",
	ID_TOKEN_PASSWORD,
	"SIGSTORE_ID_TOKEN",
];

const RUNNER_FILES = ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];

/**
 * Takes the files by which a step tells the runner things out of the environment that our children will inherit: what stands
 * there is ours to say. Gives them back empty, whatever a stage that found them all the same wrote into them.
 */
export function keepRunnerFiles(): () => Promise<void> {
	const files = RUNNER_FILES.flatMap((name) => {
		const path = given(process.env[name]);
		return path === null ? [] : [{ name, path }];
	});
	for (const { name } of files) delete process.env[name];
	return async () => {
		for (const { name, path } of files) {
			await truncate(path).catch(() => {});
			process.env[name] = path;
		}
	};
}

/** Reads everything that flows may know of the machine: the one place that gives environment variables their meaning. */
export async function readMachine(variables: Variables = process.env): Promise<Machine> {
	const home = absolute(variables["HOME"]) ?? homedir();
	const { entry, installDir } = installation();
	return {
		home,
		shell: given(variables["SHELL"]) ?? "/bin/sh",
		stateDir: join(absolute(variables["XDG_STATE_HOME"]) ?? join(home, ".local", "state"), "mainline"),
		systemConfigDir: given(variables["DVC_SYSTEM_CONFIG_DIR"]) ?? join(systemConfigHome(variables), "dvc"),
		globalConfigDir: given(variables["DVC_GLOBAL_CONFIG_DIR"]) ?? join(userConfigHome(variables, home), "dvc"),
		cpus: availableParallelism(),
		memory: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
		visibleDevices: devicesOf(variables["CUDA_VISIBLE_DEVICES"]),
		registryAuth: await registryAuth(variables, home),
		registryLogin: registryLogin(variables),
		configToken: given(variables["MAINLINE_CONFIG_TOKEN"]),
		signingKey: signingKey(variables),
		idToken: idToken(variables),
		self: [process.execPath, entry],
		path: given(variables["PATH"]) ?? "/usr/local/bin:/usr/bin:/bin",
		...containers(variables["MAINLINE_CONTAINERS"]),
		lang: given(variables["LC_ALL"]) ?? given(variables["LANG"]) ?? "C.UTF-8",
		installDir,
		variables,
	};
}

/**
 * The file that starts this program and the folder that it is installed in. In the bundle every chunk lies beside
 * `dist/index.js`; the sources run as they are, from `src/doors/`. Not from `argv[1]`, which may be a symbolic link.
 */
function installation(): { entry: string; installDir: string } {
	const here = fileURLToPath(import.meta.url);
	const folder = dirname(here);
	if (here.endsWith(".ts")) return { entry: join(dirname(folder), "entry.ts"), installDir: dirname(dirname(folder)) };
	return { entry: join(folder, "index.js"), installDir: dirname(folder) };
}

/** As platformdirs finds them for DVC: the XDG variables first, then the platform's own. */
function systemConfigHome(variables: Variables): string {
	const [first] = (variables["XDG_CONFIG_DIRS"] ?? "").split(":").flatMap((folder) => absolute(folder) ?? []);
	return first ?? (isMac() ? "/Library/Application Support" : "/etc/xdg");
}

function userConfigHome(variables: Variables, home: string): string {
	return absolute(variables["XDG_CONFIG_HOME"]) ?? join(home, ...(isMac() ? MAC_CONFIG : [".config"]));
}

const MAC_CONFIG = ["Library", "Application Support"];

function isMac(): boolean {
	return process.platform === "darwin";
}

/** The first credentials file that is there, in the order of containers-auth.json(5): podman's places, then docker's. */
async function registryAuth(variables: Variables, home: string): Promise<string | null> {
	const runtime = absolute(variables["XDG_RUNTIME_DIR"]);
	const named = given(variables["REGISTRY_AUTH_FILE"]);
	const places =
		named !== null
			? [named]
			: [
					...(runtime === null ? [] : [join(runtime, "containers", "auth.json")]),
					join(absolute(variables["XDG_CONFIG_HOME"]) ?? join(home, ".config"), "containers", "auth.json"),
					join(given(variables["DOCKER_CONFIG"]) ?? join(home, ".docker"), "config.json"),
				];
	for (const place of places) {
		const text = await readFile(place, "utf8").catch(() => null);
		if (text !== null) return text;
	}
	return null;
}

function registryLogin(variables: Variables): Machine["registryLogin"] {
	const username = given(variables["MAINLINE_REGISTRY_USERNAME"]);
	const password = given(variables["MAINLINE_REGISTRY_PASSWORD"]);
	return username === null || password === null ? null : { username, password };
}

function signingKey(variables: Variables): Machine["signingKey"] {
	const key = given(variables["MAINLINE_SIGNING_KEY"]);
	return key === null ? null : { key, password: given(variables["COSIGN_PASSWORD"]) };
}

/** The runner's, of a job with `id-token: write`; elsewhere the one that cosign takes, too. */
function idToken(variables: Variables): Machine["idToken"] {
	const [url, bearer] = [given(variables["ACTIONS_ID_TOKEN_REQUEST_URL"]), given(variables[ID_TOKEN_PASSWORD])];
	if (url !== null && bearer !== null) return { kind: "runner", url, bearer };
	const token = given(variables["SIGSTORE_ID_TOKEN"]);
	return token === null ? null : { kind: "given", token };
}

function containers(name: string | undefined): Pick<Machine, "containers"> {
	if (given(name) === null) return {};
	if (name === "podman" || name === "docker") return { containers: name };
	throw badInput("bad-environment", "MAINLINE_CONTAINERS names no program that runs containers", {
		found: name ?? "",
		expected: "podman or docker",
		hint: "unset MAINLINE_CONTAINERS: then whichever is here is taken",
	});
}

/** Who may be asked about the repository, and with what: the variables of `gh` and of the runner. */
export function gitHubAccess(variables: Variables): GitHubAccess {
	return {
		token: given(variables["GH_TOKEN"]) ?? given(variables["GITHUB_TOKEN"]) ?? given(variables["INPUT_TOKEN"]),
		enterpriseToken: given(variables["GH_ENTERPRISE_TOKEN"]) ?? given(variables["GITHUB_ENTERPRISE_TOKEN"]),
		serverUrl: given(variables["GITHUB_SERVER_URL"]),
		apiUrl: given(variables["GITHUB_API_URL"]),
		host: given(variables["GH_HOST"]),
	};
}

/** The devices of a list such as `0,2`. Set to nothing, `-1` or `NoDevFiles` it means that there is none, as for CUDA. */
export function devicesOf(list: string | undefined): string[] | null {
	if (list === undefined) return null;
	const names = list.split(",").map((name) => name.trim());
	const end = names.findIndex((name) => name === "" || name.startsWith("-") || name === "NoDevFiles");
	return [...new Set(end < 0 ? names : names.slice(0, end))];
}

/** An empty variable is no variable. */
function given(value: string | undefined): string | null {
	return value === undefined || value === "" ? null : value;
}

/** The XDG rule: a relative folder is to be ignored. */
function absolute(value: string | undefined): string | null {
	return value !== undefined && isAbsolute(value) ? value : null;
}
