import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lasting } from "../rig/world.ts";
import { endOf } from "./faults/end.ts";
import { SCENES, type SceneName, Story } from "./faults/story.ts";
import { BESIDE, goodRun, LASTING, PASSING, passes, REFUSED, recovers } from "./faults/trial.ts";

/** What each event asks of GitHub, at most: a repository's jobs have 1,000 requests an hour together. */
const MOST_CALLS: Readonly<Record<SceneName, number>> = {
	"a pull request in one lane": 10,
	"a pull request in two lanes": 1,
	"a run has begun": 12,
	"somebody cancels": 11,
	"a run has ended": 14,
	"a run has ended, and the lock is pushed": 17,
	"somebody asks for the report": 20,
	"somebody runs it again": 12,
	"the merge queue asks": 6,
	"it is merged": 26,
	"somebody rolls back": 19,
	"a job was killed": 4,
};

let story: Story;

beforeAll(async () => {
	story = await lasting(() => Story.tell());
}, 120_000);

afterAll(() => story.end());

/** A sample of calls and faults, another one for each scene; `test/real/faults.test.ts` has all of them. */
describe.each(SCENES)("GitHub fails when %s", (name) => {
	const shift = SCENES.indexOf(name);

	it("and the job comes to the same end, or says why not and comes to it when it is run again", async () => {
		const scene = story.scene(name);
		const good = await goodRun(story, scene);
		expect(good.calls.length, good.calls.join("\n")).toBeLessThanOrEqual(MOST_CALLS[name]);
		const last = good.calls.length;
		const write = good.calls.findLastIndex((call) => !call.startsWith("GET ")) + 1;
		if (write > 0) await passes(story, { scene, good, at: write, fault: { kind: "drop-after-handling" } }, true);
		await passes(story, { scene, good, at: 1 + (shift % last), fault: PASSING[shift % PASSING.length] ?? PASSING[0] });
		const stays = LASTING[shift % LASTING.length] ?? LASTING[0];
		await recovers(story, { scene, good, at: Math.ceil(last / 2), fault: stays }, true);
		if (shift % 2 === 0) return;
		const refused = REFUSED[(shift >> 1) % REFUSED.length] ?? REFUSED[0];
		await recovers(story, { scene, good, at: last, fault: refused }, false);
	}, 120_000);
});

/** The same beside the API: each kind of fault once, at a request from the last one on back. */
describe.each([
	["a run has ended", "artifacts"],
	["a run has ended", "git"],
	["it is merged", "git"],
	["somebody rolls back", "git"],
] as const)("when %s, and %s fail", (name, road) => {
	it("the job says why it cannot go on, and comes to the same end when it is run again", async () => {
		const scene = story.scene(name);
		const good = await goodRun(story, scene);
		const last = good.beside[road];
		expect(last).toBeGreaterThan(0);
		for (const [index, fault] of BESIDE[road].entries()) {
			const trial = { scene, good, road, fault, at: Math.max(1, last - index) };
			await recovers(story, trial, fault.kind === "status");
		}
	}, 240_000);
});

it("a list of artifacts that does not know the newest one yet makes no verdict that stays", async () => {
	const scene = story.scene("a run has ended");
	const { end } = await goodRun(story, scene);
	const lanes = await story.begin(scene);
	const { artifacts } = lanes.world.repository;
	const hidden = artifacts.splice(0);
	expect(hidden).not.toEqual([]);
	const early = await story.act(scene);
	expect(await endOf(lanes), early.stdout).not.toEqual(end);
	artifacts.push(...hidden);
	const again = await story.act(scene);
	expect(await endOf(lanes), again.stdout).toEqual(end);
}, 120_000);
