import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Deployment, openTarget, rollOut, type Target } from "../../src/environments/index.ts";
import { type Clock, Failure, silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { call, commit, git, HastyClock, type Project, project, temporaryFolder } from "../rig/world.ts";
import { digestNamed, environment } from "./tagged.ts";

const HEAD = "mainline/prod/churn";
const VALUES = "# what runs in prod\nimage: nowhere/churn  # by Mainline\nreplicas: 2\n";

let at: Project;
beforeEach(async () => {
	at = await project();
	await commit(at.work, { files: { "values.yaml": VALUES }, message: "What runs" });
	await git(at.work, "push", "-q", "origin", "HEAD:main");
	// nobody pushes to main: GitHub alone moves it
	const hook = join(at.standIn.bareDirectory(at.name), "hooks", "pre-receive");
	await mkdir(dirname(hook), { recursive: true });
	await writeFile(hook, "#!/bin/sh\n! grep -q refs/heads/main$\n", { mode: 0o755 });
});

function deployment(version: string): Deployment {
	const digest = digestNamed(version);
	const image = `registry.example/churn@${digest}`;
	return { environment: "prod", model: "churn", version, image, digest, previousImage: null };
}

async function open(
	more: { pull?: boolean; timeoutMs?: number; repository?: string; configToken?: string | null; clock?: Clock } = {},
): Promise<Target> {
	const {
		pull: byPull = true,
		timeoutMs = 0,
		repository = at.standIn.cloneUrl(at.name),
		configToken = "ghp_ada",
		clock = systemClock,
	} = more;
	const root = await temporaryFolder();
	const where = { repository, branch: "main", timeoutMs, pull: byPull };
	const deploy = { kind: "helm", ...where, values: "values.yaml", key: ["image"] } as const;
	const store = openImageStore({ kind: "layout", directory: root }, { clock: systemClock });
	const signal = new AbortController().signal;
	const world = {
		clock,
		progress: silent,
		signal,
		env: { PATH: "", HOME: "", LANG: "" },
		self: [],
		store,
	};
	return openTarget(environment("prod", { deploy }), { ...world, root, stateDir: root, configToken });
}

const pulls = () => at.standIn.repository(at.name).pulls;
const inBare = (...args: string[]) => git(at.standIn.bareDirectory(at.name), ...args);
const valuesOf = (branch: string) => inBare("show", `${branch}:values.yaml`);

function change(number: number, body: object, route = "PATCH /repos/ada/model/pulls") {
	const path = route.startsWith("PUT") ? `${route}/${number}/merge` : `${route}/${number}`;
	return call(at.standIn, path, { token: "ghp_ada", body });
}
const merge = (number: number) => change(number, {}, "PUT /repos/ada/model/pulls");

describe("a configuration repository whose branch is protected", () => {
	it("takes no commit, and gets one pull request that changes the image alone", async () => {
		await expect(
			(await open({ pull: false, repository: at.standIn.cloneUrl(at.name).replace("://", "://x:ghp_ada@") })).deploy(
				deployment("v0.1.0"),
			),
		).rejects.toMatchObject({ code: "git-failed" });
		const result = await (await open()).deploy(deployment("v0.1.0"));
		expect(result).toMatchObject({
			ok: false,
			waits: true,
			reason: expect.stringMatching(
				/^Deploy churn v0.1.0 to prod: http.*\/pull\/1 is not merged yet; run again when it is$/,
			),
		});
		expect(pulls()).toMatchObject([{ head: HEAD, base: "main", title: "Deploy churn v0.1.0 to prod", state: "open" }]);
		expect(pulls()[0]?.body).toContain(digestNamed("v0.1.0"));
		expect(await valuesOf(HEAD)).toBe(VALUES.trimEnd().replace("nowhere/churn", deployment("v0.1.0").image));
		expect(await valuesOf("main")).toBe(VALUES.trimEnd());
	});

	it("is asked once, however often it is run, and where the answer was lost", async () => {
		await (await open()).deploy(deployment("v0.1.0"));
		const before = await inBare("rev-parse", HEAD);
		await (await open()).deploy(deployment("v0.1.0"));
		expect(await inBare("rev-parse", HEAD)).toBe(before);
		expect(pulls()).toHaveLength(1);
		await change(1, { state: "closed" });
		await inBare("update-ref", "-d", `refs/heads/${HEAD}`);
		at.standIn.fail({
			at: { route: "POST /repos/{owner}/{repo}/pulls", times: 1 },
			with: { kind: "drop-after-handling" },
		});
		await (await open()).deploy(deployment("v0.1.0"));
		expect(pulls().map(({ state }) => state)).toEqual(["closed", "open"]);
	});

	it.each(["the API", "git"])(
		"comes to the same end wherever %s was cut off",
		async (road) => {
			for (let nth = 1; ; nth++) {
				const version = deployment(`v0.${nth}.0`);
				const where = road === "git" ? ({ road: "git", nth: { from: nth } } as const) : { from: nth };
				const fault = at.standIn.fail({ at: where, with: { kind: "drop-connection" } });
				const cut = await (await open({ clock: new HastyClock() })).deploy(version).catch((error: unknown) => error);
				fault.cancel();
				if (fault.fired === 0) break;
				expect(cut).toBeInstanceOf(Failure);
				expect(await (await open()).deploy(version)).toMatchObject({ waits: true });
				expect(pulls().filter(({ state }) => state === "open")).toMatchObject([
					{ title: `Deploy churn v0.${nth}.0 to prod` },
				]);
				expect(await valuesOf(HEAD)).toContain(version.digest);
				expect(nth).toBeLessThan(20);
			}
			expect(pulls()).toHaveLength(1);
		},
		120_000,
	);

	it("has its one pull request changed by the next version, and closed where the branch says already what is wanted", async () => {
		const first = await open();
		await first.deploy(deployment("v0.1.0"));
		await merge(1);
		expect(await first.deploy(deployment("v0.1.0"))).toEqual({ ok: true, changed: false });
		await first.deploy(deployment("v0.2.0"));
		await first.deploy(deployment("v0.3.0"));
		expect(pulls().map(({ title, state }) => [title, state])).toEqual([
			["Deploy churn v0.1.0 to prod", "closed"],
			["Deploy churn v0.3.0 to prod", "open"],
		]);
		expect(await valuesOf(HEAD)).toContain(digestNamed("v0.3.0"));
		// a rollback before anybody merged
		expect(await first.deploy(deployment("v0.1.0"))).toEqual({ ok: true, changed: false });
		expect(pulls()[1]).toMatchObject({ state: "closed", mergedAt: null });
		expect(await inBare("branch", "--list", HEAD)).toBe("");
		// what is wanted again is proposed again
		expect(await first.deploy(deployment("v0.3.0"))).toMatchObject({ waits: true });
		expect(pulls()[2]).toMatchObject({ state: "open" });
	});

	it("stays as a person left it who closed the pull request", async () => {
		const target = await open();
		await target.deploy(deployment("v0.1.0"));
		await change(1, { state: "closed" });
		const again = await target.deploy(deployment("v0.1.0"));
		expect(again).toMatchObject({ ok: false, waits: true, reason: expect.stringContaining("was closed") });
		expect(pulls()).toHaveLength(1);
		await target.deploy(deployment("v0.2.0"));
		expect(pulls().map(({ state }) => state)).toEqual(["closed", "open"]);
	});

	it("is deployed from once it is merged; until then what runs is left alone, and nothing is put back", async () => {
		const about = {
			deployment: deployment("v0.2.0"),
			previous: deployment("v0.1.0"),
			probe: null,
			probeMs: 0,
			golden: [],
		};
		const world = { wayBack: false, clock: systemClock, signal: new AbortController().signal, progress: silent };
		const waiting = await rollOut({ target: await open(), ...about, ...world });
		expect(waiting).toMatchObject({ ok: false, waits: true, restored: true });
		expect(await valuesOf("main")).toBe(VALUES.trimEnd());
		const patient = (await open({ timeoutMs: 20_000 })).deploy(deployment("v0.3.0"));
		await expect.poll(() => pulls()[0]?.title, { timeout: 10_000 }).toBe("Deploy churn v0.3.0 to prod");
		await merge(1);
		expect(await patient).toEqual({ ok: true, changed: true });
	});

	it("says what is missing: a token, or GitHub", async () => {
		await expect((await open({ configToken: null })).deploy(deployment("v0.1.0"))).rejects.toMatchObject({
			code: "config-token-missing",
			details: { expected: "MAINLINE_CONFIG_TOKEN" },
		});
		await expect((await open({ repository: "../config" })).deploy(deployment("v0.1.0"))).rejects.toMatchObject({
			code: "config-not-at-github",
		});
	});
});
