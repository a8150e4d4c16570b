import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sourceOf } from "../../src/flows/release/source.ts";
import { Git } from "../../src/git/index.ts";
import { git } from "./rig.ts";

let dir: string;
const PATH = process.env["PATH"] ?? "";
beforeEach(async () => {
	dir = mkdtempSync(join(tmpdir(), "mainline-source-"));
	await git(dir, "init", "-q");
	await git(dir, "remote", "add", "origin", "placeholder");
});
afterEach(() => {
	process.env["PATH"] = PATH;
	rmSync(dir, { recursive: true, force: true });
});

async function sourceAt(origin: string): Promise<string | null> {
	await git(dir, "remote", "set-url", "origin", origin);
	const opened = await Git.open(dir);
	try {
		return await sourceOf(opened);
	} finally {
		opened.close();
	}
}

/** An `ssh` whose settings say `Host work` / `HostName github.com`, and nothing of others. */
function sshKnowsWork(): void {
	const program = join(dir, "ssh");
	writeFileSync(program, '#!/bin/sh\n[ "$2" = work ] && echo "hostname github.com" || echo "hostname $2"\n');
	chmodSync(program, 0o755);
	process.env["PATH"] = `${dir}${delimiter}${PATH}`;
}

describe("the address of a repository", () => {
	it.each([
		"https://github.com/acme/churn",
		"https://ann:token@GitHub.com/acme/churn.git",
		"git@github.com:acme/churn.git",
		"ssh://git@github.com/acme/churn",
		"ssh://git@ssh.github.com:443/acme/churn.git",
		"git@ssh.github.com:/acme/churn.git",
		"git@work:acme/churn.git",
		"work:acme/churn",
		"gh:acme/churn",
	])("is one, however the clone calls it: %s", async (origin) => {
		sshKnowsWork();
		await git(dir, "config", "url.https://github.com/.insteadOf", "gh:");
		expect(await sourceAt(origin)).toBe("https://github.com/acme/churn");
	});

	it("is that which everybody knows, where this machine clones by way of a mirror", async () => {
		await git(dir, "config", "url./srv/mirror/.insteadOf", "https://github.com/");
		expect(await sourceAt("https://github.com/acme/churn")).toBe("https://github.com/acme/churn");
	});

	it("is as it is written where nobody knows what a nickname stands for, and none of a folder", async () => {
		sshKnowsWork();
		expect(await sourceAt("git@gitlab:acme/churn.git")).toBe("https://gitlab/acme/churn");
		expect(await sourceAt("/srv/git/churn.git")).toBeNull();
	});
});
