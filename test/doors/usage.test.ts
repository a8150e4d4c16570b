import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/doors/commands/table.ts";
import { mainline, type Ran } from "./support/program.ts";
import { folder, git, project } from "./support/project.ts";

describe("a command line that cannot be read", () => {
	it.each([
		[["plna"], "there is no command `plna`", "did you mean `plan`?"],
		[["plan", "--chekc"], "no option `--chekc`", "did you mean `--check`?"],
		[["gc", "--older", "3d"], "no option `--older`", "did you mean `--older-than`?"],
		[["plan", "--base"], "`--base`", "REV"],
		[["diff", "a", "b", "c"], "`c`", "mainline diff"],
		[["promote", "churn"], "promote", "MODEL[@VERSION] ENVIRONMENT"],
		[["push", "--jobs", "many"], "many", "number"],
		[[], "no command was given", "`mainline help` lists the commands"],
		[["--verbose"], "no option `--verbose`", "`mainline help`"],
	])("%j is answered with what is wrong and what is right", async (args, wrong, right) => {
		const { code, stdout, stderr } = await mainline(args, { cwd: folder() });
		expect(code).toBe(2);
		expect(stdout).toBe("");
		expect(stderr).toContain(wrong);
		expect(stderr).toContain(right);
		expect(stderr.trim().split("\n").length).toBeLessThan(8);
	});

	it("is answered as JSON where JSON was asked for", async () => {
		const { code, stdout, stderr } = await mainline(["plna", "--json"], { cwd: folder() });
		expect([code, stderr]).toEqual([2, ""]);
		expect(JSON.parse(stdout)).toMatchObject({ schema: "mainline.error/1", error: { code: "unknown-command" } });
	});
});

describe("help", () => {
	it("names every command, each with its purpose", async () => {
		const { code, stdout } = await mainline(["help"], { cwd: folder() });
		expect(code).toBe(0);
		for (const { name, says } of COMMANDS) {
			expect(stdout).toMatch(new RegExp(`^ +${name}\\b`, "m"));
			expect(stdout).toContain(says);
		}
	});

	it.each(COMMANDS.map(({ name }) => name))("of `%s` names every option and an example", async (name) => {
		const command = COMMANDS.find((each) => each.name === name);
		const [spoken, flag] = await Promise.all([
			mainline(["help", name], { cwd: folder() }),
			mainline([name, "--help"], { cwd: folder() }),
		]);
		expect(flag.stdout).toBe(spoken.stdout);
		expect(spoken.code).toBe(0);
		for (const option of command?.options ?? []) expect(spoken.stdout).toContain(`--${option.name}`);
		for (const example of command?.examples ?? []) expect(spoken.stdout).toContain(example.line);
	});
});

describe("the form of an answer", () => {
	it("is one JSON document on stdout and nothing else there, whatever a stage writes", async () => {
		const loud = "stages:\n  a:\n    cmd: echo loud; echo louder >&2; echo x > out.txt\n    outs: [out.txt]\n";
		const root = project({ "dvc.yaml": loud });
		for (const args of [["plan"], ["run"], ["status"], ["checkout"], ["diff", "HEAD"], ["--version"], ["help"]]) {
			const { stdout } = await mainline([...args, "--json"], { cwd: root });
			expect(JSON.parse(stdout).schema).toMatch(/^mainline\.[a-z]+\/1$/);
		}
	});

	it("has no colour in a pipe, and has where it is forced", async () => {
		const root = project();
		const plain = await mainline(["plan"], { cwd: root });
		const forced = await mainline(["plan"], { cwd: root, env: { FORCE_COLOR: "1" } });
		const refused = await mainline(["plan", "--no-color"], { cwd: root, env: { FORCE_COLOR: "1" } });
		expect(plain.stdout).not.toContain("\u001b");
		expect(forced.stdout).toContain("\u001b[");
		expect(refused.stdout).toBe(plain.stdout);
	});

	it("is the same from a folder below, and from outside by --cd", async () => {
		const root = project({ "sub/note.txt": "x\n" });
		const [above, below, aside] = await Promise.all([
			mainline(["plan", "--json"], { cwd: root }),
			mainline(["plan", "--json"], { cwd: join(root, "sub") }),
			mainline(["--cd", root, "plan", "--json"], { cwd: folder() }),
		]);
		expect(below.stdout).toBe(above.stdout);
		expect(aside.stdout).toBe(above.stdout);
	});
});

describe("exit codes", () => {
	const FAILS = "stages:\n  a: {cmd: exit 3, outs: [o]}\n";

	it.each<[string, readonly string[], Readonly<Record<string, string>>, number]>([
		["0 for a plan", ["plan"], {}, 0],
		["1 for a plan with something stale under --check", ["plan", "--check"], {}, 1],
		["1 for a stage that fails", ["run"], { "dvc.yaml": FAILS }, 1],
		["2 for a file that is wrong", ["plan"], { "dvc.yaml": "stages: 5\n" }, 2],
		["2 for a wrong option", ["plan", "--nope"], {}, 2],
	])("are %s", async (_, args, files, code) => {
		const ran: Ran = await mainline(args, { cwd: project(files) });
		expect(ran.code, ran.stderr + ran.stdout).toBe(code);
	});

	it("are 3 for a server that cannot be reached", async () => {
		const root = project();
		git(root, "remote", "add", "origin", "http://127.0.0.1:1/nobody");
		const { code, stderr } = await mainline(["status", "--fetch"], { cwd: root });
		expect([code, stderr]).toEqual([3, expect.stringContaining("127.0.0.1:1")]);
	});
});
