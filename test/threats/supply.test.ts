import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "templates/workflows");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

interface Job {
	readonly permissions: Record<string, string>;
	readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, unknown> }[];
}
interface Workflow {
	readonly on: Record<string, unknown>;
	readonly concurrency: Record<string, unknown>;
	readonly jobs: Record<string, Job>;
}

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yml"));
const workflows = new Map(files.map((file) => [file, parse(readFileSync(join(FOLDER, file), "utf8")) as Workflow]));
const jobs = [...workflows].flatMap(([file, { jobs: all }]) =>
	Object.entries(all).map(([name, job]) => ({ ...job, name: `${file} ${name}` })),
);
const untrusted = jobs.filter(({ name }) => name.startsWith("two-lanes/mainline-pull-request.yml"));

describe("the workflows that init writes", () => {
	it("T2: give no event of a pull request a token that writes together with its code", () => {
		for (const [file, { on }] of workflows) expect([file, Object.keys(on)]).not.toContain("pull_request_target");
		const checkouts = jobs.flatMap(({ steps }) =>
			steps.filter(({ uses = "" }) => uses.startsWith("actions/checkout@")),
		);
		expect(checkouts.length).toBeGreaterThan(5);
		for (const { with: options = {} } of checkouts) {
			expect(options).not.toHaveProperty("ref");
			expect(options).not.toHaveProperty("allow-unsafe-pr-checkout");
		}
	});

	it("T6: share no cache of GitHub's between what is trusted and what is not", () => {
		const used = jobs.flatMap(({ steps }) => steps.map(({ uses = "" }) => uses.replace(/@.*/, "")));
		expect([...new Set(used)].sort()).toEqual(["actions/checkout", "actions/upload-artifact", "mainline-ml/mainline"]);
	});

	it("T20: name every action of others by a whole commit", () => {
		const others = jobs
			.flatMap(({ steps }) => steps.flatMap(({ uses = "" }) => uses))
			.filter((uses) => !uses.startsWith("mainline-ml/"));
		for (const uses of others) expect(uses).toMatch(/@[0-9a-f]{40}$/);
	});

	it("T22: give each job what it needs and nothing else", () => {
		expect(
			Object.fromEntries(
				jobs.map(({ name, permissions }) => [
					name,
					Object.entries(permissions)
						.map((each) => each.join(": "))
						.sort()
						.join(", "),
				]),
			),
		).toEqual({
			"mainline-command.yml command": "actions: read, contents: write, deployments: write, pull-requests: read",
			"mainline-release.yml release": "checks: read, contents: write, deployments: write, pull-requests: write",
			"one-lane/mainline-pull-request.yml plan": "checks: write, contents: read, pull-requests: write",
			"one-lane/mainline-pull-request.yml run": "checks: write, contents: read, pull-requests: write",
			"two-lanes/mainline-comment.yml answer": "actions: write, checks: write, contents: read, pull-requests: write",
			"two-lanes/mainline-comment.yml move": "contents: write, deployments: write, pull-requests: write",
			"two-lanes/mainline-pull-request.yml plan": "checks: read, contents: read",
			"two-lanes/mainline-pull-request.yml run": "checks: read, contents: read",
			"two-lanes/mainline-queue.yml judge": "actions: read, checks: write, contents: read, pull-requests: read",
			"two-lanes/mainline-queue.yml look-up": "actions: read, checks: write, contents: read, pull-requests: read",
			"two-lanes/mainline-queue.yml run": "contents: read",
			"two-lanes/mainline-report.yml report": "actions: read, checks: write, contents: read, pull-requests: write",
		});
	});

	it("T16: leave a job that runs a stranger's code nothing to take along", () => {
		expect(untrusted).toHaveLength(2);
		for (const { steps } of untrusted) {
			const [checkout] = steps.filter(({ uses = "" }) => uses.startsWith("actions/checkout@"));
			expect(checkout?.with).toMatchObject({ "persist-credentials": false });
		}
		expect(read("templates/workflows/two-lanes/mainline-pull-request.yml")).not.toMatch(/secrets\.|id-token/);
	});

	it("T16: come with a bucket's policy by which such a job overwrites and deletes nothing, and writes no record of a run", () => {
		const text = /```json\n(\{"Version"[\s\S]*?)\n```/.exec(read("docs/security.md"))?.[1] ?? "";
		const { Statement: rules } = JSON.parse(text) as {
			Statement: { Effect: string; Action: string; Resource: string | string[]; Condition?: Record<string, unknown> }[];
		};
		expect(rules.map(({ Action: action }) => action)).toEqual([
			"s3:ListBucket",
			"s3:GetObject",
			"s3:PutObject",
			"s3:PutObject",
		]);
		const puts = rules.filter(({ Action: action }) => action === "s3:PutObject");
		for (const { Resource: places } of puts)
			expect(places).toEqual(["arn:aws:s3:::models/files/*", "arn:aws:s3:::models/mainline/claims/*"]);
		expect(puts.map(({ Condition: condition }) => condition)).toEqual([
			{ Null: { "s3:if-none-match": "false" } },
			{ Bool: { "s3:ObjectCreationOperation": "false" } },
		]);
	});

	it("T17: end the run of a pull request when its next commit comes", () => {
		const ofPulls = [...workflows].filter(([, { on }]) => "pull_request" in on);
		expect(ofPulls).toHaveLength(2);
		for (const [, { concurrency }] of ofPulls) {
			expect(concurrency).toEqual({
				group: expect.stringMatching(/^mainline-pull-\$\{\{ github\.event\.number( \|\| [\w.]+)? \}\}$/),
				"cancel-in-progress": true,
			});
		}
	});
});

describe("what Mainline is made of", () => {
	const manifest = JSON.parse(read("package.json")) as Record<
		"dependencies" | "devDependencies",
		Record<string, string>
	>;
	const lock = JSON.parse(read("package-lock.json")) as {
		packages: Record<
			string,
			{ resolved?: string; integrity?: string; link?: boolean; dev?: boolean; optional?: boolean }
		>;
	};

	it("T20: is named by exact versions, and every package that goes into the bundle by the digest of its content", () => {
		for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
			expect(version).toMatch(/^\d+\.\d+\.\d+/);
		const packages = Object.entries(lock.packages).filter(
			([path, one]) => path !== "" && one.link !== true && one.dev !== true && one.optional !== true,
		);
		expect(packages.length).toBeGreaterThan(50);
		expect(packages.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-")).map(([path]) => path)).toEqual(
			[],
		);
	});
});
