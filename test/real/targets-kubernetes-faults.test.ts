import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Deployment, type RolloutResult, rollOut } from "../../src/environments/index.ts";
import { KubernetesTarget } from "../../src/environments/targets/kubernetes/target.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { digestNamed } from "../environments/tagged.ts";
import { type Cluster, startCluster } from "./targets/cluster.ts";
import { FaultyProgram } from "./targets/faulty-program.ts";
import { aboutFault, faultsInTurn } from "./targets-faults/in-turn.ts";

let directory = "";
let cluster: Cluster;
let faulty: FaultyProgram;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-kubernetes-faults-"));
	cluster = await startCluster(join(directory, "cluster"));
	vi.stubEnv("KUBECONFIG", cluster.kubeconfig);
	await cluster.kubectl("create", "namespace", "models");
	const file = join(directory, "deployment.yaml");
	await writeFile(
		file,
		`apiVersion: apps/v1
kind: Deployment
metadata: {name: churn, namespace: models}
spec:
  replicas: 2
  selector: {matchLabels: {app: churn}}
  template:
    metadata: {labels: {app: churn}}
    spec: {containers: [{name: server, image: "${deployment("v0.1.0").image}"}]}
`,
	);
	await cluster.kubectl("apply", "-f", file);
	await cluster.kubectl("-n", "models", "rollout", "status", "deployment/churn", "--timeout=60s");
	faulty = new FaultyProgram(join(directory, "faulty"), ["kubectl"]);
	vi.stubEnv("PATH", `${faulty.bin}:${process.env["PATH"]}`);
});
afterAll(async () => {
	await cluster?.stop();
	vi.unstubAllEnvs();
	await rm(directory, { recursive: true, force: true });
});

function deployment(version: string): Deployment {
	const named = { environment: "prod", model: "churn", version, digest: digestNamed(version), previousImage: null };
	return { ...named, image: `registry.example.org/acme/churn@${named.digest}` };
}

function open(): KubernetesTarget {
	const named = { context: "prod", namespace: "models", deployment: "churn", container: null, timeoutMs: 20_000 };
	const { signal } = new AbortController();
	return new KubernetesTarget({ ...named, clock: systemClock, progress: silent, signal, patienceMs: 4000 });
}

function roll(to: Deployment, previous: Deployment): Promise<RolloutResult> {
	const world = { clock: systemClock, progress: silent, signal: new AbortController().signal };
	return rollOut({
		...world,
		target: open(),
		deployment: to,
		previous,
		probe: null,
		probeMs: 0,
		golden: [],
		wayBack: false,
	});
}

/** The images whose pods the cluster keeps, with how many. */
async function kept(): Promise<string[]> {
	const path = "{range .items[*]}{.spec.replicas} {.spec.template.spec.containers[0].image}{'\\n'}{end}";
	const all = (await cluster.kubectl("-n", "models", "get", "replicaset", "-o", `jsonpath=${path}`)).split("\n");
	return all.filter((line) => line !== "" && !line.startsWith("0 "));
}

it("whatever single call of kubectl goes wrong, a deploy and a way back end in one version", async () => {
	let [previous, next] = [deployment("v0.1.0"), deployment("v0.2.0")];
	faulty.arm({ call: 0, fault: "refuse" });
	expect(await roll(next, previous)).toMatchObject({ ok: true, changed: true });
	const calls = faulty.calls();
	expect(calls.length).toBeGreaterThan(3);
	[previous, next] = [next, previous];
	for (const [call, fault] of faultsInTurn(calls, 1)) {
		const about = aboutFault(calls, call, fault);
		faulty.arm({ call, ...fault });
		const { ok } = await roll(next, previous);
		faulty.arm({ call: 0, fault: "refuse" });
		if (ok) expect([about, await open().running()]).toEqual([about, next.digest]);
		expect([about, await roll(next, previous)]).toMatchObject([about, { ok: true }]);
		expect([about, await open().running()]).toEqual([about, next.digest]);
		expect([about, await kept()]).toEqual([about, [`2 ${next.image}`]]);
		[previous, next] = [next, previous];
	}
}, 600_000);
