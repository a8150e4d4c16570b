import { afterAll, beforeAll, describe } from "vitest";
import { itReplaces, type Versions } from "./targets-faults/each-call.ts";
import { EngineWorld } from "./targets-faults/world.ts";

let world: EngineWorld;
let versions: Versions;
beforeAll(async () => {
	world = await EngineWorld.make("docker");
	const { models } = world;
	versions = { first: await models.release("v0.1.0"), second: await models.release("v0.2.0") };
});
afterAll(() => world?.end());

describe("whatever single call of docker goes wrong", () => {
	itReplaces({ world: () => world, versions: () => versions });
});
