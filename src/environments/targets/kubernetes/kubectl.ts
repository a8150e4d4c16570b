import type { KubernetesDeploy } from "../../../config/index.ts";
import { type Clock, infrastructure } from "../../../kernel/index.ts";
import { type RunResult, run } from "../../../shell/index.ts";
import { lastLinesOf } from "../tail.ts";

/** kubectl of this machine, for one namespace of a cluster that is always named. */
export interface Cluster extends Pick<KubernetesDeploy, "context" | "namespace"> {
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** How long a cluster may take to answer, all tries together; absent: half a minute. */
	readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;
/** kubectl looks around before it asks, several times where it hears nothing: one of them may not take all the time. */
const REQUESTS = 3;
const PAUSE_MS = 1000;
/** What kubectl says when nobody answered it. */
const UNREACHABLE =
	/Unable to connect to the server|server .* was refused|timed? ?out|deadline exceeded|connection reset|\bEOF\b/i;

/** The code of a failure that may be over at the next try. */
export const REFUSES = "cluster-refuses";
/** The same, of a cluster that said nothing. */
export const SILENT = "cluster-silent";

/** Whatever kubectl answered; where it reached nobody it is asked again, as long as there is time. Failures `program-missing`, `interrupted`, `cluster-silent`. */
export async function kubectl(cluster: Cluster, args: readonly string[]): Promise<RunResult> {
	const { context, namespace, signal, clock, patienceMs = PATIENCE_MS } = cluster;
	const where = [`--context=${context}`, `--namespace=${namespace}`];
	const timeout = `--request-timeout=${Math.ceil(patienceMs / REQUESTS)}ms`;
	const deadline = clock.monotonic() + patienceMs;
	for (;;) {
		const left = Math.max(1, Math.ceil(deadline - clock.monotonic()));
		const result = await run("kubectl", [...where, ...args, timeout], { signal, timeoutMs: left });
		if (signal.aborted) throw infrastructure("interrupted", "stopped while kubectl was at work");
		if (result.timedOut && result.code !== 0) throw silentFor(cluster, args, result);
		if (result.code === 0 || !UNREACHABLE.test(result.stderr)) return result;
		if (clock.monotonic() + PAUSE_MS >= deadline) return result;
		await clock.sleep(PAUSE_MS, signal);
	}
}

function silentFor({ context, patienceMs = PATIENCE_MS }: Cluster, args: readonly string[], result: RunResult): Error {
	const said = lastLinesOf(result.stderr).at(-1);
	const step = args.slice(0, 3).join(" ");
	return infrastructure(
		SILENT,
		`the cluster of context ${context} gave no answer to \`${step}\` for ${patienceMs / 1000} s`,
		{
			...(said === undefined ? {} : { found: said }),
			hint: "see to the network, or to what the context logs in with, then run again: what is done already is not done twice",
		},
	);
}

/** An answer in JSON; a cluster that gives none is a failure: `cluster-refuses`. */
export async function askCluster(cluster: Cluster, args: readonly string[]): Promise<unknown> {
	const result = await kubectl(cluster, [...args, "--output=json"]);
	if (result.code === 0) return JSON.parse(result.stdoutText) as unknown;
	throw refusedBy(cluster, args, result);
}

export function refusedBy({ context, namespace }: Cluster, args: readonly string[], result: RunResult): Error {
	const said = lastLinesOf(result.stderr).at(-1) ?? `exit code ${result.code}`;
	return infrastructure(REFUSES, `the cluster of context ${context} refuses: ${said}`, {
		found: said,
		hint: `does \`kubectl --context=${context} --namespace=${namespace} ${args.slice(0, 3).join(" ")}\` work in this job?`,
	});
}
