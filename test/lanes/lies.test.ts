import { chmod, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claim/index.ts";
import { params } from "../circle/world.ts";
import { cloneUrl, commit, git, lasting } from "../rig/world.ts";
import { Lanes, type Ran, REPOSITORY, zipped } from "./world.ts";

let lanes: Lanes;

/** A world for each test, or one for all tests of a block that leave it as it is but for runs of their own. */
const freshly = () =>
	beforeEach(async () => {
		lanes = await Lanes.make();
	});

const FILE = "mainline-report.json";

/** A pull whose run did its work, with the report that it would leave. */
async function worked(files = params(0.95)): Promise<{ pull: number; run: number; claim: Claim; ran: Ran }> {
	const { pull, run } = await lanes.begin("better", files);
	const ran = await lanes.run(run, { hold: true });
	return { pull, run, claim: await lanes.claim(ran), ran };
}

/** The run ends with another report than it made; the newest artifact of the name counts. */
async function told(run: number, report: unknown): Promise<void> {
	await lanes.leave(run, { [FILE]: JSON.stringify(report) });
	await lanes.end(run, "success");
}

const trainOf = (claim: Claim) => claim.stages.find(({ address }) => address === "train");

describe("T29: a report that lies is called out, and not believed:", () => {
	let pull: number;
	let claim: Claim;
	let waiting: string;

	beforeAll(async () => {
		lanes = await lasting(() => Lanes.make());
		const made = await worked();
		({ pull, claim } = made);
		waiting = join(lanes.world.place.directory, "store/mainline/claims", String(made.run));
	});

	/** Another run for the same head, which did the same work. */
	async function another(): Promise<{ run: number; claim: Claim }> {
		const run = await lanes.start();
		await cp(waiting, join(waiting, "..", String(run)), { recursive: true });
		return { run, claim: { ...claim, run: { id: run, attempt: 1 } } };
	}

	const lies: readonly { what: string; lie: (claim: Claim) => unknown; says: string }[] = [
		{
			what: "of another run",
			lie: (claim) => ({ ...claim, run: { id: 7, attempt: 1 } }),
			says: "it is of another run",
		},
		{
			what: "of a later attempt",
			lie: (claim) => ({ ...claim, run: { ...claim.run, attempt: 9 } }),
			says: "an attempt that was not made",
		},
		{
			what: "of another commit",
			lie: (claim) => ({ ...claim, head: "a".repeat(40) }),
			says: "it is of another commit",
		},
		{
			what: "on a base that main never was",
			lie: (claim) => ({ ...claim, base: claim.head }),
			says: "which main never was",
		},
		{
			what: "on a base that nobody has",
			lie: (claim) => ({ ...claim, base: "b".repeat(40) }),
			says: "which main never was",
		},
		{
			what: "of a stage that there is not",
			lie: (claim) => ({ ...claim, stages: [{ ...trainOf(claim), address: "deploy", result: null }] }),
			says: "the pull request has no such stage",
		},
		{
			what: "with a result that does not wait at the remote",
			lie: (claim) => ({
				...claim,
				stages: [{ ...trainOf(claim), result: { key: "c".repeat(64), value: "d".repeat(64) } }],
			}),
			says: "it does not wait at the remote",
		},
		{
			what: "with another value for its inputs",
			lie: (claim) => ({
				...claim,
				stages: [{ ...trainOf(claim), result: { ...trainOf(claim)?.result, value: "d".repeat(64) } }],
			}),
			says: "it does not wait at the remote",
		},
		{
			what: "with the same stage twice",
			lie: (claim) => ({ ...claim, stages: [trainOf(claim), trainOf(claim)] }),
			says: "each stage once",
		},
		{
			what: "with a key of its own",
			lie: (claim) => ({ ...claim, comment: "# ✅ all fine" }),
			says: "is not a key of the report",
		},
		{
			what: "with a number that is none",
			lie: (claim) => ({ ...claim, stages: [{ ...trainOf(claim), seconds: -1 }] }),
			says: "seconds from 0 on",
		},
		{ what: "as a list", lie: () => [], says: "the report needs" },
		{ what: "of another schema", lie: (claim) => ({ ...claim, schema: "mainline.claim/2" }), says: "mainline.claim/1" },
	];
	it.each(lies)("$what", async ({ lie, says }) => {
		const { run, claim } = await another();
		await told(run, lie(claim));
		const judged = await lanes.judge();
		expect(judged.outputs["verdict"]).toBe("failed");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("the run's report is not believed");
		expect(lanes.comments(pull)[0]).toContain(says);
		expect(lanes.comments(pull)[0]).not.toContain("all fine");
	});

	it("but for what everybody knows already, which counts whatever is claimed beside it", async () => {
		const { run, claim } = await another();
		const prepare = claim.stages.find(({ address }) => address === "prepare");
		const result = { key: prepare?.result?.key ?? "", value: "f".repeat(64) };
		await told(run, { ...claim, stages: [trainOf(claim), { ...prepare, result }] });
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});
});

describe("T7: an artifact that is none of Mainline's is refused:", () => {
	let pull: number;

	beforeAll(async () => {
		lanes = await lasting(() => Lanes.make());
		({ pull } = await lanes.begin("better"));
	});

	const bombs: readonly { what: string; files: Record<string, Uint8Array | string>; says: string }[] = [
		{ what: "two files", files: { [FILE]: "{}", "more.json": "{}" }, says: "it holds 2 files" },
		{ what: "a file elsewhere", files: { "other.json": "{}" }, says: "another name" },
		{
			what: "T31: a path that leads out of the archive",
			files: { "a/../../../etc/passwd": "x" },
			says: "not what Mainline leaves",
		},
		{ what: "far more than it seems", files: { [FILE]: new Uint8Array(64 * 1024 * 1024) }, says: "67108864 bytes" },
		{ what: "no JSON", files: { [FILE]: "<script>alert(1)</script>" }, says: "a value is missing" },
		{ what: "JSON too deep", files: { [FILE]: "[".repeat(100_000) }, says: "nested more than" },
		{ what: "no text", files: { [FILE]: Uint8Array.from([0xff, 0xfe, 0]) }, says: "not UTF-8" },
	];
	it.each(bombs)("$what", async ({ files, says }) => {
		const run = await lanes.start();
		// a name that a packer would refuse to write is put in afterwards
		const [name = ""] = Object.keys(files);
		const odd = name.includes("..");
		const zip = Buffer.from(await zipped(odd ? { [name.replaceAll(".", "_")]: "x" } : files));
		const bytes = odd ? Buffer.from(zip.toString("latin1").replaceAll(name.replaceAll(".", "_"), name), "latin1") : zip;
		await lanes.world.gitHub.addArtifact(REPOSITORY, { run, name: "mainline-report", zip: new Uint8Array(bytes) });
		await lanes.end(run, "success");
		const judged = await lanes.judge();
		expect(judged, judged.stdout).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain(says);
	});

	it("bytes that are no archive", async () => {
		const run = await lanes.start();
		await lanes.world.gitHub.addArtifact(REPOSITORY, { run, name: "mainline-report", zip: Buffer.from("PK no zip") });
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.comments(pull)[0]).toContain("no zip archive");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
	});
});

