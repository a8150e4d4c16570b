import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ran } from "../doors/support/program.ts";
import { randomNumbers } from "../rig/random.ts";
import { lasting } from "../rig/world.ts";
import { SharedWorld, type Standing } from "./two-at-once/world.ts";

/** Of each pair. */
const ROUNDS = Number(process.env["AT_ONCE_ROUNDS"] ?? 2);
const SEED = 20_261_130;
const dice = randomNumbers(SEED);

let world: SharedWorld;
/** Milliseconds that a release takes alone; what moves one environment takes half of it. */
let usual = 0;
/** A version that is older than all that is brought in a round. */
let oldest = "";
/** What stood there last. */
let standing: Standing;
/** What production had, and what is in both environments as a round begins. */
let earlier = "";
let current = "";

beforeAll(async () => {
	world = await lasting(() => SharedWorld.make());
	oldest = (await world.bringNew("ada")).prod;
	const start = performance.now();
	standing = await world.bringNew("ada");
	usual = (performance.now() - start) / 2;
});
beforeEach(async () => {
	earlier = standing.prod;
	standing = await world.bringNew("ada");
	current = standing.prod;
});

interface Told {
	readonly ada: Ran;
	readonly ben: Ran;
	/** What both left; what was rejected before is left out. */
	readonly left: Standing;
}

/** Ada tells the first, ben the second at any moment of it; what came of that, on which servers, git and the registry agree. */
async function atOnce(ada: readonly string[], ben: readonly string[], before = async () => {}): Promise<Told> {
	const { rejected } = standing;
	const late = dice() * usual * (ada[0] === "release" ? 1 : 0.5);
	const first = world.tell("ada", ...ada);
	await sleep(late);
	await before();
	const second = world.tell("ben", ...ben);
	const told = { ada: await first, ben: await second };
	standing = await world.standing("ben");
	expect(await world.served()).toEqual([standing.dev, standing.prod]);
	return {
		...told,
		left: { ...standing, rejected: standing.rejected.filter((version) => !rejected.includes(version)) },
	};
}

const said = ({ code, stdout, stderr }: Ran) => ({ code, words: stdout + stderr });

describe.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(`two at once, round %i of seed ${SEED}`, () => {
	it("releases of two merges: the newer one runs, whoever is behind it says so", async () => {
		await world.merge("ada");
		const { ada, ben, left } = await atOnce(["release"], ["release"], () => world.merge("ben"));
		expect(said(ben)).toMatchObject({ code: 0 });
		const newest = /churn (v\S+) released/.exec(ben.stdout)?.[1] ?? "";
		expect(left).toEqual({ dev: newest, prod: newest, rejected: [], held: false });
		if (ada.code === 0) return;
		expect(said(ada)).toEqual({ code: 2, words: expect.stringContaining("is not what the main line says now") });
	});

	it("releases of one merge: it is one version, and both name it", async () => {
		const before = await world.versions();
		await world.merge("ada");
		await world.pull("ben");
		const { ada, ben, left } = await atOnce(["release"], ["release"]);
		const fresh = (await world.versions()).filter((version) => !before.includes(version));
		expect(fresh).toHaveLength(1);
		const named = {
			code: 0,
			words: expect.stringMatching(new RegExp(`churn ${fresh[0]} (released|is released already)`)),
		};
		expect([said(ada), said(ben)]).toEqual([named, named]);
		expect(left).toEqual({ dev: fresh[0], prod: fresh[0], rejected: [], held: false });
	});

	it("promotions of two versions: one of them stays, and nothing is rejected", async () => {
		const promoting = (version: string) => ["promote", `churn@${version}`, "prod", "--force"];
		const { ada, ben, left } = await atOnce(promoting(oldest), promoting(earlier));
		expect([ada.code, ben.code]).toEqual([0, 0]);
		expect([oldest, earlier]).toContain(left.prod);
		expect(left).toMatchObject({ dev: current, rejected: [], held: false });
	});

	it("a rollback and a release: production is back and on hold, and dev goes on", async () => {
		await world.merge("ada");
		const { ada, ben, left } = await atOnce(["release"], ["rollback", "churn", "prod"]);
		expect([said(ada), said(ben)]).toMatchObject([{ code: 0 }, { code: 0 }]);
		const newest = /churn (v\S+) released/.exec(ada.stdout)?.[1] ?? "";
		expect([
			{ dev: newest, prod: earlier, rejected: [current], held: true },
			{ dev: newest, prod: current, rejected: [newest], held: true },
			{ dev: newest, prod: earlier, rejected: [newest], held: true },
		]).toContainEqual(left);
	});

	it("two rollbacks: it goes back once", async () => {
		const { ada, ben, left } = await atOnce(["rollback", "churn", "prod"], ["rollback", "churn", "prod"]);
		expect([said(ada), said(ben)]).toMatchObject([{ code: 0 }, { code: 0 }]);
		expect(left).toEqual({ dev: current, prod: earlier, rejected: [current], held: true });
	});

	it("a rollback and a promotion: as one of the two orders would leave it", async () => {
		const { ada, ben, left } = await atOnce(
			["promote", `churn@${oldest}`, "prod", "--force"],
			["rollback", "churn", "prod"],
		);
		expect([said(ada), said(ben)]).toMatchObject([{ code: 0 }, { code: 0 }]);
		expect([
			{ dev: current, prod: oldest, rejected: [current], held: false },
			{ dev: current, prod: current, rejected: [oldest], held: true },
			{ dev: current, prod: earlier, rejected: [oldest], held: true },
		]).toContainEqual(left);
	});
});
