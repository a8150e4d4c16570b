import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { isBefore } from "../../src/flows/doctor/settings/runners.ts";
import { doctor, NO_ACCESS } from "../../src/flows/doctor.ts";
import type { Finding } from "../../src/report/index.ts";
import { mainline } from "../doors/support/program.ts";
import { contextAt, type Files, git, project, write } from "./rig.ts";

const PIPELINE = "stages:\n  make:\n    cmd: sort in.txt > out.txt\n    deps: [in.txt]\n    outs: [out.txt]\n";
const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4\n";

async function found(root: string, untrusted = false): Promise<readonly Finding[]> {
	const options = { program: ["mainline"], gitHub: NO_ACCESS, untrusted };
	return (await doctor(contextAt(root), options)).document.findings;
}

async function codes(root: string): Promise<string[]> {
	return (await found(root)).map(({ code }) => code);
}

function shelved(files: Files = {}): Promise<string> {
	const shelf = mkdtempSync(join(tmpdir(), "mainline-shelf-"));
	const config = `[core]\n    remote = shelf\n['remote "shelf"']\n    url = ${shelf}\n`;
	return project({ ".dvc/config": config, "dvc.yaml": PIPELINE, "in.txt": "1\n", ...files });
}

/** The document that the command writes, on a PATH that begins with a program of ours. */
async function beside(root: string, program: { name: string; text: string }) {
	const folder = mkdtempSync(join(tmpdir(), "mainline-path-"));
	writeFileSync(join(folder, program.name), `#!/bin/sh\n${program.text}\n`);
	chmodSync(join(folder, program.name), 0o755);
	const path = `${folder}${delimiter}${process.env["PATH"] ?? ""}`;
	const { stdout } = await mainline(["doctor", "--json"], { cwd: root, env: { PATH: path } });
	return JSON.parse(stdout) as { findings: Finding[]; fine: string[] };
}

