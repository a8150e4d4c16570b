import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type Act,
	agree,
	foretell,
	history,
	MOMENTS,
	outcomes,
	perform,
	performBoth,
	performKilled,
	run,
} from "./acts.ts";
import { Model } from "./model.ts";
import { PLACES, World } from "./world.ts";

/** `.ci/run` asks for a thousand. */
const numRuns = Number(process.env["HISTORIES"] ?? 60);
const TIMEOUT = { timeout: 300_000 + numRuns * 1000 };

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
							// whoever asks for the version before and is not told that he has it would ask for the one before that
							const again = act.does !== "rolls back" || act.to !== null;
							if (kill === undefined || !again) await perform(world, model, act);
							else await performKilled(world, model, act, kill);
							foretell(model, act);
							await agree(world, model);
						}
					}),
			),
			{ numRuns: Math.ceil(numRuns / 3) },
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
								await performBoth(world, model, [act, other], () => turns.next().value ?? 0);
								model = await explained(world, model, [act, other]);
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

/** The model as after what explains what is there. */
async function explained(world: World, before: Model, [first, second]: readonly [Act, Act]): Promise<Model> {
	const orders = outcomes(before, [first, second]);
	for (const model of orders) {
		const explains = await agree(world, model).then(
			() => true,
			() => false,
		);
		if (explains) return model;
	}
	const [there] = orders;
	if (there === undefined) throw new Error("two have two orders");
	expect({ acts: [first, second], found: await world.read(there) }).toEqual({
		acts: [first, second],
		expected: orders.map((model) => model.places.map(({ name, version, hold }) => ({ name, version, hold }))),
	});
	return there;
}
