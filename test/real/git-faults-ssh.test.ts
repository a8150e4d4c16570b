import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Git } from "../../src/git/index.ts";
import { git, lasting, temporaryFolder } from "../rig/world.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";

let sshd: Sshd;
let root = "";
let address = "";
beforeAll(async () => {
	sshd = await startSshd();
	const folder = await lasting(() => temporaryFolder());
	await git(folder, "init", "-q", "-b", "main", "work");
	root = join(folder, "work");
	await git(root, "commit", "-q", "--allow-empty", "-m", "Begin");
	await git(folder, "clone", "-q", "--bare", root, "server.git");
	await git(join(folder, "server.git"), "tag", "-am", "x", "churn@v0.1.0");
	address = `ssh://${sshd.user}@127.0.0.1:${sshd.port}${join(folder, "server.git")}`;
	await git(root, "remote", "add", "origin", address);
	const ssh = join(dirname(sshd.keyfile), "bin/ssh");
	await git(root, "config", "core.sshCommand", `${ssh} -i ${sshd.keyfile}`);
	await git(root, "config", "http.lowSpeedTime", "2");
});
afterAll(() => sshd?.stop());

const silent = {
	kind: "infrastructure",
	code: "git-silent",
	message: expect.stringMatching(/ (from|to) 127\.0\.0\.1:\d+: no answer for 2 s/),
};

it("a git server over a real ssh answers", async () => {
	await (await Git.open(root)).fetchTags("origin");
	expect(await git(root, "tag", "-l")).toBe("churn@v0.1.0");
});

it("one whose git stalls after the login, while ssh itself answers, is given up: fetches and pushes", async () => {
	const target = await git(root, "rev-parse", "HEAD");
	await git(root, "config", "remote.origin.uploadpack", "sleep 30; git-upload-pack");
	await git(root, "config", "remote.origin.receivepack", "sleep 30; git-receive-pack");
	const here = await Git.open(root);
	await expect(here.fetchTags("origin")).rejects.toMatchObject(silent);
	const object = await here.makeTag({ name: "churn@v0.2.0", target, message: "x\n", at: new Date() });
	await expect(here.pushTags("origin", [{ name: "churn@v0.2.0", object }])).rejects.toMatchObject(silent);
}, 60_000);

it("one that does not know the key says so at once", async () => {
	const ssh = join(dirname(sshd.keyfile), "bin/ssh");
	await git(root, "config", "core.sshCommand", `${ssh} -i ${sshd.strangerKeyfile}`);
	const before = sshd.connections();
	await expect((await Git.open(root)).fetchTags("origin")).rejects.toMatchObject({
		code: "git-denied",
		message: expect.stringContaining("Permission denied (publickey)"),
	});
	expect(sshd.connections()).toBe(before);
});
