import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { params } from "../circle/world.ts";
import { Comments } from "./comments.ts";

/** Three stages in a row, of which the last one takes as long as it is let, with a child of its own. */
const SLOW = {
	"dvc.yaml": `stages:
  prepare:
    cmd: echo prepare >> "$NOTES/ran" && sort data.txt > prepared.txt
    deps: [data.txt]
    outs: [prepared.txt]
  train:
    cmd: sh train.sh
    deps: [train.sh, prepared.txt]
    params: [quality]
    outs: [model.json]
    metrics:
      - metrics.json: {cache: false}
  evaluate:
    cmd: sh evaluate.sh
    deps: [evaluate.sh, model.json]
    outs: [report.txt]
artifacts:
  churn: {type: model, path: model.json}
`,
	"evaluate.sh": `echo evaluate >> "$NOTES/ran"
if [ -e "$NOTES/slow" ]; then
  trap '' INT TERM
  sleep 300 & echo $! > "$NOTES/child"
  echo $$ > "$NOTES/leader"
  wait
fi
cp model.json report.txt
`,
	".gitignore": "/raw.txt\n/model.json\n/metrics.json\n/prepared.txt\n/report.txt\n",
	...params(0.95),
};

describe("a part of a run", () => {
	let chat: Comments;
	beforeEach(async () => {
		chat = await Comments.make();
	});

	it("is what the stages that a comment names need; the check waits for the rest, which a second run brings", async () => {
		const { lanes } = chat;
		const { pull, run } = await lanes.begin("three", SLOW);
		await lanes.end(run, "cancelled");
		await lanes.judge();
		expect((await chat.write(pull, "ada", "/mainline run trian")).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("did you mean `train`?");

		const asked = await chat.write(pull, "ada", "/mainline run train");
		expect(asked.reactions, asked.result.stdout).toEqual(["eyes", "rocket"]);
		const ran = await lanes.run(run, { attempt: 2 });
		expect(ran.job?.code, ran.job?.stdout).toBe(0);
		expect([await lanes.world.runs("train"), await lanes.world.runs("evaluate")]).toEqual([2, 0]);
		await lanes.judge();
		expect(chat.check(pull)).toMatchObject({ conclusion: "action_required" });
		expect(chat.ours(pull)).toContain("Only train was asked for in this run.");

		await chat.write(pull, "ada", "/mainline run");
		await lanes.run(run, { attempt: 3 });
		expect([await lanes.world.runs("train"), await lanes.world.runs("evaluate")]).toEqual([2, 1]);
		await lanes.judge();
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });
	});

	it("that had finished is kept when the run is ended by the runner, its children with it, and the next attempt goes on from it", async () => {
		const { lanes } = chat;
		const { world } = lanes;
		const notes = (name: string) => join(world.place.directory, name);
		const { pull, run } = await lanes.begin("three", SLOW);
		await lanes.judge();
		await writeFile(notes("slow"), "");

		const { job, cancel } = lanes.interruptible(run);
		await expect.poll(() => existsSync(notes("leader")), { timeout: 30_000 }).toBe(true);
		const pids = ["leader", "child"].map((name) => Number(readFileSync(notes(name), "utf8")));
		const asked = performance.now();
		cancel();
		const ended = await job;
		expect(ended.code).toBe(130);
		expect(performance.now() - asked).toBeLessThan(7500);
		await expect.poll(() => pids.filter(isThere), { timeout: 15_000 }).toEqual([]);

		const answer = await chat.write(pull, "ada", "/mainline cancel");
		expect(answer.reactions, answer.result.stdout).toEqual(["eyes", "rocket"]);
		expect(chat.ours(pull)).toMatch(
			/`prepare`, `train` had finished and are kept; `evaluate` was ended, or had not begun/,
		);
		expect(await lanes.remote("runs")).not.toEqual([]);

		await rm(notes("slow"));
		expect((await chat.write(pull, "ada", "/mainline retry")).reactions).toEqual(["eyes", "rocket"]);
		await rm(notes("gpu"), { recursive: true, force: true });
		const again = await lanes.run(run, { attempt: 2 });
		expect(again.job?.code, again.job?.stdout).toBe(0);
		expect([await world.runs("train"), await world.runs("evaluate")]).toEqual([2, 2]);
		await lanes.judge();
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });
	});
});

describe("the differences", () => {
	it("of a pull request are told against its base, a tag or a commit, and never against what is no name", async () => {
		const chat = await Comments.make();
		const { lanes } = chat;
		const { pull } = await chat.judged("better", params(0.95));
		const told = await chat.write(pull, "ada", "/mainline diff");
		expect(told.reactions, told.result.stdout).toEqual(["eyes", "rocket"]);
		expect(chat.ours(pull)).toMatch(/accuracy\s+0\.90\s+0\.95/);
		await chat.write(pull, "ada", "/mainline diff churn@v0.1.0");
		expect(chat.ours(pull)).toMatch(/differences to `churn@v0\.1\.0`[\s\S]*quality\s+0\.9/);
		const commit = lanes.head(pull);
		await chat.write(pull, "ada", `/mainline diff ${commit}`);
		expect(chat.ours(pull)).toContain("nothing changed");
		for (const odd of ["--output=/tmp/x", "HEAD~1", "main@{1}", "refs/../x", "nowhere"]) {
			expect((await chat.write(pull, "ada", `/mainline diff ${odd}`)).reactions, odd).not.toContain("rocket");
		}
		expect((await chat.write(pull, "bob", "/mainline diff")).reactions).toEqual(["eyes", "-1"]);
	});

	it("leave out metrics that were measured of something else", async () => {
		const chat = await Comments.make();
		const { pull, run } = await chat.lanes.begin("better", params(0.95));
		await chat.lanes.end(run, "cancelled");
		await chat.write(pull, "ada", "/mainline diff");
		expect(chat.ours(pull)).toContain("metrics are left out: the results of train are not known");
		expect(chat.ours(pull)).not.toContain("accuracy");
	});
});

function isThere(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
