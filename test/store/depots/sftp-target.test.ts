import { describe, expect, it } from "vitest";
import type { RemoteConfig } from "../../../src/manifest/index.ts";
import { sshTrouble } from "../../../src/store/depots/sftp/last-words.ts";
import { NotSftp } from "../../../src/store/depots/sftp/packet.ts";
import { Gone, Silent } from "../../../src/store/depots/sftp/session.ts";
import { addressOf, byHand, parseTarget, sshArguments } from "../../../src/store/depots/sftp/target.ts";

const remote = (url: string, options: Record<string, string> = {}): RemoteConfig => ({
	name: "store",
	url,
	options: new Map(Object.entries(options)),
});

describe("an ssh remote", () => {
	it.each([
		["ssh://host/data", { host: "host", user: null, port: null, path: "/data" }],
		["ssh://ada@host:2222/data/", { host: "host", user: "ada", port: 2222, path: "/data" }],
		["ssh://host", { host: "host", path: "" }],
		["ssh://host/", { host: "host", path: "/" }],
		["ssh://ada@[::1]:22/a b", { host: "::1", path: "/a b" }],
		["ssh://ada:pw@host_1/~/x", { host: "host_1", password: "pw", path: "/~/x" }],
	])("is what its url says: %s", (url, expected) => {
		expect(parseTarget(remote(url))).toMatchObject(expected);
	});

	it("lets options win over the url", () => {
		const options = { user: "bob", port: "23", password: "b,c", timeout: "5", max_sessions: "2", gss_auth: "true" };
		expect(parseTarget(remote("ssh://ada:pw@host:22/x", options))).toMatchObject({
			user: "bob",
			port: 23,
			password: "b,c",
			timeoutMs: 5000,
			connections: 2,
			gssAuth: true,
		});
	});

	it.each([
		["port", "http"],
		["timeout", "soon"],
		["allow_agent", "maybe"],
		["max_sessions", "0"],
		["keyfile", "/no/such/key"],
	])("refuses %s = %s", (option, value) => {
		expect(() => parseTarget(remote("ssh://host/x", { [option]: value }))).toThrow(
			expect.objectContaining({ code: "config-invalid", kind: "input" }),
		);
	});

	it("says what to do instead of asking for a password", () => {
		expect(() => parseTarget(remote("ssh://host/x", { ask_password: "true" }))).toThrow(
			expect.objectContaining({
				details: expect.objectContaining({ hint: expect.stringContaining("--local store password") }),
			}),
		);
	});

	it("shows no password in its address", () => {
		const target = parseTarget(remote("ssh://ada:secret@[::1]:22/x"));
		expect(addressOf(target)).toBe("ssh://ada@[::1]:22/x");
		expect(byHand(target)).toBe("ssh -p 22 ada@::1");
	});

	it("leaves to the user's ssh configuration what the remote does not say", () => {
		const args = sshArguments(parseTarget(remote("ssh://alias/x")));
		expect(args.slice(-4)).toEqual(["-s", "--", "alias", "sftp"]);
		expect(args).toContain("BatchMode=yes");
		for (const option of ["-l", "-p", "-i"]) expect(args).not.toContain(option);
		expect(args.join(" ")).not.toMatch(/StrictHostKeyChecking|IdentitiesOnly|IdentityAgent|GSSAPI|ConnectTimeout/);
	});

	it("never takes a host for an option, and puts no secret on the command line", () => {
		const args = sshArguments(
			parseTarget(remote("ssh://ada@-oProxyCommand=x/y", { password: "secret", passphrase: "phrase" })),
		);
		expect(args.slice(-3)).toEqual(["--", "-oProxyCommand=x", "sftp"]);
		expect(args.join(" ")).not.toMatch(/secret|phrase/);
		expect(args).toContain("PreferredAuthentications=publickey,keyboard-interactive,password");
	});
});

describe("the last words of ssh", () => {
	const target = parseTarget(remote("ssh://ada@host:2222/x"));

	it.each([
		["ada@host: Permission denied (publickey).", "remote-credentials", false, "ssh -p 2222 ada@host"],
		[
			"No ED25519 host key is known for host and you have requested strict checking.\nHost key verification failed.",
			"remote-host-key",
			false,
			"ssh-keyscan -p 2222 host",
		],
		[
			"@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.",
			"remote-host-key",
			false,
			"ssh-keygen -R '[host]:2222'",
		],
		[
			"ssh: Could not resolve hostname host: Name or service not known",
			"remote-not-found",
			false,
			"dvc remote modify store url",
		],
		["ssh: Could not resolve hostname host: Temporary failure in name resolution", "remote-unreachable", true, ""],
		["ssh: connect to host host port 2222: Connection refused", "remote-unreachable", true, ""],
		["kex_exchange_identification: Connection closed by remote host", "remote-unreachable", true, ""],
		["subsystem request failed on channel 0", "remote-strange", false, "Subsystem sftp"],
		["/home/ada/.ssh/config: line 3: Bad configuration option: hots", "remote-strange", false, "ssh configuration"],
		["", "remote-unreachable", true, ""],
	])("are understood: %s", (said, code, again, hint) => {
		const trouble = sshTrouble(target, `${said}\r\n`, new Gone("the connection is gone"));
		expect(trouble).toMatchObject({ code, again, details: { hint: expect.stringContaining(hint) } });
		if (said !== "")
			expect(trouble).toMatchObject({ details: { found: expect.stringContaining(said.split("\n").at(-1) ?? "") } });
	});

	it("are not asked of a session that was no SFTP, or that fell silent", () => {
		expect(sshTrouble(target, "", new NotSftp("Hello"))).toMatchObject({
			code: "remote-strange",
			details: { found: "Hello" },
		});
		expect(sshTrouble(target, "banner", new Silent("no sign"))).toMatchObject({
			again: true,
			details: { found: "no sign" },
		});
	});
});
