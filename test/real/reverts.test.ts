import { beforeAll, describe, expect, it } from "vitest";
import { lasting } from "../rig/world.ts";
import { code, data, type Files, type Landing, params, RevertWorld } from "./reverts/world.ts";

let world: RevertWorld;
let turn = 1;

/** Each test begins with what the one before left on main, and brings what never was before. */
beforeAll(async () => {
	world = await lasting(() => RevertWorld.make());
});

/** Contents of a test's own: data, code and a parameter that no other has. */
function contents(): { data: Files; code: Files; params: Files } {
	turn += 1;
	return { data: data(turn + 3), code: code(turn), params: params(0.9 + turn / 1000) };
}

/** Branches off main, lands and is released; the version that it is. */
async function released(
	name: string,
	commits: readonly Files[],
	how: { readonly by: Landing; readonly lock: boolean } = { by: "merge commit", lock: false },
): Promise<{ version: string; from: string; to: string }> {
	await world.branch(name, commits, how);
	const [from, to] = await world.land(name, how.by);
	const { outcome, version } = await world.release();
	expect({ name, outcome, served: await world.served() }).toEqual({
		name,
		outcome: "released",
		served: [version, version],
	});
	return { version: version ?? "", from, to };
}

/** A branch of main in which something is taken back. */
async function takingBack(work: () => Promise<unknown>): Promise<string> {
	const branch = `back-${turn}`;
	await world.git("checkout", "-q", "-B", branch, "main");
	await work();
	return branch;
}

interface Way {
	readonly by: Landing;
	/** Whether the results are committed with the change, as by hand, or stand beside main alone, as Mainline leaves them. */
	readonly lock: boolean;
	readonly how: string;
	/** Takes back what came to main between these two. */
	readonly takeBack: (from: string, to: string) => Promise<unknown>;
}

const WAYS: readonly Way[] = [
	{
		by: "merge commit",
		lock: true,
		how: "git revert -m 1",
		takeBack: (_, to) => world.git("revert", "--no-edit", "-m", "1", to),
	},
	{
		by: "squash",
		lock: false,
		how: "git revert of its one commit",
		takeBack: (_, to) => world.git("revert", "--no-edit", to),
	},
	{
		by: "rebase",
		lock: true,
		how: "git revert of each of its commits",
		takeBack: (from, to) => world.git("revert", "--no-edit", `${from}..${to}`),
	},
	{
		by: "rebase",
		lock: false,
		how: "one revert of all its commits",
		takeBack: async (from, to) => {
			await world.git("revert", "--no-commit", `${from}..${to}`);
			await world.git("commit", "-q", "-m", "Revert all of it");
		},
	},
	{
		by: "merge commit",
		lock: false,
		how: "an edit by hand that nobody calls a revert",
		takeBack: async (from) => {
			await world.git("checkout", from, "--", "params.yaml", "train.sh", "data.txt.dvc");
			await world.commit("Prefer the plain model", {});
		},
	},
];

describe.each(WAYS)("what landed by $by", ({ by, lock, how, takeBack }) => {
	it(`is taken back by ${how}: the earlier image runs again, and the later one after a revert of that`, async () => {
		const [before] = await world.served();
		const { data, code, params } = contents();
		await world.git("checkout", "-q", "main");
		await world.git("commit", "-q", "--allow-empty", "-m", "Main goes on");
		const { version: after, from, to } = await released(`change-${turn}`, [data, code, params], { by, lock });
		await world.commit("Words that stay", { "README.md": `Edition ${turn}\n` });
		await world.push();
		const made = await world.made();

		const branch = await takingBack(() => takeBack(from, to));
		const comment = await world.comment(branch);
		expect(comment).toContain(`**Merging would** bring back churn ${before} (`);
		expect(comment).toMatch(
			/- \*\*Goes back:\*\* data data\.txt; files train\.sh; parameters quality .* image sha256:/,
		);
		expect(comment).toContain(`- **Stays:** 1 file that changed since ${before} stays: README.md.`);
		expect(comment).toContain(`- **From then on:** ${after} is rejected: `);
		const back = { data: ["data.txt"], code: ["train.sh"], params: [{ name: "quality" }] };
		expect(await world.release("--plan")).toMatchObject({
			outcome: "reverted",
			version: before,
			back: { leaves: after, back, stays: ["README.md"], rejects: [after], holds: ["prod"] },
		});
		expect(await world.served()).toEqual([after, after]);

		const [kept, reverting] = await world.land(branch, "rebase");
		expect(await world.release()).toMatchObject({ outcome: "reverted", version: before, pushed: null });
		expect(await world.served()).toEqual([before, before]);
		expect(await world.status()).toMatchObject({
			rejected: [after],
			holds: { prod: expect.stringContaining(`${after} was reverted by`) },
			disagree: [],
		});

		await world.git("revert", "--no-commit", `${kept}..${reverting}`);
		await world.commit("Bring it again", {});
		await world.push();
		expect(await world.release()).toMatchObject({ outcome: "exists", version: after, pushed: null });
		expect(await world.served()).toEqual([after, after]);
		expect(await world.status()).toEqual({ rejected: [], holds: { dev: null, prod: null }, disagree: [] });
		expect(await world.made()).toEqual(made);
	});
});

