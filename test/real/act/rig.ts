import { spawn } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Delivery } from "../../../src/standin/index.ts";
import { CircleWorld } from "../../circle/world.ts";
import { zipped } from "../../lanes/world.ts";
import { cloneUrl, commit, git } from "../../rig/world.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
export const REPOSITORY = "ada/model";

/** What came of a workflow under act. */
export interface Acted {
	readonly code: number;
	readonly log: string;
}

/** A workflow of the templates: its file and name, and what its `permissions:` come to. */
export interface Workflow {
	readonly file: string;
	readonly name: string;
	readonly token: string;
}

export const WORKFLOWS = {
	pull: { file: "mainline-pull-request.yml", name: "Mainline pull request", token: "ghs_reads" },
	report: { file: "mainline-report.yml", name: "Mainline report", token: "ghs_reports" },
	queue: { file: "mainline-queue.yml", name: "Mainline queue", token: "ghs_reports" },
	release: { file: "mainline-release.yml", name: "Mainline release", token: "ghs_releases" },
	comment: { file: "mainline-comment.yml", name: "Mainline comment", token: "ghs_answers" },
	command: { file: "mainline-command.yml", name: "Mainline command", token: "ghs_releases" },
} as const satisfies Record<string, Workflow>;

const PERMISSIONS = {
	ghs_reads: { contents: "read", metadata: "read" },
	ghs_reports: { actions: "read", checks: "write", contents: "read", metadata: "read", pull_requests: "write" },
	// both jobs of the workflow: act gives them one token
	ghs_answers: {
		actions: "write",
		checks: "write",
		contents: "write",
		deployments: "write",
		metadata: "read",
		pull_requests: "write",
	},
	ghs_releases: { contents: "write", deployments: "write", metadata: "read", pull_requests: "write" },
} as const;

/**
 * The circle's repository with the workflows that `mainline init` writes, run by nektos/act in host mode: the templates as
 * they are, the committed bundle as the action, and the stand-in as GitHub. What act does not know of (a job's permissions,
 * `workflow_run` chains, `actions/upload-artifact`, which is not on this machine) is played: a token with what the workflow
 * asks for, the stand-in's events, and a step that leaves the file in a folder.
 */
export class ActWorld {
	readonly world: CircleWorld;
	readonly #folder: string;
	#jobs = 0;

	private constructor(world: CircleWorld) {
		this.world = world;
		this.#folder = join(world.place.directory, "act");
	}

	static async make(): Promise<ActWorld> {
		const world = await CircleWorld.make();
		const made = new ActWorld(world);
		await made.#install();
		for (const [value, permissions] of Object.entries(PERMISSIONS)) {
			await world.gitHub.addToken({ value, kind: "actions", limit: 1_000_000, permissions });
		}
		return made;
	}

	/** Runs `mainline` itself in ada's clone. */
	async mainline(...args: string[]): Promise<Acted> {
		return this.#run(process.execPath, [join(ROOT, "dist/index.js"), ...args], this.world.clone, process.env);
	}

	/** Everything of the clone that is not committed goes to main. */
	async push(message: string): Promise<void> {
		await commit(this.world.clone, { files: {}, message });
		await git(this.world.clone, "push", "-q", cloneUrl(this.world.gitHub, REPOSITORY, "ghp_ada"), "HEAD:main");
	}

	/** A workflow for an event, as a run of its own, with what it uploads; the stand-in is told of beginning and end. */
	async start(workflow: Workflow, event: Delivery): Promise<{ run: number; begun: Delivery }> {
		const path = `.github/workflows/${workflow.file}`;
		const { id } = await this.world.gitHub.startRun(REPOSITORY, { path, name: workflow.name, event });
		return { run: id, begun: this.world.event("workflow_run") };
	}