describe("what an untrusted run stored", () => {
	freshly();

	it("T42: for other inputs than the pull request's joins nothing", async () => {
		// a run of the same people's other pull has honestly made a better model
		const other = await lanes.begin("other", params(0.99));
		const theirs = await lanes.claim(await lanes.run(other.run, { hold: true }));
		const { pull, run, claim } = await worked(params(0.2));
		const before = await lanes.remote("runs");
		const entry = trainOf(theirs)?.result ?? { key: "", value: "" };
		const from = join(
			lanes.world.place.directory,
			"store/mainline/claims",
			String(other.run),
			"runs",
			entry.key.slice(0, 2),
			entry.key,
		);
		const to = join(
			lanes.world.place.directory,
			"store/mainline/claims",
			String(run),
			"runs",
			entry.key.slice(0, 2),
			entry.key,
		);
		await cp(from, to, { recursive: true });
		await told(run, { ...claim, stages: [{ ...trainOf(claim), result: entry }] });
		await lanes.judge();
		expect(lanes.comments(pull)[0]).toContain("it was made from other inputs than the pull request's");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(await lanes.remote("runs")).toEqual(before);
	});

	it("counts only while all of it is there", async () => {
		const { pull, run } = await worked();
		for (const path of await lanes.remote("files")) {
			if ((await readFile(path, "utf8")).includes("0.95")) await rm(path);
		}
		await lanes.end(run, "success");
		const before = await lanes.remote("runs");
		await lanes.judge();
		expect(lanes.comments(pull)[0]).toMatch(/its output .* is not at the remote/);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(await lanes.remote("runs")).toEqual(before);
	});

	it("T43: and that was exchanged under its name does not pass", async () => {
		const { pull, run } = await worked(params(0.2));
		for (const path of await lanes.remote("files")) {
			const text = await readFile(path, "utf8");
			if (!text.includes("accuracy") || !text.includes("0.2")) continue;
			await chmod(path, 0o644);
			await writeFile(path, text.replace("0.2", "0.99"));
		}
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
		expect(lanes.comments(pull).join()).not.toContain("0.99");
	});
});