describe("what doctor says of the machine", () => {
	it("knows which git can merge without a work tree", async () => {
		const root = await shelved();
		const real = (await import("node:child_process")).execFileSync("sh", ["-c", "command -v git"], {
			encoding: "utf8",
		});
		const old = `case " $* " in *" --version "*) echo git version 2.34.1;; *) exec ${real.trim()} "$@";; esac`;
		const { findings } = await beside(root, { name: "git", text: old });
		expect(findings.find(({ code }) => code === "git-too-old")?.says).toBe("git 2.34.1 is too old");
		expect(await codes(root)).not.toContain("git-too-old");
	});

	it("compares versions number by number", () => {
		expect(isBefore("2.9.0", "2.38")).toBe(true);
		expect(isBefore("2.38", "2.38")).toBe(false);
		expect(isBefore("2.38.0.windows.1", "2.38")).toBe(false);
		expect(isBefore("3.0", "2.38")).toBe(false);
		expect(isBefore("2.327.0", "2.327.1")).toBe(true);
		expect(isBefore("unknown", "2.38")).toBe(false);
	});

	it("finds data of Git LFS that is still a pointer, and a machine without Git LFS", async () => {
		const root = await shelved({ ".gitattributes": "*.txt filter=lfs\n", "in.txt": POINTER });
		const pointer = (await found(root)).find(({ code }) => code === "lfs-pointers");
		expect(pointer?.says).toBe("what Git LFS keeps is not here: in.txt");
		// what `git lfs pull` does
		write(root, { "in.txt": "1\n" });
		const lfs = (code: number) => beside(root, { name: "git-lfs", text: `exit ${code}` });
		expect((await lfs(1)).findings.map(({ code }) => code)).toContain("lfs-missing");
		const { findings, fine } = await lfs(0);
		expect(findings.map(({ code }) => code)).not.toContain("lfs-missing");
		expect(fine).toContain("Git LFS is here for in.txt");
	});

	it("looks into folders for what Git LFS keeps, and no further than stages read", async () => {
		const root = await shelved({
			"dvc.yaml": PIPELINE.replace("[in.txt]", "[in.txt, raw]"),
			"raw/deep/a.bin": POINTER,
			"raw2/b.bin": POINTER,
		});
		// committed before anything filtered: the pointers are what is in git
		await git(root, "add", "-A");
		write(root, { ".gitattributes": "*.bin filter=lfs\n" });
		const pointers = (await found(root)).find(({ code }) => code === "lfs-pointers");
		expect(pointers?.says).toBe("what Git LFS keeps is not here: raw/deep/a.bin");
	});

	it("reckons whether what is still to come has room", async () => {
		const root = await shelved();
		expect(await codes(root)).not.toContain("disk-short");
		expect((await mainline(["run"], { cwd: root })).code).toBe(0);
		const lock = readFileSync(join(root, "dvc.lock"), "utf8");
		const huge = lock.replace(
			/(path: out\.txt\n *hash: md5\n *md5: )\w+(\n *size: )\d+/,
			`$1${"0a".repeat(16)}$2${10 ** 18}`,
		);
		expect(huge).not.toBe(lock);
		write(root, { "dvc.lock": huge });
		const short = (await found(root)).find(({ code }) => code === "disk-short");
		expect(short?.says).toContain("931322574.6 GiB of recorded data");
		write(root, { "dvc.lock": lock });
		expect(await codes(root)).not.toContain("disk-short");
	});

	it("looks at the default branch's results, too", async () => {
		const root = await shelved({ ".gitignore": "/out.txt\n" });
		const run = async (input: string) => {
			write(root, { "in.txt": input });
			expect((await mainline(["run"], { cwd: root })).code).toBe(0);
			await git(root, "add", "-A");
			await git(root, "commit", "-q", "-m", `Run ${input}`);
		};
		await run("1\n");
		const origin = mkdtempSync(join(tmpdir(), "mainline-origin-"));
		await git(root, "clone", "-q", "--bare", root, origin);
		await git(root, "remote", "add", "origin", origin);
		await git(root, "fetch", "-q", "origin");
		await git(root, "remote", "set-head", "origin", "main");
		await git(root, "switch", "-q", "-c", "better");
		await run("2\n");
		expect((await mainline(["push"], { cwd: root })).code).toBe(0);
		const [lacking] = (await found(root)).filter(({ code }) => code.endsWith("-incomplete"));
		expect(lacking).toMatchObject({
			code: "main-incomplete",
			says: "remote `shelf` lacks what main names: out.txt (make)",
			fix: "git switch main && mainline push -r shelf, from the machine that has it",
		});
		await git(root, "switch", "-q", "main");
		expect((await mainline(["push", "-r", "shelf"], { cwd: root })).code).toBe(0);
		expect((await codes(root)).filter((code) => code.endsWith("-incomplete"))).toEqual([]);
	});
});

describe("the credential of the run job, at a folder", () => {
	it("is tried only when it is said to be that", async () => {
		const root = await shelved();
		expect((await codes(root)).filter((code) => code.startsWith("credential-"))).toEqual([]);
	});

	it("can do everything that its user can, and the try leaves nothing behind", async () => {
		const root = await shelved();
		const shelf = /url = (.*)/.exec(readFileSync(join(root, ".dvc/config"), "utf8"))?.[1] ?? "";
		mkdirSync(join(shelf, "files"));
		const all = (await found(root, true)).filter(({ code }) => code.startsWith("credential-"));
		expect(all.map(({ code, level }) => [code, level])).toEqual([
			["credential-overwrites", "problem"],
			["credential-deletes", "problem"],
			["credential-writes-runs", "problem"],
		]);
		expect(readdirSync(shelf)).toEqual(["files"]);
		expect(existsSync(join(root, "mainline"))).toBe(false);
	});

	it("must be able to add", async () => {
		const root = await shelved();
		const config = readFileSync(join(root, ".dvc/config"), "utf8");
		const shelf = /url = (.*)/.exec(config)?.[1] ?? "";
		// a file in the folder's place: nobody can write below it, whoever the tests run as
		writeFileSync(join(shelf, "mainline"), "");
		expect((await found(root, true)).map(({ code }) => code)).toContain("credential-cannot-add");
	});
});
