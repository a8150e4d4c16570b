import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { params } from "../circle/world.ts";
import { Comments } from "../lanes/comments.ts";
import { Lanes } from "../lanes/world.ts";
import { git } from "../rig/world.ts";
import { forked, heard } from "./rig.ts";

const UNTRUSTED = join(import.meta.dirname, "../../templates/workflows/two-lanes/mainline-pull-request.yml");
let lanes: Lanes;

beforeEach(async () => {
	lanes = await Lanes.make();
});

/** A pull request whose training does something else first, and its run. */
async function trained(evil: string, quality = 0.95) {
	const honest = await readFile(join(lanes.world.clone, "train.sh"), "utf8");
	const { pull, run } = await lanes.begin("evil", { ...params(quality), "train.sh": `${evil}\n${honest}` });
	const ran = await lanes.run(run);
	if (ran.job === null) throw new Error("it was not run");
	return { pull, run, job: ran.job };
}

describe("a stage of a pull request", () => {
	it("T35: gives the runner no command, however it is written", async () => {
		const words = [
			"::add-mask::0.95",
			"::set-output name=verdict::passed",
			"::error file=dvc.yaml::forged",
			"::set-env name=LD_PRELOAD::/tmp/evil.so",
			"::add-path::/tmp/evil",
			"::stop-commands::mine",
			"::mine::",
			"::endgroup::",
			"##[add-mask]0.95",
			"  ::warning::forged",
			"\\r::warning::forged after a carriage return",
		];
		const { job } = await trained(`printf '${words.join("\\n")}\\n::notice::forged without an end'`);
		expect(job.stdout).toContain("::set-output name=verdict");
		const told = heard(job.stdout).filter((line) => !/^::(end)?group::/.test(line));
		expect(told).toEqual(["::add-mask::ghs_reader"]);
	});

	it("T36: sets no variable, path, output or summary of the job, though it finds the runner's files", async () => {
		const seen = join(lanes.world.place.directory, "seen");
		const { job } = await trained(
			[
				`env > "${seen}"`,
				'for file in "$RUNNER_TEMP"/_runner_file_commands/*; do',
				'  printf "LD_PRELOAD=/tmp/evil.so\\nreport=/etc/passwd\\nverdict=passed\\nopen<<END\\n" >> "$file"',
				"done",
			].join("\n"),
		);
		expect(job.code).toBe(0);
		expect(await readFile(seen, "utf8")).not.toMatch(/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)=/m);
		for (const file of ["set_env", "add_path", "save_state"])
			expect(await readFile(join(job.temp, "_runner_file_commands", file), "utf8"), file).toBe("");
		expect(job.outputs["report"]).toBe(join(job.temp, "mainline-report.json"));
		expect(Object.keys(job.outputs)).not.toContain("LD_PRELOAD");
		expect(job.summary).not.toContain("LD_PRELOAD");
	});

	it("T11: finds neither token nor password in its environment, and what it prints of the token is masked", async () => {
		const seen = join(lanes.world.place.directory, "seen");
		const { job } = await trained(`env > "${seen}"`);
		expect(await readFile(seen, "utf8")).not.toMatch(/ghs_reader|^INPUT_|ACTIONS_RUNTIME_TOKEN/m);
		expect(job.stdout.replace("::add-mask::ghs_reader", "")).not.toContain("ghs_reader");
		expect(heard(job.stdout)[0]).toBe("::add-mask::ghs_reader");
	});

	it("T15: keeps the mark by which GitHub's runner finds and ends what it leaves behind", async () => {
		const seen = join(lanes.world.place.directory, "seen");
		const honest = await readFile(join(lanes.world.clone, "train.sh"), "utf8");
		await lanes.begin("daemon", { ...params(0.95), "train.sh": `(env > "${seen}"; sleep 1) &\nwait\n${honest}` });
		const environment = { RUNNER_TRACKING_ID: "github_1", GITHUB_TOKEN: "", ACTIONS_RUNTIME_TOKEN: "own" };
		await lanes.world.act("pull_request", { environment });
		expect(await readFile(seen, "utf8")).toMatch(/^RUNNER_TRACKING_ID=github_1$/m);
	});

	it("T30: cannot have the report written through a link that it left in its place", async () => {
		const victim = join(lanes.world.place.directory, "victim");
		await writeFile(victim, "precious");
		const { job } = await trained(`ln -sf "${victim}" "$RUNNER_TEMP/mainline-report.json"`);
		expect(job.code).toBe(0);
		expect(await readFile(victim, "utf8")).toBe("precious");
		expect(await readFile(job.outputs["report"] ?? "", "utf8")).toContain("mainline.claim/1");
	});

	it("T22: has a token that can write nothing at GitHub, even by hand", async () => {
		const { gitHub } = lanes.world;
		const workflow = parse(await readFile(UNTRUSTED, "utf8")) as {
			jobs: Record<string, { permissions: Readonly<Record<string, "read">> }>;
		};
		const permissions = { metadata: "read" as const, ...workflow.jobs["run"]?.permissions };
		await gitHub.addToken({ value: "ghs_template", kind: "actions", permissions });
		const { pull } = await lanes.begin("better");
		const wanted: [string, string, unknown][] = [
			["POST", `/repos/ada/model/issues/${pull}/comments`, { body: "✅" }],
			["POST", "/repos/ada/model/check-runs", { name: "mainline", head_sha: lanes.head(pull) }],
			["POST", "/repos/ada/model/git/refs", { ref: "refs/tags/churn@v9.9.9", sha: lanes.head(pull) }],
		];
		for (const [method, path, body] of wanted) {
			const headers = { authorization: "Bearer ghs_template" };
			const answer = await fetch(gitHub.apiUrl + path, { method, headers, body: JSON.stringify(body) });
			expect([path, answer.status]).toEqual([path, 403]);
		}
	});
});

