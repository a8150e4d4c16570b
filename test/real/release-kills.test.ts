import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { marked } from "../environments/marked.ts";
import { Model } from "../flows/histories/model.ts";
import { frontsIn } from "../rig/processes.ts";
import { randomNumbers } from "../rig/random.ts";
import { KillWorld, numberOf, type Place } from "./release-kills/world.ts";
import { askFiftyTimesASecond } from "./targets/client.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";

const run = promisify(execFile);
/** `RELEASE_KILLS=30` for a shorter run; shared out among the targets. */
const KILLS = Number(process.env["RELEASE_KILLS"] ?? 300);
const SEED = 20_261_129;

let directory = "";

/** One thing that is asked of the program, and of the model. */
interface Order {
	readonly kind: "release" | "promote" | "rollback";
	readonly args: readonly string[];
	foretell(model: Model): void;
}

/** Versions are numbered as contents are. */
async function next(world: KillWorld, model: Model, dice: () => number): Promise<Order> {
	const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;
	const prod = model.place("prod");
	const others = model.released.filter((version) => version !== prod.version);
	const back = others.filter((version) => !model.rejected.has(version));
	const lot = dice();
	if (lot < 0.3 || others.length === 0) {
		const content = dice() < 0.5 || others.length === 0 ? ++model.contents : pick(others);
		await world.merge(content);
		model.main.push(content);
		return { kind: "release", args: ["release"], foretell: () => model.release() };
	}
	if (lot < 0.65 || back.length === 0) {
		const version = pick(others);
		const args = ["promote", `churn@${await world.versionOf(version)}`, "prod", "--force"];
		return { kind: "promote", args, foretell: () => model.promote("prod", version, true) };
	}
	const version = pick(back);
	const args = ["rollback", "churn", "prod", "--to", await world.versionOf(version)];
	return { kind: "rollback", args, foretell: () => model.rollback("prod", version) };
}

/** Kills commands at random, does each again, and looks each time whether it is as if it had been done once. */
async function endure(world: KillWorld, kills: number): Promise<{ kills: number; asked: number }> {
	const model = new Model([
		{ name: "dev", after: null, soak: 0 },
		{ name: "prod", after: "dev", soak: 0 },
	]);
	const dice = randomNumbers(SEED);
	const usual = new Map<Order["kind"], number>();
	let client: ReturnType<typeof askFiftyTimesASecond> | null = null;
	let killed = 0;
	for (let index = 1; killed < kills; index++) {
		const order = await next(world, model, dice);
		const about = `${index} of seed ${SEED}: ${order.args.join(" ")}`;
		const known = usual.get(order.kind);
		if (known !== undefined && (await world.tell(order.args, dice() * known)) === null) killed++;
		const start = performance.now();
		const { code, said } = (await world.tell(order.args)) ?? { code: null, said: "" };
		if (known === undefined) usual.set(order.kind, performance.now() - start);
		expect({ about, said, code }).toEqual({ about, said, code: 0 });
		order.foretell(model);
		await agree(world, model, about);
		client ??= askFiftyTimesASecond(world.url);
	}
	const met = await client?.stop();
	expect(met?.failures).toEqual([]);
	return { kills: killed, asked: met?.asked ?? 0 };
}

async function agree(world: KillWorld, model: Model, about: string): Promise<void> {
	const { environments, rejections } = await world.state();
	const number = (version: string | null): number | null => (version === null ? null : numberOf(version));
	const found = environments.map(({ name, version, hold }) => ({
		name,
		version: number(version),
		hold: hold === null ? null : { from: hold.from, rejected: number(hold.rejected) },
	}));
	const expected = model.places.map(({ name, version, hold }) => ({ name, version, hold }));
	expect({ about, found }).toEqual({ about, found: expected });
	expect(new Set([...rejections.keys()].map(number))).toEqual(new Set(model.rejected.keys()));
	const [dev, prod] = environments;
	expect([about, await world.dev(), await world.serves()]).toEqual([about, dev?.version, prod?.version]);
	const tags = await world.tags();
	const count = (start: string): number => tags.filter((tag) => tag.startsWith(start)).length;
	expect([about, count("churn@"), ...model.places.map(({ name }) => count(`churn#${name}#`))]).toEqual([
		about,
		model.released.length,
		...model.places.map(({ held }) => held.length),
	]);
}

/** Waits, as what was replaced may end its requests first. */
async function settled(count: () => Promise<number>): Promise<number> {
	for (let left = 150; left > 0 && (await count()) !== 1; left--) await new Promise((then) => setTimeout(then, 100));
	return count();
}

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-release-kills-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe("releases, promotions and rollbacks that are killed at random and told again", () => {
	const share = (part: number): number => Math.ceil(KILLS * part);

	it(`leave one end and no unanswered request where models are processes (${share(0.88)} SIGKILLs)`, async () => {
		const home = await folder();
		const images = `image: oci:${join(home, "images")}`;
		const deploy = (port: number): string => `{process: {port: ${port}}}`;
		const world = await made({ directory: home, images, deploy });
		const state = join(home, ".local/state/mainline/process", String(world.port));
		console.info("process", await endure(world, share(0.88)));
		expect(await settled(async () => (await marked(state)).length)).toBe(1);
	}, 1_200_000);

	describe("in containers", () => {
		let models: Models;
		let engine: Dockerd | null = null;
		const images = (): string =>
			`image: ${models.registry.host}/acme/churn\n    base: ${models.registry.host}/base/python:3.11`;

		beforeAll(async () => {
			models = await startModels(directory);
		});
		afterAll(async () => {
			await engine?.stop();
			await models?.end();
		});

		it(`leave one end and no unanswered request at podman (${share(0.08)} SIGKILLs)`, async () => {
			const { CONTAINERS_STORAGE_CONF, CONTAINERS_CONF } = models.env;
			const variables = { CONTAINERS_STORAGE_CONF, CONTAINERS_CONF };
			const deploy = (port: number): string => `{compose: {port: ${port}, program: podman}}`;
			const world = await made({ directory: await folder(), images: images(), deploy, variables });
			console.info("podman", await endure(world, share(0.08)));
			const { stdout } = await run("podman", ["ps", "-q"], { env: models.env });
			expect(stdout.trim().split("\n")).toHaveLength(1);
		}, 600_000);

		it(`leave one end and no unanswered request at Docker (${share(0.04)} SIGKILLs)`, async () => {
			engine = await startDockerd(join(directory, "docker"));
			const deploy = (port: number): string => `{compose: {port: ${port}}}`;
			const world = await made({
				directory: await folder(),
				images: images(),
				deploy,
				variables: engine.variables,
			});
			console.info("Docker", await endure(world, share(0.04)));
			const running = await engine.docker("ps", "-q");
			expect(running.trim().split("\n")).toHaveLength(1);
			await engine.docker("rm", "-f", ...running.trim().split("\n"));
		}, 600_000);
	});
});

/** A home of its own. */
function folder(): Promise<string> {
	return mkdtemp(join(directory, "world-"));
}

/** A world that is ended with its test, whatever came of it: one front, by which it could be found, and nothing beside it. */
async function made(place: Place): Promise<KillWorld> {
	const world = await KillWorld.make(place);
	onTestFinished(async () => {
		const fronts = frontsIn(place.directory);
		await world.end();
		expect({ fronts: fronts.length, left: frontsIn(place.directory) }).toEqual({ fronts: 1, left: [] });
	});
	return world;
}
