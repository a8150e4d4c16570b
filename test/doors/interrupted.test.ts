import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROGRAM } from "../rig/program.ts";
import { mainline, PLAIN_ENV, start } from "./support/program.ts";
import { project } from "./support/project.ts";

/** The first stage is quick; the second one goes on for a minute, with a child of its own. */
const PIPELINE = `stages:
  quick:
    cmd: cp in.txt quick.txt
    deps: [in.txt]
    outs: [quick.txt]
  slow:
    cmd: echo $$ > pid && echo begun && (sleep 60 & sleep 60; cp quick.txt slow.txt)
    deps: [quick.txt]
    outs: [slow.txt]
`;
const SHORT = PIPELINE.replace("sleep 60 & sleep 60; ", "");

describe("ended by a signal", () => {
	it.each([
		["SIGINT", 130],
		["SIGTERM", 143],
	] as const)(
		"%s: exit %i within two seconds, its stage gone with it, and the next run goes on",
		async (signal, code) => {
			const root = project({ "dvc.yaml": PIPELINE });
			const running = start(["run"], { cwd: root });
			await running.said("begun\n");
			const asked = performance.now();
			running.kill(signal);
			const ended = await running.ended;
			// two seconds are promised; a loaded machine may take a little longer to tell
			expect(performance.now() - asked).toBeLessThan(4000);
			expect(ended.code).toBe(code);
			expect(ended.stderr).toContain(`ended by ${signal}`);
			await expect.poll(() => groupIsThere(Number(readFileSync(join(root, "pid"), "utf8")))).toBe(false);
			expect(readFileSync(join(root, "dvc.lock"), "utf8")).toContain("quick:");

			writeFileSync(join(root, "dvc.yaml"), SHORT);
			const again = await mainline(["run", "--json"], { cwd: root });
			expect(again.code, again.stderr).toBe(0);
			expect(JSON.parse(again.stdout).stages).toMatchObject([
				{ address: "quick", outcome: "unchanged" },
				{ address: "slow", outcome: "executed" },
			]);
		},
	);
});

describe("ended by a signal while several stages run", () => {
	it("ends them all within two seconds, keeps what was finished, and the next run goes on", async () => {
		const stage = (name: string, command: string) =>
			`  ${name}:\n    cmd: echo $$ > pid-${name}; ${command}\n    outs: [${name}.txt]\n`;
		const slow = ["a", "b", "c"].map((name) => stage(name, `echo begun-${name}; sleep 60; echo > ${name}.txt`));
		const root = project({ "dvc.yaml": `stages:\n${slow.join("")}${stage("quick", "echo 1 > quick.txt")}` });
		const running = start(["run", "--jobs", "4"], { cwd: root });
		for (const name of ["a", "b", "c"]) await running.said(`begun-${name}\n`);
		await expect.poll(() => existsSync(join(root, "dvc.lock")), { timeout: 10_000 }).toBe(true);
		const asked = performance.now();
		running.kill("SIGINT");
		const ended = await running.ended;
		expect(performance.now() - asked).toBeLessThan(4000);
		expect([ended.code, ended.stderr]).toEqual([130, expect.stringContaining("ended by SIGINT")]);
		for (const name of ["a", "b", "c"]) {
			await expect.poll(() => groupIsThere(Number(readFileSync(join(root, `pid-${name}`), "utf8")))).toBe(false);
		}
		writeFileSync(join(root, "dvc.yaml"), readFileSync(join(root, "dvc.yaml"), "utf8").replaceAll("sleep 60; ", ""));
		const again = await mainline(["run", "--json"], { cwd: root });
		expect(JSON.parse(again.stdout).stages.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
			"executed",
			"executed",
			"executed",
			"unchanged",
		]);
		expect(readFileSync(join(root, "dvc.lock"), "utf8").match(/^ {2}\w+:/gm)).toEqual([
			"  a:",
			"  b:",
			"  c:",
			"  quick:",
		]);
	});
});

describe("a reader that goes away", () => {
	it("ends it quietly", async () => {
		const root = project();
		const script = `"${process.execPath}" "${PROGRAM}" plan | true; echo "\${PIPESTATUS[0]}"`;
		const shell = spawn("bash", ["-c", script], { cwd: root, env: { ...PLAIN_ENV } as NodeJS.ProcessEnv });
		let [said, complained] = ["", ""];
		shell.stdout.setEncoding("utf8").on("data", (chunk: string) => {
			said += chunk;
		});
		shell.stderr.setEncoding("utf8").on("data", (chunk: string) => {
			complained += chunk;
		});
		await once(shell, "close");
		expect([said.trim(), complained]).toEqual(["0", ""]);
	});
});

function groupIsThere(pid: number): boolean {
	try {
		process.kill(-pid, 0);
		return true;
	} catch {
		return false;
	}
}
