import { resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Fault, RunnerOrder } from "../../src/standin/index.ts";
import { CircleWorld, params } from "../circle/world.ts";
import { randomNumbers } from "../rig/random.ts";
import { STRIDE } from "../rig/share.ts";
import { git } from "../rig/world.ts";

const BUNDLE = resolve(import.meta.dirname, "../../dist/index.js");
const KILLS = Number(process.env["CIRCLE_KILLS"] ?? 100);
const SEED = 20_261_124;

let world: CircleWorld;

afterEach(() => world?.end());

/** As on every runner: the committed bundle. */
const act = (event: string, more: Partial<RunnerOrder> = {}) => world.act(event, { action: BUNDLE, ...more });

/** A pull that trains; its number and the version that its merge must become. */
async function trainingPull(index: number): Promise<{ number: number; version: string }> {
	const number = await world.pull(`change-${index}`, params(0.9 + index / 1000));
	return { number, version: `v0.${index + 1}.0` };
}

/** One comment, one check for the head, however often the job began. */
function expectOneReport(number: number): void {
	const { comments, checks, pulls } = world.repository;
	const pull = pulls.find((each) => each.number === number);
	const ours = checks.filter(({ headSha, name }) => headSha === pull?.headSha && name === "mainline");
	expect(ours.map(({ status, conclusion }) => [status, conclusion])).toEqual([["completed", "success"]]);
	const told = comments.filter(({ issue }) => issue === number);
	expect(told.map(({ body }) => body)).toEqual([expect.stringContaining("| accuracy |")]);
}

/** One version, one deployment for each environment, both serving, the store of tags readable. */
async function expectOneRelease(version: string): Promise<void> {
	const tags = await world.tags();
	expect(tags.filter((tag) => tag === `churn@${version}`)).toHaveLength(1);
	expect(tags.filter((tag) => tag.startsWith("churn@")).length).toBe(Number(version.split(".")[1]));
	expect([await world.serves("dev"), await world.serves("prod")]).toEqual([version, version]);
	for (const environment of ["dev", "prod"]) {
		const those = world.repository.deployments.filter((each) => each.environment === environment);
		expect(those.filter(({ statuses }) => statuses.at(-1)?.state === "success")).toHaveLength(1);
		expect(those.filter(({ description }) => description === `churn ${version}`)).toHaveLength(1);
	}
}

describe("the circle, killed at random", () => {
	it(`comes to the same end after ${KILLS} SIGKILLs: one comment, one check, one version, one deployment each`, async () => {
		world = await CircleWorld.make();
		const dice = randomNumbers(SEED);
		// the checkout, before the action begins, is part of what is measured
		const usual = 0.7 * (await timed(() => act("push")));
		await expectOneRelease("v0.1.0");
		let killed = 0;
		// a job that was over before its time came was not killed: on it goes
		for (let index = 1; killed < KILLS; index++) {
			const { number, version } = await trainingPull(index);
			killed += await killedAtRandom("pull_request", dice() * usual);
			expect(await end("pull_request"), `pull ${index} of seed ${SEED}`).toEqual([0, expect.anything()]);
			expectOneReport(number);
			await world.merge(number);
			killed += await killedAtRandom("push", dice() * usual);
			expect(await end("push"), `release ${index} of seed ${SEED}`).toEqual([0, expect.anything()]);
			await expectOneRelease(version);
		}
	}, 900_000);
});

/** Exit code and output of a job that nothing disturbs. */
async function end(event: string): Promise<[number | null, string]> {
	const { code, stdout, stderr } = await act(event);
	return [code, stdout + stderr];
}

async function killedAtRandom(event: string, afterMs: number): Promise<number> {
	return (await act(event, { kill: { afterMs } })).killed ? 1 : 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

const FAULTS: readonly Fault[] = [
	{ kind: "status", status: 500 },
	{ kind: "status", status: 502 },
	{ kind: "secondary-rate-limit", retryAfterSeconds: 1 },
	{ kind: "drop-connection" },
	{ kind: "drop-after-handling" },
	{ kind: "stale-read" },
];

describe.each(FAULTS)("GitHub failing by $kind $status", (fault) => {
	it("at any call of a pull request's job and of a release, is outlived with the same end", async () => {
		world = await CircleWorld.make();
		await act("push");
		let isFiring = true;
		const first = 1 + (FAULTS.indexOf(fault) % STRIDE);
		for (let [call, turn] = [first, 1]; isFiring; call += STRIDE, turn++) {
			const { number, version } = await trainingPull(turn);
			const onPull = world.gitHub.fail({ at: call, with: fault });
			const judged = await act("pull_request");
			onPull.cancel();
			expect(judged.code, `call ${call}: ${judged.stdout}${judged.stderr}`).toBe(0);
			expectOneReport(number);

			await world.merge(number);
			const onRelease = world.gitHub.fail({ at: call, with: fault });
			const released = await act("push");
			onRelease.cancel();
			expect(released.code, `call ${call}: ${released.stdout}${released.stderr}`).toBe(0);
			await expectOneRelease(version);
			isFiring = onPull.fired + onRelease.fired > 0;
			expect(call).toBeLessThan(40);
		}
		expect(await git(world.gitHub.bareDirectory("ada/model"), "fsck", "--no-progress")).toBe("");
	}, 600_000);
});
