import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	chmodSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { PLAIN_ENV } from "./program.ts";

/** A folder that is gone when the test is over. */
export function folder(): string {
	const made = mkdtempSync(join(tmpdir(), "mainline-doors-"));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	return made;
}

export function git(cwd: string, ...args: readonly string[]): string {
	return execFileSync("git", args, { cwd, env: PLAIN_ENV, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export function write(root: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

/** One stage that makes `out.txt` from `in.txt`. */
export const COPY =
	"stages:\n  copy:\n    cmd: cp in.txt out.txt\n    deps:\n      - in.txt\n    outs:\n      - out.txt\n";

/** The md5 of `one\n`, which the stage copies, and where the cache holds it. */
export const COPIED = "5bbf5a52328e7439ae6e719dfe712200";
export const COPIED_OBJECT = `.dvc/cache/files/md5/${COPIED.slice(0, 2)}/${COPIED.slice(2)}`;

const SOUND = {
	".dvc/config": "",
	".dvc/.gitignore": "/config.local\n/tmp\n/cache\n",
	"dvc.yaml": COPY,
	"in.txt": "one\n",
};

/** What a run of the stage leaves behind. */
const RESULT = {
	"dvc.lock": `schema: '2.0'
stages:
  copy:
    cmd: cp in.txt out.txt
    deps:
    - path: in.txt
      hash: md5
      md5: ${COPIED}
      size: 4
    outs:
    - path: out.txt
      hash: md5
      md5: ${COPIED}
      size: 4
`,
	".gitignore": "/out.txt\n",
	"out.txt": "one\n",
	[COPIED_OBJECT]: "one\n",
};

/** A committed DVC project of one stage, which never ran unless told otherwise. */
export function project(files: Readonly<Record<string, string>> = {}, { ran = false } = {}): string {
	const root = folder();
	write(root, { ...SOUND, ...(ran ? RESULT : {}), ...files });
	if (ran) chmodSync(join(root, COPIED_OBJECT), 0o444);
	git(root, "init", "-q", "-b", "main");
	git(root, "add", "-A");
	git(root, "commit", "-q", "-m", "first");
	return root;
}

/**
 * One text for everything on disk below a folder: paths, kinds, modes and content; links are not followed. Our own notes
 * below `.dvc/tmp` and git's are left out: they are no part of the project.
 */
export function fingerprint(root: string): string {
	const refs = readdirSync(root).includes(".git") ? git(root, "for-each-ref") : "";
	return `${filesBelow(root, "").join("\n")}\n${refs}`;
}

function filesBelow(root: string, below: string): string[] {
	return readdirSync(join(root, below))
		.sort()
		.map((name) => join(below, name))
		.filter((path) => !/(^|\/)(\.git|\.dvc\/tmp)$/.test(path))
		.flatMap((path) => {
			const inside = lstatSync(join(root, path)).isDirectory() ? filesBelow(root, path) : [];
			return [`${path} ${describeFile(join(root, path))}`, ...inside];
		});
}

function describeFile(path: string): string {
	const stat = lstatSync(path);
	const mode = (stat.mode & 0o777).toString(8);
	if (stat.isSymbolicLink()) return `link ${readlinkSync(path)}`;
	if (stat.isDirectory()) return `folder ${mode}`;
	if (!stat.isFile()) return "special";
	if (stat.size > 50_000_000) return `${mode} ${stat.size} bytes`;
	return `${mode} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
}
