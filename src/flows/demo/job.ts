import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { infrastructure } from "../../kernel/index.ts";
import { type Delivery, type RunnerResult, runAction } from "../../standin/index.ts";
import { JOB_TOKEN, type Scene } from "./scene.ts";

/** What a job did, and how long it took, from the event to its end. */
export interface Job {
	readonly result: RunnerResult;
	readonly seconds: number;
}

const EVENT_MS = 10_000;

/** Does something at GitHub, and then what its event starts: the action, on the demo's own runner. */
export async function jobAfter(scene: Scene, happening: () => Promise<unknown>): Promise<Job> {
	const { gitHub, context } = scene;
	const told = gitHub.deliveries.length;
	await happening();
	const event = await eventSince(scene, told);
	const start = context.clock.monotonic();
	const result = await runAction({
		gitHub,
		event,
		token: JOB_TOKEN,
		action: scene.action,
		inputs: { token: JOB_TOKEN },
		directory: join(scene.dir, "runner"),
		fetchDepth: 0,
		environment: scene.environment,
		signal: context.signal,
	});
	const seconds = (context.clock.monotonic() - start) / 1000;
	await appendFile(join(scene.dir, "jobs.log"), `\n=== ${event.name}\n${result.stdout}${result.stderr}`);
	context.signal.throwIfAborted();
	return { result, seconds };
}

async function eventSince({ gitHub, context }: Scene, told: number): Promise<Delivery> {
	const end = context.clock.monotonic() + EVENT_MS;
	while (context.clock.monotonic() < end) {
		const event = gitHub.deliveries.slice(told).find(starts);
		if (event !== undefined) return event;
		await context.clock.sleep(5);
	}
	throw infrastructure("demo-event", "GitHub's stand-in told of no event", { hint: "run the demo again" });
}

function starts({ name, payload, startsWorkflows }: Delivery): boolean {
	if (!startsWorkflows) return false;
	if (name === "push") return payload["ref"] === "refs/heads/main";
	return name === "pull_request" && payload["action"] === "opened";
}
