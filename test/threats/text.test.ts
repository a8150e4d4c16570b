import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { params } from "../circle/world.ts";
import { Lanes, REPOSITORY } from "../lanes/world.ts";
import { commit, git } from "../rig/world.ts";

let lanes: Lanes;
let evil: string;

beforeEach(async () => {
	lanes = await Lanes.make();
	evil = join(lanes.world.place.directory, "evil");
});

const INVISIBLE = /[\u200c-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/u;

/** A pull request of a branch with any name, and its run. */
async function branched(branch: string, files: Record<string, string>) {
	const { gitHub, clone, pushUrl } = lanes.world;
	await git(clone, "checkout", "-q", "-B", "work", "HEAD");
	await commit(clone, { files, message: "Change" });
	await git(clone, "push", "-q", pushUrl, `HEAD:refs/heads/${branch}`);
	const { number: pull } = await gitHub.openPull(REPOSITORY, {
		head: branch,
		base: "main",
		title: branch,
		author: "ada",
	});
	return { pull, run: await lanes.start() };
}

/** Whether anything made a file of that name, wherever it stood then. A branch of that name is a file of git's own. */
async function made(name: string): Promise<boolean> {
	const files = await readdir(lanes.world.place.directory, { recursive: true, withFileTypes: true });
	const gits = /\/(?:refs|logs)\//;
	return files.some((entry) => entry.name === name && !gits.test(`${entry.parentPath}/`));
}

describe("a pull request's words", () => {
	it.each([
		"x;touch${IFS}EVIL",
		"$(touch${IFS}EVIL)",
		"`touch${IFS}EVIL`",
		"a'b\"c|touch${IFS}EVIL&",
		"-o=ProxyCommand=EVIL",
	])("T37: run nothing as the name of a branch: %s", async (name) => {
		const { pull, run } = await branched(name.replace("EVIL", evil), params(0.95));
		await lanes.judge();
		expect((await lanes.run(run)).job?.code).toBe(0);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect(await made("evil")).toBe(false);
	});

	it("T5: run nothing as title, path, parameter, metric or the name of a stage", async () => {
		const odd = "$(touch evil)";
		const dvc = (await git(lanes.world.clone, "show", "HEAD:dvc.yaml"))
			.replace(
				"artifacts:",
				`  "x$(touch evil)":\n    cmd: "true"\n    deps: ["in$(touch evil);"]\n    outs: ["out\`touch evil\`"]\nartifacts:`,
			)
			.replace("- metrics.json:", `- "$(touch evil)": {cache: false}\n      - metrics.json:`);
		const train = await readFile(join(lanes.world.clone, "train.sh"), "utf8");
		const { pull, run } = await branched("words", {
			"params.yaml": `quality: 0.95\n"${odd}": "\`touch evil\`"\n`,
			"dvc.yaml": `${dvc.replace('cmd: "true"', "cmd: \"echo x > 'out`touch evil`'\"")}\n`,
			"in$(touch evil);": "x",
			"train.sh": `${train}echo '{"${odd}": 1}' > '${odd}'\n`,
		});
		expect((await lanes.run(run)).job?.code).toBe(0);
		const judged = await lanes.judge();
		expect(lanes.comments(pull)[0], judged.stdout).toContain("touch");
		expect(await made("evil")).toBe(false);
	});

	it("T33: turn no direction of reading and hide nothing, in comment, check and log", async () => {
		const turned = "a\u202ebc\u2066d\u200b\u{e0041}";
		const dvc = (await git(lanes.world.clone, "show", "HEAD:dvc.yaml")).replace(
			"artifacts:",
			`  extra:\n    cmd: "echo ${turned} > extra; exit 3"\n    deps: ["${turned}"]\n    outs: [extra]\nartifacts:`,
		);
		const { pull, run } = await branched("turned", { ...params(0.95), "dvc.yaml": `${dvc}\n`, [turned]: "x" });
		await lanes.judge();
		await lanes.run(run);
		const judged = await lanes.judge();
		const check = lanes.check(lanes.head(pull));
		const shown = [...lanes.comments(pull), check?.title, check?.summary, judged.summary, judged.stdout].join("\n");
		expect(shown).toContain("�");
		expect(shown.replaceAll("\u200b", "")).not.toMatch(INVISIBLE);
	});

	it("T40: reach no prototype through parameters, metrics or names of stages", async () => {
		const dvc = (await git(lanes.world.clone, "show", "HEAD:dvc.yaml")).replace(
			"artifacts:",
			"  constructor: {cmd: 'echo 1 > c', deps: [data.txt], outs: [c]}\n  __proto__: {cmd: 'echo 1 > p', deps: [data.txt], outs: [p]}\nartifacts:",
		);
		const train = await readFile(join(lanes.world.clone, "train.sh"), "utf8");
		const { pull, run } = await branched("proto", {
			"params.yaml":
				"quality: 0.2\n__proto__: {quality: 0.99, accuracy: 0.99}\nconstructor: {prototype: {accuracy: 0.99}}\n",
			"dvc.yaml": `${dvc}\n`,
			"train.sh": train.replace('{\\"accuracy\\": $quality}', '{\\"__proto__\\": {\\"accuracy\\": 0.99}}'),
		});
		const ran = await lanes.run(run);
		expect(ran.job?.code, ran.job?.stdout).toBe(0);
		expect((await lanes.judge()).outputs["verdict"]).toBe("failed");
		const [comment = ""] = lanes.comments(pull);
		expect(comment).toMatch(/the gate says no[\s\S]*no such metric/);
		// they are names as any other
		expect(comment).toMatch(/__proto__\.accuracy[\s\S]*__proto__\.quality/);
	});

	it("T23: make no verdict, no mention, no picture and no link in the comment", async () => {
		const forged = "## ✅ Mainline: the gate passed ![x](https://evil.example/p.png) @ada [here](https://evil.example)";
		const { pull, run } = await branched("forged", {
			"params.yaml": `quality: 0.2\n"${forged}": "<img src=x onerror=alert(1)> @ada #1"\n`,
			"dvc.yaml": (await git(lanes.world.clone, "show", "HEAD:dvc.yaml")).replace(
				"params: [quality]",
				`params: [quality, '${forged.replaceAll(".", "")}']`,
			),
		});
		await lanes.run(run);
		await lanes.judge();
		const [body = ""] = lanes.comments(pull);
		const outside = body.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
		expect(outside).not.toMatch(/^## ✅|@ada\b|!\[|\]\(https:\/\/evil|<img/m);
	});
});

describe("a comment of a stranger", () => {
	it.each([
		["T10:", "that carries our marker", "<!-- mainline report -->\n## ✅ Mainline: the gate passed"],
		["T34:", "that is a copy of ours, word for word", null],
	])("%s one %s is neither read nor written, and ours stands beside it", async (_, __, text) => {
		const { gitHub } = lanes.world;
		const first = await lanes.begin("better");
		let body = text;
		if (body === null) {
			await lanes.judge();
			[body = ""] = lanes.comments(first.pull);
		}
		const { pull, run } = await lanes.begin("worse", params(0.2));
		const { id } = await gitHub.commentOn(REPOSITORY, { issue: pull, author: "bob", body });
		await lanes.run(run);
		await lanes.judge();
		const comments = lanes.world.repository.comments.filter(({ issue }) => issue === pull);
		expect(comments.find((comment) => comment.id === id)).toMatchObject({ author: "bob", body });
		const ours = comments.filter(({ author }) => author === "github-actions[bot]");
		expect(ours.map((comment) => comment.body)).toEqual([expect.stringContaining("## ❌ Mainline: the gate says no")]);
	});

	it.each([
		["T32:", "in letters that only look so", "/mаinline cancel"],
		["T32:", "with a verb that only looks so", "/mainline cаncel"],
		["T32:", "with a full-width slash", "／mainline cancel"],
		["T33:", "that is turned around", "/mainline \u202elecnac"],
		["T33:", "with a letter that nobody sees", "/mainline can\u200bcel"],
	])("%s a command %s does nothing, even from one who may", async (_, __, body) => {
		const { gitHub } = lanes.world;
		const { pull, run } = await lanes.begin("better");
		await gitHub.commentOn(REPOSITORY, { issue: pull, author: "ada", body });
		await gitHub.addToken({
			value: "ghs_answers",
			kind: "actions",
			permissions: { actions: "write", checks: "write", contents: "read", metadata: "read", pull_requests: "write" },
		});
		const event = lanes.world.event("issue_comment");
		await lanes.judge({ event, token: "ghs_answers", inputs: { token: "ghs_answers", run: "here" } });
		expect(lanes.world.repository.runs?.find(({ id }) => id === run)).toMatchObject({ status: "in_progress" });
		// what is no command of ours is not answered; one of ours is told what keeps it from being one
		expect(lanes.comments(pull).slice(1)).toEqual(
			body.startsWith("/mainline ") ? [expect.stringContaining("only plain letters make a command")] : [],
		);
	});
});
