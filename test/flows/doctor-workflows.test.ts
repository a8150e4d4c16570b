import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadMainline, type SigningPolicy } from "../../src/config/index.ts";
import { jobs } from "../../src/flows/doctor/workflows/jobs.ts";
import { checkNames } from "../../src/flows/doctor/workflows/model.ts";
import { readWorkflows } from "../../src/flows/doctor/workflows/read.ts";
import { signers } from "../../src/flows/doctor/workflows/signing.ts";
import { teams } from "../../src/flows/doctor/workflows/teams.ts";
import { triggers } from "../../src/flows/doctor/workflows/triggers.ts";
import { waiting } from "../../src/flows/doctor/workflows/waiting.ts";
import { matrixWorkflow } from "../real/act/matrix.ts";
import { project, write } from "./rig.ts";

const TEMPLATES = resolve(import.meta.dirname, "../../templates/workflows");
const template = (name: string): string => readFileSync(join(TEMPLATES, name), "utf8");
const USES = "uses: mainline-ml/mainline@v0";

async function workflowsOf(files: Readonly<Record<string, string>>) {
	const named = Object.entries(files).map(([name, text]) => [`.github/workflows/${name}`, text]);
	return readWorkflows(await project(Object.fromEntries(named)));
}

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
	const { all, unreadable } = await workflowsOf(files);
	return [...unreadable, ...triggers(all), ...jobs(all), ...waiting(all)].map(({ code, level }) => `${level} ${code}`);
}

const PULL = template("two-lanes/mainline-pull-request.yml");
const REPORT = template("two-lanes/mainline-report.yml");
const RELEASE = template("mainline-release.yml");

/** What doctor says of the two lanes when one of their files is written otherwise. */
function changed(file: "pull" | "report" | "release", from: string | RegExp, to: string): Promise<string[]> {
	const texts = { pull: PULL, report: REPORT, release: RELEASE };
	const after = texts[file].replace(from, to);
	expect(after).not.toBe(texts[file]);
	const all = { ...texts, [file]: after };
	return told({ "pull.yml": all.pull, "report.yml": all.report, "release.yml": all.release });
}

