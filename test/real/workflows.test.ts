import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { matrixWorkflow } from "./act/matrix.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const WORKFLOWS = ["templates/workflows", ".github/workflows"].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".yml"))
		.map((file) => join(folder, file)),
);

const run = promisify(execFile);

/** What a linter says; its output with a failure, because that is the finding. */
async function said(program: string, args: string[], cwd: string): Promise<string> {
	try {
		const { stdout } = await run(program, args, { cwd });
		return stdout;
	} catch (error) {
		const { stdout = "", stderr = "", code } = error as { stdout?: string; stderr?: string; code?: string | number };
		return `${program} ended with ${code}\n${stdout}${stderr}`;
	}
}

const folder = mkdtempSync(join(tmpdir(), "mainline-workflows-"));
const MATRIX = join(folder, "matrix.yml");
writeFileSync(MATRIX, await matrixWorkflow());

describe.each([...WORKFLOWS.map((file) => [file, join(ROOT, file)]), ["docs/adopting.md, its matrix", MATRIX]])(
	"%s",
	(_, file = "") => {
		it("is a workflow, by actionlint", async () => {
			// the labels of the team's own machines
			writeFileSync(join(folder, "labels.yaml"), "self-hosted-runner: {labels: [gpu, a100, h100, cpu]}\n");
			// actionlint 1.7.12 is older than `queue:`; its values are held by test/flows/auto-templates.test.ts
			const queue = ["-ignore", 'unexpected key "queue" for "concurrency" section'];
			const args = ["-config-file", join(folder, "labels.yaml"), ...queue, "-no-color", file];
			expect(await said("actionlint", args, folder)).toBe("");
		});

		it("has nothing that zizmor warns of", async () => {
			const args = ["--offline", "--no-progress", "--format=json", file];
			const found = await said("zizmor", args, ROOT);
			expect(found.trim()).toBe("[]");
		});
	},
);
