import { beforeEach, describe, expect, it } from "vitest";
import { readRecord } from "../../src/flows/auto/waivers/record.ts";
import { params } from "../circle/world.ts";
import { Comments } from "./comments.ts";
import { REPOSITORY } from "./world.ts";

const SEES = { "members-token": "ghs_members" };
const UNTIL = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const waive = (metric: string) => `/mainline waive ${metric} reason="relabelled" until=${UNTIL}`;

describe("the waiver of somebody of a team", () => {
	let chat: Comments;
	let pull: number;

	/** A change that two gates say no to: dave waives the one, who is named, and carol of acme/ml the other. */
	beforeEach(async () => {
		chat = await Comments.make();
		const { lanes } = chat;
		const { gitHub, repository } = lanes.world;
		await gitHub.addUser("dave");
		repository.roles["dave"] = "write";
		await gitHub.setTeam("acme/ml", { members: ["carol"] });
		await gitHub.addToken({ value: "ghs_members", kind: "app", login: "hr[bot]", permissions: { members: "read" } });
		const policy = (await lanes.world.policy()).replace(
			"environments:\n",
			"  - {metric: metrics.json:recall, better: higher, floor: 0.5}\nwaivers: {by: [dave, acme/ml]}\nenvironments:\n",
		);
		await lanes.advanceMain({ "mainline.yaml": policy });
		const train = `echo "{}" > model.json\necho '{"accuracy": 0.8, "recall": 0.4}' > metrics.json\n`;
		({ pull } = await chat.judged("worse", { "train.sh": train, ...params(0.8) }));
		for (const [login, metric] of [
			["dave", "accuracy"],
			["carol", "recall"],
		] as const) {
			const { reactions, result } = await chat.write(pull, login, waive(metric), SEES);
			expect(reactions, result.stdout).toEqual(["eyes", "rocket"]);
		}
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });
	});

	/** A push that changes no value, judged by a job with these inputs. */
	const pushed = async (inputs: Record<string, string>) => {
		const { lanes } = chat;
		await lanes.world.push("worse", { "README.md": `${JSON.stringify(inputs)}\n` });
		await lanes.run(await lanes.start());
		const { stdout } = await lanes.judge({ inputs });
		return stdout;
	};
	const record = () => chat.check(pull, "mainline: waive");
	const owners = () => readRecord(record()?.text ?? null)?.waivers.map(({ by }) => by);

	it.each([
		["no token", {}],
		["a token that GitHub does not take any more", { "members-token": "ghs_expired" }],
	])("does not count where a job has %s to ask with, and is kept for one that has", async (_, inputs) => {
		expect(await pushed(inputs)).toContain("a waiver does not count: whether carol is in acme/ml is not known");
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		expect(owners()).toEqual(["dave", "carol"]);
		expect(record()).toMatchObject({
			title: "1 gate waived",
			summary: expect.stringMatching(/recall.*not counted: whether its owner is in the team was not told here/),
		});
		const { world } = chat.lanes;
		await world.gitHub.queueMerge(REPOSITORY, pull);
		const queued = await chat.lanes.judge({ event: world.event("merge_group"), inputs: SEES });
		expect(queued.code, queued.stdout).toBe(0);
		await pushed(SEES);
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });
		expect(record()).toMatchObject({ title: "2 gates waived" });
	});

	it("is not taken along where he is known to have left the team", async () => {
		await chat.lanes.world.gitHub.setTeam("acme/ml", { members: ["ada"] });
		expect(await pushed(SEES)).toContain("carol may not: by mainline.yaml");
		expect(owners()).toEqual(["dave"]);
	});
});
