import { expect } from "vitest";
import type { Exchange, Fault, FaultPlan, Road, RunnerResult } from "../../../src/standin/index.ts";
import { type End, endOf, openChecks } from "./end.ts";
import type { Scene, Story } from "./story.ts";

/** What passes by itself: the job must come to its end all the same. */
export const PASSING = [
	{ kind: "drop-after-handling" },
	{ kind: "status", status: 500 },
	{ kind: "secondary-rate-limit", retryAfterSeconds: 2 },
	{ kind: "drop-connection" },
	{ kind: "too-many-requests", retryAfterSeconds: 2 },
	{ kind: "silence" },
] as const satisfies readonly Fault[];

/** What stays until somebody runs the job again. */
export const LASTING = [
	{ kind: "status", status: 502 },
	{ kind: "status", status: 401 },
	{ kind: "rate-limit", resetInSeconds: 3000 },
] as const satisfies readonly Fault[];

/** One call is refused; what GitHub means by that nobody can tell. */
export const REFUSED = [
	{ kind: "status", status: 404 },
	{ kind: "status", status: 403 },
] as const satisfies readonly Fault[];

/** What goes wrong beside the API. Nothing there is asked twice in one job, but for downloads. */
export const BESIDE = {
	git: [
		{ kind: "status", status: 503 },
		{ kind: "status", status: 403 },
		{ kind: "drop-connection" },
		{ kind: "drop-after-handling" },
		{ kind: "cut" },
	],
	artifacts: [
		{ kind: "status", status: 500 },
		{ kind: "status", status: 404 },
		{ kind: "drop-connection" },
		{ kind: "cut" },
		{ kind: "garbled" },
	],
} as const satisfies Record<Road, readonly Fault[]>;

/** An undisturbed job: what it asks of GitHub, and where it leads. */
export interface Good {
	readonly code: number | null;
	readonly calls: readonly string[];
	/** Requests beside the API. */
	readonly beside: Readonly<Record<Road, number>>;
	readonly end: End;
}

export async function goodRun(story: Story, scene: Scene): Promise<Good> {
	const lanes = await story.begin(scene);
	const calls: string[] = [];
	const stop = lanes.world.gitHub.onExchange(({ method, route, path }: Exchange) => {
		calls.push(`${method} ${route ?? path}`);
	});
	const never = (road: Road) => lanes.world.gitHub.fail({ at: { road, nth: 0 }, with: { kind: "cut" } });
	const counters = { git: never("git"), artifacts: never("artifacts") };
	const { code, stdout } = await story.act(scene);
	stop();
	expect([0, 1], stdout).toContain(code);
	const beside = { git: counters.git.seen, artifacts: counters.artifacts.seen };
	return { code, calls, beside, end: await endOf(lanes) };
}

export interface Trial {
	readonly scene: Scene;
	readonly good: Good;
	/** From 1. */
	readonly at: number;
	/** Absent: the API's. */
	readonly road?: Road;
	readonly fault: Fault;
}

/** A fault that passes: the job comes to the same end, and once more changes nothing. */
export async function passes(story: Story, { scene, good, at, fault }: Trial, again = false): Promise<void> {
	const lanes = await story.begin(scene);
	const ordered = lanes.world.gitHub.fail({ at, with: fault });
	const result = await story.act(scene);
	const where = place({ scene, good, at, fault });
	expect(ordered.fired, where).toBe(1);
	ordered.cancel();
	plain(result, where);
	expect(await endOf(lanes), `${where}\n${result.stdout}`).toEqual(good.end);
	expect(result.code, `${where}\n${result.stdout}`).toBe(good.code);
	expect(await story.pauses(), where).toBeLessThanOrEqual(20_000);
	if (!again) return;
	const second = await story.act(scene);
	const end = asks(scene) ? (all: End) => all : (all: End) => settled(scene, all);
	expect(end(await endOf(lanes)), `${where}, once more\n${second.stdout}`).toEqual(end(good.end));
	if (asks(scene)) expect(second.code, `${where}, once more\n${second.stdout}`).toBe(0);
}

/** A fault that stays, a refusal, or one beside the API: said in a sentence, no check left open by the step after, and right when it is run again. */
export async function recovers(story: Story, trial: Trial, lasting: boolean): Promise<void> {
	const { scene, good, road, fault } = trial;
	const lanes = await story.begin(scene);
	const ordered = lanes.world.gitHub.fail({ at: planOf(trial, lasting), with: fault });
	const result = await story.act(scene);
	const where = place(trial);
	expect(ordered.fired, where).toBeGreaterThan(0);
	ordered.cancel();
	plain(result, where);
	if (result.code === 3) expect(result.stdout, where).toMatch(TROUBLE);
	else
		expect([good.code, ...(lasting && road === undefined ? [] : [0, 1])], `${where}\n${result.stdout}`).toContain(
			result.code,
		);
	expect(await story.pauses(), where).toBeLessThanOrEqual(300_000);
	if (scene.concludes && result.code !== 0) {
		await story.act(scene, { command: "conclude" });
		expect(openChecks(lanes), where).toEqual([]);
	}
	const second = await story.act(scene);
	expect(settled(scene, await endOf(lanes)), `${where}, once more\n${second.stdout}`).toEqual(settled(scene, good.end));
	if (!asks(scene)) expect(second.code, `${where}, once more\n${second.stdout}`).toBe(good.code);
}

const TROUBLE =
	/^mainline: (GitHub (answered|did not answer|refused)|git could not (get|send) .+ (from|to) 127\.0\.0\.1:\d+:|origin refused) .+\n.+/m;

function planOf({ at, road }: Trial, lasting: boolean): FaultPlan["at"] {
	const nth = lasting ? { from: at } : at;
	return road === undefined ? nth : { road, nth };
}

/** A command that is carried out, but was not answered, is answered so: "nothing of it runs", "it is at work already". */
function asks({ name }: Scene): boolean {
	return name.startsWith("somebody");
}

function settled(scene: Scene, end: End): unknown {
	// what ran the first time is found the second time, and the comment says so
	if (!asks(scene) && scene.name !== "a pull request in one lane") return end;
	const { comments, reactions: _, ...rest } = end;
	return { ...rest, comments: comments.map(({ issue, author }) => ({ issue, author })) };
}

function place({ scene, good, at, road, fault }: Trial): string {
	const call = road === undefined ? `call ${at}, ${good.calls[at - 1]}` : `request ${at} of ${road}`;
	return `${scene.name}: ${JSON.stringify(fault)} at ${call}`;
}

/** Nothing but words for people, and no secret among them. */
function plain({ code, stdout, stderr }: RunnerResult, where: string): void {
	const said = stdout.replace(/^::add-mask::.*$/m, "") + stderr;
	expect(said, where).not.toMatch(/\n\s+at |Mainline itself failed|ghs_|node:internal/);
	expect([0, 1, 3], `${where}\n${said}`).toContain(code);
}
