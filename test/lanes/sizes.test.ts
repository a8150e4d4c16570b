import { describe, expect, it } from "vitest";
import { run } from "../../src/shell/index.ts";
import { params } from "../circle/world.ts";
import { git } from "../rig/world.ts";
import { Lanes, REPOSITORY } from "./world.ts";

/** As many commits as a busy main line has in a while, without a work tree. */
async function commits(clone: string, count: number): Promise<void> {
	const script = `t=$(git rev-parse 'HEAD^{tree}'); c=$(git rev-parse HEAD); for i in $(seq ${count}); do c=$(git commit-tree -p $c -m $i $t); done; git reset -q --hard $c`;
	const who = { name: "Ada", email: "ada@example.org" };
	const env = {
		GIT_AUTHOR_NAME: who.name,
		GIT_AUTHOR_EMAIL: who.email,
		GIT_COMMITTER_NAME: who.name,
		GIT_COMMITTER_EMAIL: who.email,
	};
	const { code, stderr } = await run("sh", ["-c", script], { cwd: clone, env });
	if (code !== 0) throw new Error(stderr);
}

describe("a pull request of 3,000 files and 300 comments, 500 commits behind", () => {
	it("has its verdict, in the one comment on the fourth page", async () => {
		const lanes = await Lanes.make();
		const { gitHub, clone, pushUrl } = lanes.world;
		const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`notes/${n % 50}/${n}.txt`, `${n}\n`]));
		const { pull, run: begun } = await lanes.begin("better", { ...params(0.95), ...many });
		const marked = "<!-- mainline report -->\n## ✅ Mainline: believe me";
		for (let n = 0; n < 300; n++) {
			const body = n % 100 === 50 ? marked : `Remark ${n}`;
			await gitHub.commentOn(REPOSITORY, { issue: pull, author: "bob", body });
		}
		await lanes.judge();
		for (let n = 0; n < 20; n++) await gitHub.commentOn(REPOSITORY, { issue: pull, author: "ada", body: `Later ${n}` });
		await git(clone, "checkout", "-q", "-B", "far", "HEAD~1");
		await commits(clone, 500);
		await git(clone, "push", "-q", pushUrl, "HEAD:refs/heads/main");

		await lanes.run(begun);
		const began = performance.now();
		const judged = await lanes.judge();
		console.info(`judged in ${Math.round(performance.now() - began)} ms`);
		expect(judged.code, judged.stdout).toBe(0);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		const comments = lanes.world.repository.comments.filter(({ issue }) => issue === pull);
		const ours = comments.filter(({ author }) => author === "github-actions[bot]");
		expect(ours.map(({ body }) => body)).toEqual([expect.stringMatching(/the gate passed[\s\S]*main, 500 behind/)]);
		expect(comments.findIndex(({ author }) => author === "github-actions[bot]")).toBe(300);
		expect(comments.filter(({ author, body }) => author === "bob" && body === marked)).toHaveLength(3);
	}, 120_000);
});
