import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { INPUTS } from "../../src/doors/action/inputs.ts";
import { OUTPUTS } from "../../src/doors/action/tell.ts";
import { COMMANDS } from "../../src/flows/auto.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "templates/workflows");

interface Described {
	readonly description?: string;
}
interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Record<string, unknown>;
}
interface Concurrency {
	readonly group: string;
	readonly "cancel-in-progress": boolean;
	readonly queue?: string;
}
interface Job {
	readonly concurrency?: Concurrency;
	readonly permissions?: Record<string, string>;
	readonly "timeout-minutes"?: number;
	readonly "runs-on": string | string[];
	readonly steps: readonly Step[];
}
interface Workflow {
	readonly on: Record<string, { inputs?: Record<string, Described> } | null>;
	readonly permissions?: unknown;
	readonly concurrency?: Concurrency;
	readonly jobs: Record<string, Job>;
}

const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as {
	inputs: Record<string, Described>;
	outputs: Record<string, Described>;
	runs: { using: string; main: string };
};

describe("action.yml", () => {
	it("names exactly the inputs and outputs that the door knows, each described", () => {
		expect(Object.keys(action.inputs).sort()).toEqual([...INPUTS].sort());
		expect(Object.keys(action.outputs).sort()).toEqual([...OUTPUTS].sort());
		for (const one of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
			expect(one.description?.length ?? 0).toBeGreaterThan(20);
		}
	});

	it("runs the committed bundle on Node 24", () => {
		expect(action.runs).toEqual({ using: "node24", main: "dist/index.js" });
	});
});

/** Versions, and what runs where. */
function writesRecord({ permissions }: Job): boolean {
	return permissions?.["contents"] === "write";
}

const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yml"));

describe.each(FILES)("templates/workflows/%s", (file) => {
	const text = readFileSync(join(FOLDER, file), "utf8");
	const workflow = parse(text) as Workflow;
	const jobs = Object.values(workflow.jobs);
	const steps = jobs.flatMap((job) => job.steps);
	const ours = steps.filter((step) => step.uses?.startsWith("mainline-ml/mainline@"));

	it("uses inputs and outputs that the action has", () => {
		expect(ours.length).toBeGreaterThan(0);
		for (const name of ours.flatMap((step) => Object.keys(step.with ?? {}))) expect(INPUTS).toContain(name);
		for (const name of Object.keys(workflow.on["workflow_dispatch"]?.inputs ?? {})) expect(INPUTS).toContain(name);
		for (const [, name = ""] of text.matchAll(/steps\.mainline\.outputs\.([a-z-]+)/g)) expect(OUTPUTS).toContain(name);
	});

	it("tells its schedules apart by the times that it has, and gives commands that there are", () => {
		const { schedule = [] } = (parse(text) as { on: { schedule?: { cron: string }[] } }).on;
		const crons = schedule.map(({ cron }) => cron);
		for (const [, cron] of text.matchAll(/github\.event\.schedule == '([^']+)'/g)) expect(crons).toContain(cron);
		for (const [, given = ""] of text.matchAll(/^ +command: (.*)$/gm)) {
			for (const [, word] of given.matchAll(/(?:&&|\|\|) '([a-z]+)'/g)) expect(COMMANDS).toContain(word);
		}
	});

	it("T22: asks for no more than it needs, job by job", () => {
		expect(workflow.permissions).toEqual({});
		for (const job of jobs) expect(Object.keys(job.permissions ?? {}).length).toBeGreaterThan(0);
	});

	it("T17: lets no job go on for ever", () => {
		for (const job of jobs) expect(job["timeout-minutes"]).toBeGreaterThan(0);
	});

	it("lets no two runs write the same place, and none that waits be cancelled for the next", () => {
		for (const job of jobs) {
			const groups = [workflow.concurrency, job.concurrency].filter((group) => group !== undefined);
			expect(groups).toHaveLength(1);
			for (const group of groups) {
				expect(group.group).toMatch(/^mainline-|^\$\{\{/);
				const isPull = "pull_request" in workflow.on;
				expect(group["cancel-in-progress"]).toBe(isPull);
				// GitHub knows `max` and `single`, and refuses `max` beside `cancel-in-progress: true`
				if (writesRecord(job)) expect(group.queue).toBe("max");
				else expect([undefined, ...(isPull ? [] : ["max"])]).toContain(group.queue);
			}
		}
	});

	it("T5: puts nothing that a stranger wrote into a script", () => {
		expect(steps.every((step) => step.run === undefined)).toBe(true);
		expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
	});
});
