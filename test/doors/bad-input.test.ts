import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mainline } from "./support/program.ts";
import { COPY, fingerprint, folder, git, project } from "./support/project.ts";

interface Row {
	/** What is wrong, as the end of "refuses …". */
	readonly what: string;
	/** Files beside the sound project (one stage, `copy`). */
	readonly files?: Readonly<Record<string, string>>;
	/** What else is done to the project; the folder that the program is started in, if not the root. */
	readonly spoil?: (root: string) => string | void | Promise<void>;
	/** Default: `plan`. */
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** Default: 2. */
	readonly exit?: number;
	/** `file:line:column`, or as much as there is of it; null where no file is to blame. */
	readonly at: string | null;
	readonly code: string;
	/** Each stands in what a person reads. */
	readonly says: readonly string[];
}

/** Of `one\n`, which the project's stage copies. */
const MD5 = "5bbf5a52328e7439ae6e719dfe712200";
const OBJECT = `.dvc/cache/files/md5/${MD5.slice(0, 2)}/${MD5.slice(2)}`;

const MAINLINE = "models:\n  churn:\n    image: oci:images\n    command: [python3, serve.py]\n";
const BOMB = ["a: &a [x,x,x,x,x,x,x,x,x,x]", ..."abcdefg".split("").map(bombLine)].join("\n");

function bombLine(name: string): string {
	const next = String.fromCharCode(name.charCodeAt(0) + 1);
	return `${next}: &${next} [${Array.from({ length: 10 }, () => `*${name}`).join(",")}]`;
}

const stages = (text: string): Record<string, string> => ({ "dvc.yaml": `stages:\n${text}` });

