import { beforeEach, describe, expect, it } from "vitest";
import { decideDeclaration, environmentOf, holdOf, versionOf } from "../../src/environments/index.ts";
import { params } from "../circle/world.ts";
import { mainline } from "../doors/support/program.ts";
import { Tagged } from "../environments/tagged.ts";
import { git } from "../rig/world.ts";
import { Comments } from "./comments.ts";
import { REPOSITORY } from "./world.ts";

describe("a hold that somebody asked for", () => {
	const moves = (tagged: Tagged, version: string): string[] => {
		const state = tagged.state();
		const found = versionOf(state.history, version);
		if (found === null) throw new Error("the test names what is not there");
		return decideDeclaration({ state, version: found, now: tagged.now(), anew: null }).map(
			({ kind, environment }) => `${environment.name} ${kind}`,
		);
	};
	const released = (): Tagged => new Tagged().version("v0.1.0").assign("dev", "v0.1.0").assign("prod", "v0.1.0");
	const HELD = { hold: "put on hold" };

	it("stops the main line, too, where one after a rollback does not", () => {
		const held = released().assign("dev", "v0.1.0", HELD).version("v0.2.0");
		expect(moves(held, "v0.2.0")).toEqual(["dev wait", "prod wait"]);
		const rolledBack = released()
			.version("v0.2.0")
			.assign("dev", "v0.2.0")
			.assign("dev", "v0.1.0", { ...HELD, rejects: "v0.2.0" })
			.version("v0.3.0");
		expect(moves(rolledBack, "v0.3.0")[0]).toBe("dev advance");
	});

	it("leaves the way back open", () => {
		const held = released().version("v0.2.0").assign("dev", "v0.2.0").assign("dev", "v0.2.0", HELD);
		expect(moves(held, "v0.1.0")).toContain("dev revert");
	});

	it("does not begin the time anew that the version has run", () => {
		const before = environmentOf(released().state(), "prod")?.since;
		const after = environmentOf(released().later(30).assign("prod", "v0.1.0", HELD).state(), "prod");
		expect(after?.since).toEqual(before);
		expect(after?.assignment && holdOf(released().state().history, after.assignment)).not.toBeNull();
	});
});

describe("hold and unhold", () => {
	let chat: Comments;

	beforeEach(async () => {
		chat = await Comments.make();
	});

	const tagOf = (name: string) => {
		const directory = chat.lanes.world.gitHub.bareDirectory(REPOSITORY);
		return git(directory, "tag", "-l", "--format=%(contents)", name);
	};

	it("in a comment keep a release out of an environment and let it in again, which the tags and status say", async () => {
		const { lanes } = chat;
		const { world } = lanes;
		const { pull } = await chat.judged("better", params(0.95));
		const { reactions, result } = await chat.write(pull, "carol", '/mainline hold prod reason="the fair is on"');
		expect(reactions, result.stdout).toEqual(["eyes", "rocket"]);
		expect(await tagOf("churn#prod#3")).toMatch(/Hold: put on hold by carol: the fair is on\n/);
		await chat.write(pull, "bob", "/mainline status");
		expect(chat.ours(pull)).toContain("on hold: put on hold by carol: the fair is on");

		await world.merge(pull);
		await world.act("push", { fetchDepth: 0 });
		expect([await world.serves("dev"), await world.serves("prod")]).toEqual(["v0.2.0", "v0.1.0"]);

		const ended = await chat.write(pull, "carol", "/mainline unhold prod");
		expect(ended.reactions, ended.result.stdout).toEqual(["eyes", "rocket"]);
		await world.act("push", { fetchDepth: 0 });
		expect([await world.serves("dev"), await world.serves("prod")]).toEqual(["v0.2.0", "v0.2.0"]);
	});

	it("is not ended by a promotion that somebody asked for before it, and was answered after it", async () => {
		const { world } = chat.lanes;
		const { pull } = await chat.judged("better", params(0.95));
		await world.gitHub.commentOn(REPOSITORY, { issue: pull, author: "carol", body: "/mainline promote prod" });
		const waiting = world.event("issue_comment");
		expect((await chat.write(pull, "ada", "/mainline hold prod")).reactions).toEqual(["eyes", "rocket"]);
		await chat.answer(waiting);
		const refusal = /prod was put on hold at [\d:TZ-]+, after this was asked .*put on hold by ada.*: ask again/;
		expect(chat.ours(pull)).toMatch(refusal);
		await chat.write(pull, "bob", "/mainline status");
		expect(chat.ours(pull)).toContain("on hold: put on hold by ada");
	});

	it("are for those who may write, in the job that writes tags, and for an environment that there is", async () => {
		const { pull } = await chat.judged("better", params(0.95));
		expect((await chat.write(pull, "bob", "/mainline hold prod")).reactions).toEqual(["eyes", "-1"]);
		const handed = await chat.write(pull, "carol", "/mainline hold prod", { run: "elsewhere" });
		expect(handed).toMatchObject({ reactions: ["eyes"], result: { outputs: { "run-elsewhere": "true" } } });
		expect((await chat.write(pull, "carol", "/mainline hold moon")).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("moon");
		expect((await chat.lanes.world.tags()).filter((name) => name.includes("#"))).toHaveLength(2);
	});

	it("on the command line say what they would do, do it once, and are read back", async () => {
		const { clone } = chat.lanes.world;
		const run = async (...args: string[]) => {
			const { code, stdout, stderr } = await mainline([...args, "--json"], { cwd: clone });
			expect(code, stdout + stderr).toBe(0);
			return JSON.parse(stdout);
		};
		const tags = () => chat.lanes.world.tags();
		const before = await tags();
		expect(await run("hold", "churn", "dev", "--plan")).toMatchObject({ outcome: "planned", tag: null });
		expect(await tags()).toEqual(before);
		expect(await run("hold", "churn", "dev", "--reason", "no more")).toMatchObject({
			schema: "mainline.hold/1",
			outcome: "held",
			version: "v0.1.0",
			hold: "put on hold: no more",
			tag: "churn#dev#3",
		});
		expect(await run("hold", "churn", "dev", "--reason", "no more")).toMatchObject({ outcome: "kept", tag: null });
		expect(await run("unhold", "churn", "dev")).toMatchObject({
			schema: "mainline.unhold/1",
			outcome: "released",
			hold: null,
			tag: "churn#dev#4",
		});
		expect(await run("unhold", "churn", "dev")).toMatchObject({ outcome: "kept" });
		const { code, stdout } = await mainline(["hold", "churn", "moon"], { cwd: clone });
		expect([code, stdout]).toEqual([2, ""]);
		const shown = await mainline(["hold", "churn", "prod"], { cwd: clone });
		expect(shown.stdout).toContain("churn v0.1.0 in prod is on hold");
	});
});
