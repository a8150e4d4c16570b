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
	readonly pid: number;
	/** It hangs, or goes on: its sockets stay open all the while. */
	hang(on: boolean): void;
	stop(): Promise<void>;
}

/**
 * `network`: with `none` containers have no network but the host's. Else the engine gets a bridge of its own, and leaves the machine's firewall
 * alone: two engines would take each other's bridge and rules away. Ports on 127.0.0.1 are forwarded by its proxy.
 */
export async function startDockerd(directory: string, network: "bridge" | "none" = "bridge"): Promise<Dockerd> {
	mkdirSync(directory, { recursive: true });
	const bridge = network === "bridge" ? await makeBridge() : null;
	const more = ["--bridge", bridge ?? "none", "--iptables=false", "--default-address-pool", NETWORKS];
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
	const hang = (on: boolean): void => void child.kill(on ? "SIGSTOP" : "SIGCONT");
	const stop = async (): Promise<void> => {
		hang(false);
		await forgetNetworks({ docker });
		child.kill("SIGTERM");
		if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
		if (bridge !== null) await ip("link", "delete", bridge);
	};
	for (let n = 0; ; n++) {
		if (
			await docker("info").then(
				() => true,
				() => false,
			)
		)
			return { variables, docker, stop, hang, pid: child.pid ?? 0 };
		if (n > 200 || child.exitCode !== null) {
			throw new Error(`dockerd did not start: ${readFileSync(join(directory, "log"), "utf8").slice(-2000)}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/**
 * Where an engine's networks have their addresses: Docker's own thirty-one places overlap with those of some machines. From the upper half
 * of the range for measurements (RFC 2544), which no network in use has.
 */
const NETWORKS = "base=198.19.0.0/16,size=28";

/** Of containers that are gone: an engine that ends leaves their bridges on the machine, whose addresses then nobody else gets. */
export async function forgetNetworks(engine: Pick<Dockerd, "docker">): Promise<void> {
	await engine.docker("network", "prune", "-f");
}

/** With an address out of that range's lower half, by the process, of which each suite has one. */
async function makeBridge(): Promise<string> {
	const name = `mainline${process.pid}`;
	const at = (process.pid % 4096) * 16;
	const address = `198.18.${at >> 8}.${(at & 255) + 1}/28`;
	await ip("link", "add", name, "type", "bridge");
	await ip("addr", "add", address, "dev", name);
	return name;
}

async function ip(...args: string[]): Promise<void> {
	await run("ip", args, { env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` } });
}
