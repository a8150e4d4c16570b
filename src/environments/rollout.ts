import { type Clock, Failure, type Progress, type Sha256 } from "../kernel/index.ts";
import { askGolden } from "./golden/ask.ts";
import type { GoldenProof, GoldenRequest } from "./golden/model.ts";
import { allRight, goldenWords } from "./golden/words.ts";
import { type ProbeResult, probe } from "./probe.ts";
import type { Deployment, Target } from "./targets/target.ts";

/** What became of bringing a version into an environment. */
export type RolloutResult =
	| {
			readonly ok: true;
			/** False when it ran there already. */
			readonly changed: boolean;
			/** The proof; null where the environment has no address to ask. */
			readonly probe: ProbeResult | null;
			/** What its golden requests were answered; null where it has none. Wrong only on a way back. */
			readonly golden: GoldenProof | null;
			/** From the start of the deploy until the new version answered, in milliseconds. */
			readonly servingMs: number;
	  }
	| {
			readonly ok: false;
			readonly reason: string;
			readonly log: readonly string[];
			/** Whether the earlier version runs: it was left alone, or was put back. Null when there was none. */
			readonly restored: boolean | null;
			/** What was answered wrongly, where that is why. */
			readonly golden: GoldenProof | null;
	  };

export interface Rollout {
	readonly target: Target;
	readonly deployment: Deployment;
	/** What to put back when the new version does not prove itself. */
	readonly previous: Deployment | null;
	/** The environment's public address; the target's own where null. */
	readonly probe: string | null;
	readonly probeMs: number;
	/** Requests of the version that is deployed, whose answers are known. */
	readonly golden: readonly GoldenRequest[];
	/** An earlier version comes back: a wrong answer of it is told, and does not bring back what it was to replace. */
	readonly wayBack: boolean;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly progress: Progress;
}

/** Deploys by digest and proves through the environment's public address that the new version answers. */
export async function rollOut(rollout: Rollout): Promise<RolloutResult> {
	const start = rollout.clock.monotonic();
	const deployed = await tryDeploy(rollout, rollout.deployment);
	if (!deployed.ok) {
		// the embedded target never switched; a command may have done anything
		const untouched = (await whatRuns(rollout)) === rollout.previous?.digest && rollout.previous !== null;
		const restored = rollout.previous === null ? null : untouched || (await putBack(rollout));
		return { ok: false, reason: deployed.reason, log: deployed.log, restored, golden: null };
	}
	const proof = await prove(rollout, Math.max(rollout.probeMs, rollout.target.proofMs ?? 0));
	if (proof !== null && !proof.ok) return unproven(rollout, proof.reason, null);
	const servingMs = rollout.clock.monotonic() - start;
	const golden = await askKnown(rollout);
	if (golden !== null && !allRight(golden) && !rollout.wayBack) return unproven(rollout, goldenWords(golden), golden);
	return { ok: true, changed: deployed.changed, probe: proof, golden, servingMs };
}

/** Asks through the environment's public address what the version's answers are known to be. */
async function askKnown({ golden, deployment, target, ...rollout }: Rollout): Promise<GoldenProof | null> {
	if (golden.length === 0) return null;
	const { clock, signal } = rollout;
	const url = rollout.probe ?? target.url;
	if (url === null) return { asked: [], notAsked: `${deployment.environment} has no address to ask` };
	return { asked: await askGolden({ url, model: deployment.model, requests: golden, clock, signal }), notAsked: null };
}

/** Whether the version runs there now, asked once: undefined when nobody can tell. */
export async function runsNow(rollout: Rollout): Promise<boolean | undefined> {
	const running = await whatRuns(rollout);
	if (running !== undefined && running !== rollout.deployment.digest) return false;
	const proof = await prove(rollout, 0);
	return proof === null ? (running === undefined ? undefined : true) : proof.ok;
}

async function prove({ target, deployment, ...rollout }: Rollout, deadlineMs: number): Promise<ProbeResult | null> {
	const url = rollout.probe ?? target.url;
	if (url === null) return null;
	const { model, version } = deployment;
	return probe({ url, model, version, deadlineMs, clock: rollout.clock, signal: rollout.signal });
}

async function unproven(rollout: Rollout, why: string, golden: GoldenProof | null): Promise<RolloutResult> {
	const { deployment, target } = rollout;
	const reason = `${deployment.version} was deployed, but ${rollout.probe ?? target.url} does not prove it: ${why}`;
	const log = (await unlessItFails(() => target.logs(deployment))) ?? [];
	return { ok: false, reason, log, restored: await putBack(rollout), golden };
}

async function putBack(rollout: Rollout): Promise<boolean | null> {
	const { previous, deployment, progress } = rollout;
	if (previous === null || previous.digest === deployment.digest) return null;
	progress.warn(`${deployment.environment}: putting ${previous.version} back`);
	return (await tryDeploy(rollout, { ...previous, previousImage: deployment.image })).ok;
}

/** The digest that the target says it runs; null for none, undefined where it cannot tell. */
export function whatRuns({ target }: Pick<Rollout, "target">): Promise<Sha256 | null | undefined> {
	return unlessItFails(() => target.running());
}

/** A place that cannot be asked says nothing, which is no reason to leave the other environments alone. */
async function unlessItFails<T>(ask: () => Promise<T>): Promise<T | undefined> {
	try {
		return await ask();
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		return undefined;
	}
}

type Tried = { ok: true; changed: boolean } | { ok: false; reason: string; log: readonly string[] };

/** A failure in one environment must not keep the others from theirs. */
async function tryDeploy({ target }: Rollout, deployment: Deployment): Promise<Tried> {
	try {
		return await target.deploy(deployment);
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		const { hint, found } = cause.details;
		const reason = hint === undefined ? cause.message : `${cause.message} (${hint})`;
		return { ok: false, reason, log: found === undefined ? [] : [found] };
	}
}
