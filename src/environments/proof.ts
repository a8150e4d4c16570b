import { type Clock, Failure, type Progress, type Sha256 } from "../kernel/index.ts";
import { askGolden } from "./golden/ask.ts";
import type { GoldenProof, GoldenRequest } from "./golden/model.ts";
import { type ProbeResult, probe } from "./probe.ts";
import type { Deployment, DeployResult, Target } from "./targets/target.ts";

/** A place, and how it is asked whether a version runs there. */
export interface Asking {
	readonly target: Target;
	/** The environment's public address; the target's own where null. */
	readonly probe: string | null;
	readonly probeMs: number;
	/** The server does not tell its version. */
	readonly untold?: boolean | undefined;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly progress: Progress;
}

/** Where people reach what runs there; null when nobody knows. */
export function addressOf({ probe: url, target }: Pick<Asking, "probe" | "target">): string | null {
	return url ?? target.url;
}

/** How long a version may take until it answers there. */
export function patienceOf({ probeMs, target }: Asking): number {
	return Math.max(probeMs, target.proofMs ?? 0);
}

/** Whether the version answers at the public address; null where there is none. */
export async function prove(
	asking: Asking,
	{ model, version }: Deployment,
	deadlineMs: number,
): Promise<ProbeResult | null> {
	const url = addressOf(asking);
	if (url === null) return null;
	const { untold, clock, signal } = asking;
	return probe({ url, model, version, untold, deadlineMs, clock, signal });
}

/** Asks at the public address what the version's answers are known to be; null where none are. */
export async function askKnown(
	asking: Asking,
	{ model, version, environment }: Deployment,
	requests: readonly GoldenRequest[],
): Promise<GoldenProof | null> {
	if (requests.length === 0) return null;
	const url = addressOf(asking);
	if (url === null) return { asked: [], notAsked: `${environment} has no address to ask` };
	const { clock, signal } = asking;
	return { asked: await askGolden({ url, model, version, requests, clock, signal }), notAsked: null };
}

/** The digest that the target says it runs; null for none, undefined where it cannot tell. */
export function whatRuns({ target }: Pick<Asking, "target">): Promise<Sha256 | null | undefined> {
	return unlessItFails(() => target.running());
}

/** Since when the target has run what it runs, without a break; null where it cannot tell. */
export async function upSinceOf({ target }: Pick<Asking, "target">): Promise<Date | null> {
	const since = (await unlessItFails(async () => (await target.upSince?.()) ?? null)) ?? null;
	return since === null || Number.isNaN(since.getTime()) ? null : since;
}

/** A place that cannot be asked says nothing, which is no reason to leave the other environments alone. */
export async function unlessItFails<T>(ask: () => Promise<T>): Promise<T | undefined> {
	try {
		return await ask();
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		return undefined;
	}
}

/** A failure in one environment must not keep the others from theirs. */
export async function tryDeploy(deploy: () => Promise<DeployResult>): Promise<DeployResult> {
	try {
		return await deploy();
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code === "interrupted") throw cause;
		const { hint, found } = cause.details;
		const reason = hint === undefined ? cause.message : `${cause.message} (${hint})`;
		const passing = cause.kind === "infrastructure" ? { passing: true } : {};
		return { ok: false, reason, log: found === undefined ? [] : [found], ...passing };
	}
}
