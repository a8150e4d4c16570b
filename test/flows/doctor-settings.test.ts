import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type GitHubAccess, NO_ACCESS, originAt } from "../../src/flows/doctor/origin.ts";
import { doctor } from "../../src/flows/doctor.ts";
import { init } from "../../src/flows/init.ts";
import { type Clock, systemClock } from "../../src/kernel/index.ts";
import type { DoctorDocument, Finding } from "../../src/report/index.ts";
import { run } from "../../src/shell/index.ts";
import type { GitHubStandIn, StandInOptions } from "../../src/standin/index.ts";
import { mainline } from "../doors/support/program.ts";
import { call, cloneUrl, git, rehearse, temporaryFolder } from "../rig/world.ts";
import { contextAt } from "./rig.ts";

const PROGRAM = ["mainline"];
const PIPELINE = `stages:
  make:
    cmd: sort in.txt > out.txt
    deps: [in.txt]
    outs: [out.txt]
artifacts:
  churn: {type: model, path: out.txt}
`;
const POLICY = `models:
  churn: {image: localhost:5000/acme/churn}
environments:
  dev: {deploy: {process: {port: 8081}}}
  prod: {after: dev, deploy: {process: {port: 8082}}}
`;
const NAME = "ada/model";

interface Place {
	readonly gitHub: GitHubStandIn;
	readonly work: string;
}

/** A repository in which everything is as doctor wants it, here and at GitHub. */
async function healthy({
	open = false,
	...options
}: Partial<StandInOptions> & { open?: boolean } = {}): Promise<Place> {
	const gitHub = await rehearse(options);
	await gitHub.createRepository(NAME, { private: !open });
	await gitHub.addToken({ value: "ghp_ada", kind: "personal", login: "ada" });
	const folder = await temporaryFolder();
	await git(folder, "clone", "-q", cloneUrl(gitHub, NAME, "ghp_ada"), "work");
	const at = { gitHub, work: join(folder, "work") };
	const shelf = mkdtempSync(join(tmpdir(), "mainline-shelf-"));
	put(at, {
		".dvc/config": `[core]\n    remote = shelf\n['remote "shelf"']\n    url = ${shelf}\n`,
		".dvc/.gitignore": "/tmp\n/cache\n",
		"dvc.yaml": PIPELINE,
		"mainline.yaml": POLICY,
		"in.txt": "1\n",
	});
	const context = contextAt(at.work);
	const machine = { ...context.machine, installDir: resolve(import.meta.dirname, "../..") };
	await init({ ...context, machine }, { plan: false, lanes: null, program: PROGRAM, agree: async () => true });
	await git(at.work, "add", "-A");
	await git(at.work, "commit", "-q", "-m", "Begin");
	await git(at.work, "push", "-q", "origin", "HEAD:main");
	await gitHub.requireChecks(NAME, ["mainline"]);
	await gitHub.configure(NAME, (settings) => {
		settings.runners = [{ name: "box", online: true, labels: ["gpu"], version: "2.330.0" }];
		settings.rulesets = [
			{
				id: 7,
				name: "tags",
				target: "tag",
				enforcement: "active",
				include: ["refs/tags/churn@*", "refs/tags/churn#*"],
				exclude: [],
				rules: [{ type: "update" }, { type: "deletion" }],
			},
		];
	});
	return at;
}

function put({ work }: Place, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(work, path)), { recursive: true });
		writeFileSync(join(work, path), text);
	}
}

/** Changes a workflow as its owner would. */
function rewrite({ work }: Place, name: string, change: (text: string) => string): void {
	const path = join(work, ".github/workflows", name);
	const [before, after] = [readFileSync(path, "utf8"), change(readFileSync(path, "utf8"))];
	expect(after).not.toBe(before);
	writeFileSync(path, after);
}

function access({ gitHub }: Place, token: string | null): GitHubAccess {
	return { ...NO_ACCESS, token, serverUrl: gitHub.serverUrl, apiUrl: gitHub.apiUrl };
}

interface Asking {
	readonly token?: string | null;
	readonly clock?: Clock;
}

async function examine(at: Place, { token = "ghp_ada", clock = systemClock }: Asking = {}) {
	const context = contextAt(at.work, { clock });
	return doctor(context, { program: PROGRAM, gitHub: access(at, token), untrusted: false });
}

async function document(at: Place, asking: Asking = {}): Promise<DoctorDocument> {
	return (await examine(at, asking)).document;
}

async function findings(at: Place): Promise<string[]> {
	return (await document(at)).findings.map(({ code, level }) => `${level} ${code}`);
}

