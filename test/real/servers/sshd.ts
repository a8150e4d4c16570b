import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { type PipedProcess, startPiped } from "../../../src/shell/index.ts";
import { freePort, listening } from "./free-port.ts";

/** A real sshd with keys of its own, and an `ssh` on PATH that reads a configuration of its own instead of the user's. */
export interface Sshd {
	readonly port: number;
	readonly user: string;
	/** Of remotes. */
	readonly folder: string;
	readonly keyfile: string;
	readonly hostKey: string;
	/** The same key, locked by a passphrase. */
	readonly lockedKeyfile: string;
	readonly strangerKeyfile: string;
	readonly knownHosts: string;
	readonly variables: Readonly<Record<string, string>>;
	/** How many connections have been made so far. */
	connections(): number;
	/** Ends who is connected; the server stays. */
	dropConnections(): void;
	start(): Promise<void>;
	/** At once, with everybody who is connected. */
	stop(): Promise<void>;
}

export const PASSPHRASE = "open sesame";

export async function startSshd(subsystem = "Subsystem sftp internal-sftp"): Promise<Sshd> {
	const home = mkdtempSync(join(tmpdir(), "mainline-sshd-"));
	const port = await freePort();
	for (const folder of ["files", "bin"]) mkdirSync(join(home, folder));
	mkdirSync("/run/sshd", { recursive: true });
	for (const key of ["host", "user", "stranger"]) makeKey(join(home, key), "");
	writeFileSync(join(home, "locked"), readFileSync(join(home, "user")), { mode: 0o600 });
	execFileSync("ssh-keygen", ["-q", "-p", "-f", join(home, "locked"), "-P", "", "-N", PASSPHRASE], { stdio: "ignore" });
	writeFileSync(join(home, "authorized"), readFileSync(join(home, "user.pub")));
	writeFileSync(join(home, "known"), `[127.0.0.1]:${port} ${readFileSync(join(home, "host.pub"), "utf8")}`);
	writeFileSync(join(home, "config"), clientConfiguration(home));
	writeFileSync(join(home, "bin/ssh"), `#!/bin/sh\nexec ${which("ssh")} -F '${home}/config' "$@"\n`);
	chmodSync(join(home, "bin/ssh"), 0o755);
	writeFileSync(join(home, "sshd_config"), serverConfiguration(home, port, subsystem));
	let process: PipedProcess | null = null;
	const sshd: Sshd = {
		port,
		user: userInfo().username,
		folder: join(home, "files"),
		keyfile: join(home, "user"),
		hostKey: join(home, "host"),
		lockedKeyfile: join(home, "locked"),
		strangerKeyfile: join(home, "stranger"),
		knownHosts: join(home, "known"),
		variables: { PATH: `${join(home, "bin")}:/usr/bin:/bin`, HOME: home },
		connections: () => readFileSync(join(home, "log"), "utf8").split("Accepted publickey").length - 1,
		start: async () => {
			process = await startPiped(which("sshd"), ["-D", "-f", join(home, "sshd_config"), "-E", join(home, "log")], {});
			process.stderr.resume();
			process.hold(false);
			await listening(port);
		},
		dropConnections: () => childrenOf(Number(readFileSync(join(home, "pid"), "utf8"))).forEach(kill),
		stop: async () => {
			const connected = childrenOf(Number(readFileSync(join(home, "pid"), "utf8")));
			process?.kill("SIGKILL");
			connected.forEach(kill);
			await process?.ended;
		},
	};
	await sshd.start();
	return sshd;
}

function makeKey(file: string, passphrase: string): void {
	execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-f", file]);
}

function which(program: string): string {
	return execFileSync("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`], { encoding: "utf8" }).trim();
}

function clientConfiguration(home: string): string {
	return `UserKnownHostsFile ${home}/known\nGlobalKnownHostsFile /dev/null\nIdentityFile ${home}/nobody\nIdentitiesOnly yes\n`;
}

function serverConfiguration(home: string, port: number, subsystem: string): string {
	return `Port ${port}
ListenAddress 127.0.0.1
HostKey ${home}/host
PidFile ${home}/pid
AuthorizedKeysFile ${home}/authorized
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
${subsystem}
`;
}

/** Every descendant of a process. */
function childrenOf(pid: number): number[] {
	const out = execFileSync("sh", ["-c", `ps -o pid= --ppid ${pid} || true`], { encoding: "utf8" });
	return out
		.split(/\s+/)
		.filter(Boolean)
		.map(Number)
		.flatMap((child) => [child, ...childrenOf(child)]);
}

function kill(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// gone already
	}
}
