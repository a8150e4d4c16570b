import { infrastructure } from "../../kernel/index.ts";
import { run } from "../../shell/index.ts";

/** Git as the demo's person, whatever the machine's own configuration says; its output without the last newline. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
	const person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
	const env = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_TERMINAL_PROMPT: "0" };
	const result = await run("git", [...person, ...args], { cwd, env });
	if (result.code === 0) return result.stdoutText.trimEnd();
	throw infrastructure("demo-git", `git ${args[0] ?? ""} failed in the demo's folder`, {
		found: result.stderr.trim().split("\n").at(-1) ?? "",
		hint: "run it again in a new folder: mainline demo --dir DIR",
	});
}
