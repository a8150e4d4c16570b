import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCENES, Story } from "../lanes/faults/story.ts";
import { BESIDE, goodRun, LASTING, PASSING, passes, REFUSED, recovers, type Trial } from "../lanes/faults/trial.ts";
import { isOfTheShare } from "../rig/share.ts";
import { lasting } from "../rig/world.ts";

/** `FAULTS=all` for each kind of fault at each call; else a ninth of them, each call with one or two. */
const ALL = process.env["FAULTS"] === "all";

const roads = [
	["git", BESIDE.git],
	["artifacts", BESIDE.artifacts],
] as const;

let story: Story;

beforeAll(async () => {
	story = await lasting(() => Story.tell());
}, 120_000);

afterAll(() => story.end());

describe.each(SCENES)("GitHub fails at each call when %s", (name) => {
	it("and the end is right, once", async () => {
		const scene = story.scene(name);
		const good = await goodRun(story, scene);
		const kinds = [
			...PASSING.map(
				(fault) => (trial: Omit<Trial, "fault">) => passes(story, { ...trial, fault }, trial.at % 4 === 0),
			),
			...LASTING.map((fault) => (trial: Omit<Trial, "fault">) => recovers(story, { ...trial, fault }, true)),
			...REFUSED.map((fault) => (trial: Omit<Trial, "fault">) => recovers(story, { ...trial, fault }, false)),
		];
		const wrong: unknown[] = [];
		let chosen = 0;
		for (let at = 1; at <= good.calls.length; at++) {
			for (const [index, attempt] of kinds.entries()) {
				// a read that GitHub lost is asked again, however it was lost: its kinds take turns
				if (!ALL && ((at + index) % 17 !== 0 || !isOfTheShare(++chosen))) continue;
				await attempt({ scene, good, at }).catch((error: unknown) => wrong.push(error));
			}
		}
		for (const [road, faults] of roads) {
			for (let at = 1; at <= good.beside[road]; at++) {
				for (const [index, fault] of faults.entries()) {
					if (!ALL && ((at + index) % 11 !== 0 || !isOfTheShare(++chosen))) continue;
					const trial = { scene, good, road, at, fault };
					await recovers(story, trial, fault.kind === "status").catch((error: unknown) => wrong.push(error));
				}
			}
		}
		for (const error of wrong) console.error(error instanceof Error ? error.message : error);
		expect(wrong).toEqual([]);
	}, 600_000);
});
