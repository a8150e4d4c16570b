import type { GoldenProof, GoldenRequest } from "./golden/model.ts";
import { allRight, goldenWords } from "./golden/words.ts";
import type { ProbeResult } from "./probe.ts";
import { addressOf, askKnown, patienceOf, prove, tryDeploy, unlessItFails, whatRuns } from "./proof.ts";
import { leaveOrPutBack, type PutBack, putBack, type WayBack } from "./put-back.ts";
import { type Before, lookBefore } from "./standing.ts";

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
	| ({
			readonly ok: false;
			readonly reason: string;
			readonly log: readonly string[];
			/** What was answered wrongly, where that is why. */
			readonly golden: GoldenProof | null;
			/** Others have to act before it can run; what ran before was left alone. */
			readonly waits?: boolean;
			/** Somebody on the way there did not answer: that says nothing of the version. */
			readonly passing?: boolean;
	  } & PutBack);

export interface Rollout extends WayBack {
	/** Requests of the version that is deployed, whose answers are known. */
	readonly golden: readonly GoldenRequest[];
	/** An earlier version comes back: a wrong answer of it is told, and does not bring back what it was to replace. */
	readonly wayBack: boolean;
}

/** Deploys by digest and proves through the environment's public address that the new version answers. */
export async function rollOut(rollout: Rollout): Promise<RolloutResult> {
	const { target, deployment, clock } = rollout;
	const before = rollout.isFirst === true ? await lookBefore(rollout, deployment) : null;
	const start = clock.monotonic();
	const deployed = await tryDeploy(() => target.deploy(deployment));
	if (!deployed.ok && deployed.waits === true) {
		const { reason, log } = deployed;
		return {
			ok: false,
			waits: true,
			reason,
			log,
			golden: null,
			restored: rollout.previous === null ? null : true,
			back: null,
		};
	}
	if (!deployed.ok) {
		// the embedded target never switched; a command may have done anything
		const { reason, log, passing } = deployed;
		const told = { reason, log, ...(passing === true ? { passing } : {}) };
		return { ok: false, ...told, golden: null, ...(await leaveOrPutBack(rollout, before)) };
	}
	const proof = await prove(rollout, deployment, patienceOf(rollout));
	if (proof !== null && !proof.ok) return unproven(rollout, { why: proof.reason, golden: null, before });
	const servingMs = clock.monotonic() - start;
	const golden = await askKnown(rollout, deployment, rollout.golden);
	if (golden !== null && !allRight(golden) && !rollout.wayBack)
		return unproven(rollout, { why: goldenWords(golden), golden, before });
	return { ok: true, changed: deployed.changed, probe: proof, golden, servingMs };
}

/** Whether the version runs there now, asked once: undefined when nobody can tell. */
export async function runsNow(rollout: Rollout): Promise<boolean | undefined> {
	const running = await whatRuns(rollout);
	if (running !== undefined && running !== rollout.deployment.digest) return false;
	const proof = await prove(rollout, rollout.deployment, 0);
	// one that is ready and does not say what it is may be any version
	const says = proof !== null && !(proof.ok && proof.untold === true);
	return says ? proof.ok : running === undefined ? undefined : true;
}

interface Doubt {
	readonly why: string;
	readonly golden: GoldenProof | null;
	readonly before: Before | null;
}

async function unproven(rollout: Rollout, { why, golden, before }: Doubt): Promise<RolloutResult> {
	const { deployment, target } = rollout;
	const reason = `${deployment.version} was deployed, but ${addressOf(rollout)} does not prove it: ${why}`;
	const log = (await unlessItFails(() => target.logs(deployment))) ?? [];
	return { ok: false, reason, log, golden, ...(await putBack(rollout, before)) };
}
