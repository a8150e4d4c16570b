import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../release/support/registry.ts";
import { Issuer } from "./issuer.ts";

/** Sigstore's own servers on this machine: Fulcio, which knows one issuer, the timestamp authority, and the log in tiles. */
export interface Sigstore {
	readonly issuer: Issuer;
	readonly fulcio: string;
	readonly timestamp: string;
	readonly rekor: string;
	/** A file of sigstore's trusted root, with the log in it or not. */
	readonly trustedRoot: { readonly logged: string; readonly unlogged: string };
	stop(): Promise<void>;
}

const BEGINNING = "2024-01-01T00:00:00Z";

/** All of it, below a folder. Another instance has authorities of its own, but for the time, of which there is one on a machine. */
export async function startSigstore(directory: string, beside: Sigstore | null = null): Promise<Sigstore> {
	mkdirSync(directory, { recursive: true });
	const issuer = await Issuer.start();
	const [authority, log] = [await startFulcio(directory, issuer.url), await startLog(directory)];
	const times = beside === null ? await startTimestamps(directory) : null;
	const [fulcio, rekor, timestamp] = [authority.url, log.url, beside?.timestamp ?? times?.url ?? ""];
	await save(`${fulcio}/api/v1/rootCert`, join(directory, "fulcio.pem"));
	await save(`${timestamp}/api/v1/timestamp/certchain`, join(directory, "timestamp.pem"));
	const authorities = [
		`--fulcio=url=${fulcio},certificate-chain=${join(directory, "fulcio.pem")},start-time=${BEGINNING}`,
		`--tsa=url=${timestamp}/api/v1/timestamp,certificate-chain=${join(directory, "timestamp.pem")},start-time=${BEGINNING}`,
	];
	const logged = `--rekor=url=${rekor},public-key=${join(directory, "log.pub")},start-time=${BEGINNING},origin=127.0.0.1`;
	const create = (name: string, services: readonly string[]) => {
		const file = join(directory, name);
		execFileSync("cosign", ["trusted-root", "create", ...services, "--out", file], { stdio: "pipe" });
		return file;
	};
	return {
		issuer,
		fulcio,
		timestamp,
		rekor,
		trustedRoot: {
			logged: create("logged.json", [...authorities, logged]),
			unlogged: create("unlogged.json", authorities),
		},
		stop: async () => {
			for (const { child } of [authority, log, ...(times === null ? [] : [times])]) await end(child);
			await issuer.stop();
		},
	};
}

async function startFulcio(directory: string, issuer: string): Promise<Running> {
	const [port, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
	const config = join(directory, "fulcio.yaml");
	writeFileSync(
		config,
		`oidc-issuers:\n  ${issuer}:\n    issuer-url: ${issuer}\n    client-id: sigstore\n    type: github-workflow\n`,
	);
	const args = [`--host=127.0.0.1`, `--port=${port}`, `--grpc-host=127.0.0.1`, `--grpc-port=${grpc}`];
	const more = ["--ca=ephemeralca", "--ct-log-url=", `--config-path=${config}`, `--metrics-port=${metrics}`];
	const socket = `--legacy-unix-domain-socket=${join(directory, "fulcio.sock")}`;
	const child = launch(directory, "fulcio", ["serve", ...args, ...more, socket]);
	return running(child, `http://127.0.0.1:${port}`, "/healthz");
}

/** It takes port 2112 for its metrics, whatever it is told: where another suite has one, it is waited for. */
async function startTimestamps(directory: string): Promise<Running> {
	for (let tries = 1; ; tries++) {
		const port = await freePort();
		const args = [
			"serve",
			"--host=127.0.0.1",
			`--port=${port}`,
			"--timestamp-signer=memory",
			"--disable-ntp-monitoring",
		];
		const child = launch(directory, "timestamp-server", args);
		const started = await running(child, `http://127.0.0.1:${port}`, "/ping").catch((failure: Error) => failure);
		// it answers for a moment before it finds that its other port is taken
		await new Promise((resolve) => setTimeout(resolve, 300));
		if (!(started instanceof Error) && child.exitCode === null) return started;
		if (tries === 200) throw new Error("port 2112 stays taken");
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
}

async function startLog(directory: string): Promise<Running> {
	const [port, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
	const key = join(directory, "log.key");
	writeFileSync(key, privateKey.export({ format: "pem", type: "pkcs8" }));
	writeFileSync(join(directory, "log.pub"), publicKey.export({ format: "pem", type: "spki" }));
	mkdirSync(join(directory, "log"));
	const ports = [`--http-port=${port}`, `--grpc-port=${grpc}`, `--http-metrics-port=${metrics}`];
	const more = [`--storage-dir=${join(directory, "log")}`, `--signer-filepath=${key}`, "--hostname=127.0.0.1"];
	const quick = ["--checkpoint-interval=100ms", "--batch-max-age=50ms"];
	const child = launch(directory, "rekor-server-posix", ["serve", ...ports, ...more, ...quick]);
	return running(child, `http://127.0.0.1:${port}`, "/healthz");
}

interface Running {
	readonly child: ChildProcess;
	readonly url: string;
}

function launch(directory: string, program: string, args: readonly string[]): ChildProcess {
	const log = openSync(join(directory, `${program}.out`), "a");
	return spawn(program, args, { cwd: directory, stdio: ["ignore", log, log] });
}

async function running(child: ChildProcess, url: string, probe: string): Promise<Running> {
	await Promise.race([once(child, "spawn"), once(child, "error").then(([error]) => Promise.reject(error))]);
	for (let n = 0; n < 600; n++) {
		if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
		const answer = await fetch(`${url}${probe}`).catch(() => null);
		if (answer?.ok === true) return { child, url };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await end(child);
	throw new Error(`${child.spawnfile} does not answer`);
}

async function end(child: ChildProcess): Promise<void> {
	child.kill("SIGKILL");
	if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function save(url: string, file: string): Promise<void> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
	writeFileSync(file, await answer.text());
}
