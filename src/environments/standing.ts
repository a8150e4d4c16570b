import { infrastructure } from "../kernel/index.ts";
import { fetchOnce } from "./http.ts";
import { type Asking, addressOf, patienceOf, tryDeploy, unlessItFails } from "./proof.ts";
import type { Deployment, Standing } from "./targets/target.ts";

/** What ran in an environment before anything of ours did, and how it was found. */
export interface Before {
	readonly standing: Standing;
	/** Whether it said that it is ready; null where there is no address to ask. */
	readonly answered: boolean | null;
}

const ONE_REQUEST_MS = 2000;
const PAUSE_MS = 500;

/** To be asked before the first deploy; null where nothing ran, or the target cannot tell. */
export async function lookBefore(asking: Asking, deployment: Deployment): Promise<Before | null> {
	const standing = await unlessItFails(async () => (await asking.target.standing?.(deployment)) ?? null);
	if (standing == null) return null;
	const url = addressOf(asking);
	return { standing, answered: url === null ? null : await isReady(url) };
}

/**
 * Puts it back. No version of ours is known of it, so it is asked no more than whether it is ready; and that only where it said so before:
 * another protocol's silence proves nothing.
 */
export async function putStandingBack(
	asking: Asking,
	{ standing, answered }: Before,
	environment: string,
): Promise<{ readonly restored: boolean; readonly back: string }> {
	const what = `what ran in ${environment} before, ${standing.image},`;
	asking.progress.warn(`${environment}: putting back ${standing.image}`);
	const done = await tryDeploy(() => standing.putBack());
	if (!done.ok) return { restored: false, back: `${what} could not be put back: ${done.reason}` };
	const words = `${what} was ${done.changed ? "put back" : "left running"}`;
	if (answered !== true) return { restored: standing.isSeen, back: `${words}; whether it answers was not asked` };
	const ready = await untilReady(asking);
	return { restored: ready, back: `${words} ${ready ? "and is ready" : "and does not say that it is ready"}` };
}

async function untilReady(asking: Asking): Promise<boolean> {
	const { clock, signal } = asking;
	const url = addressOf(asking);
	const deadline = clock.monotonic() + patienceOf(asking);
	for (;;) {
		if (url !== null && (await isReady(url))) return true;
		if (signal.aborted) throw infrastructure("interrupted", "stopped while waiting for what ran before");
		if (clock.monotonic() + PAUSE_MS >= deadline) return false;
		await clock.sleep(PAUSE_MS);
	}
}

async function isReady(url: string): Promise<boolean> {
	const question = { timeoutMs: ONE_REQUEST_MS, most: 1 << 20 };
	const answer = await fetchOnce(`${url.replace(/\/+$/, "")}/v2/health/ready`, question).catch(() => null);
	return answer?.status === 200;
}
