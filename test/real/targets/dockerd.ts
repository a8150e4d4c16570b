import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A real Docker engine with storage and a socket of its own. */
export interface Dockerd {
	/** Of the client: where the engine is, and an empty login. */
	readonly variables: Readonly<Record<string, string>>;
	docker(...args: string[]): Promise<string>;
	stop(): Promise<void>;
}

/** `more`: further arguments; without a bridge it gets in no other engine's way, and containers have no network. */
export async function startDockerd(directory: string, more: readonly string[] = []): Promise<Dockerd> {
	mkdirSync(directory, { recursive: true });
	const socket = `unix://${join(directory, "d.sock")}`;
	const log = openSync(join(directory, "log"), "a");
	const places = ["--data-root", join(directory, "data"), "--exec-root", join(directory, "exec")];
	const child: ChildProcess = spawn("dockerd", [...places, "-H", socket, "-p", join(directory, "pid"), ...more], {
		stdio: ["ignore", log, log],
		env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` },
	});
	closeSync(log);
	await Promise.race([once(child, "spawn"), once(child, "error").then(([error]) => Promise.reject(error))]);
	const variables = { DOCKER_HOST: socket, DOCKER_CONFIG: join(directory, "client") };
	const env = { ...process.env, ...variables };
	const docker = async (...args: string[]): Promise<string> => (await run("docker", args, { env })).stdout;
	const stop = async (): Promise<void> => {
		child.kill("SIGTERM");
		if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
	};
	for (let n = 0; ; n++) {
		if (
			await docker("info").then(
				() => true,
				() => false,
			)
		)
			return { variables, docker, stop };
		if (n > 200 || child.exitCode !== null) {
			throw new Error(`dockerd did not start: ${readFileSync(join(directory, "log"), "utf8").slice(-2000)}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
