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

/** Spoils each call in turn, and does it again. */
export function itSurvivesEachCall(
	world: () => EngineWorld,
	versions: () => Versions,
	settings: () => Partial<ContainerTargetOptions> = () => ({}),
): void {
	it("a first deploy ends in one container that answers", async () => {
		const { first } = versions();
		const [here, more] = [world(), settings()];
		const calls = await usual(here, first, null, more);
		await here.target(more).stop();
		for (const [call, fault] of turns(calls).filter((_, n) => ALL || n % 3 === 2)) {
			const about = `${nameOf(fault)} at ${calls[call - 1]} (${call} of ${calls.length})`;
			await spoilt(here, { call, fault, deployment: first, previous: null, more });
			await again(here, { about, deployment: first, previous: null, more });
			await here.target(more).stop();
			expect([about, await here.containers()]).toEqual([about, []]);
		}
	}, 600_000);

	it("a deploy, and a way back, end in one container that answers, and nobody is turned away meanwhile", async () => {
		const [here, more] = [world(), settings()];
		let [previous, deployment] = [versions().first, versions().second];
		await here.target(more).deploy(previous);
		const calls = await usual(here, deployment, previous, more);
		[previous, deployment] = [deployment, previous];
		for (const [call, fault] of turns(calls)) {
			const about = `${nameOf(fault)} at ${calls[call - 1]} (${call} of ${calls.length}) on the way to ${deployment.version}`;
			const client = askFiftyTimesASecond(`http://127.0.0.1:${here.port}/`);
			const went = await spoilt(here, { call, fault, deployment, previous, more });
			// it says what runs now: the old one, or the new one
			if (!went) expect([about, await here.version()]).toEqual([about, previous.version]);
			await again(here, { about, deployment, previous, more });
			const { failures } = await client.stop();
			expect([about, failures]).toEqual([about, []]);
			[previous, deployment] = [deployment, previous];
		}
	}, 600_000);
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

function turns(calls: readonly string[]): (readonly [number, Fault])[] {
	return calls.flatMap((_, n) => {
		const inTurn = FAULTS.filter((_, each) => ALL || each === n % FAULTS.length);
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
