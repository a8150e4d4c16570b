import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type Act,
	agree,
	agreeInWriting,
	byNumber,
	foretell,
	history,
	MOMENTS,
	outcomes,
	outcomesOfKilled,
	perform,
	performBoth,
	performKilled,
	performKilledBeside,
	run,
	unanswered,
} from "./acts.ts";
import { Model } from "./model.ts";
import type { Moment } from "./tag-keeper.ts";
import { PLACES, World } from "./world.ts";

/** `.ci/run` asks for a thousand. */
const numRuns = Number(process.env["HISTORIES"] ?? 60);
const TIMEOUT = { timeout: 300_000 + numRuns * 1000 };

/** A promotion is killed as it has deployed, and a merge takes out what it promoted. */
const PROMOTED_WHILE_REVERTED: [Act[], Act[], Act, Act, Moment] = [
	[
		{ does: "merges", content: "new" },
		{ does: "releases" },
		{ does: "waits", minutes: 95 },
		{ does: "releases" },
		{ does: "merges", content: "new" },
		{ does: "releases" },
	],
	[
		{ does: "waits", minutes: 95 },
		{ does: "merges", content: 0 },
	],
	{ does: "promotes", environment: "prod", version: 1, force: false },
	{ does: "releases" },
	"before the push",
];

async function inWorld(tells: (world: World, model: Model) => Promise<void>): Promise<void> {
	const world = new World();
	try {
		await tells(world, new Model(PLACES));
	} finally {
		world.end();
	}
}

describe("any history of merges, reverts, promotions, rollbacks and holds", () => {
	it("leaves in every environment what a small model says must be there", TIMEOUT, () =>
		fc.assert(
			fc.asyncProperty(history, (acts) =>
				inWorld(async (world, model) => {
					for (const act of acts) {
						await perform(world, model, act);
						foretell(model, act);
						await agree(world, model);
					}
				}),
			),
			{ numRuns },
		),
	);

	it("ends the same where runs are killed and begun again, on the same machine or another", TIMEOUT, () =>
		fc.assert(
			fc.asyncProperty(
				history,
				fc.infiniteStream(fc.record({ at: fc.constantFrom(...MOMENTS), elsewhere: fc.boolean() })),
				(acts, kills) =>
					inWorld(async (world, model) => {
						for (const act of acts) {
							const [kill] = kills.take(1);
							if (kill === undefined) await perform(world, model, act);
							else await performKilled(world, model, act, kill);
							foretell(model, act);
							await agree(world, model);
						}
					}),
			),
			{ numRuns: Math.ceil(numRuns / 3) },
		),
	);

	it(
		"ends as one of the two orders would where somebody else acts between a kill and the same command again",
		TIMEOUT,
		() =>
			fc.assert(
				fc.asyncProperty(history, unanswered, run, run, fc.constantFrom(...MOMENTS), (acts, news, killed, other, at) =>
					inWorld(async (world, model) => {
						for (const act of [...acts, ...news]) {
							await perform(world, model, act);
							foretell(model, act);
						}
						const pair = [byNumber(model, killed), byNumber(model, other)] as const;
						await performKilledBeside(world, model, pair, at);
						// what runs is not looked at: nobody can ask a deploy command what a killed run brought there
						await explained(world, outcomesOfKilled(model, pair), agreeInWriting);
					}),
				),
				{ numRuns, examples: [PROMOTED_WHILE_REVERTED] },
			),
	);

	it("ends as one of the two orders would where two act at once", TIMEOUT, () =>
		fc.assert(
			fc.asyncProperty(
				history,
				fc.array(run, { size: "max", minLength: 1, maxLength: 8 }),
				fc.infiniteStream(fc.nat(6)),
				(acts, others, turns) =>
					inWorld(async (world, started) => {
						let model = started;
						const queue = [...others];
						for (const act of acts) {
							const other = isRun(act) ? queue.shift() : undefined;
							if (other === undefined) {
								await perform(world, model, act);
								foretell(model, act);
							} else {
								const pair = [byNumber(model, act), byNumber(model, other)] as const;
								await performBoth(world, model, pair, () => turns.next().value ?? 0);
								model = await explained(world, outcomes(model, pair), agree);
							}
							await agree(world, model);
						}
					}),
			),
			{ numRuns: Math.ceil(numRuns / 3) },
		),
	);
});

const isRun = ({ does }: Act) => ["releases", "promotes", "rolls back", "holds"].includes(does);

/** The first of the models that explains what is there. */
async function explained(world: World, models: readonly Model[], agreeing: typeof agree): Promise<Model> {
	for (const model of models) {
		const explains = await agreeing(world, model).then(
			() => true,
			() => false,
		);
		if (explains) return model;
	}
	const [there] = models;
	if (there === undefined) throw new Error("two have two orders");
	expect({ found: await world.read(there) }).toEqual({
		expected: models.map((model) => model.places.map(({ name, version, hold }) => ({ name, version, hold }))),
	});
	return there;
}