const PIPELINE: readonly Row[] = [
	{
		what: "broken YAML",
		files: stages("  a:\n    cmd: [x\n"),
		at: "dvc.yaml:3:11",
		code: "yaml-syntax",
		says: ["3 |", "ends in the middle"],
	},
	{
		what: "YAML that ends in a quote",
		files: stages('  a:\n    cmd: "x\n'),
		at: "dvc.yaml:3",
		code: "yaml-syntax",
		says: ["ends in the middle", "git checkout -- dvc.yaml"],
	},
	{
		what: "tabs for indentation",
		files: { "dvc.yaml": "stages:\n\ta:\n" },
		at: "dvc.yaml:2:1",
		code: "yaml-syntax",
		says: ["tab"],
	},
	{
		what: "bytes that are no UTF-8",
		spoil: (root) => writeFileSync(join(root, "dvc.yaml"), Buffer.from([0x73, 0xff, 0xfe, 0x0a])),
		at: "dvc.yaml",
		code: "not-utf8",
		says: ["UTF-8"],
	},
	{
		what: "a key that stands there twice",
		files: stages("  a: {cmd: x}\n  a: {cmd: y}\n"),
		at: "dvc.yaml:3:3",
		code: "yaml-duplicate-key",
		says: ["`a`", "line 2"],
	},
	{
		what: "a command that is a mapping",
		files: stages("  a:\n    cmd: {x: 1}\n"),
		at: "dvc.yaml:3:10",
		code: "pipeline-invalid",
		says: ["expected a command", "found a mapping"],
	},
	{
		what: "stages that are a number",
		files: { "dvc.yaml": "stages: 5\n" },
		at: "dvc.yaml:1:9",
		code: "pipeline-invalid",
		says: ["expected a mapping", "found the number 5"],
	},
	{
		what: "dependencies that are a text",
		files: stages("  a:\n    cmd: x\n    deps: y\n"),
		at: "dvc.yaml:4:11",
		code: "pipeline-invalid",
		says: ["expected a list"],
	},
	{
		what: "an unknown key",
		files: stages("  a:\n    cmd: x\n    dep: [y]\n"),
		at: "dvc.yaml:4:5",
		code: "pipeline-invalid",
		says: ["`dep`", "did you mean `deps`?", "^^^"],
	},
	{
		what: "a stage without a command",
		files: stages("  a:\n    deps: [y]\n"),
		at: "dvc.yaml:3:5",
		code: "pipeline-invalid",
		says: ["cmd"],
	},
	{
		what: "an unknown variable",
		files: stages("  a:\n    cmd: x ${nope}\n"),
		at: "dvc.yaml:3",
		code: "template",
		says: ["nope"],
	},
	{
		what: "a circle of stages",
		files: stages("  a: {cmd: x, deps: [b], outs: [a]}\n  b: {cmd: x, deps: [a], outs: [b]}\n"),
		at: "dvc.yaml:2:3",
		code: "dependency-cycle",
		says: ["`a` → `b` → `a`"],
	},
	{
		what: "outputs that overlap",
		files: stages("  a: {cmd: x, outs: [d]}\n  b: {cmd: x, outs: [d/e]}\n"),
		at: "dvc.yaml:3:22",
		code: "overlapping-outputs",
		says: ["`d/e`", "`b`", "`a`"],
	},
	{
		what: "one output of two stages",
		files: stages("  a: {cmd: x, outs: [d]}\n  b: {cmd: x, outs: [d]}\n"),
		at: "dvc.yaml:3:22",
		code: "duplicate-output",
		says: ["`d`", "dvc.yaml:2"],
	},
	{
		what: "an output above the project",
		files: stages("  a: {cmd: touch ../zz, outs: [../zz]}\n"),
		args: ["run"],
		at: "dvc.yaml:2",
		code: "output-outside",
		says: ["../zz", "outside"],
	},
	{
		what: "an output at an absolute path",
		files: stages("  a: {cmd: x, outs: [/etc/zz]}\n"),
		args: ["run"],
		at: "dvc.yaml:2",
		code: "output-outside",
		says: ["/etc/zz"],
	},
	{
		what: "an output through a symbolic link",
		files: stages("  a: {cmd: touch link/zz, outs: [link/zz]}\n"),
		spoil: (root) => symlinkSync(folder(), join(root, "link")),
		args: ["run"],
		at: "dvc.yaml:2",
		code: "output-outside",
		says: ["link/zz", "symbolic link"],
	},
	{
		what: "a .dvc file that places outside",
		files: { "x.dvc": "outs:\n- md5: d41d8cd98f00b204e9800998ecf8427e\n  path: ../../zz\n" },
		args: ["checkout"],
		at: "x.dvc:2",
		code: "output-outside",
		says: ["../../zz"],
	},
	{
		what: "merge-conflict markers in dvc.yaml",
		files: { "dvc.yaml": `<<<<<<< HEAD\n${COPY}=======\n${COPY}>>>>>>> other\n` },
		at: "dvc.yaml:1:1",
		code: "merge-conflict",
		says: ["unresolved merge conflict"],
	},
	{
		what: "a dvc.yaml of 100 MB",
		spoil: (root) => truncateSync(join(root, "dvc.yaml"), 100_000_000),
		at: "dvc.yaml",
		code: "too-large",
		says: ["too large", "found", "expected at most"],
	},
	{
		what: "parameters of 100 MB",
		files: { "dvc.yaml": "stages:\n  a: {cmd: x, params: [p]}\n", "params.yaml": "" },
		spoil: (root) => truncateSync(join(root, "params.yaml"), 100_000_000),
		at: "params.yaml",
		code: "too-large",
		says: ["too large"],
	},
	{
		what: "an alias bomb",
		files: { "dvc.yaml": "stages:\n  a: {cmd: x, params: [g]}\n", "params.yaml": BOMB },
		at: "params.yaml:6:8",
		code: "yaml-alias-bomb",
		says: ["aliases would expand"],
	},
	{
		what: "nesting without end",
		files: {
			"dvc.yaml": "stages:\n  a: {cmd: x, params: [g]}\n",
			"params.yaml": `g: ${"[".repeat(5000)}${"]".repeat(5000)}\n`,
		},
		at: "params.yaml:1",
		code: "yaml-too-deep",
		says: ["deep"],
	},
	{
		what: "an unknown target",
		args: ["plan", "nope"],
		at: null,
		code: "unknown-target",
		says: ["`nope`", "`mainline plan` lists every stage"],
	},
];

