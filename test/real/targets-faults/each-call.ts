import { expect, it } from "vitest";
import type { ContainerTargetOptions, Deployment } from "../../../src/environments/index.ts";
import { askFiftyTimesASecond } from "../targets/client.ts";
import { aboutFault, type Fault, faultsInTurn } from "./in-turn.ts";
import { type EngineWorld, LIMITS } from "./world.ts";

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
		for (const [call, fault] of faultsInTurn(calls, nth)) {
			const about = aboutFault(calls, call, fault);
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
		await here.forget(deployment);
		const calls = await usual(here, deployment, previous, more);
		[previous, deployment] = [deployment, previous];
		for (const [call, fault] of faultsInTurn(calls, nth)) {
			const about = `${aboutFault(calls, call, fault)} on the way to ${deployment.version}`;
			await here.forget(deployment);
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
	const settings = fault.fault === "hang" ? { ...more, limits: LIMITS } : more;
	const { ok } = await here.rollOut(deployment, previous, settings);
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
