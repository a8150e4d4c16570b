import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/doors/exit-code.ts";
import type { Failure, Outcome } from "../../src/kernel/index.ts";
import { isWhole } from "../rig/share.ts";
import { type Spoilt, spoilEach, TOKEN } from "./git-faults/spoil.ts";
import { GitFaultWorld } from "./git-faults/world.ts";

let here: GitFaultWorld;
beforeAll(async () => {
	here = await GitFaultWorld.make();
	here.commit({ weights: 1 });
	here.keep("committed");
	expect((await here.release()).answer).toBe("yes");
	expect((await here.promote()).answer).toBe("yes");
	here.commit({ weights: 2 });
	expect((await here.release()).answer).toBe("yes");
	here.keep("second");
	expect((await here.promote()).answer).toBe("yes");
	here.keep("promoted");
});
afterAll(() => here?.end());

const spoilt = (from: string, work: () => Promise<Outcome>, how: Pick<Spoilt, "first" | "only"> = {}) =>
	spoilEach({
		proxy: here.proxy,
		prepare: () => here.restore(from),
		work,
		between: () => here.consistent(),
		end: () => {
			here.consistent();
			return here.state();
		},
		...how,
	});

describe("whatever single call of the git server goes wrong, the same command again ends where it would have", () => {
	it("of a release", async () => {
		// the longest: two of three calls
		const only = (call: number): boolean => call % 3 !== 2;
		const { calls, codes } = await spoilt("committed", () => here.release(), { only });
		expect(calls).toBeGreaterThan(15);
		if (isWhole) expect(codes).toEqual(new Set([0, 3]));
	}, 600_000);

	// a promotion and a rollback make the same calls: each has every second of them spoilt
	it("of a promotion", async () => {
		const only = (call: number): boolean => call % 2 === 1;
		expect((await spoilt("second", () => here.promote(), { only })).calls).toBeGreaterThan(8);
	});

	it("of a rollback", async () => {
		const only = (call: number): boolean => call % 2 === 0;
		expect((await spoilt("promoted", () => here.rollback(), { only, first: 3 })).calls).toBeGreaterThan(8);
	});

	it("of a hold", async () => {
		expect((await spoilt("promoted", () => here.hold(), { first: 5 })).calls).toBeGreaterThan(5);
	});
});

describe("a git server", () => {
	afterEach(() => here.hook(null));

	/** How it ends while the hook is there, and where it ends without. */
	async function behind(hook: string, from: string, work: () => Promise<Outcome>) {
		here.restore(from);
		expect((await work()).answer).toBe("yes");
		const expected = here.state();
		here.restore(from);
		here.hook(hook);
		const ending: unknown = await work().catch((caught: unknown) => caught);
		here.consistent();
		const meanwhile = here.state();
		here.hook(null);
		expect((await work()).answer).toBe("yes");
		here.consistent();
		expect(here.state()).toEqual(expected);
		return { code: exitCodeOf(ending), failure: ending as Failure, meanwhile };
	}

	it("that refuses a push says why, and what is to be done; with the rule gone, the same command does it", async () => {
		const closed = "echo 'tags are closed on Fridays' >&2; exit 1";
		const { code, failure, meanwhile } = await behind(closed, "second", () => here.promote());
		expect(code).toBe(3);
		expect(failure).toMatchObject({
			code: "push-rejected",
			message: "origin refused the tags churn#prod#4",
			details: {
				found: expect.stringMatching(/pre-receive hook declined.*: tags are closed on Fridays$/),
				hint: expect.stringContaining("a rule against it"),
			},
		});
		expect(meanwhile.tags.filter((tag) => tag.startsWith("churn#prod#4"))).toEqual([]);
	});

	it("that guards one environment's tags takes a release as far as it goes, and the rest later", async () => {
		const guarded = "! grep -q 'refs/tags/churn#dev#'";
		const { code, failure, meanwhile } = await behind(guarded, "committed", () => here.release());
		expect(code).toBe(3);
		expect(failure.code).toBe("push-rejected");
		expect(meanwhile.tags.map((tag) => tag.split(" ")[0])).toEqual(["churn@v0.1.0"]);
	});

	it.each(["silence", "500", "401"] as const)(
		"that has nothing but %s for the program ends it with exit 3 and plain words",
		async (fault) => {
			here.restore("promoted");
			here.proxy.arm(1, fault, true);
			const { code, stdout, stderr } = await here.tell("hold", "churn", "prod");
			here.proxy.arm(0, fault);
			expect(code).toBe(3);
			expect(stdout).toBe("");
			expect(stderr).toContain("git could not get tags from 127.0.0.1:");
			expect(stderr).not.toMatch(new RegExp(`${TOKEN}|\\.ts:\\d|^\\s+at `, "m"));
		},
	);

	it("that takes its time, and says that it lives, is waited for", async () => {
		here.restore("promoted");
		here.hook("sleep 3");
		here.serverSetting("receive.keepAlive", "1");
		expect((await here.hold()).answer).toBe("yes");
		here.consistent();
	});

	it("that takes a push in silence, after nobody waits any more, leaves one tag all the same", async () => {
		const { code } = await behind("sleep 2.5", "promoted", () => here.hold());
		expect([0, 3]).toContain(code);
	});
});
