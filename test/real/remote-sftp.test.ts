import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type PipedProcess, startPiped } from "../../src/shell/index.ts";
import { contents, type RemotePlace, RemoteProject, type RemoteServer, remoteSuite } from "./remote-suite.ts";
import { freePort } from "./servers/free-port.ts";
import { PASSPHRASE, type Sshd, startSshd } from "./servers/sshd.ts";

/** OpenSSH's server; a place is a folder that is not there yet: dvc makes it, and so do we. */
async function startSftp(): Promise<RemoteServer> {
	const sshd = await startSshd();
	let places = 0;
	return {
		host: `127.0.0.1:${sshd.port}`,
		place: async () => placeOn(sshd, `deep/p ${++places}`),
		through: () => null,
		stop: () => sshd.stop(),
	};
}

function placeOn(
	sshd: Sshd,
	name: string,
	options: Record<string, string> = {},
): RemotePlace & { options: Record<string, string> } {
	return {
		url: `ssh://${sshd.user}@127.0.0.1:${sshd.port}${sshd.folder}/${name}`,
		options: { keyfile: sshd.keyfile, ...options },
		variables: { ...sshd.variables, PATH: `${sshd.variables["PATH"]}:${process.env["PATH"]}` },
	};
}

async function projectAt(place: RemotePlace): Promise<RemoteProject> {
	const project = await RemoteProject.make(place);
	writeFileSync(join(project.root, "single"), randomBytes(1000));
	await project.dvc("add", "-q", "single");
	return project;
}

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

remoteSuite("SFTP by sshd", startSftp);

describe("an ssh remote", () => {
	let sshd: Sshd;
	beforeAll(async () => {
		sshd = await startSshd();
	});
	afterAll(() => sshd?.stop());

	it("opens a locked key with its passphrase, and says of a wrong one that nobody was let in", async () => {
		const project = await projectAt(placeOn(sshd, "locked", { keyfile: sshd.lockedKeyfile, passphrase: PASSPHRASE }));
		expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 1 } });
		await project.attach(placeOn(sshd, "locked", { keyfile: sshd.lockedKeyfile, passphrase: "hunter2" }));
		const failure = await project
			.fetch({ targets: ["single"] })
			.then(
				() => project.push(),
				(cause: unknown) => cause,
			)
			.catch((cause: unknown) => cause);
		expect(failure).toMatchObject({ code: "remote-credentials" });
		expect(JSON.stringify(failure)).not.toContain("hunter2");
	});

	it("says of a key that the server does not know how to try it by hand", async () => {
		const project = await projectAt(placeOn(sshd, "stranger", { keyfile: sshd.strangerKeyfile }));
		await expect(project.push()).rejects.toMatchObject({
			code: "remote-credentials",
			details: {
				found: expect.stringContaining("Permission denied"),
				hint: expect.stringContaining(`ssh -p ${sshd.port} -i `),
			},
		});
	});

	it("talks to no host whose key nobody has confirmed, nor to one that shows another", async () => {
		const known = readFileSync(sshd.knownHosts, "utf8");
		const project = await projectAt(placeOn(sshd, "unknown"));
		try {
			writeFileSync(sshd.knownHosts, "");
			await expect(project.push()).rejects.toMatchObject({
				code: "remote-host-key",
				details: { hint: expect.stringContaining("known_hosts") },
			});
			const other = readFileSync(`${sshd.strangerKeyfile}.pub`, "utf8");
			writeFileSync(sshd.knownHosts, `[127.0.0.1]:${sshd.port} ${other}`);
			await expect(project.push()).rejects.toMatchObject({
				code: "remote-host-key",
				message: expect.stringContaining("another key than before"),
			});
		} finally {
			writeFileSync(sshd.knownHosts, known);
		}
		expect(await project.push()).toMatchObject({ answer: "yes" });
	});

	it("leaves nothing half written where the server was killed in the middle, and goes on", async () => {
		const project = await projectAt(placeOn(sshd, "killed"));
		writeFileSync(join(project.root, "big"), randomBytes(80 * 1024 * 1024));
		await project.dvc("add", "-q", "big");
		const made = contents(project.root, "big");
		const folder = join(sshd.folder, "killed");
		mkdirSync(folder);
		const pushing = project.push().catch((cause: unknown) => cause);
		while (!filesIn(folder).some((path) => path.endsWith(".tmp"))) await soon();
		await sshd.stop();
		expect(await pushing).toMatchObject({ code: "remote-unreachable" });
		const whole = filesIn(folder).filter((path) => !path.endsWith(".tmp") && statSync(join(folder, path)).isFile());
		for (const path of whole) expect(statSync(join(folder, path)).size).toBe(1000);
		await sshd.start();
		expect(await project.push()).toMatchObject({ answer: "yes", document: { failed: [] } });
		project.forget("big", "single");
		await project.dvc("pull", "-q");
		expect(contents(project.root, "big")).toEqual(made);
	});

	it("goes on from where a connection broke, over a new one", async () => {
		const project = await projectAt(placeOn(sshd, "broken"));
		writeFileSync(join(project.root, "big"), randomBytes(80 * 1024 * 1024));
		await project.dvc("add", "-q", "big");
		const made = contents(project.root, "big");
		await project.push();
		project.forget("big", "single");
		const pulling = project.pull();
		const before = sshd.connections();
		while (sshd.connections() === before) await soon();
		sshd.dropConnections();
		expect(await pulling).toMatchObject({ answer: "yes", document: { failed: [] } });
		expect(contents(project.root, "big")).toEqual(made);
		expect(sshd.connections()).toBeGreaterThan(before + 1);
	});

	it("takes nothing whose bytes are wrong", async () => {
		const project = await projectAt(placeOn(sshd, "wrong"));
		await project.push();
		const [object = ""] = filesIn(join(sshd.folder, "wrong")).filter((path) => /[0-9a-f]{30}$/.test(path));
		const path = join(sshd.folder, "wrong", object);
		rmSync(path);
		writeFileSync(path, randomBytes(1000));
		project.forget("single");
		const { answer, document } = await project.pull();
		expect(answer).toBe("no");
		expect(document.failed).toHaveLength(1);
	});

	it("says of a folder that may not be made which one, and of a server without SFTP what it lacks", async () => {
		writeFileSync(join(sshd.folder, "file"), "");
		const project = await projectAt(placeOn(sshd, "file/below"));
		await expect(project.push()).rejects.toMatchObject({ code: expect.stringMatching(/^remote-(denied|not-found)$/) });
		const bare = await startSshd("");
		try {
			// the project's ssh is still that of the first server
			appendFileSync(sshd.knownHosts, readFileSync(bare.knownHosts));
			await project.attach({ ...placeOn(bare, "x"), options: { keyfile: bare.keyfile } });
			await expect(project.push()).rejects.toMatchObject({
				code: "remote-strange",
				details: { hint: expect.stringContaining("Subsystem sftp") },
			});
		} finally {
			await bare.stop();
		}
	});
});

