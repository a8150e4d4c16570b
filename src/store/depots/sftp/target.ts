import { existsSync } from "node:fs";
import type { RemoteConfig } from "../../../manifest/index.ts";
import { Settings } from "../settings.ts";
import { badOption } from "../troubles.ts";

/** Whom to connect to and how, as far as the remote says it; the user's ssh configuration says the rest. */
export interface SshTarget {
	/** The remote's name, for hints. */
	readonly remote: string;
	readonly host: string;
	readonly user: string | null;
	readonly port: number | null;
	/** The folder; empty for the one that the server starts in. */
	readonly path: string;
	readonly keyfile: string | null;
	readonly password: string | null;
	readonly passphrase: string | null;
	readonly timeoutMs: number | null;
	readonly allowAgent: boolean | null;
	readonly gssAuth: boolean | null;
	/** Connections at a time. */
	readonly connections: number;
}

const CONNECTIONS = 4;

/** Takes `ssh://user@host:port/absolute/path` and DVC's keys. Failure `config-invalid`. */
export function parseTarget(config: RemoteConfig): SshTarget {
	const settings = new Settings(config);
	const { name: remote, url } = config;
	const parts = /^ssh:\/\/(?:([^/@:]*)(?::([^/@]*))?@)?(?:\[([^\]/]+)\]|([^/:@]+))(?::(\d+))?(\/.*)?$/i.exec(url);
	const [, user = "", password = "", v6, name = "", port, path = ""] = parts ?? [];
	const host = v6 ?? name;
	if (host === "") throw badOption(remote, "url", "ssh://user@host:port/path", url.replace(/\/\/[^/@]*@/, "//…@"));
	return {
		remote,
		host,
		user: settings.text("user") ?? (user === "" ? null : user),
		port: settings.whole("port") ?? (port === undefined ? null : Number(port)),
		path: path.length > 1 ? path.replace(/\/+$/, "") : path,
		keyfile: keyfileOf(settings),
		password: settings.secret("password") ?? (password === "" ? null : password),
		passphrase: settings.secret("passphrase"),
		timeoutMs: settings.text("timeout") === null ? null : settings.milliseconds("timeout", 0),
		allowAgent: settings.flag("allow_agent"),
		gssAuth: settings.flag("gss_auth"),
		connections: Math.min(CONNECTIONS, settings.whole("max_sessions") ?? CONNECTIONS),
	};
}

function keyfileOf(settings: Settings): string | null {
	const keyfile = settings.text("keyfile");
	if (keyfile === null || existsSync(keyfile)) return keyfile;
	throw badOption(settings.remote, "keyfile", "a private key's file", `no file ${keyfile}`);
}

/** For people: without a password. */
export function addressOf({ host, user, port, path }: SshTarget): string {
	const name = host.includes(":") ? `[${host}]` : host;
	return `ssh://${user === null ? "" : `${user}@`}${name}${port === null ? "" : `:${port}`}${path}`;
}

/** The same as a command to try by hand. */
export function byHand({ host, user, port, keyfile }: SshTarget): string {
	const options = [...(port === null ? [] : [`-p ${port}`]), ...(keyfile === null ? [] : [`-i ${keyfile}`])];
	return ["ssh", ...options, user === null ? host : `${user}@${host}`].join(" ");
}

/** What `ssh` is started with: nothing that the user's configuration could say better, and nothing secret. */
export function sshArguments(target: SshTarget): string[] {
	const { host, user, port, keyfile, password, passphrase, timeoutMs, allowAgent, gssAuth } = target;
	const asks = password !== null || passphrase !== null;
	const options: Record<string, string> = {
		BatchMode: asks ? "no" : "yes",
		// one wrong password is told, not repeated
		NumberOfPasswordPrompts: "1",
		PermitLocalCommand: "no",
		RemoteCommand: "none",
		RequestTTY: "no",
		ClearAllForwardings: "yes",
		// a master that stays behind would keep our pipes open; one that is there is used
		ControlMaster: "no",
		// a host that vanished is known to be gone after a minute
		ServerAliveInterval: "15",
		ServerAliveCountMax: "4",
		...(timeoutMs === null || timeoutMs === 0 ? {} : { ConnectTimeout: String(Math.ceil(timeoutMs / 1000)) }),
		...(keyfile === null ? {} : { IdentitiesOnly: "yes" }),
		...(allowAgent === false ? { IdentityAgent: "none" } : {}),
		...(gssAuth === null ? {} : { GSSAPIAuthentication: gssAuth ? "yes" : "no" }),
		...(asks ? { PreferredAuthentications: methods(target).join(",") } : {}),
	};
	return [
		"-x",
		"-a",
		...Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]),
		...(user === null ? [] : ["-l", user]),
		...(port === null ? [] : ["-p", String(port)]),
		...(keyfile === null ? [] : ["-i", keyfile]),
		"-s",
		"--",
		host,
		"sftp",
	];
}

/** DVC's: what there are credentials for. */
function methods({ keyfile, password, passphrase, gssAuth }: SshTarget): string[] {
	return [
		...(gssAuth === true ? ["gssapi-with-mic"] : []),
		...(keyfile !== null || passphrase !== null ? ["publickey"] : []),
		...(password === null ? [] : ["keyboard-interactive", "password"]),
	];
}
