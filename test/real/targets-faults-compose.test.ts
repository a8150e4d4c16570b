import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { serviceStarter } from "../../src/environments/index.ts";
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

describe("whatever single call of docker, or of docker's compose, goes wrong for a service of a compose file", () => {
	beforeAll(async () => {
		const image = versions.first.image;
		const text = `version: "3.8"\nservices: {churn: {image: "${image}", command: [python3, serve.py]}}\n`;
		await writeFile(join(world.directory, "compose.yaml"), text);
	});
	const settings = () => {
		const service = { name: "churn", file: "compose.yaml", directory: "." };
		return { starter: serviceStarter(service, world.directory) };
	};
	itReplaces({ world: () => world, versions: () => versions, settings, nth: 2 });
});