describe("an ssh remote that wants a password", () => {
	let server: PipedProcess | null = null;
	afterEach(async () => {
		server?.kill("SIGKILL");
		await server?.ended;
	});

	it("gets it from the configuration, and over another server than OpenSSH's the objects travel, too", async () => {
		const sshd = await startSshd();
		await sshd.stop();
		const port = await freePort();
		const host = readFileSync(`${sshd.hostKey}.pub`, "utf8");
		writeFileSync(sshd.knownHosts, `[127.0.0.1]:${port} ${host}`);
		const script = join(import.meta.dirname, "servers/asyncssh-server.py");
		server = await startPiped("python3", [script, String(port), sshd.folder, sshd.hostKey, "ci", "pass word"], {});
		await once(server.stdout, "data");
		const at = (password: string): RemotePlace => ({
			...placeOn(sshd, ""),
			url: `ssh://ci@127.0.0.1:${port}/data`,
			options: { password },
		});
		const project = await projectAt(at("pass word"));
		writeFileSync(join(project.root, "big"), randomBytes(3 * 1024 * 1024));
		await project.dvc("add", "-q", "big");
		const made = contents(project.root, "big", "single");
		expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 2 } });
		expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 0 } });
		project.forget("big", "single");
		await project.dvc("pull", "-q");
		project.forget("big", "single");
		expect(await project.pull()).toMatchObject({ answer: "yes", document: { failed: [] } });
		expect(contents(project.root, "big", "single")).toEqual(made);
		await project.attach(at("hunter2"));
		project.forget("big", "single");
		const failure = await project.fetch().catch((cause: unknown) => cause);
		expect(failure).toMatchObject({ code: "remote-credentials" });
		expect(JSON.stringify(failure)).not.toContain("hunter2");
	});
});
