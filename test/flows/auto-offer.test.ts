import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CircleWorld, params } from "../circle/world.ts";
import { mainline } from "../doors/support/program.ts";
import { git } from "../rig/world.ts";

/** Two stages that have nothing to do with each other, and that never ran: the entries of both come to the end of the lock. */
const SIDE = `stages:
  one: {cmd: sort one.in > one.out, deps: [one.in], outs: [one.out]}
  two: {cmd: sort two.in > two.out, deps: [two.in], outs: [two.out]}
`;

/** As the template of the release checks out. */
const WHOLE = { fetchDepth: 0 };

let world: CircleWorld;

beforeEach(async () => {
	world = await CircleWorld.make();
	const start = {
		"side/dvc.yaml": SIDE,
		"side/.gitignore": "/one.out\n/two.out\n",
		"side/one.in": "0\n",
		"side/two.in": "0\n",
	};
	await world.merge(await world.pull("start", start));
});
afterEach(() => world?.end());

/** The lock that a run of one stage in ada's clone writes for these inputs, on the newest main. */
async function lockOf(stage: string, files: Record<string, string>): Promise<string> {
	const { mkdir, readFile, writeFile } = await import("node:fs/promises");
	await git(world.clone, "fetch", "-q", "origin", "main");
	await git(world.clone, "checkout", "-q", "-f", "--detach", "FETCH_HEAD");
	await mkdir(`${world.clone}/side`, { recursive: true });
	for (const [path, text] of Object.entries(files)) await writeFile(`${world.clone}/${path}`, text);
	const ran = await mainline(["run", `side/dvc.yaml:${stage}`], { cwd: world.clone });
	expect(ran).toMatchObject({ code: 0 });
	const lock = await readFile(`${world.clone}/side/dvc.lock`, "utf8");
	await git(world.clone, "checkout", "-q", "-f", ".");
	await git(world.clone, "clean", "-fdq", "side");
	return lock;
}

/** A pull that changes the input of one stage and has its run in the lock. */
async function changed(branch: string, stage: string, more: Record<string, string> = {}): Promise<number> {
	const files = { [`side/${stage}.in`]: `${branch}\n`, ...more };
	return world.pull(branch, { ...files, "side/dvc.lock": await lockOf(stage, files) });
}

const commentsOn = (pull: number) => world.repository.comments.filter(({ issue }) => issue === pull);

describe("a pull request that conflicts with the main line in dvc.lock", { timeout: 120_000 }, () => {
	it("is offered the merge by stages, ready to be pulled, when only lines conflict", async () => {
		const first = await changed("first", "one");
		const second = await changed("second", "two");
		await world.merge(first);
		expect(await world.act("push", WHOLE)).toMatchObject({ code: 0 });

		const ref = `refs/mainline/merge/${second}`;
		const [comment, ...others] = commentsOn(second);
		expect(others).toEqual([]);
		expect(comment?.body).toContain(`git pull --no-rebase origin ${ref}`);
		expect(comment?.body).toContain("side/dvc.lock");

		await git(world.clone, "checkout", "-q", "-f", "second");
		await git(world.clone, "pull", "-q", "--no-rebase", "origin", ref);
		expect(await git(world.clone, "show", "HEAD:side/one.in")).toBe("first");
		expect(await git(world.clone, "show", "HEAD:side/two.in")).toBe("second");
		expect((await mainline(["pull", "--allow-missing"], { cwd: world.clone })).code).toBe(0);
		expect((await mainline(["plan", "--check", "side/dvc.yaml"], { cwd: world.clone })).code).toBe(0);
		await git(world.clone, "push", "-q", "origin", "HEAD:second");
		expect(world.repository.pulls.find(({ number }) => number === second)?.mergeable).toBe(true);
		await world.act("pull_request");
		expect(commentsOn(second).map(({ body }) => body.includes("mainline merge"))).toEqual([false]);
	});

	it("has the offer once, above the report that was there", async () => {
		const first = await changed("first", "one");
		const second = await changed("second", "two", params(0.95));
		await world.act("pull_request");
		const report = commentsOn(second)[0]?.body ?? "";
		await world.merge(first);
		await world.act("push", WHOLE);
		await world.act("push", WHOLE);
		const [comment, ...others] = commentsOn(second);
		expect(others).toEqual([]);
		expect(comment?.body.match(/<!-- mainline merge -->/g)).toHaveLength(1);
		const [marker = "", ...rest] = report.split("\n");
		expect(comment?.body.startsWith(marker)).toBe(true);
		expect(comment?.body.trimEnd().endsWith(rest.join("\n").trim())).toBe(true);
	});

	it("is left alone when both changed the same stage, or when other files conflict too", async () => {
		const first = await changed("first", "one", { "README.md": "first\n" });
		const same = await changed("same", "one");
		const other = await changed("other", "two", { "README.md": "other\n" });
		await world.merge(first);
		await world.act("push", WHOLE);
		expect([...commentsOn(same), ...commentsOn(other)]).toEqual([]);
	});
});