describe("a pull request cannot", () => {
	freshly();

	it("be green by the words of its report while a stage of it cannot run", async () => {
		const dvc = await git(lanes.world.clone, "show", "HEAD:dvc.yaml");
		const blocked = dvc.replace(
			"artifacts:",
			"  extra: {cmd: 'true', deps: [nowhere.txt], outs: [extra.txt]}\nartifacts:",
		);
		const { pull, run } = await lanes.begin("better", { ...params(0.1), "dvc.yaml": `${blocked}\n` });
		const base = await git(lanes.world.clone, "rev-parse", "HEAD~1");
		const stages = [{ address: "train", outcome: "executed", seconds: 3600, result: null }];
		await told(run, { schema: "mainline.claim/1", run: { id: run, attempt: 1 }, head: lanes.head(pull), base, stages });
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("extra cannot run");
		expect(lanes.comments(pull)[0]).not.toContain("1 h");
	});

	it("T3: be judged by gates that its base had once", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run, { hold: true });
		const policy = await git(lanes.world.clone, "show", "HEAD:mainline.yaml");
		await lanes.advanceMain({ "mainline.yaml": `${policy.replace("floor: 0.5", "floor: 0.99")}\n` });
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("≥ 0.99");
	});

	it("T27: carry a verdict of another branch's gates to the default branch", async () => {
		const { gitHub, clone } = lanes.world;
		await git(clone, "push", "-q", cloneUrl(gitHub, REPOSITORY, "ghp_ada"), "HEAD:refs/heads/weak");
		const { pull, run } = await lanes.begin("better");
		await gitHub.closePull(REPOSITORY, { number: pull, by: "ada" });
		const order = { head: "better", base: "weak", title: "Weak", author: "ada" };
		const weak = (await gitHub.openPull(REPOSITORY, order)).number;
		expect(weak).not.toBe(pull);
		await lanes.run(run);
		await lanes.judge();
		const checks = lanes.checks.filter(({ headSha }) => headSha === lanes.head(weak));
		expect(checks.map(({ name, conclusion }) => [name, conclusion])).toEqual([["mainline (weak)", "success"]]);
	});

	/** A server that only notes what it is asked. */
	async function spy(): Promise<{ port: number; asked: string[]; close: () => void }> {
		const asked: string[] = [];
		const { createServer } = await import("node:http");
		const server = createServer((request, response) => {
			asked.push(request.url ?? "");
			response.writeHead(404).end();
		});
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		const address = server.address();
		return {
			port: typeof address === "object" && address !== null ? address.port : 0,
			asked,
			close: () => server.close(),
		};
	}

	it("T39: say where the trusted lane looks for results", async () => {
		const { port, asked, close } = await spy();
		const { pull, run } = await lanes.begin("better", {
			...params(0.95),
			".dvc/config": `[core]\n    remote = mine\n['remote "mine"']\n    url = http://127.0.0.1:${port}/mine\n`,
		});
		await lanes.end(run, "failure");
		await lanes.judge();
		close();
		expect(asked).toEqual([]);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed" });
	});

	it("T39: say which registry the trusted lane asks, or where it would release", async () => {
		const { port, asked, close } = await spy();
		const policy = await git(lanes.world.clone, "show", "HEAD:mainline.yaml");
		const stolen = policy.replace(/image: .*/, `image: localhost:${port}/stolen/model`).replace("prod:", "moon:");
		const { pull, run } = await lanes.begin("better", { ...params(0.95), "mainline.yaml": `${stolen}\n` });
		await lanes.run(run);
		asked.splice(0);
		await lanes.judge();
		close();
		expect(asked).toEqual([]);
		expect(lanes.comments(pull)[0]).toMatch(/\*\*Merging would\*\* release churn .*→ prod/);
		expect(lanes.comments(pull)[0]).not.toContain("moon");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});

	it("T2: have its code run by the trusted lane, whatever its files are", async () => {
		const evil = join(lanes.world.place.directory, "evil");
		const { run } = await lanes.begin("evil", {
			...params(0.95),
			".gitattributes": "* filter=evil merge=evil diff=evil\n",
			".githooks/post-checkout": `#!/bin/sh\ntouch ${evil}\n`,
			"dvc.yaml": `stages:\n  train: {cmd: "touch ${evil}", deps: [data.txt], outs: [model.json]}\n`,
			"params.py": `open("${evil}", "w")\n`,
			"mainline.yaml": `models: {}\nenvironments: {dev: {deploy: {command: "touch ${evil}"}, probe: "http://127.0.0.1:1"}}\n`,
		});
		await lanes.judge();
		await lanes.end(run, "success");
		await lanes.judge();
		await expect(readFile(evil)).rejects.toThrow("ENOENT");
	});

	it("T23: write into the report by the names that it uses", async () => {
		const { pull, run, claim } = await worked();
		const message = "</details> @ada <img src=x> ##[add-mask]a ::error::x\n<!-- mainline report -->\n## ✅ Mainline";
		await told(run, {
			...claim,
			stages: [{ ...trainOf(claim), outcome: "failed", result: null, message, tail: `${message}\n\`\`\`\n# big` }],
		});
		const judged = await lanes.judge();
		const body = lanes.comments(pull)[0] ?? "";
		expect(body.split("\n").filter((line) => line === "<!-- mainline report -->")).toHaveLength(1);
		const outside = body.replace(/^(`{3,})text\n[\s\S]*?\n\1$/m, "");
		expect(outside).not.toBe(body);
		expect(outside).not.toMatch(/^## ✅/m);
		expect(outside).not.toMatch(/@ada\b|<img|^# big/m);
		// the runner takes no command from between these two lines
		const [, token = "", said = ""] = /^::stop-commands::(\w+)\n([\s\S]*)^::\1::$/m.exec(judged.stdout) ?? [];
		expect(token).toMatch(/^[0-9a-f]{32}$/);
		// but for the annotation itself, in whose message it is only text
		const lines = judged.stdout
			.replace(said, "")
			.split("\n")
			.filter((line) => !line.startsWith("::error title="));
		expect(lines.join("\n")).not.toMatch(/::error::x|##\[/);
	});
});

describe("a pull request from a fork", () => {
	freshly();

	async function forked(): Promise<number> {
		const { gitHub, place } = lanes.world;
		await gitHub.createRepository("bob/model", { forkOf: REPOSITORY });
		await gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
		const work = join(place.directory, "bob");
		await git(place.directory, "clone", "-q", cloneUrl(gitHub, "bob/model", "ghp_bob"), work);
		await commit(work, { files: { "train.sh": 'echo stolen >> "$NOTES/ran"\n' }, message: "Help" });
		await git(work, "push", "-q", "origin", "HEAD:help");
		const order = { head: "help", headRepository: "bob/model", base: "main", title: "Help", author: "bob" };
		return (await gitHub.openPull(REPOSITORY, order)).number;
	}

	it("T1: is found by its head, planned, commented on, and not run", async () => {
		const pull = await forked();
		const run = await lanes.start();
		expect(await lanes.judge()).toMatchObject({ code: 1, outputs: { verdict: "waits" } });
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "action_required" });
		expect(lanes.comments(pull)[0]).toContain("fork");
		const ran = await lanes.run(run);
		expect(ran.job).toBeNull();
		expect(await lanes.world.runs("stolen")).toBe(0);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "action_required" });
	});

	it("has nothing accepted that nobody let run, however true it is", async () => {
		const mine = await lanes.begin("same", { "train.sh": 'echo stolen >> "$NOTES/ran"\n' });
		const ran = await lanes.run(mine.run, { hold: true });
		const claim = await lanes.claim(ran);
		const pull = await forked();
		const run = await lanes.start();
		const claims = join(lanes.world.place.directory, "store/mainline/claims");
		await cp(join(claims, String(mine.run)), join(claims, String(run)), { recursive: true }).catch(() => {});
		const before = await lanes.remote("runs");
		await told(run, { ...claim, head: lanes.head(pull), run: { id: run, attempt: 1 } });
		await lanes.judge();
		expect(lanes.comments(pull)[0]).toContain("nobody who may write here let this commit run");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(await lanes.remote("runs")).toEqual(before);
	});

	it("T18: cannot tell by a lock of its own what its code makes, and somebody who may write can", async () => {
		const mine = await lanes.begin("same");
		const ran = await lanes.run(mine.run, { hold: true });
		const lock = await readFile(join(ran.job?.workspace ?? "", "dvc.lock"), "utf8");
		const { gitHub, place } = lanes.world;
		await gitHub.createRepository("bob/model", { forkOf: REPOSITORY });
		await gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
		const work = join(place.directory, "bob");
		await git(place.directory, "clone", "-q", cloneUrl(gitHub, "bob/model", "ghp_bob"), work);
		await commit(work, { files: { ...params(0.95), "dvc.lock": lock }, message: "Help" });
		await git(work, "push", "-q", "origin", "HEAD:help");
		const order = { head: "help", headRepository: "bob/model", base: "main", title: "Help", author: "bob" };
		const { number: pull } = await gitHub.openPull(REPOSITORY, order);
		await lanes.start();
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "action_required" });
		expect(lanes.comments(pull)[0]).toContain("1 stage is stale and did not run");

		const own = await lanes.begin("own", { ...params(0.95), "dvc.lock": lock });
		await lanes.judge();
		expect(lanes.check(lanes.head(own.pull))).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(own.pull)[0]).toMatch(/train.*its result is what dvc.lock of the pull request says/);
	});

	it("T7: cannot have another pull request's comment written by naming it", async () => {
		const mine = await lanes.begin("better");
		const pull = await forked();
		const run = await lanes.start();
		await lanes.leave(run, { [FILE]: JSON.stringify({ pull: mine.pull, schema: "mainline.claim/1" }) });
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.comments(mine.pull)).toEqual([]);
		expect(lanes.comments(pull)).toHaveLength(1);
	});
});
