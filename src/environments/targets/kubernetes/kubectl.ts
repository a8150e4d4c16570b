import type { KubernetesDeploy } from "../../../config/index.ts";
import { infrastructure } from "../../../kernel/index.ts";
import { type RunResult, run } from "../../../shell/index.ts";
import { lastLinesOf } from "../tail.ts";

/** kubectl of this machine, for one namespace of a cluster that is always named. */
export interface Cluster extends Pick<KubernetesDeploy, "context" | "namespace"> {
	readonly signal: AbortSignal;
}

/** The code of a failure that may be over at the next try. */
export const REFUSES = "cluster-refuses";

/** Whatever kubectl answered. Failures `program-missing`, `interrupted`. */
export async function kubectl(cluster: Cluster, args: readonly string[]): Promise<RunResult> {
	const { context, namespace, signal } = cluster;
	const result = await run("kubectl", [`--context=${context}`, `--namespace=${namespace}`, ...args], { signal });
	if (signal.aborted) throw infrastructure("interrupted", "stopped while kubectl was at work");
	return result;
}

/** An answer in JSON; a cluster that gives none is a failure: `cluster-refuses`. */
export async function askCluster(cluster: Cluster, args: readonly string[]): Promise<unknown> {
	const result = await kubectl(cluster, [...args, "--output=json", "--request-timeout=30s"]);
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
