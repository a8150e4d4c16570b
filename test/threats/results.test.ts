import { chmod, readFile, writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/shell/index.ts";
import { params } from "../circle/world.ts";
import { Lanes, REPOSITORY } from "../lanes/world.ts";
import { cloneUrl, commit, git } from "../rig/world.ts";
import { forked } from "./rig.ts";

let lanes: Lanes;

beforeEach(async () => {
	lanes = await Lanes.make();
});

const show = (path: string) => git(lanes.world.clone, "show", `HEAD:${path}`);

describe("a pull request", () => {
	it("T14: has its model judged, merged and refused without anybody opening it", async () => {
		const { pull, run } = await lanes.begin("pickle");
		await lanes.run(run, { hold: true });
		for (const path of await lanes.remote("files")) {
			if (!(await readFile(path, "utf8")).includes('"quality": 0.95')) continue;
			await chmod(path, 0o644);
			await writeFile(path, `cos\nsystem\n(S'touch ${lanes.world.place.directory}/evil'\ntR.`);
		}
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		await lanes.world.merge(pull);
		const release = await lanes.world.act("push", { inputs: { run: "never" } });
		expect(release.code).not.toBe(0);
		expect(release.stdout).toMatch(/object|corrupt|not what/i);
		expect(await lanes.world.serves("dev")).toBe("v0.1.0");
		await expect(readFile(`${lanes.world.place.directory}/evil`)).rejects.toThrow("ENOENT");
	});

	it("T18: is not judged by numbers that it writes beside what its training made", async () => {
		const ignored = (await show(".gitignore")).replace("/metrics.json\n", "");
		const { pull, run } = await lanes.begin("faked", {
			...params(0.2),
			".gitignore": `${ignored}\n`,
			"metrics.json": '{"accuracy": 0.99}\n',
		});
		await lanes.run(run);
		expect((await lanes.judge()).outputs["verdict"]).toBe("failed");
		expect(lanes.comments(pull)[0]).toContain("the gate says no");
		expect(lanes.comments(pull)[0]).not.toContain("0.99");
	});

	it("T19: changes no baseline and no verdict by a history that it brings along", async () => {
		const notes = { train: { seconds: -1e308, runs: "many" }, __proto__: { prepare: 1 } };
		// above the floor: only what the base has made says no to it
		const { pull, run } = await lanes.begin("history", {
			...params(0.6),
			".dvc/.gitignore": "",
			".dvc/tmp/mainline/timings.json": JSON.stringify(notes),
			".dvc/tmp/mainline/state.json": "[]",
			".dvc/tmp/mainline/complete.json": '{"everything": true}',
		});
		const planned = await lanes.judge();
		expect(planned).toMatchObject({ code: 0, outputs: { stale: "1" } });
		expect((await lanes.run(run)).job?.code).toBe(0);
		expect((await lanes.judge()).outputs["verdict"]).toBe("failed");
		expect(lanes.comments(pull)[0]).toMatch(/accuracy[^\n]*0\.9\b[^\n]*0\.6/);
	});

	it("T27: that is green and gets one more commit is not green any more", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.judge();
		const green = lanes.head(pull);
		expect(lanes.check(green)).toMatchObject({ conclusion: "success" });
		await lanes.world.push("better", { "train.sh": 'echo backdoor >> "$NOTES/ran"\n' });
		await lanes.start();
		await lanes.judge();
		expect(lanes.head(pull)).not.toBe(green);
		expect(lanes.check(lanes.head(pull))?.conclusion ?? null).toBeNull();
	});

	it("T28: is judged by commits, whatever branches and tags are called", async () => {
		const { clone, pushUrl } = lanes.world;
		const main = await git(clone, "rev-parse", "HEAD");
		const { pull, run } = await lanes.begin("worse", params(0.2));
		await git(clone, "checkout", "-q", "--detach", main);
		const weak = await commit(clone, { files: { "mainline.yaml": "gates: []\n" }, message: "Weak" });
		const names = [`heads/${main}`, `heads/${main.slice(0, 7)}`, "tags/main", "heads/origin/main", "tags/origin/main"];
		for (const name of names) await git(clone, "push", "-q", pushUrl, `${weak}:refs/${name}`);
		await git(clone, "push", "-q", pushUrl, `${main}:refs/tags/${lanes.head(pull)}`, `${main}:refs/heads/HEAD`);
		await lanes.run(run);
		expect((await lanes.judge()).outputs["verdict"]).toBe("failed");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
	});

	it("T46: that brings back a release is judged by all that comes along with it", async () => {
		const dvc = (await show("dvc.yaml")).replace(
			"artifacts:",
			'  extra:\n    cmd: \'echo "{\\"score\\": $(cat extra.txt)}" > extra.json\'\n    deps: [extra.txt]\n    metrics: [{extra.json: {cache: false}}]\nartifacts:',
		);
		const policy = (await show("mainline.yaml")).replace(
			"environments:",
			"  - metric: extra.json:score\n    better: higher\n    drop: 0.01\nenvironments:",
		);
		const more = { "dvc.yaml": `${dvc}\n`, "mainline.yaml": `${policy}\n`, "extra.txt": "0.8\n" };
		const { pull, run } = await lanes.begin("better", { ...params(0.95), ...more });
		await lanes.run(run);
		await lanes.judge();
		await lanes.world.merge(pull);
		await lanes.world.act("push", { inputs: { run: "never" } });
		expect(await lanes.world.serves("prod")).toBe("v0.2.0");

		const mixed = await lanes.begin("mixed", { ...params(0.9), "extra.txt": "0.1\n" });
		await lanes.run(mixed.run);
		await lanes.judge();
		expect(lanes.check(lanes.head(mixed.pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(mixed.pull)[0]).toContain("changes more than that");

		const plain = await lanes.begin("plain", params(0.9));
		await lanes.judge();
		await lanes.run(plain.run);
		await lanes.judge();
		expect(lanes.check(lanes.head(plain.pull))).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(plain.pull)[0]).toContain("do not stand in its way");
	}, 120_000);
});

describe("a check that another app made under our name", () => {
	const forge = async (headSha: string, name: string): Promise<void> => {
		const { gitHub } = lanes.world;
		const permissions = { checks: "write", metadata: "read" } as const;
		await gitHub.addToken({ value: "ghs_other", kind: "app", login: "other[bot]", permissions });
		const body = {
			name,
			head_sha: headSha,
			external_id: `mainline/${name}`,
			status: "completed",
			conclusion: "success",
		};
		const headers = { authorization: "Bearer ghs_other" };
		const url = `${gitHub.apiUrl}/repos/${REPOSITORY}/check-runs`;
		const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
		expect(answer.status).toBe(201);
	};

	it("T44: neither stands for ours nor keeps ours from being made", async () => {
		const { pull, run } = await lanes.begin("worse", params(0.2));
		await forge(lanes.head(pull), "mainline");
		await lanes.run(run);
		expect((await lanes.judge()).code).toBe(1);
		const checks = lanes.checks.filter(({ headSha }) => headSha === lanes.head(pull));
		expect(checks.map(({ app, conclusion }) => [app, conclusion])).toEqual([
			["other", "success"],
			["github-actions", "failure"],
		]);
	});

	it("T44: lets no fork's commit run", async () => {
		const { pull } = await forked(lanes, { "train.sh": 'echo stolen >> "$NOTES/ran"\n' });
		await forge(lanes.head(pull), "mainline: run");
		expect((await lanes.run(await lanes.start())).job).toBeNull();
		expect(await lanes.world.runs("stolen")).toBe(0);
	});
});

describe("tags that somebody pushed by hand", () => {
	const push = async (name: string, rev: string, message: string | null): Promise<void> => {
		const { clone, gitHub } = lanes.world;
		const args = ["tag", ...(message === null ? [] : ["-a", "-m", message]), name, rev];
		// whoever makes a tag by hand writes the time that suits him
		const who = {
			GIT_COMMITTER_NAME: "Eve",
			GIT_COMMITTER_EMAIL: "eve@example.org",
			GIT_COMMITTER_DATE: "2040-01-01T00:00:00Z",
		};
		expect((await run("git", args, { cwd: clone, env: who })).code).toBe(0);
		await git(clone, "push", "-q", cloneUrl(gitHub, REPOSITORY, "ghp_ada"), `refs/tags/${name}`);
	};
	const dispatch = async (inputs: Record<string, string>) => {
		await lanes.world.gitHub.dispatch(REPOSITORY, { inputs, sender: "ada" });
		return lanes.world.act("workflow_dispatch");
	};
	const better = async (branch: string, quality: number): Promise<void> => {
		const { pull, run } = await lanes.begin(branch, params(quality));
		await lanes.run(run);
		await lanes.judge();
		await lanes.world.merge(pull);
		await lanes.world.act("push", { inputs: { run: "never" } });
	};

	it("T41: deploy nothing: a version without its image is none, and its number is passed over", async () => {
		const head = await git(lanes.world.clone, "rev-parse", "HEAD");
		const empty = await git(lanes.world.clone, "commit-tree", "-m", "x", `${head}^{tree}`);
		await push("churn@v9.9.9", empty, "squatted");
		await push("churn#prod#99", empty, "squatted");
		const asked = await dispatch({ command: "promote", environment: "prod", version: "v9.9.9", force: "true" });
		expect(asked.code).not.toBe(0);
		expect(await lanes.world.serves("prod")).toBe("v0.1.0");
		await better("better", 0.95);
		expect(await lanes.world.tags()).toContain("churn@v9.10.0");
		expect([await lanes.world.serves("dev"), await lanes.world.serves("prod")]).toEqual(["v9.10.0", "v9.10.0"]);
	}, 120_000);

	it("T41: of a number that is due are called out, when they are no release's", async () => {
		await push("churn@v0.2.0", "HEAD", null);
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.judge();
		await lanes.world.merge(pull);
		const release = await lanes.world.act("push", { inputs: { run: "never" } });
		expect(release.code).toBe(3);
		expect(release.stdout).toMatch(/churn@v0\.2\.0[\s\S]*without a message is no release: delete it/);
	}, 120_000);

	it("T25: bring no rejected image back, under another number neither", async () => {
		await better("bad", 0.95);
		expect((await dispatch({ command: "rollback", environment: "prod", reason: "talks nonsense" })).code).toBe(0);
		expect(await lanes.world.serves("prod")).toBe("v0.1.0");
		const bare = lanes.world.gitHub.bareDirectory(REPOSITORY);
		const message = await git(bare, "tag", "-l", "--format=%(contents)", "churn@v0.2.0");
		const target = await git(bare, "rev-parse", "churn@v0.2.0^{commit}");
		await git(lanes.world.clone, "fetch", "-q", lanes.world.pushUrl, target);
		const twin = await git(lanes.world.clone, "commit-tree", "-p", target, "-m", "x", `${target}^{tree}`);
		await push("churn@v0.2.1", twin, message);
		for (const version of ["v0.2.0", "v0.2.1"]) {
			const asked = await dispatch({ command: "promote", environment: "prod", version });
			expect([version, asked.code]).toEqual([version, expect.any(Number)]);
			expect(asked.code, version).not.toBe(0);
			expect(asked.stdout, version).toContain("rejected");
		}
		await lanes.world.merge(await lanes.world.pull("words", { "README.md": "Better words\n" }));
		await lanes.world.act("push", { inputs: { run: "never" } });
		expect(await lanes.world.serves("prod")).toBe("v0.1.0");
	}, 120_000);

	it("T21: are what a release is not: its own names content, result and image by their digests", async () => {
		await better("better", 0.95);
		const bare = lanes.world.gitHub.bareDirectory(REPOSITORY);
		const message = await git(bare, "tag", "-l", "--format=%(contents)", "churn@v0.2.0");
		for (const trailer of [
			/^Image: .*@sha256:[0-9a-f]{64}$/m,
			/^Digest: sha256:/m,
			/^Content: sha256:/m,
			/^Lock: sha256:/m,
		])
			expect(message).toMatch(trailer);
	});
});
