import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { detach } from "../../shell/index.ts";
import { type Deployment, deploymentVariables } from "../targets/target.ts";
import type { Instance, StateFolder } from "./files.ts";
import { freePort } from "./free-port.ts";
import { GRACE_MS, identify } from "./identity.ts";
import { MARK } from "./sweep.ts";

/** What a model that is replaced may take for the requests under way; `mainline_serve.py` is told, and takes no longer. */
const STOP_SECONDS = 10;

/** From TERM to KILL: the requests, then its last words. */
export const STOP_MS = STOP_SECONDS * 1000 + GRACE_MS;

export interface InstanceStart {
	readonly folder: StateFolder;
	readonly deployment: Deployment;
	/** The image's command. */
	readonly argv: readonly string[];
	/** The unpacked `/app`. */
	readonly cwd: string;
	/** The unpacked Python packages, if the image has any. */
	readonly packages: string | null;
	/** PATH, HOME, LANG. */
	readonly env: Readonly<Record<string, string>>;
}

/** Starts the image's command on a free port, in a scrubbed environment and a session of its own. */
export async function startInstance(start: InstanceStart): Promise<Instance> {
	const { folder, deployment, cwd, env } = start;
	const [program = "", ...args] = start.argv;
	const id = `${deployment.version}-${randomBytes(6).toString("hex")}`;
	const port = await freePort();
	await mkdir(folder.logs, { recursive: true });
	const pid = await detach(program, args, {
		cwd,
		log: logOf(folder, id),
		env: {
			...env,
			...withPackages(start),
			...deploymentVariables(deployment),
			HOST: "127.0.0.1",
			PORT: String(port),
			SERVE_STOP_SECONDS: String(STOP_SECONDS),
			[MARK]: `${folder.root}:${id}`,
		},
	});
	const { model, version, digest } = deployment;
	// one that ended at once has no start time any more; an empty one never matches a living process
	const process = (await identify(pid)) ?? { pid, startedAt: "" };
	return { id, process, port, model, version, digest };
}

/** As the image's own environment has it, for a folder of this machine. */
function withPackages({ packages, env }: InstanceStart): Record<string, string> {
	if (packages === null) return {};
	return { PYTHONPATH: packages, PATH: `${join(packages, "bin")}:${env["PATH"] ?? ""}` };
}

export function logOf(folder: StateFolder, id: string): string {
	return join(folder.logs, `${id}.log`);
}
