import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/standin/index.ts";
import { params } from "../circle/world.ts";
import { call, git } from "../rig/world.ts";
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
