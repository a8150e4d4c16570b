import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/standin/index.ts";
import { params } from "../circle/world.ts";
import { call, cloneUrl, commit, git } from "../rig/world.ts";
import { Lanes, REPOSITORY } from "./world.ts";

let lanes: Lanes;

beforeEach(async () => {
	lanes = await Lanes.make();
});

const told = (): Delivery[] => lanes.world.gitHub.deliveries.filter(({ name }) => name === "workflow_run");
const checksOf = (sha: string) => lanes.checks.filter(({ headSha }) => headSha === sha);

/** Nothing of ours waits for somebody who will not come, and nothing is there twice. */
function settled(pull: number, sha: string): void {
	expect(checksOf(sha).filter(({ status }) => status !== "completed")).toEqual([]);
	expect(lanes.comments(pull).length).toBeLessThanOrEqual(1);
}

describe("a pull request that changes while its run goes on", () => {
	const happenings: Record<string, (pull: number) => Promise<unknown>> = {
		"is closed": (pull) => lanes.world.gitHub.closePull(REPOSITORY, { number: pull, by: "ada" }),
		"is merged": (pull) => lanes.world.merge(pull),
		"loses its branch": () => git(lanes.world.clone, "push", "-q", lanes.world.pushUrl, ":refs/heads/better"),
		"goes to another branch": async (pull) => {
			const { clone, pushUrl, gitHub } = lanes.world;
			await git(clone, "push", "-q", pushUrl, "HEAD~1:refs/heads/next");
			await call(gitHub, `PATCH /repos/${REPOSITORY}/pulls/${pull}`, { token: "ghp_ada", body: { base: "next" } });
		},
		"is pushed over": async () => {
			const { clone, pushUrl } = lanes.world;
			await git(clone, "commit", "-q", "--amend", "-m", "Another");
			await git(clone, "push", "-q", "-f", pushUrl, "HEAD:refs/heads/better");
		},
	};

	it.each(Object.keys(happenings))("and %s has no check left open, and one comment", async (name) => {
		const { pull, run } = await lanes.begin("better");
		await lanes.judge();
		const sha = lanes.head(pull);
		await lanes.run(run, { hold: true });
		await happenings[name]?.(pull);
		await lanes.end(run, "success");
		const judged = await lanes.judge();
		expect([0, 1], judged.stdout).toContain(judged.code);
		if (name === "goes to another branch") {
			// its check is called after the branch that it goes to now; the one by the old name is ended as nobody's
			expect(checksOf(sha).map(({ name: called, conclusion }) => [called, conclusion])).toContainEqual([
				"mainline (next)",
				"success",
			]);
		}
		settled(pull, sha);
	});
});

describe("a fork that is deleted", () => {
	const gone = "carol/model";

	/** A pull from it, with its run begun and looked at. */
	async function forked(): Promise<{ pull: number; run: number; sha: string }> {
		const { gitHub, place } = lanes.world;
		await gitHub.createRepository(gone, { forkOf: REPOSITORY });
		await gitHub.addToken({ value: "ghp_carol", kind: "personal", login: "carol" });
		const work = join(place.directory, "carol");
		await git(place.directory, "clone", "-q", cloneUrl(gitHub, gone, "ghp_carol"), work);
		await commit(work, { files: params(0.95), message: "Help" });
		await git(work, "push", "-q", "origin", "HEAD:help");
		const order = { head: "help", headRepository: gone, base: "main", title: "Help", author: "carol" };
		const { number: pull } = await gitHub.openPull(REPOSITORY, order);
		const run = await lanes.start();
		await lanes.judge();
		return { pull, run, sha: lanes.head(pull) };
	}

	it("while its run goes on leaves a check that is concluded, which says so, and a job that has not failed", async () => {
		const { pull, run, sha } = await forked();
		const { gitHub } = lanes.world;
		// a run that was let run: its check is open
		await call(gitHub, `POST /repos/${REPOSITORY}/check-runs`, {
			token: "ghs_writer",
			body: { name: "mainline", external_id: "mainline/mainline", head_sha: sha, status: "in_progress" },
		});
		await gitHub.deleteRepository(gone);
		await lanes.end(run, "success");
		const judged = await lanes.judge();
		expect(judged.code, judged.stdout).toBe(0);
		expect(judged.outputs["said"]).toContain("came from is gone");
		settled(pull, sha);
	});

	it("before its jobs begin has nothing run, and no job crashes", async () => {
		const { gitHub } = lanes.world;
		const { pull, run, sha } = await forked();
		await gitHub.deleteRepository(gone);
		const event = lanes.world.event("pull_request");
		const head = { ...(event.payload["pull_request"] as { head: object }).head, repo: null };
		const payload = { ...event.payload, pull_request: { ...(event.payload["pull_request"] as object), head } };
		const planned = await lanes.world.act({ ...event, payload }, { fetchDepth: 2, inputs: { run: "elsewhere" } });
		expect([planned.code, planned.outputs["run-elsewhere"]], planned.stdout).toEqual([1, "false"]);
		expect(lanes.check(sha)).toMatchObject({ conclusion: "action_required" });
		await lanes.end(run, "failure");
		expect((await lanes.judge()).code).toBe(0);
		settled(pull, sha);
	});
});

describe("GitHub tells of a run", () => {
	it("to two jobs at once: one comment, one verdict", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		const at = (name: string) => ({ directory: join(lanes.world.place.directory, name) });
		await Promise.all([lanes.judge(at("one")), lanes.judge(at("two"))]);
		const sha = lanes.head(pull);
		expect(checksOf(sha).map(({ conclusion }) => conclusion)).toContain("success");
		await lanes.judge();
		expect(new Set(checksOf(sha).map(({ conclusion }) => conclusion))).toEqual(new Set(["success"]));
		expect(lanes.comments(pull)).toEqual([expect.stringContaining("the gate passed")]);
	});

	it("late, twice and in any order: each head has its verdict, and the comment is of the last one", async () => {
		const { pull, run } = await lanes.begin("better");
		const first = lanes.head(pull);
		await lanes.run(run);
		await lanes.world.push("better", params(0.97));
		const next = await lanes.start();
		await lanes.run(next);
		const last = lanes.head(pull);
		const deliveries = told();
		expect(deliveries).toHaveLength(4);
		const order = fc.shuffledSubarray([0, 1, 2, 3, 2, 3], { minLength: 6 }).filter((indexes) => indexes.length === 6);
		await fc.assert(
			fc.asyncProperty(order, async (indexes) => {
				for (const index of indexes) {
					const event = deliveries[index];
					if (event !== undefined) await lanes.judge({ event });
				}
				for (const sha of [first, last])
					expect(lanes.check(sha), String(indexes)).toMatchObject({ conclusion: "success" });
				expect(checksOf(last)).toHaveLength(1);
				expect(lanes.comments(pull)).toEqual([expect.stringContaining("0.97")]);
			}),
			{ numRuns: 20, interruptAfterTimeLimit: 25_000, endOnFailure: true },
		);
	}, 120_000);
});