describe("what doctor says of workflows", () => {
	it.each(["one-lane", "two-lanes"])("is nothing where they are written as `init` writes them: %s", async (lanes) => {
		const others = { "release.yml": RELEASE, "command.yml": template("mainline-command.yml") };
		const two = { "report.yml": REPORT, "comment.yml": template("two-lanes/mainline-comment.yml") };
		const pull = { "pull.yml": template(`${lanes}/mainline-pull-request.yml`) };
		expect(await told({ ...others, ...pull, ...(lanes === "two-lanes" ? two : {}) })).toEqual([]);
	});

	it("names a rollback that waits for releases, and one that the next run cancels: so they were written before", async () => {
		const comment = template("two-lanes/mainline-comment.yml");
		const group = /group: \$\{\{ needs.*\n/;
		const shared = comment.replace(group, "group: mainline-release\n");
		expect(shared).not.toBe(comment);
		const about = (text: string) => told({ "release.yml": RELEASE, "comment.yml": text });
		expect(await about(comment)).toEqual([]);
		expect(await about(shared)).toEqual(["problem rollback-behind-release"]);
		expect(await about(shared.replaceAll(/ +queue: max.*\n/g, ""))).toEqual([
			"problem waiting-run-dropped",
			"problem waiting-run-dropped",
			"problem rollback-behind-release",
		]);
		expect(await changed("release", / +queue: max.*\n/, "")).toEqual(["problem waiting-run-dropped"]);
		expect(await changed("release", /concurrency:\n( .*\n)+/, "concurrency: mainline-release\n")).toEqual([
			"problem waiting-run-dropped",
		]);
		const command = template("mainline-command.yml");
		const always = command.replace(/group: .*\n/, "group: Mainline-Release\n");
		expect(await told({ "release.yml": RELEASE, "command.yml": always })).toEqual(["problem rollback-behind-release"]);
	});

	it("names a command by hand that may not read when it was asked for: so it was written before", async () => {
		const command = template("mainline-command.yml");
		const about = (text: string) => told({ "release.yml": RELEASE, "command.yml": text });
		const without = command.replace(/ +actions: read.*\n/, "");
		expect(without).not.toBe(command);
		expect(await about(without)).toEqual(["problem asked-when-unknown"]);
		const says = (permissions: string) => command.replace(/ {4}permissions:\n( {6}.*\n)+/, permissions);
		expect(await about(says("    permissions: write-all\n"))).toEqual([]);
		expect(await about(says("    permissions: read-all\n"))).toEqual([]);
		expect(await about(says("    permissions: {contents: write}\n"))).toEqual(["problem asked-when-unknown"]);
	});

	it("is nothing where docs/adopting.md spreads a run over several kinds of machines", async () => {
		expect(await told({ "pull.yml": await matrixWorkflow(), "report.yml": REPORT })).toEqual([]);
	});

	it("names a filter that keeps the check from ever being written", async () => {
		const filter = 'paths: ["src/**"]';
		expect(await changed("pull", "pull_request:\n", `pull_request:\n    ${filter}\n`)).toEqual([
			"problem paths-filter",
		]);
		expect(await changed("release", "push:\n", `push:\n    ${filter}\n`)).toEqual([]);
	});

	it("wants the untrusted lane's token to read, whoever says so", async () => {
		const permissions = "    permissions:\n      contents: read\n      checks: read\n    steps";
		const given = (text: string) => changed("pull", permissions, `${text}    steps`);
		expect(await given("    permissions: {contents: write}\n")).toEqual(["problem untrusted-lane-writes"]);
		expect(await given("    permissions: write-all\n")).toEqual(["problem untrusted-lane-writes"]);
		expect(await given("    permissions: read-all\n")).toEqual([]);
		// the workflow's own `permissions: {}` holds
		expect(await given("")).toEqual([]);
		const silent = PULL.replace("permissions: {}\n", "").replace(permissions, "    steps");
		expect(await told({ "pull.yml": silent, "report.yml": REPORT })).toEqual(["problem untrusted-lane-writes"]);
	});

	it("lets code of pull requests have the remote's credential, and no other secret", async () => {
		const env = (lines: string) =>
			changed("pull", "    runs-on: [self-hosted, gpu]\n", `    runs-on: [self-hosted, gpu]\n    env:\n${lines}`);
		expect(await env("      AWS_SECRET_ACCESS_KEY: ${{ secrets.STORE_KEY }}\n")).toEqual([]);
		expect(await env("      HF_TOKEN: ${{ secrets.HF_TOKEN }}\n")).toEqual([
			"problem secrets-beside-pull-request-code",
		]);
		expect(await env("      ALL: ${{ toJSON(secrets) }}\n")).toEqual(["problem secrets-beside-pull-request-code"]);
		expect(await env("      ONE: ${{ secrets['ONE'] }}\n")).toEqual(["problem secrets-beside-pull-request-code"]);
		expect(await env("      GH: ${{ secrets.GITHUB_TOKEN }}\n")).toEqual([]);
		// a job that runs nothing of a pull request may have them
		const release = [
			"    runs-on: [self-hosted",
			"    env:\n      KEY: ${{ secrets.KEY }}\n    runs-on: [self-hosted",
		] as const;
		expect(await changed("release", ...release)).toEqual([]);
	});

	it("wants a long training to be let", async () => {
		expect(await changed("pull", /^ {4}timeout-minutes: 4320.*\n/m, "")).toEqual(["advice timeout-missing"]);
	});

	it("wants issues to be written where the dashboard is kept", async () => {
		const keeps = RELEASE.replace("# dashboard: true", "dashboard: true");
		const two = { "pull.yml": PULL, "report.yml": REPORT };
		expect(keeps).not.toBe(RELEASE);
		expect(await told({ ...two, "release.yml": keeps })).toEqual(["problem dashboard-may-not-write"]);
		const may = keeps.replace("# issues: write", "issues: write");
		expect(await told({ ...two, "release.yml": may })).toEqual([]);
	});

	it("wants a token for the workflow that has to sign, and for no other", async () => {
		const name = "https://github.com/acme/churn/.github/workflows";
		const signing = (file: string) =>
			loadMainline(`signing: {identity: ${name}/${file}@refs/heads/main}`, "mainline.yaml").signing;
		const missing = async (text: string, policy: SigningPolicy | null) => {
			const { all } = await workflowsOf({ "pull.yml": PULL, "report.yml": REPORT, "release.yml": text });
			return signers(all, policy).map(({ code, says }) => `${code} ${says}`);
		};
		expect(await missing(RELEASE, signing("release.yml"))).toEqual([
			"signer-without-identity the job `release` of .github/workflows/release.yml has to sign images, and GitHub gives it no token to do it with",
		]);
		const gives = RELEASE.replace("# id-token: write", "id-token: write");
		expect(gives).not.toBe(RELEASE);
		expect(await missing(gives, signing("release.yml"))).toEqual([]);
		for (const policy of [signing("other.yml"), signing("pull.yml"), null])
			expect(await missing(RELEASE, policy)).toEqual([]);
	});

	it("wants a token that may see teams where mainline.yaml names one, in each job that asks who is in it and in no other", async () => {
		const files = {
			"pull.yml": PULL,
			"report.yml": REPORT,
			"release.yml": RELEASE,
			"command.yml": template("mainline-command.yml"),
			"comment.yml": template("two-lanes/mainline-comment.yml"),
			"queue.yml": template("two-lanes/mainline-queue.yml"),
		};
		const missing = async (policy: string, texts: Readonly<Record<string, string>> = files) => {
			const found = teams((await workflowsOf(texts)).all, loadMainline(policy, "mainline.yaml"));
			return found.map(({ says }) => says.replace(/^the job `(.*)` of .*\/(.*)\.yml cannot.*$/, "$2 $1"));
		};
		const approve = (by: string) => `environments: {prod: {deploy: {command: x}, approve: {by: [${by}]}}}`;
		expect(await missing(approve("ada, acme/ml"))).toEqual(["command command", "comment move", "release release"]);
		expect(await missing("waivers: {by: [acme/ml]}")).toEqual([
			"comment answer",
			"queue look-up",
			"queue judge",
			"report report",
		]);
		for (const policy of [approve("ada"), "waivers: {by: [ada]}", ""]) expect(await missing(policy)).toEqual([]);
		const one = template("one-lane/mainline-pull-request.yml");
		expect(await missing(approve("acme/ml"), { "pull.yml": one })).toEqual([]);
		// as the templates have it, in a comment
		const given = Object.entries(files).map(([name, text]) => [name, text.replace(/# (members-token:|with:)/g, "$1")]);
		expect(await missing(`${approve("acme/ml")}\nwaivers: {by: [acme/ml]}`, Object.fromEntries(given))).toEqual([]);
	});

	it("advises against a team in `waivers` where pull requests are judged in one lane, once for the workflow", async () => {
		const advised = async (policy: string, texts: Readonly<Record<string, string>>) => {
			const found = teams((await workflowsOf(texts)).all, loadMainline(policy, "mainline.yaml"));
			return found.map(({ code, level, says }) => `${level} ${code}: ${says}`);
		};
		const one = { "pull.yml": template("one-lane/mainline-pull-request.yml"), "release.yml": RELEASE };
		expect(await advised("waivers: {by: [ada, acme/ml]}", one)).toEqual([
			"advice team-waives-nothing: what somebody of acme/ml waives does not count in .github/workflows/pull.yml, where pull requests are judged in one lane",
		]);
		expect(await advised("waivers: {by: [ada]}", one)).toEqual([]);
		expect(await advised("waivers: {by: [acme/ml]}", { "pull.yml": PULL })).toEqual([]);
	});

	it("wants the token in the clone where it pushes, and nowhere else", async () => {
		expect(await changed("pull", "persist-credentials: false", "persist-credentials: true")).toEqual([
			"advice credentials-left-in-clone",
		]);
		expect(await changed("release", "persist-credentials: true", "persist-credentials: false")).toEqual([
			"problem credentials-not-kept",
		]);
	});

	it("counts the commits that each job needs", async () => {
		expect(await changed("pull", /^ *fetch-depth: 2.*\n/m, "")).toEqual(["problem checkout-shallow"]);
		expect(await changed("pull", "fetch-depth: 2", "fetch-depth: 0")).toEqual([]);
		expect(await changed("report", "fetch-depth: 0", "fetch-depth: 50")).toEqual(["problem checkout-shallow"]);
		expect(await changed("release", /^ *fetch-depth: 0.*\n/m, "")).toEqual(["problem checkout-shallow"]);
	});

	it("is loud where a stranger's code is checked out beside a writing token, whoever does it", async () => {
		const pwned = `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {ref: "\${{ github.event.pull_request.head.sha }}"}
      - run: make
`;
		const all = { "pull.yml": PULL, "report.yml": REPORT };
		expect(await told({ ...all, "build.yml": pwned })).toEqual(["danger pull-request-target"]);
		expect(await told({ ...all, "label.yml": pwned.replace(/ {8}with:.*\n/, "") })).toEqual([]);
		const ours = pwned.replace(/ {8}with:.*\n/, "").replace("run: make", USES);
		expect(await told({ ...all, "ours.yml": ours })).toEqual(["problem pull-request-target"]);
	});

	it("is loud where the trusted lane checks out what it is to judge", async () => {
		const head = "with:\n          ref: ${{ github.event.workflow_run.head_sha }}";
		expect(await changed("report", /with:(?=\n *fetch-depth)/, head)).toEqual(["danger trusted-lane-checkout"]);
		expect(await changed("report", /with:(?=\n *fetch-depth)/, "with:\n          ref: main")).toEqual([]);
	});

	it("asks of a job what its command needs", async () => {
		const only = (command: string) => `on: push
jobs:
  look:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {persist-credentials: false}
      - ${USES}
        with: {command: ${command}}
`;
		expect(await told({ "look.yml": only("plan") })).toEqual([]);
		expect(await told({ "look.yml": only("status") })).toEqual(["problem checkout-shallow"]);
		expect(await told({ "look.yml": only("release") })).toEqual([
			"problem credentials-not-kept",
			"problem checkout-shallow",
		]);
	});

	it("says where a file cannot be read", async () => {
		const { unreadable } = await workflowsOf({
			"pull.yml": PULL,
			"report.yml": REPORT,
			"bad.yml": "on: [push\njobs: {}\n",
		});
		expect(unreadable.map(({ code }) => code)).toEqual(["workflow-unreadable"]);
		expect(unreadable[0]?.says).toMatch(/^\.github\/workflows\/bad\.yml:\d+:\d+: /);
	});

	it.each(["42", "[]", "on: 7\njobs: [a, b]\n", "on: {push: 3}\njobs: {a: null, b: {steps: 5, runs-on: {}}}\n", ""])(
		"takes a file of any form for what it says: %j",
		async (text) => {
			expect(await told({ "odd.yml": text, "pull.yml": PULL, "report.yml": REPORT })).toEqual([]);
		},
	);

	it("knows the check by the names that it is given", async () => {
		const { all } = await workflowsOf({ "pull.yml": PULL, "report.yml": REPORT, "release.yml": RELEASE });
		expect(checkNames(all)).toEqual(["mainline"]);
		const named = REPORT.replace("run: never", "check: gates\n          run: never");
		expect(checkNames((await workflowsOf({ "report.yml": named })).all)).toEqual(["gates", "mainline"]);
	});

	it("takes another action of this repository for somebody else's", async () => {
		const root = await project();
		write(root, { ".github/workflows/own.yml": "on: push\njobs: {a: {steps: [{uses: ./.github/actions/setup}]}}\n" });
		expect(triggers((await readWorkflows(root)).all).map(({ code }) => code)).toEqual(["no-workflows"]);
	});
});
