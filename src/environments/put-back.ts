import type { GoldenRequest } from "./golden/model.ts";
import { allRight, goldenWords } from "./golden/words.ts";
import { type Asking, addressOf, askKnown, patienceOf, prove, tryDeploy, whatRuns } from "./proof.ts";
import { type Before, putStandingBack } from "./standing.ts";
import type { Deployment } from "./targets/target.ts";

/** What became of the version before, after another one did not prove itself. */
export interface PutBack {
	/** True only where it was asked and answered, as after a deploy. Null when there was none. */
	readonly restored: boolean | null;
	/** What was done and found, in a sentence part; null when there was none. */
	readonly back: string | null;
}

/** A version that failed, and the one that is to run again. */
export interface WayBack extends Asking {
	readonly deployment: Deployment;
	/** What to put back when the new version does not prove itself. */
	readonly previous: Deployment | null;
	/** Nothing of ours was ever there: what ran before, the target may know. */
	readonly isFirst?: boolean;
	/** Looks up the requests of the version before whose answers are known; absent: it has none. */
	readonly goldenBefore?: () => Promise<readonly GoldenRequest[]>;
}

/** What runs already has no start to wait for. */
const GLANCE_MS = 1000;

/** Leaves the version before alone where it still runs and answers; else puts it back. */
export async function leaveOrPutBack(way: WayBack, before: Before | null): Promise<PutBack> {
	const { previous } = way;
	if (previous === null || (await whatRuns(way)) !== previous.digest) return putBack(way, before);
	const found = await judged(way, previous, { words: `${previous.version} was left running`, deadlineMs: GLANCE_MS });
	return found.answers ? found.told : putBack(way, before);
}

/** Deploys the version before, and asks it as any other before it is believed. */
export async function putBack(way: WayBack, before: Before | null): Promise<PutBack> {
	const { previous, deployment, progress } = way;
	if (previous === null && before !== null) return putStandingBack(way, before, deployment.environment);
	if (previous === null || previous.digest === deployment.digest) return { restored: null, back: null };
	const { version, environment } = previous;
	progress.warn(`${environment}: putting ${version} back`);
	const deployed = await tryDeploy(() => way.target.deploy({ ...previous, previousImage: deployment.image }));
	if (!deployed.ok) {
		const back = `${version} could not be put back: ${deployed.reason}`;
		// whether it stays is another matter: a place that cannot be told anything may be half way to the other one
		const answers = (await prove(way, previous, 0))?.ok === true;
		return { restored: false, back: answers ? `${back}; it answers all the same` : back };
	}
	return (await judged(way, previous, { words: `${version} was put back`, deadlineMs: patienceOf(way) })).told;
}

interface Judged {
	readonly answers: boolean;
	readonly told: PutBack;
}

async function judged(
	way: WayBack,
	previous: Deployment,
	{ words, deadlineMs }: { readonly words: string; readonly deadlineMs: number },
): Promise<Judged> {
	const proof = await prove(way, previous, deadlineMs);
	if (proof === null) {
		const back = `${words}; whether it answers is not known, ${previous.environment} has no address to ask`;
		return { answers: true, told: { restored: true, back } };
	}
	if (!proof.ok) {
		const back = `${words}, and does not answer: ${addressOf(way)}: ${proof.reason}`;
		return { answers: false, told: { restored: false, back } };
	}
	const golden = await askKnown(way, previous, (await way.goldenBefore?.()) ?? []);
	if (golden === null) return { answers: true, told: { restored: true, back: `${words} and answers` } };
	const back = `${words} and answers, ${goldenWords(golden)}`;
	return { answers: true, told: { restored: allRight(golden), back } };
}