describe("a stranger", () => {
	it("T17: has nothing computed by many pushes and comments", async () => {
		const comments = await Comments.make(lanes);
		const { pull, work } = await forked(lanes, { "train.sh": 'echo mined >> "$NOTES/ran"\n' });
		for (const quality of [0.1, 0.2, 0.3]) {
			await writeFile(join(work, "params.yaml"), `quality: ${quality}\n`);
			await git(work, "commit", "-q", "-a", "-m", "More");
			await git(work, "push", "-q", "origin", "HEAD:help");
			expect((await lanes.run(await lanes.start())).job).toBeNull();
			const { reactions } = await comments.write(pull, "bob", `/mainline run ${lanes.head(pull)}`);
			expect(reactions).toEqual(["eyes", "-1"]);
		}
		expect(await lanes.world.runs("mined")).toBe(0);
		expect(lanes.world.repository.runs?.map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
	});

	it("T39: cannot have this machine ask a server of his for results, nor send it credentials, before somebody has read it", async () => {
		const asked: string[] = [];
		const { createServer } = await import("node:http");
		const server = createServer((request, response) => {
			asked.push(`${request.url} ${request.headers.authorization}`);
			response.writeHead(404).end();
		});
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		const { port } = server.address() as { port: number };
		const config = `[core]\n    remote = store\n['remote "store"']\n    url = http://127.0.0.1:${port}/\n`;
		const { pull } = await forked(lanes, { ".dvc/config": config });
		const ran = await lanes.run(await lanes.start());
		await lanes.judge();
		const one = await lanes.world.act("pull_request");
		server.close();
		expect(asked).toEqual([]);
		expect([ran.plan.code, one.code]).toEqual([2, 2]);
		expect(ran.plan.stdout).toContain("changes .dvc/config, which says where data are looked for");
		expect(lanes.comments(pull)[0]).toBeDefined();
	});
});
