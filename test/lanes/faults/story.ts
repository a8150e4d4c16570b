import { cp, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Delivery, RunnerOrder, RunnerResult } from "../../../src/standin/index.ts";
import { CircleWorld, type Place, params } from "../../circle/world.ts";
import { Lanes, REPOSITORY } from "../world.ts";

const HURRIED = resolve(import.meta.dirname, "hurried.ts");
const TOKENS = {
	ghs_answers: { actions: "write", checks: "write", contents: "write", metadata: "read", pull_requests: "write" },
	ghs_moves: { contents: "write", deployments: "write", metadata: "read", pull_requests: "write" },
	ghs_commits: { actions: "read", checks: "write", contents: "write", metadata: "read", pull_requests: "write" },
} as const;

/** In the order in which they come. */
export const SCENES = [
	"a pull request in one lane",
	"a pull request in two lanes",
	"a run has begun",
	"somebody cancels",
	"a run has ended",
	"a run has ended, and the lock is pushed",
	"somebody asks for the report",
	"somebody runs it again",
	"the merge queue asks",
	"it is merged",
	"somebody rolls back",
	"a job was killed",
] as const;
export type SceneName = (typeof SCENES)[number];

/** An event of a pull request's life, with the world as it was when it came. */
export interface Scene {
	readonly name: SceneName;
	readonly event: Delivery;
	readonly job: Partial<RunnerOrder>;
	/** The template's job ends with a step that leaves no check open. */
	readonly concludes: boolean;
	/** A copy of the world. */
	readonly kept: string;
}

/** One pull request's life, kept at each event that starts a job; any of them can be begun as often as a test likes. */
export class Story {
	readonly scenes: readonly Scene[];
	readonly #place: Place;
	readonly #port: number;
	#lanes: Lanes;

	private constructor(lanes: Lanes, scenes: readonly Scene[]) {
		this.scenes = scenes;
		this.#lanes = lanes;
		this.#place = lanes.world.place;
		this.#port = Number(new URL(lanes.world.gitHub.serverUrl).port);
	}

	scene(name: SceneName): Scene {
		const found = this.scenes.find((each) => each.name === name);
		if (found === undefined) throw new Error(`there is no scene: ${name}`);
		return found;
	}

	static async tell(): Promise<Story> {
		const lanes = await Lanes.make();
		for (const [value, permissions] of Object.entries(TOKENS)) {
			await lanes.world.gitHub.addToken({ value, kind: "actions", limit: 1_000_000, permissions });
		}
		const scenes = await told(lanes);
		const story = new Story(lanes, scenes);
		const killed = await story.#killed();
		return new Story(story.#lanes, [...scenes, killed]);
	}

	get lanes(): Lanes {
		return this.#lanes;
	}

	/** The world as it was when the scene's event came. */
	async begin({ kept }: Scene): Promise<Lanes> {
		await this.#lanes.world.gitHub.stop();
		await rm(this.#place.directory, { recursive: true, force: true, maxRetries: 3 });
		await cp(kept, this.#place.directory, { recursive: true });
		this.#lanes = new Lanes(await CircleWorld.open(this.#place, this.#port));
		return this.#lanes;
	}

	/** The job that the event starts. */
	act(scene: Scene, inputs: Readonly<Record<string, string>> = {}): Promise<RunnerResult> {
		const { directory } = this.#place;
		const { world } = this.#lanes;
		const { job, event } = scene;
		return world.act(event, {
			directory: join(directory, "runner"),
			...job,
			action: HURRIED,
			inputs: { ...job.inputs, ...(job.token === undefined ? {} : { token: job.token }), ...inputs },
			environment: { PAUSES: join(directory, "pauses"), NODE_COMPILE_CACHE: `${directory}.compiled` },
		});
	}

	/** Milliseconds that the jobs since `begin` wanted to wait. */
	async pauses(): Promise<number> {
		const text = await readFile(join(this.#place.directory, "pauses"), "utf8").catch(() => "");
		return text.split("\n").reduce((sum, line) => sum + Number(line), 0);
	}

	async end(): Promise<void> {
		for (const { kept } of this.scenes) await rm(kept, { recursive: true, force: true });
		await rm(`${this.#place.directory}.compiled`, { recursive: true, force: true });
	}

	async #killed(): Promise<Scene> {
		const before = this.scene("a run has ended");
		const { world } = await this.begin(before);
		await world.act(before.event, { ...before.job, kill: { atCall: 6 } });
		const job = { ...before.job, inputs: { command: "conclude" } };
		return keep(this.#lanes, { name: "a job was killed", event: before.event, job, concludes: false });
	}
}

async function told(lanes: Lanes): Promise<Scene[]> {
	const { world } = lanes;
	const scenes: Scene[] = [];
	const scene = async (about: Omit<Scene, "kept" | "concludes">, concludes = false): Promise<void> => {
		scenes.push(await keep(lanes, { ...about, concludes }));
	};
	const write = async (pull: number, body: string): Promise<Delivery> => {
		await world.gitHub.commentOn(REPOSITORY, { issue: pull, author: "ada", body });
		return world.event("issue_comment");
	};
	const trusted = { token: "ghs_writer", fetchDepth: 0, inputs: { run: "never" } };
	const answers = { token: "ghs_answers", fetchDepth: 0, inputs: { run: "elsewhere" } };

	await world.pull("other", params(0.93));
	await scene({
		name: "a pull request in one lane",
		event: world.event("pull_request"),
		job: { inputs: { run: "here" } },
	});

	const { pull, run } = await lanes.begin("better");
	const untrusted = { token: "ghs_reader", fetchDepth: 2, inputs: { lane: "untrusted", run: "elsewhere" } };
	await scene({ name: "a pull request in two lanes", event: world.event("pull_request"), job: untrusted });
	await scene({ name: "a run has begun", event: world.event("workflow_run"), job: trusted }, true);
	await lanes.judge();

	await scene({ name: "somebody cancels", event: await write(pull, "/mainline cancel"), job: answers });
	await lanes.run(run);
	const ended = world.event("workflow_run");
	await scene({ name: "a run has ended", event: ended, job: trusted }, true);
	const locks = { ...trusted, token: "ghs_commits", inputs: { run: "never", lock: "push" } };
	await scene({ name: "a run has ended, and the lock is pushed", event: ended, job: locks }, true);
	await lanes.judge();

	await scene({ name: "somebody asks for the report", event: await write(pull, "/mainline plan"), job: answers });
	await scene({ name: "somebody runs it again", event: await write(pull, "/mainline run"), job: answers });
	await world.gitHub.queueMerge(REPOSITORY, pull);
	await scene({ name: "the merge queue asks", event: world.event("merge_group"), job: trusted }, true);

	await world.merge(pull);
	const releases = { token: "ghs_moves", fetchDepth: 0, inputs: { run: "never" } };
	await scene({ name: "it is merged", event: world.event("push"), job: releases });
	await world.act("push", { ...releases, inputs: { ...releases.inputs, token: releases.token } });
	const moves = { token: "ghs_moves", fetchDepth: 0, inputs: { run: "here" } };
	await scene({ name: "somebody rolls back", event: await write(pull, "/mainline rollback prod"), job: moves });
	return scenes;
}

let copies = 0;

async function keep({ world }: Lanes, about: Omit<Scene, "kept">): Promise<Scene> {
	const { directory } = world.place;
	const kept = `${directory}.kept-${++copies}`;
	for (const runner of ["runner", "hosted", "gpu", "trusted"]) {
		await rm(join(directory, runner), { recursive: true, force: true });
	}
	await cp(directory, kept, { recursive: true });
	return { ...about, kept };
}
