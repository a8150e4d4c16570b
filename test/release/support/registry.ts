import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export interface RunningRegistry {
	readonly host: string;
	stop(): Promise<void>;
}

export interface SecureRegistry extends RunningRegistry {
	/** File with the certificate to trust, and the folder that skopeo wants it in. */
	readonly certificate: string;
	readonly certDir: string;
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}

/** Docker's registry as Debian has it (2.8), and distribution 3. */
export const REGISTRIES = ["docker-registry", "registry"] as const;
export type RegistryProgram = (typeof REGISTRIES)[number];

/** A real registry on a free loopback port. Neither knows the referrers API. */
export async function startRegistry(
	directory: string,
	program: RegistryProgram = "docker-registry",
	{ deletes = true } = {},
): Promise<RunningRegistry> {
	const port = await freePort();
	const more = `http: {addr: "127.0.0.1:${port}"}\n`;
	return start({ directory, port, more, program, deletes }, `http://127.0.0.1:${port}/v2/`);
}

/** go-containerregistry's registry, which knows the referrers API. */
export async function startGoRegistry(directory: string): Promise<RunningRegistry> {
	mkdirSync(directory, { recursive: true });
	const port = await freePort();
	const child = spawn("ggcr-registry", [`127.0.0.1:${port}`, directory], { stdio: "ignore" });
	return running(child, port, `http://127.0.0.1:${port}/v2/`);
}

/** The same with TLS and basic auth (bot, s3cret). */
export async function startSecureRegistry(directory: string): Promise<SecureRegistry> {
	const port = await freePort();
	const certDir = join(directory, "certs");
	mkdirSync(certDir, { recursive: true });
	const [key, certificate] = [join(directory, "tls.key"), join(certDir, "ca.crt")];
	execFileSync(
		"openssl",
		[
			"req",
			"-x509",
			"-newkey",
			"rsa:2048",
			"-nodes",
			"-days",
			"2",
			"-keyout",
			key,
			"-out",
			certificate,
			"-subj",
		].concat(["/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]),
		{ stdio: "ignore" },
	);
	const users = join(directory, "htpasswd");
	execFileSync("htpasswd", ["-Bbc", users, "bot", "s3cret"], { stdio: "ignore" });
	const more = `auth: {htpasswd: {realm: reg, path: ${users}}}\nhttp: {addr: "127.0.0.1:${port}", tls: {certificate: ${certificate}, key: ${key}}}\n`;
	const running = await start({ directory, port, more, program: "docker-registry" }, null);
	return { ...running, certificate, certDir };
}

interface Settings {
	readonly directory: string;
	readonly port: number;
	/** Lines of the configuration file. */
	readonly more: string;
	readonly program: RegistryProgram;
	/** Whether it lets anybody delete. */
	readonly deletes?: boolean;
}

async function start(
	{ directory, port, more, program, deletes = true }: Settings,
	probe: string | null,
): Promise<RunningRegistry> {
	mkdirSync(directory, { recursive: true });
	const config = join(directory, "registry.yml");
	const storage = `{cache: {blobdescriptor: inmemory}, filesystem: {rootdirectory: ${join(directory, "data")}}, delete: {enabled: ${deletes}}}`;
	writeFileSync(config, `version: 0.1\nlog: {level: error}\nstorage: ${storage}\n${more}`);
	const log = openSync(join(directory, "log"), "a");
	const env = { ...process.env, OTEL_TRACES_EXPORTER: "none" };
	return running(spawn(program, ["serve", config], { stdio: ["ignore", log, log], env }), port, probe);
}

async function running(child: ChildProcess, port: number, probe: string | null): Promise<RunningRegistry> {
	await Promise.race([once(child, "spawn"), once(child, "error").then(([error]) => Promise.reject(error))]);
	await answers(child, probe ?? `https://localhost:${port}`, port);
	return {
		host: `localhost:${port}`,
		stop: async () => {
			child.kill("SIGKILL");
			if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
		},
	};
}

async function answers(child: ChildProcess, url: string, port: number): Promise<void> {
	for (let n = 0; n < 200; n++) {
		if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
		const up = url.startsWith("https")
			? await connects(port)
			: await fetch(url).then(
					(r) => r.ok,
					() => false,
				);
		if (up) return;
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error(`${child.spawnfile} does not answer`);
}

async function connects(port: number): Promise<boolean> {
	const { connect } = await import("node:net");
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1", () => {
			socket.destroy();
			resolve(true);
		});
		socket.on("error", () => resolve(false));
	});
}
