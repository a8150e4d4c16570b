import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/shell/index.ts";
import { SCRIPTS } from "../flows/init-projects.ts";
import { git, read, snapshot, write } from "../flows/rig.ts";

const ENTRY = resolve(import.meta.dirname, "../../src/entry.ts");

/** Python's own pseudo-terminal: writes an answer whenever a question stands at the end of the screen. */
const TALK = `
import json, os, pty, re, select, signal, sys, time
cwd, answers, command = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
pid, fd = pty.fork()
if pid == 0:
    os.chdir(cwd)
    os.execvp(command[0], command)
screen, seen, end = b"", 0, time.time() + 60
while time.time() < end:
    if select.select([fd], [], [], 0.2)[0]:
        try:
            read = os.read(fd, 65536)
        except OSError:
            break
        if not read:
            break
        screen += read
    new = re.sub(r"\\x1b\\[[0-9;?]*[A-Za-z]", "", screen[seen:].decode("utf8", "replace")).rstrip()
    if answers and new.endswith(("[Y/n]", "[y/N]", "nobody:")):
        seen = len(screen)
        os.write(fd, answers.pop(0).encode())
else:
    os.kill(pid, signal.SIGKILL)
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps({"code": code, "screen": re.sub(r"\\x1b\\[[0-9;?]*[A-Za-z]", "", screen.decode("utf8", "replace"))}))
`;

async function talk(root: string, answers: readonly string[]): Promise<{ code: number; screen: string }> {
	const command = [process.execPath, ENTRY, "init", "--no-color"];
	const env = { HOME: root, XDG_CONFIG_HOME: root };
	const { stdoutText } = await run("python3", ["-c", TALK, root, JSON.stringify(answers), ...command], {
		cwd: root,
		env,
	});
	return JSON.parse(stdoutText) as { code: number; screen: string };
}

async function repository(): Promise<string> {
	const root = mkdtempSync(join(tmpdir(), "mainline-real-terminal-"));
	await git(root, "init", "-q", "-b", "main");
	write(root, SCRIPTS);
	return root;
}

describe("mainline init on a terminal", () => {
	it("asks stage by stage, for the model, the lanes and an owner, shows all of it, and writes what was taken", async () => {
		const root = await repository();
		const { code, screen } = await talk(root, ["\n", "y\n", "n\n", "\n", "\n", "@acme/ml\n", "y\n"]);
		expect(screen).toContain("Make it the stage `evaluate`? [Y/n]");
		expect(screen).toContain("writes   model.pkl  (open, helpers.py:5)");
		expect(screen).toContain("Write this? [y/N]");
		expect(code).toBe(0);
		expect(read(root, "dvc.yaml")).toMatch(/^ {2}train: #/m);
		expect(read(root, "dvc.yaml")).toMatch(/^# {3}evaluate: #/m);
		expect(read(root, "dvc.yaml")).toMatch(/^artifacts:\n {2}model:/m);
		expect(read(root, ".github/CODEOWNERS")).toContain("/.github/ @acme/ml");
		const before = snapshot(root);
		expect(await talk(root, [])).toMatchObject({ code: 0, screen: expect.stringContaining("nothing to change") });
		expect(snapshot(root)).toEqual(before);
	});

	it("writes nothing when the input ends, and when it is interrupted", async () => {
		const root = await repository();
		const before = snapshot(root);
		expect(await talk(root, ["\x04"])).toMatchObject({
			code: 1,
			screen: expect.stringContaining("nothing was written"),
		});
		expect(await talk(root, ["\n", "\x03"])).toMatchObject({ code: 130 });
		expect(snapshot(root)).toEqual(before);
	});
});