const LOCK: readonly Row[] = [
	{
		what: "a dvc.lock cut in half",
		spoil: (root) => cut(root, 0.5),
		at: "dvc.lock:8:12",
		code: "lock-invalid",
		says: ["expected an md5", "git has its former text"],
	},
	{
		what: "running on a dvc.lock cut in half",
		spoil: (root) => cut(root, 0.5),
		args: ["run"],
		at: "dvc.lock:8:12",
		code: "lock-invalid",
		says: ["expected an md5"],
	},
	{
		what: "merge-conflict markers in dvc.lock",
		spoil: async (root) => {
			await ran(root);
			const lock = readFileSync(join(root, "dvc.lock"), "utf8");
			writeFileSync(join(root, "dvc.lock"), `<<<<<<< HEAD\n${lock}=======\n${lock}>>>>>>> x\n`);
		},
		at: "dvc.lock:1:1",
		code: "merge-conflict",
		says: ["dvc.lock", "git add"],
	},
	{
		what: "a dvc.lock that is a folder",
		spoil: (root) => mkdirSync(join(root, "dvc.lock")),
		at: "dvc.lock",
		code: "not-a-file",
		says: ["dvc.lock"],
	},
	{
		what: "a dvc.lock of another schema",
		files: { "dvc.lock": "schema: '9.0'\nstages: {}\n" },
		at: "dvc.lock:1",
		code: "lock-invalid",
		says: ["9.0", "2.0"],
	},
];

const DATA: readonly Row[] = [
	{
		what: "to place what the cache lacks",
		spoil: async (root) => {
			await ran(root);
			rmSync(join(root, ".dvc/cache"), { recursive: true });
			rmSync(join(root, "out.txt"));
		},
		args: ["checkout"],
		exit: 1,
		at: null,
		code: "",
		says: ["out.txt", "not in the cache", "mainline pull"],
	},
	{
		what: "to push what the cache lacks",
		spoil: async (root) => {
			await ran(root);
			const place = folder();
			writeFileSync(join(root, ".dvc/config"), `[core]\n    remote = r\n['remote "r"']\n    url = ${place}\n`);
			rmSync(join(root, ".dvc/cache/files"), { recursive: true });
		},
		args: ["push"],
		exit: 1,
		at: null,
		code: "",
		says: ["out.txt"],
	},
	{
		what: "to place a corrupted object",
		spoil: async (root) => {
			await ran(root);
			rmSync(join(root, "out.txt"));
			const object = join(root, OBJECT);
			rmSync(object);
			writeFileSync(object, "two\n");
		},
		args: ["checkout"],
		exit: 1,
		at: null,
		code: "",
		says: ["out.txt", "its object in the cache is damaged", "mainline pull"],
	},
	{
		what: "to push a corrupted object",
		spoil: async (root) => {
			await ran(root);
			useRemote(root);
			rmSync(join(root, OBJECT));
			writeFileSync(join(root, OBJECT), "two\n");
		},
		args: ["push"],
		exit: 1,
		at: null,
		code: "",
		says: ["out.txt"],
	},
	{
		what: "a folder's listing that leads out",
		spoil: (root) => listing(root, [{ md5: MD5, relpath: "../../zz" }]),
		args: ["checkout"],
		at: null,
		code: "listing-corrupt",
		says: ["no listing of a directory", "leads out"],
	},
	{
		what: "a folder's listing with an absolute path",
		spoil: (root) => listing(root, [{ md5: MD5, relpath: "/etc/zz" }]),
		args: ["checkout"],
		at: null,
		code: "listing-corrupt",
		says: ["leads out"],
	},
	{
		what: "a folder's listing that is no JSON",
		spoil: (root) => listing(root, null),
		args: ["checkout"],
		at: null,
		code: "listing-corrupt",
		says: [],
	},
	{
		what: "to push to nowhere",
		args: ["push"],
		at: ".dvc/config",
		code: "no-remote",
		says: ["no default remote", "dvc remote add -d"],
	},
	{
		what: "an unknown remote",
		args: ["pull", "-r", "nope"],
		at: ".dvc/config",
		code: "unknown-remote",
		says: ["`nope`"],
	},
	{
		what: "broken settings",
		spoil: (root) => writeFileSync(join(root, ".dvc/config"), "[core\nremote = x\n"),
		at: ".dvc/config:1",
		code: "config-invalid",
		says: ["["],
	},
	{
		what: "to add what is not there",
		args: ["add", "nope"],
		at: "nope",
		code: "file-not-found",
		says: ["nope does not exist"],
	},
	{
		what: "to add what lies above the project",
		args: ["add", "../x"],
		at: null,
		code: "outside",
		says: ["../x is not inside the project"],
	},
	{
		what: "to add an absolute path elsewhere",
		args: ["add", "/etc/hostname"],
		at: null,
		code: "outside",
		says: ["/etc/hostname is not inside"],
	},
	{
		what: "to add behind a symbolic link",
		spoil: (root) => {
			mkdirSync(join(root, "real"));
			writeFileSync(join(root, "real/x"), "1");
			symlinkSync("real", join(root, "link"));
		},
		args: ["add", "link/x"],
		at: null,
		code: "behind-a-link",
		says: ["symbolic link"],
	},
	{
		what: "to add what git tracks",
		args: ["add", "in.txt"],
		at: null,
		code: "already-in-git",
		says: ["git rm -r --cached"],
	},
];