	async finish(workflow: Workflow, event: Delivery, run: number): Promise<Acted> {
		const artifacts = join(this.#folder, "artifacts", String(run));
		const acted = await this.act(workflow, event, { GITHUB_RUN_ID: String(run), ARTIFACTS: artifacts });
		for (const name of await readdir(artifacts).catch(() => [])) {
			const files: Record<string, Uint8Array> = {};
			for (const file of await readdir(join(artifacts, name)))
				files[file] = await readFile(join(artifacts, name, file));
			await this.world.gitHub.addArtifact(REPOSITORY, { run, name, zip: await zipped(files) });
		}
		await this.world.gitHub.finishRun(REPOSITORY, { run, conclusion: acted.code === 0 ? "success" : "failure" });
		return acted;
	}

	/** act, once: in a clone at the commit that GitHub would check out. */
	async act(workflow: Workflow, event: Delivery, variables: Record<string, string> = {}): Promise<Acted> {
		const work = await this.#checkout(event, workflow.token);
		const file = await this.#asActReads(work, workflow.file);
		const payload = join(this.#folder, `event-${++this.#jobs}.json`);
		await writeFile(payload, JSON.stringify(event.payload));
		const { gitHub, place } = this.world;
		const env = {
			GITHUB_API_URL: gitHub.apiUrl,
			GITHUB_SERVER_URL: gitHub.serverUrl,
			GITHUB_GRAPHQL_URL: gitHub.graphqlUrl,
			NO_COLOR: "1",
			GIT_PAGER: "cat",
			NOTES: place.directory,
			GIT_CONFIG_COUNT: "1",
			GIT_CONFIG_KEY_0: `url.${cloneUrl(gitHub, REPOSITORY, workflow.token)}.insteadOf`,
			GIT_CONFIG_VALUE_0: `https://github.com/${REPOSITORY}`,
			...variables,
		};
		const args = [
			event.name,
			"-W",
			file,
			"-e",
			payload,
			"-a",
			"ada",
			"-P",
			"ubuntu-latest=-self-hosted",
			"-P",
			"self-hosted=-self-hosted",
			"--rm",
			"--no-cache-server",
			"-s",
			`GITHUB_TOKEN=${workflow.token}`,
			...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
			"--local-repository",
			`mainline-ml/mainline@v0=${join(this.#folder, "action")}`,
			"--local-repository",
			`${UPLOAD}=${join(this.#folder, "upload")}`,
		];
		return this.#run("act", args, work, {
			HOME: join(this.#folder, "home"),
			XDG_CACHE_HOME: join(this.#folder, "home/cache"),
			PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(":"),
			LANG: "C.UTF-8",
		});
	}

	/** act up to 0.2.89 does not know the key `queue`, and refuses the file for it. */
	async #asActReads(work: string, name: string): Promise<string> {
		const folder = join(this.#folder, "read", String(++this.#jobs));
		await mkdir(folder, { recursive: true });
		const text = await readFile(join(work, ".github/workflows", name), "utf8");
		await writeFile(join(folder, name), text.replaceAll(/^ +queue: max.*\n/gm, ""));
		return join(folder, name);
	}

	/** The action as a release has it, a stand-in for the upload, and settings that keep act from asking. */
	async #install(): Promise<void> {
		const action = join(this.#folder, "action");
		await mkdir(action, { recursive: true });
		for (const name of ["action.yml", "dist", "templates", "package.json"]) {
			await cp(join(ROOT, name), join(action, name), { recursive: true });
		}
		await mkdir(join(this.#folder, "upload"));
		await writeFile(join(this.#folder, "upload/action.yml"), UPLOAD_ACTION);
		await mkdir(join(this.#folder, "home/.config/act"), { recursive: true });
		await writeFile(join(this.#folder, "home/.config/act/actrc"), "");
	}

	/** actions/checkout is played by act, which copies the folder that it is started in. */
	async #checkout({ name, payload }: Delivery, token: string): Promise<string> {
		const work = join(this.#folder, `work-${++this.#jobs}`);
		await rm(work, { recursive: true, force: true });
		const address = cloneUrl(this.world.gitHub, REPOSITORY, token);
		await git(this.#folder, "clone", "-q", address, work);
		await git(work, "fetch", "-q", "origin", "+refs/pull/*:refs/remotes/pull/*", "+refs/heads/*:refs/remotes/origin/*");
		// act reads the repository's name off an address at github.com; git in the steps goes to the stand-in
		await git(work, "remote", "set-url", "origin", `https://github.com/${REPOSITORY}`);
		if (name === "pull_request") {
			await git(work, "checkout", "-q", "--detach", `refs/remotes/pull/${String(payload["number"])}/merge`);
		}
		if (name === "merge_group") {
			const { head_sha: head } = payload["merge_group"] as { readonly head_sha: string };
			await git(work, "checkout", "-q", "--detach", head);
		}
		return work;
	}

	#run(program: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Acted> {
		return new Promise((done, fail) => {
			const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
			let log = "";
			const collect = (chunk: Buffer): void => {
				log += chunk.toString("utf8");
			};
			child.stdout.on("data", collect);
			child.stderr.on("data", collect);
			child.on("error", fail);
			child.on("close", (code) => done({ code: code ?? -1, log }));
		});
	}
}

const UPLOAD = "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f";

const UPLOAD_ACTION = `name: upload
description: leaves the file where the test finds it
inputs: {name: {description: n, required: true}, path: {description: p, required: true}, retention-days: {description: d}, overwrite: {description: o}}
runs:
  using: composite
  steps:
    - shell: bash
      env: {NAME: '\${{ inputs.name }}', FILE: '\${{ inputs.path }}'}
      run: mkdir -p "$ARTIFACTS/$NAME" && cp "$FILE" "$ARTIFACTS/$NAME/"
`;