async function found(at: Place, code: string): Promise<Finding> {
	const finding = (await document(at)).findings.find((each) => each.code === code);
	if (finding === undefined) throw new Error(`no ${code}: ${(await findings(at)).join(", ")}`);
	return finding;
}

/** Does what a fix of the form `gh api …` says, as gh would. */
async function applied({ gitHub }: Place, fix: string): Promise<void> {
	const [, body, method, path = "", fields = ""] =
		/^(?:echo '(.*)' \| )?gh api -X (\w+) (\S+)((?: -[fF] \S+| --input -)*)$/.exec(fix) ?? [];
	const pairs = [...fields.matchAll(/-([fF]) ([^\s=]+)=(\S+)/g)].map(([, kind, name, value = ""]) => [
		name,
		kind === "F" ? JSON.parse(value) : value,
	]);
	const given: unknown = body === undefined ? Object.fromEntries(pairs) : JSON.parse(body.replaceAll("'\\''", "'"));
	const { status } = await call(gitHub, `${method} /${path}`, { token: "ghp_ada", body: given });
	expect([201, 204]).toContain(status);
}

describe("doctor at GitHub", () => {
	it("has nothing to say where everything is set", async () => {
		const at = await healthy();
		const { answer, document: said } = await examine(at);
		expect(said.findings).toEqual([]);
		expect(said.unseen).toEqual([]);
		expect(said.fine).toContain("GitHub answers for ada/model");
		expect(answer).toBe("yes");
	});

	it("asks nothing but questions", async () => {
		const at = await healthy();
		const methods = new Set<string>();
		at.gitHub.onExchange(({ method }) => methods.add(method));
		await examine(at);
		expect([...methods]).toEqual(["GET"]);
	});

	it("says first, and as a danger, that strangers' code can reach a machine of one's own", async () => {
		const at = await healthy({ open: true });
		await at.gitHub.configure(NAME, ({ workflowToken }) => {
			workflowToken.permissions = "write";
		});
		const { answer, document: said } = await examine(at);
		expect(answer).toBe("no");
		expect(said.findings[0]).toMatchObject({ code: "forks-run-unapproved", level: "danger" });
		await applied(at, said.findings[0]?.fix ?? "");
		expect(await findings(at)).toEqual(["advice public-self-hosted", "advice workflow-token-writes"]);
		for (const name of ["pull-request", "queue", "comment", "command", "release"]) {
			rewrite(at, `mainline-${name}.yml`, (text) =>
				text.replace(/runs-on: \[self-hosted.*\]/, "runs-on: ubuntu-latest"),
			);
		}
		expect(await findings(at)).toContain("advice public-self-hosted");
		await at.gitHub.configure(NAME, (settings) => {
			settings.runners = [];
		});
		expect(await findings(at)).toEqual(["advice workflow-token-writes"]);
	});

	it("takes an approval that it cannot see for none", async () => {
		const at = await healthy({ open: true });
		await at.gitHub.addToken({ value: "ghs_workflow", kind: "actions" });
		const { answer, document: said } = await examine(at, { token: "ghs_workflow" });
		expect(answer).toBe("no");
		expect(said.findings.map(({ code, level }) => [code, level])).toEqual([["public-self-hosted", "danger"]]);
		expect(said.unseen.map(({ what }) => what)).toEqual([
			"which actions are allowed",
			"the default permission of workflows",
			"who has to approve workflows from forks",
			"the runners",
		]);
		expect(said.unseen[0]?.because).toMatch(/^needs `administration: read`, which no workflow's token can have/);
	});

	it("wants the gates to keep a merge back", async () => {
		const at = await healthy();
		await at.gitHub.requireChecks(NAME, []);
		expect(await findings(at)).toEqual(["advice required-check-missing"]);
		await applied(at, (await found(at, "required-check-missing")).fix);
		expect(await findings(at)).toEqual([]);
	});

	it("knows that nobody writes a check of nearly its name", async () => {
		const at = await healthy();
		await at.gitHub.requireChecks(NAME, ["Mainline", "Mainline run", "lint"]);
		expect(await findings(at)).toEqual(["problem required-check-misnamed", "advice required-check-missing"]);
		expect((await found(at, "required-check-misnamed")).fix).toContain("replace `Mainline` by `mainline`");
		await at.gitHub.requireChecks(NAME, ["mainline", "Mainline run", "lint"]);
		expect(await findings(at)).toEqual([]);
	});

	it("goes by the name that the workflows give the check", async () => {
		const at = await healthy();
		rewrite(at, "mainline-report.yml", (text) => text.replace("run: never", "check: gates\n          run: never"));
		rewrite(at, "mainline-report.yml", (text) =>
			text.replace("command: conclude", "check: gates\n          command: conclude"),
		);
		expect(await findings(at)).toEqual(["problem required-check-misnamed", "advice required-check-missing"]);
		await at.gitHub.requireChecks(NAME, ["gates"]);
		expect(await findings(at)).toEqual([]);
	});

	it("makes no command of a name that a file gives", async () => {
		const at = await healthy();
		const evil = "it's'; touch /tmp/pwned; '";
		rewrite(at, "mainline-report.yml", (text) =>
			text.replace("run: never", `check: ${JSON.stringify(evil)}\n          run: never`),
		);
		await at.gitHub.requireChecks(NAME, []);
		const { fix } = await found(at, "required-check-missing");
		const { stdoutText } = await run("sh", ["-c", fix.replace(/ \| gh .*$/, "")]);
		expect(JSON.parse(stdoutText)).toMatchObject({
			rules: [{ parameters: { required_status_checks: [{ context: evil }] } }],
		});
	});

	it("finds a commit status of the same name", async () => {
		const at = await healthy();
		const sha = await git(at.work, "rev-parse", "HEAD");
		const status = (context: string) =>
			call(at.gitHub, `POST /repos/${NAME}/statuses/${sha}`, { token: "ghp_ada", body: { state: "success", context } });
		await status("other");
		expect(await findings(at)).toEqual([]);
		await status("mainline");
		expect(await findings(at)).toEqual(["problem check-name-clash"]);
	});

	it("wants workflows to read unless they say otherwise", async () => {
		const at = await healthy();
		await at.gitHub.configure(NAME, ({ workflowToken }) => {
			workflowToken.permissions = "write";
		});
		expect(await findings(at)).toEqual(["advice workflow-token-writes"]);
		await applied(at, (await found(at, "workflow-token-writes")).fix);
		expect(await findings(at)).toEqual([]);
	});

	it("finds what the settings keep from running", async () => {
		const at = await healthy();
		await at.gitHub.configure(NAME, ({ actions }) => {
			actions.enabled = false;
		});
		expect(await findings(at)).toEqual(["problem actions-disabled"]);
		await applied(at, (await found(at, "actions-disabled")).fix);
		expect(await findings(at)).toEqual([]);
		await at.gitHub.configure(NAME, ({ actions }) => {
			actions.allowed = "selected";
		});
		const blocked = await found(at, "action-not-allowed");
		expect(blocked.says).toBe("the repository's settings do not allow mainline-ml/mainline@v0");
		await at.gitHub.configure(NAME, ({ actions }) => {
			actions.selected = { ...actions.selected, patterns: [blocked.fix.replace(/^.*add /, "")] };
		});
		expect(await findings(at)).toEqual([]);
		await at.gitHub.configure(NAME, ({ actions }) => {
			actions.shaPinning = true;
		});
		expect(await findings(at)).toEqual(["problem action-not-pinned"]);
		for (const name of ["pull-request", "report", "queue", "comment", "command", "release"]) {
			rewrite(at, `mainline-${name}.yml`, (text) => text.replaceAll("mainline@v0", `mainline@${"0a".repeat(20)}`));
		}
		expect(await findings(at)).toEqual([]);
	});

	it("looks for a runner with the labels that the jobs ask for", async () => {
		const at = await healthy();
		const runners = async (...all: [string, boolean, string][]) =>
			at.gitHub.configure(NAME, (settings) => {
				settings.runners = all.map(([label, online, version]) => ({ name: label, online, labels: [label], version }));
			});
		await runners(["cpu", true, "2.330.0"]);
		expect(await findings(at)).toEqual(["problem runner-missing"]);
		expect((await found(at, "runner-missing")).fix).toContain("`--labels gpu`");
		await runners(["gpu", false, "2.330.0"]);
		expect(await findings(at)).toEqual(["problem runner-offline"]);
		await runners(["GPU", true, "2.327.0"], ["cpu", true, "2.327.1"]);
		expect((await found(at, "runner-too-old")).says).toBe("too old a runner: GPU (2.327.0)");
		await runners(["GPU", true, "2.327.1"]);
		expect(await findings(at)).toEqual([]);
	});

	it("finds reviewers whom nobody asks, and an environment that guards nothing", async () => {
		const at = await healthy();
		await at.gitHub.protectEnvironment(NAME, "prod", ["ada"]);
		expect(await findings(at)).toEqual(["problem reviewers-not-asked"]);
		rewrite(at, "mainline-release.yml", (text) =>
			text.replace("    timeout-minutes", "    environment: prod\n    timeout-minutes"),
		);
		expect(await findings(at)).toEqual([]);
		await at.gitHub.protectEnvironment(NAME, "prod", []);
		expect(await findings(at)).toEqual(["advice environment-unguarded"]);
	});

	it("wants the tags that record releases to stay", async () => {
		const at = await healthy();
		const rulesets = async (include: string[], rules: string[], enforcement: "active" | "evaluate" = "active") =>
			at.gitHub.configure(NAME, (settings) => {
				const about = { id: 7, name: "tags", target: "tag", enforcement, exclude: [] } as const;
				settings.rulesets = [{ ...about, include, rules: rules.map((type) => ({ type })) }];
			});
		await rulesets(["refs/tags/churn@*"], ["update", "deletion"]);
		expect((await found(at, "tag-ruleset-missing")).says).toBe("whoever may push may move or delete churn#*");
		await rulesets(["~ALL"], ["deletion"]);
		expect((await found(at, "tag-ruleset-missing")).says).toContain("churn@v*, churn#*");
		await rulesets(["~ALL"], ["update", "deletion"], "evaluate");
		expect(await findings(at)).toEqual(["advice tag-ruleset-missing"]);
		await applied(at, (await found(at, "tag-ruleset-missing")).fix);
		expect(await findings(at)).toEqual([]);
	});

	it("asks for no right where a plan is lacking", async () => {
		const at = await healthy();
		await at.gitHub.configure(NAME, (settings) => {
			settings.paid = false;
		});
		const said = await document(at);
		expect(said.findings).toEqual([]);
		expect(said.unseen.map(({ what }) => what)).toEqual(["the checks that a merge needs", "rulesets of tags"]);
		for (const { because } of said.unseen)
			expect(because).toContain("Upgrade to GitHub Pro or make this repository public");
	});

	it("compares the clocks", async () => {
		const at = await healthy();
		const shifted = (seconds: number): Clock => ({
			...systemClock,
			now: () => new Date(systemClock.now().getTime() + seconds * 1000),
		});
		const off = async (seconds: number) =>
			(await document(at, { clock: shifted(seconds) })).findings.map(({ code, level }) => `${level} ${code}`);
		expect(await off(30)).toEqual([]);
		expect(await off(-120)).toEqual(["advice clock-off"]);
		expect(await off(1200)).toEqual(["problem clock-off"]);
	});

	it("names the server", async () => {
		const at = await healthy({ enterpriseVersion: "3.19.2" });
		expect((await document(at)).fine).toContain("GitHub Enterprise Server 3.19.2 answers for ada/model");
	});
});

describe("the command", () => {
	const CI = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request" };

	it("takes the token and the place from the environment, says no to a danger, and tells no secret", async () => {
		const at = await healthy({ open: true });
		const env = { GITHUB_SERVER_URL: at.gitHub.serverUrl, GITHUB_API_URL: at.gitHub.apiUrl };
		const { code, stdout, stderr } = await mainline(["doctor"], {
			cwd: at.work,
			env: { ...env, GITHUB_TOKEN: "ghp_ada" },
		});
		expect(code).toBe(1);
		expect(stdout.split("\n").slice(0, 3)).toEqual([
			"1 danger",
			"",
			expect.stringMatching(/^✗ DANGER: ada\/model is public and runs/),
		]);
		expect(stdout + stderr).not.toContain("ghp_ada");
		const without = await mainline(["doctor", "--json"], { cwd: at.work, env: { ...env, ...CI } });
		expect(JSON.parse(without.stdout)).toMatchObject({ unseen: [{ what: "the settings at GitHub" }] });
	});

	it("says yes to advice alone", async () => {
		const at = await healthy();
		await at.gitHub.requireChecks(NAME, []);
		expect((await examine(at)).answer).toBe("yes");
	});

	it("knows one lane", async () => {
		const { code, stderr } = await mainline(["doctor", "--lane", "trusted"], { cwd: tmpdir() });
		expect(code).toBe(2);
		expect(stderr).toContain("untrusted");
	});
});

describe("a token that is too small", () => {
	it("is asked for in one line where there is none", async () => {
		const at = await healthy();
		const calls: number[] = [];
		at.gitHub.onCall((number) => calls.push(number));
		const { answer, document: said } = await examine(at, { token: null });
		expect(said.unseen.map(({ what }) => what)).toEqual(["the settings at GitHub"]);
		expect(said.unseen[0]?.because).toContain("GH_TOKEN");
		expect([answer, said.findings, calls]).toEqual(["yes", [], []]);
	});

	it("is named when GitHub refuses it", async () => {
		const at = await healthy();
		const said = await document(at, { token: "ghp_expired" });
		expect(said.findings.map(({ code, level }) => [code, level])).toEqual([["token-refused", "advice"]]);
	});

	it("sees nothing of a repository that it may not see", async () => {
		const at = await healthy();
		await at.gitHub.addToken({ value: "ghp_eve", kind: "personal", login: "eve" });
		const said = await document(at, { token: "ghp_eve" });
		expect(said.unseen).toEqual([
			{ what: "the settings at GitHub", because: "needs a token that may see ada/model, if that is its name" },
		]);
	});

	it("hides what only administrators see", async () => {
		const at = await healthy({ open: true });
		await at.gitHub.addToken({ value: "ghp_eve", kind: "personal", login: "eve" });
		const said = await document(at, { token: "ghp_eve" });
		expect(said.unseen.map(({ because }) => because)).toEqual(
			Array(4).fill("needs the token of somebody who administers the repository, with the scope `repo`"),
		);
	});

	it("says how far it reaches", async () => {
		const at = await healthy({ open: true });
		await at.gitHub.addToken({ value: "ghp_small", kind: "personal", login: "ada", scopes: ["gist"] });
		const said = await document(at, { token: "ghp_small" });
		expect(said.findings.find(({ code }) => code === "token-scope-missing")?.says).toBe(
			"the token has the scopes gist",
		);
	});
});

describe("GitHub in trouble", () => {
	it.each([
		[{ kind: "status", status: 500 } as const, /^GitHub answered 500/],
		[{ kind: "drop-connection" } as const, /^GitHub did not answer/],
		[{ kind: "secondary-rate-limit", retryAfterSeconds: 60 } as const, /secondary rate limit/],
	])("keeps nothing from being said about this clone: %o at every call", async (fault, words) => {
		const at = await healthy();
		await git(at.work, "config", "--unset", "merge.mainline.driver");
		for (let number = 1; number <= 40; number++) at.gitHub.fail({ at: number, with: fault });
		const { answer, document: said } = await examine(at);
		expect(answer).toBe("no");
		expect(said.findings.map(({ code }) => code)).toEqual(["merge-driver-not-set"]);
		expect(said.unseen).toHaveLength(1);
		expect(said.unseen[0]?.because).toMatch(words);
	});

	it("hides one answer, and no other", async () => {
		const at = await healthy();
		const route = "GET /repos/{owner}/{repo}/actions/runners";
		at.gitHub.fail({ at: { route }, with: { kind: "status", status: 502 } });
		const said = await document(at);
		expect(said.unseen.map(({ what }) => what)).toEqual(["the runners"]);
		expect(said.findings).toEqual([]);
	});
});

describe("the place that is asked", () => {
	const ACTIONS = { serverUrl: "https://git.acme.example", apiUrl: "https://git.acme.example/api/v3" };
	const all = { ...NO_ACCESS, token: "one", enterpriseToken: "two" };

	it.each([
		["https://github.com/acme/model.git", all, "https://api.github.com", "one"],
		["git@github.com:acme/model.git", all, "https://api.github.com", "one"],
		["ssh://git@github.com:22/acme/model", all, "https://api.github.com", "one"],
		["https://x:secret@github.com/acme/model/", all, "https://api.github.com", "one"],
		["https://git.acme.example/acme/model", { ...NO_ACCESS, ...ACTIONS, token: "one" }, ACTIONS.apiUrl, "one"],
		["git@git.acme.example:acme/model.git", { ...all, host: "git.acme.example" }, ACTIONS.apiUrl, "two"],
		["https://acme.ghe.com/acme/model", { ...all, host: "acme.ghe.com" }, "https://api.acme.ghe.com", "one"],
	])("of %s is its GitHub's", (url, given, apiUrl, token) => {
		expect(originAt(url, given)).toEqual({ apiUrl, repository: "acme/model", token });
	});

	it.each([
		[null, /needs a git remote `origin`/],
		["/srv/git/model.git", /somewhere else/],
		["https://github.com/acme", /somewhere else/],
		["https://evil.example/acme/model", /needs GH_HOST=evil\.example/],
		["https://github.com.evil.example/acme/model", /needs GH_HOST=github\.com\.evil\.example/],
		["https://github.com@evil.example/acme/model", /needs GH_HOST=evil\.example/],
	])("of %s is nobody's whom a token is sent to", (url, words) => {
		expect(originAt(url, { ...all, ...ACTIONS })).toMatch(words);
	});
});