describe("of several merges", () => {
	it("all are taken back at once: what ran before the first of them runs again, and only what ran is rejected", async () => {
		const [before] = await world.served();
		const { data, code } = contents();
		const first = await released(`code-${turn}`, [code]);
		const second = await released(`data-${turn}`, [data], { by: "squash", lock: false });
		const made = await world.made();

		const branch = await takingBack(async () => {
			await world.git("revert", "--no-edit", second.to);
			await world.git("revert", "--no-edit", "-m", "1", first.to);
		});
		expect(await world.comment(branch)).toMatch(/- \*\*Goes back:\*\* data data\.txt; files train\.sh; .*/);
		const [kept, reverting] = await world.land(branch, "merge commit");
		expect(await world.release()).toMatchObject({ outcome: "reverted", version: before, pushed: null });
		expect(await world.served()).toEqual([before, before]);
		expect(await world.status()).toMatchObject({ rejected: [second.version], disagree: [] });
		expect(await world.made()).toEqual(made);

		await world.git("revert", "--no-edit", "-m", "1", reverting);
		await world.push();
		expect([kept, (await world.release()).version]).toEqual([second.to, second.version]);
		expect(await world.served()).toEqual([second.version, second.version]);
		expect(await world.status()).toEqual({ rejected: [], holds: { dev: null, prod: null }, disagree: [] });
	});

	it("the last is taken back: what the one before it became runs again", async () => {
		const { data, code } = contents();
		const first = await released(`code-${turn}`, [code]);
		const second = await released(`data-${turn}`, [data]);
		const made = await world.made();
		const branch = await takingBack(() => world.git("revert", "--no-edit", "-m", "1", second.to));
		await world.land(branch, "squash");
		expect(await world.release("--plan")).toMatchObject({
			back: { back: { data: ["data.txt"], code: [] }, stays: [] },
		});
		expect(await world.release()).toMatchObject({ outcome: "reverted", version: first.version });
		expect(await world.served()).toEqual([first.version, first.version]);
		expect(await world.made()).toEqual(made);
		await world.tell("unhold", "churn", "prod");
	});

	it("the first is taken back, whose content without it never was: a new version, and nothing is rejected", async () => {
		const { data, code } = contents();
		const first = await released(`code-${turn}`, [code]);
		const second = await released(`data-${turn}`, [data]);
		const branch = await takingBack(() => world.git("revert", "--no-edit", "-m", "1", first.to));

		// its results are not known: nothing moves, and nobody takes its name for a way back
		expect(await world.release("--plan")).toMatchObject({ outcome: "blocked", unknown: [{ address: "train" }] });
		expect(await world.comment(branch)).toContain("**Merging would** release churn v");
		await world.land(branch, "rebase");
		const after = await world.release();
		expect(after).toMatchObject({ outcome: "released", environments: [{ rejects: null }, { rejects: null }] });
		expect([first.version, second.version]).not.toContain(after.version);
		expect(await world.served()).toEqual([after.version, after.version]);
		expect(await world.status()).toMatchObject({ holds: { dev: null, prod: null }, disagree: [] });
	});
});

describe("a commit that says that it reverts", () => {
	it("and changes nothing of the model moves nothing", async () => {
		const served = await world.served();
		await world.git("checkout", "-q", "main");
		const tip = await world.git("rev-parse", "HEAD");
		await world.commit(`Revert "Change"\n\nThis reverts commit ${tip}.`, { "README.md": "Reverted\n" });
		await world.push();
		expect(await world.release()).toMatchObject({
			outcome: "exists",
			environments: [{ action: "keep" }, { action: "keep" }],
		});
		expect(await world.served()).toEqual(served);
	});

	it("and brings what never was is a new version like any other", async () => {
		const { status } = { status: await world.status() };
		const { params } = contents();
		await world.branch(`change-${turn}`, [params], { lock: false });
		await world.git(
			"commit",
			"-q",
			"--amend",
			"-m",
			`Revert "Change"\n\nThis reverts commit ${await world.git("rev-parse", "main")}.`,
		);
		await world.land(`change-${turn}`, "rebase");
		const { outcome, version } = await world.release();
		expect({ outcome, served: await world.served() }).toEqual({ outcome: "released", served: [version, version] });
		expect(await world.status()).toEqual(status);
	});
});