const GIT: readonly Row[] = [
	{
		what: "an unknown revision",
		args: ["diff", "nope"],
		at: null,
		code: "unknown-revision",
		says: ["`nope`", "git fetch"],
	},
	{
		what: "a revision that looks like an option",
		args: ["gate", "--base=--help"],
		at: null,
		code: "unknown-revision",
		says: ["`--help`"],
	},
	{
		what: "to release an unknown revision",
		args: ["release", "--rev", "nope"],
		at: null,
		code: "unknown-revision",
		says: ["`nope`"],
	},
	{
		what: "a revision that a shallow clone lacks",
		spoil: (root) => {
			git(root, "commit", "-q", "--allow-empty", "-m", "second");
			git(root, "clone", "-q", "--depth", "1", `file://${root}`, join(root, "shallow"));
			return join(root, "shallow");
		},
		args: ["diff", "HEAD~1"],
		at: null,
		code: "unknown-revision",
		says: ["shallow", "git fetch --unshallow", "fetch-depth: 0"],
	},
	{
		what: "a machine without git",
		env: { PATH: "/nonexistent" },
		at: null,
		code: "program-missing",
		says: ["`git`", "install git"],
	},
	{
		what: "a folder without .dvc",
		spoil: (root) => rmSync(join(root, ".dvc"), { recursive: true }),
		at: null,
		code: "no-dvc",
		says: ["not a DVC project", "mkdir .dvc"],
	},
	{
		what: "status outside of git",
		spoil: (root) => rmSync(join(root, ".git"), { recursive: true }),
		args: ["status"],
		at: null,
		code: "not-a-git-repository",
		says: ["not inside a git repository", "git init"],
	},
	{
		what: "a folder that is not there",
		args: ["plan", "--cd", "nope"],
		at: null,
		code: "no-such-folder",
		says: ["nope"],
	},
];

const POLICY: readonly Row[] = [
	{
		what: "broken YAML in mainline.yaml",
		files: { "mainline.yaml": "models: [\n" },
		args: ["gate"],
		at: "mainline.yaml:1:9",
		code: "yaml-syntax",
		says: ["ends in the middle"],
	},
	{
		what: "an unknown key in mainline.yaml",
		files: { "mainline.yaml": "modles: {}\n" },
		args: ["gate"],
		at: "mainline.yaml:1:1",
		code: "mainline-invalid",
		says: ["`modles`", "did you mean `models`?"],
	},
	{
		what: "a wrong type in mainline.yaml",
		files: { "mainline.yaml": "gates: 5\n" },
		args: ["gate"],
		at: "mainline.yaml:1:8",
		code: "mainline-invalid",
		says: ["expected a list", "found the number 5"],
	},
	{
		what: "a gate without a metric",
		files: { "mainline.yaml": "gates:\n  - better: higher\n" },
		args: ["gate"],
		at: "mainline.yaml:2:5",
		code: "mainline-invalid",
		says: ["metric"],
	},
	{
		what: "a gate on a metric that no file holds",
		files: { "mainline.yaml": "gates:\n  - metric: m.json:accuracy\n    better: higher\n    floor: 0.9\n" },
		args: ["gate"],
		at: "mainline.yaml:2:5",
		code: "gate-metric",
		says: ["m.json"],
	},
	{
		what: "a soak that is no duration",
		files: { "mainline.yaml": "environments:\n  dev:\n    deploy: {command: x}\n    soak: soon\n" },
		args: ["status"],
		at: "mainline.yaml:4:11",
		code: "mainline-invalid",
		says: ["soon", "30m"],
	},
	{
		what: "environments in a circle",
		files: {
			"mainline.yaml": "environments:\n  a: {after: b, deploy: {command: x}}\n  b: {after: a, deploy: {command: x}}\n",
		},
		args: ["status"],
		at: "mainline.yaml:2",
		code: "mainline-invalid",
		says: ["leads back to where it began"],
	},
	{
		what: "an environment after one that is not there",
		files: {
			"mainline.yaml": "environments:\n  prod: {after: dve, deploy: {command: x}}\n  dev: {deploy: {command: x}}\n",
		},
		args: ["status"],
		at: "mainline.yaml:2:17",
		code: "mainline-invalid",
		says: ["`dve`", "did you mean `dev`?"],
	},
	{
		what: "to release without mainline.yaml",
		args: ["release"],
		at: "mainline.yaml",
		code: "nothing-to-release",
		says: ["models:", "commit it"],
	},
	{
		what: "to release a model that dvc.yaml does not name",
		files: { "mainline.yaml": MAINLINE },
		args: ["release"],
		at: "mainline.yaml:2:3",
		code: "unknown-artifact",
		says: ["churn", "artifacts"],
	},
	{
		what: "to promote an unknown model",
		args: ["promote", "nope", "dev"],
		at: null,
		code: "unknown-model",
		says: ["`nope`"],
	},
	{
		what: "to roll back an unknown model",
		args: ["rollback", "nope", "dev"],
		at: null,
		code: "unknown-model",
		says: ["`nope`"],
	},
];

