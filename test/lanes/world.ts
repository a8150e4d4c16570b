import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { Claim } from "../../src/claim/index.ts";
import type { Delivery, RunnerOrder, RunnerResult } from "../../src/standin/index.ts";
import { releasedWorld } from "../circle/seed.ts";
import { type CircleWorld, params } from "../circle/world.ts";
import { git } from "../rig/world.ts";

export const REPOSITORY = "ada/model";
/** What the templates give the lanes. */
const READER = "ghs_reader";
const WRITER = "ghs_writer";
const UNTRUSTED = { path: ".github/workflows/mainline-pull-request.yml", name: "Mainline pull request" };

/** What came of a run of the untrusted lane. */
export interface Ran {
	/** GitHub's id of the workflow run. */
	readonly run: number;
	readonly plan: RunnerResult;
	/** Null when the plan handed nothing on. */
	readonly job: RunnerResult | null;
}

interface RunMore {
	readonly hold?: boolean;
	readonly attempt?: number;
	/** Of both jobs. */
	readonly environment?: Readonly<Record<string, string>>;
}

export interface Share {
	/** Of its machine. */
	readonly label: string;
	readonly stages: string;
	readonly attempt?: number;
}

/** The circle's world, where pull requests go through two lanes, each with its own machine and token. */
export class Lanes {
	readonly world: CircleWorld;

	/** Use `make` for a new one. */
	constructor(world: CircleWorld) {
		this.world = world;
	}

	/** `main` is released once, so that its own results are known. */
	static async make(): Promise<Lanes> {
		return Lanes.#of(await releasedWorld());
	}

	/** The same of another world. */
	static async of(world: CircleWorld): Promise<Lanes> {
		await world.act("push");
		return Lanes.#of(world);
	}

	static async #of(world: CircleWorld): Promise<Lanes> {
		const limit = 1_000_000;
		await world.gitHub.addToken({
			value: READER,
			kind: "actions",
			limit,
			permissions: { contents: "read", metadata: "read" },
		});
		await world.gitHub.addToken({
			value: WRITER,
			kind: "actions",
			limit,
			permissions: { actions: "read", checks: "write", contents: "read", metadata: "read", pull_requests: "write" },
		});
		return new Lanes(world);
	}

	get checks() {
		return this.world.repository.checks;
	}

	check(sha: string) {
		return this.checks.findLast(({ headSha }) => headSha === sha);
	}

	comments(pull: number): string[] {
		return this.world.repository.comments.filter(({ issue }) => issue === pull).map(({ body }) => body);
	}

	head(pull: number): string {
		return this.world.repository.pulls.find(({ number }) => number === pull)?.headSha ?? "";
	}

	/** A pull whose training is set to a quality, and the run that its workflow begins. */
	async begin(branch: string, files: Record<string, string> = params(0.95)): Promise<{ pull: number; run: number }> {
		const pull = await this.world.pull(branch, files);
		return { pull, run: await this.start() };
	}

	/** The untrusted workflow begins for the newest event of a pull. */
	async start(event: Delivery = this.world.event("pull_request")): Promise<number> {
		return (await this.world.gitHub.startRun(REPOSITORY, { ...UNTRUSTED, event })).id;
	}

	/** Both jobs of the untrusted workflow as the template has them, up to its end. */
	async run(run: number, { attempt = 1, environment = {}, ...more }: RunMore = {}): Promise<Ran> {
		const event = this.world.event("pull_request");
		const jobs = { environment };
		const plan = await this.#job(event, { run, attempt, machine: "hosted", inputs: { run: "elsewhere" } }, jobs);
		const runs = plan.outputs["run-elsewhere"] === "true";
		const job = runs ? await this.#job(event, { run, attempt, machine: "gpu", inputs: { run: "here" } }, jobs) : null;
		if (job !== null && job.outputs["report"] !== undefined) {
			await this.leave(run, { "mainline-report.json": await readFile(job.outputs["report"]) });
		}
		const failed = [plan, job].some((each) => each !== null && each.code !== 0);
		if (more.hold !== true) await this.end(run, failed ? "failure" : "success");
		return { run, plan, job };
	}

	/** One of several jobs side by side, with its share (none: all that is stale), up to the report that it leaves. */
	async share(run: number, { label, stages, attempt = 1 }: Share): Promise<RunnerResult> {
		const event = this.world.event("pull_request");
		const job = await this.#job(event, { run, attempt, machine: label, inputs: { run: "here", stages } });
		const files = { "mainline-report.json": await readFile(job.outputs["report"] ?? "") };
		await this.leave(run, files, `mainline-report-${label}`);
		return job;
	}

	/** The job that runs, and a way to cancel it as GitHub does. */
	interruptible(run: number): { readonly job: Promise<RunnerResult>; readonly cancel: () => void } {
		const controller = new AbortController();
		const event = this.world.event("pull_request");
		const about = { run, attempt: 1, machine: "gpu", inputs: { run: "here" } };
		return {
			job: this.#job(event, about, { signal: controller.signal, patient: true }),
			cancel: () => controller.abort(),
		};
	}

	/** Uploads an artifact. */
	async leave(run: number, files: Record<string, Uint8Array | string>, name = "mainline-report"): Promise<void> {
		await this.world.gitHub.addArtifact(REPOSITORY, { run, name, zip: await zipped(files) });
	}

	end(run: number, conclusion: string): Promise<void> {
		return this.world.gitHub.finishRun(REPOSITORY, { run, conclusion });
	}

	/** The trusted workflow, for the newest `workflow_run`. */
	judge(more: Partial<RunnerOrder> = {}): Promise<RunnerResult> {
		return this.world.act("workflow_run", {
			token: WRITER,
			fetchDepth: 0,
			directory: join(this.world.place.directory, "trusted"),
			...more,
			inputs: { token: WRITER, run: "never", ...more.inputs },
		});
	}

	/** What the job left. */
	async claim({ job }: { readonly job: RunnerResult | null }): Promise<Claim> {
		return JSON.parse(await readFile(job?.outputs["report"] ?? "", "utf8")) as Claim;
	}

	/** Everything at the remote below a folder. */
	async remote(below: string): Promise<string[]> {
		const { readdir } = await import("node:fs/promises");
		const folder = join(this.world.place.directory, "store", below);
		const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
		return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	}

	async advanceMain(files: Record<string, string>): Promise<void> {
		const { world } = this;
		const pull = await world.pull(`main-${Object.keys(files).join("-").replaceAll(/\W/g, "")}`, files);
		await world.merge(pull);
		await git(world.clone, "fetch", "-q", "origin");
	}

	#job(
		event: Delivery,
		about: { run: number; attempt: number; machine: string; inputs: Record<string, string> },
		more: Partial<RunnerOrder> = {},
	): Promise<RunnerResult> {
		const { run, attempt, machine, inputs } = about;
		return this.world.act(event, {
			...more,
			token: READER,
			fetchDepth: 2,
			runId: String(run),
			runAttempt: String(attempt),
			directory: join(this.world.place.directory, machine),
			inputs: { token: READER, lane: "untrusted", ...inputs },
		});
	}
}

export async function zipped(files: Record<string, Uint8Array | string>): Promise<Uint8Array> {
	const zip = new ZipFile();
	for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
	zip.end();
	return new Uint8Array(await buffer(zip.outputStream));
}
