import { mkdtempSync, readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { init, type Lanes } from "../../src/flows/init.ts";
import { contextAt, git, read } from "./rig.ts";

// GitHub's parser imports JSON without saying so, which Node refuses
registerHooks({
	load: (url, context, next) =>
		next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

const ROOT = resolve(import.meta.dirname, "../..");

interface Job {
	readonly permissions?: Record<string, string>;
	readonly "timeout-minutes"?: number;
	readonly "runs-on": string | string[];
	readonly concurrency?: { readonly "cancel-in-progress"?: boolean };
	readonly env?: unknown;
	readonly steps: readonly { readonly uses?: string; readonly env?: unknown; readonly with?: unknown }[];
}
interface Workflow {
	readonly name: string;
	readonly on: Record<string, Record<string, unknown> | null>;
	readonly permissions: unknown;
	readonly concurrency?: { readonly "cancel-in-progress": boolean };
	readonly env?: unknown;
	readonly jobs: Record<string, Job>;
}

interface Written {
	readonly file: string;
	readonly text: string;
	readonly workflow: Workflow;
}

async function writtenFor(lanes: Lanes, dashboard = false): Promise<Written[]> {
	const root = mkdtempSync(join(tmpdir(), "mainline-init-workflows-"));
	await git(root, "init", "-q", "-b", "it's-a-#branch");
	const context = contextAt(root);
	await init(
		{ ...context, machine: { ...context.machine, installDir: ROOT } },
		{ lanes, dashboard, plan: false, program: ["mainline"], agree: async () => true },
	);
	const again = { lanes: null, plan: true, program: ["mainline"], agree: async () => false };
	const { document } = await init({ ...context, machine: { ...context.machine, installDir: ROOT } }, again);
	expect(document.files.filter(({ state }) => state === "kept")).toEqual([]);
	return readdirSync(join(root, ".github/workflows")).map((file) => {
		const text = read(root, `.github/workflows/${file}`);
		return { file, text, workflow: parse(text) as Workflow };
	});
}

const written = { one: await writtenFor("one"), two: await writtenFor("two") };
const all = (["one", "two"] as const).flatMap((lanes) => written[lanes].map((one) => ({ lanes, ...one })));

describe.each(all)("$file of $lanes lane(s), as init writes it", ({ file, text, workflow }) => {
	const jobs = Object.entries(workflow.jobs);

	it("is a workflow to GitHub's own parser", async () => {
		const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
		expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
		if (value === undefined) throw new Error("nothing was parsed");
		const template = await convertWorkflowTemplate(context, value);
		expect(template.errors ?? []).toEqual([]);
		expect(template.jobs.map((job) => job.id.value)).toEqual(jobs.map(([name]) => name));
	});

	it("pins what others wrote to a full SHA, with the version beside it", () => {
		const uses = [...text.matchAll(/uses: (\S+)(.*)$/gm)].filter(
			([, action]) => !action?.startsWith("mainline-ml/mainline@"),
		);
		expect(uses.length).toBeGreaterThan(0);
		for (const [, action, rest] of uses) {
			expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
			expect(rest).toMatch(/^ # v\d+\.\d+\.\d+$/);
		}
	});

	it("allows nothing on top, each job what it needs, and ends each in time", () => {
		expect(workflow.permissions).toEqual({});
		for (const [, job] of jobs) {
			expect(Object.keys(job.permissions ?? {}).length).toBeGreaterThan(0);
			expect(JSON.stringify(job.permissions)).not.toMatch(/write-all|read-all|"(?:id-token|packages|security-events)"/);
			expect(job["timeout-minutes"]).toBeGreaterThan(0);
		}
	});

	it("never ends a release, a command or a judgement half-way", () => {
		const cancels = [workflow.concurrency, ...jobs.map(([, job]) => job.concurrency)].map(
			(one) => one?.["cancel-in-progress"] === true,
		);
		expect(cancels.includes(true)).toBe("pull_request" in workflow.on);
	});

	it("has no filter of paths: a required check that never comes keeps everything back", () => {
		for (const event of Object.values(workflow.on)) expect(Object.keys(event ?? {}).join()).not.toMatch(/paths/);
	});
});

/** Jobs that run code of a pull request. */
const running = all.filter(({ workflow }) => "pull_request" in workflow.on);

describe("what runs code of a pull request", () => {
	it.each(running)("sees no secret: $lanes lane(s)", ({ text, workflow }) => {
		expect(text).not.toMatch(/\$\{\{[^}]*\b(secrets|github\.token)\b/);
		expect(workflow.env).toBeUndefined();
	});

	it("may write nothing in two lanes, and there is told of an ephemeral runner", () => {
		const [pull] = running.filter(({ lanes }) => lanes === "two");
		for (const job of Object.values(pull?.workflow.jobs ?? {}))
			expect(Object.values(job.permissions ?? {})).not.toContain("write");
		expect(pull?.workflow.jobs).not.toEqual({});
	});

	it.each(running)("is told of an ephemeral runner: $lanes lane(s)", ({ text }) => {
		expect(text).toMatch(/ephemeral/);
	});
});

it("the dashboard's right is written with the dashboard only, and both in each job that moves something", async () => {
	const keeping = await writtenFor("two", true);
	const jobsOf = (files: readonly Written[]): Job[] => files.flatMap(({ workflow }) => Object.values(workflow.jobs));
	const given = ({ steps }: Job): unknown[] => steps.map((step) => (step.with as { dashboard?: unknown })?.dashboard);
	expect(jobsOf(written.two).filter((job) => job.permissions?.["issues"] !== undefined)).toEqual([]);
	expect(jobsOf(written.two).flatMap(given).filter(Boolean)).toEqual([]);
	const may = jobsOf(keeping).filter((job) => job.permissions?.["issues"] === "write");
	expect(may.map(given).map((all) => all.filter(Boolean))).toEqual([[true], [true], [true]]);
	expect(jobsOf(keeping).flatMap(given).filter(Boolean)).toHaveLength(3);
});