const TABLE = [...PIPELINE, ...LOCK, ...DATA, ...GIT, ...POLICY];

describe("bad input", () => {
	it.each(TABLE)("refuses $what", async (row) => {
		const root = project(row.files);
		const cwd = (await row.spoil?.(root)) ?? root;
		const before = fingerprint(root);
		const how = { cwd, env: row.env ?? {} };
		const [person, program] = await Promise.all([
			mainline(row.args ?? ["plan"], how),
			mainline([...(row.args ?? ["plan"]), "--json"], how),
		]);

		expect([person.code, program.code], person.stderr + program.stdout).toEqual([row.exit ?? 2, row.exit ?? 2]);
		for (const words of row.says) expect(person.stdout + person.stderr).toContain(words);
		expect(person.stderr).not.toMatch(/\n\s+at .*(\.ts|\.js|node:)/);
		const document = JSON.parse(program.stdout);
		if (row.code !== "") {
			expect(person.stdout).toBe("");
			expect(document.schema).toBe("mainline.error/1");
			expect(document.error.code).toBe(row.code);
			expectPlace(document.error, row.at);
			if (row.at !== null) expect(person.stderr).toContain(row.at);
			expect([document.error.hint, document.error.expected, document.error.message].join(" ")).toMatch(/\S{3}/);
		}
		expect(fingerprint(root)).toBe(before);
	});
});

function expectPlace(
	error: { file: string | null; line: number | null; column: number | null },
	at: string | null,
): void {
	const place = [error.file, error.line, error.column].filter((part) => part !== null).join(":");
	if (at === null) expect(place).toBe("");
	else expect(place.startsWith(at), `${place} is where ${at} was expected`).toBe(true);
}

function useRemote(root: string): void {
	writeFileSync(join(root, ".dvc/config"), `[core]\n    remote = r\n['remote "r"']\n    url = ${folder()}\n`);
}

/** A tracked folder whose listing in the cache says this; null: something that is no listing. */
function listing(root: string, entries: readonly object[] | null): void {
	const text = entries === null ? "[{" : JSON.stringify(entries);
	const digest = createHash("md5").update(text).digest("hex");
	mkdirSync(join(root, ".dvc/cache/files/md5", digest.slice(0, 2)), { recursive: true });
	writeFileSync(join(root, ".dvc/cache/files/md5", digest.slice(0, 2), `${digest.slice(2)}.dir`), text);
	writeFileSync(join(root, "d.dvc"), `outs:\n- md5: ${digest}.dir\n  hash: md5\n  path: d\n`);
}

async function ran(root: string): Promise<void> {
	expect((await mainline(["run"], { cwd: root })).code).toBe(0);
}

async function cut(root: string, share: number): Promise<void> {
	await ran(root);
	const lock = readFileSync(join(root, "dvc.lock"), "utf8");
	writeFileSync(join(root, "dvc.lock"), lock.slice(0, Math.floor(lock.length * share)));
}
