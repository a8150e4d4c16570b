import { expect, it } from "vitest";
import type { ContainerTargetOptions, Deployment } from "../../../src/environments/index.ts";
import { askFiftyTimesASecond } from "../targets/client.ts";
import type { CallFault } from "../targets/faulty-program.ts";
import type { EngineWorld } from "./world.ts";

interface Fault {
	readonly fault: CallFault;
	readonly on: boolean;
}

/** An engine that hangs, or refuses, may go on with that. */
const FAULTS: readonly Fault[] = [
	{ fault: "hang", on: false },
	{ fault: "lost", on: false },
	{ fault: "refuse", on: false },
	{ fault: "hang", on: true },
	{ fault: "refuse", on: true },
];
/** Every fault at every call, in a quarter of an hour; else a call meets one of them, the next call another. */
const ALL = process.env["TARGET_FAULTS"] === "all";

export interface Versions {
	readonly first: Deployment;
	readonly second: Deployment;
}

export interface Suite {
	readonly world: () => EngineWorld;
	readonly versions: () => Versions;
	readonly settings?: () => Partial<ContainerTargetOptions>;
	/** Of the calls, each third and the like. */
	readonly nth?: number;
}

/** Spoils calls in turn, and does it again. */
export function itBegins({ world, versions, settings = () => ({}), nth = 1 }: Suite): void {
	it("a first deploy ends in one container that answers", async () => {
		const { first } = versions();
		const [here, more] = [world(), settings()];
		const calls = await usual(here, first, null, more);
		await here.target(more).stop();
		for (const [call, fault] of turns(calls, nth)) {
			const about = `${nameOf(fault)} at ${calls[call - 1]} (${call} of ${calls.length})`;
			await spoilt(here, { call, fault, deployment: first, previous: null, more });
			await again(here, { about, deployment: first, previous: null, more });
			await here.target(more).stop();
			expect([about, await here.containers()]).toEqual([about, []]);
		}
	}, 600_000);
}

export function itReplaces({ world, versions, settings = () => ({}), nth = 1 }: Suite): void {
	it("a deploy, and a way back, end in one container that answers, and nobody is turned away meanwhile", async () => {
		const [here, more] = [world(), settings()];
		let [previous, deployment] = [versions().first, versions().second];
		await here.target(more).deploy(previous);
		const calls = await usual(here, deployment, previous, more);
		[previous, deployment] = [deployment, previous];
		for (const [call, fault] of turns(calls, nth)) {
			const about = `${nameOf(fault)} at ${calls[call - 1]} (${call} of ${calls.length}) on the way to ${deployment.version}`;
			const client = askFiftyTimesASecond(`http://127.0.0.1:${here.port}/`);
			const went = await spoilt(here, { call, fault, deployment, previous, more });
			if (isTriedAgain(fault, calls[call - 1])) expect([about, went]).toEqual([about, true]);
			expect([about, await here.version()]).toEqual([about, (went ? deployment : previous).version]);
			await again(here, { about, deployment, previous, more });
			const { failures } = await client.stop();
			expect([about, failures]).toEqual([about, []]);
			[previous, deployment] = [deployment, previous];
		}
	}, 600_000);
}

/** An engine may stumble over a question, and says the next time what is the case. */
function isTriedAgain({ fault, on }: Fault, call = ""): boolean {
	return fault !== "hang" && !on && /^\S+ (?:ps|container inspect|image inspect|volume ls) /.test(call);
}

/** The calls of it where nothing goes wrong. */
async function usual(
	here: EngineWorld,
	deployment: Deployment,
	previous: Deployment | null,
	more: Partial<ContainerTargetOptions>,
): Promise<string[]> {
	here.faulty.arm({ call: 0, fault: "refuse" });
	expect(await here.rollOut(deployment, previous, more)).toMatchObject({ ok: true, changed: true });
	return here.faulty.calls();
}

function turns(calls: readonly string[], nth: number): (readonly [number, Fault])[] {
	const chosen = calls.map((_, n) => n).filter((n) => ALL || n % nth === nth - 1);
	return chosen.flatMap((n, turn) => {
		const inTurn = FAULTS.filter((_, each) => ALL || each === turn % FAULTS.length);
		return inTurn.map((fault) => [n + 1, fault] as const);
	});
}

function nameOf({ fault, on }: Fault): string {
	return on ? `${fault} from then on` : fault;
}

interface Trial {
	readonly deployment: Deployment;
	readonly previous: Deployment | null;
	readonly more: Partial<ContainerTargetOptions>;
}

async function spoilt(
	here: EngineWorld,
	{ call, fault, deployment, previous, more }: Trial & { readonly call: number; readonly fault: Fault },
): Promise<boolean> {
	here.faulty.arm({ call, ...fault });
	const { ok } = await here.rollOut(deployment, previous, more);
	here.faulty.arm({ call: 0, fault: "refuse" });
	return ok;
}

async function again(
	here: EngineWorld,
	{ about, deployment, previous, more }: Trial & { readonly about: string },
): Promise<void> {
	expect([about, await here.rollOut(deployment, previous, more)]).toMatchObject([about, { ok: true }]);
	expect([about, await here.containers()]).toEqual([about, [`${deployment.version.replaceAll(".", "-")} Up`]]);
	expect([about, await here.version()]).toEqual([about, deployment.version]);
	expect([about, await here.target(more).running()]).toEqual([about, deployment.digest]);
}
