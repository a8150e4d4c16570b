import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { KubernetesDeploy } from "../../src/config/index.ts";
import { type Deployment, openTarget, rollOut, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { digestNamed, environment } from "../environments/tagged.ts";
import { freePort } from "../release/support/registry.ts";
import { type Cluster, startCluster } from "./targets/cluster.ts";

let directory = "";
let cluster: Cluster;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-kubernetes-"));
	cluster = await startCluster(join(directory, "cluster"));
	vi.stubEnv("KUBECONFIG", cluster.kubeconfig);
	await cluster.kubectl("create", "namespace", "models");
});
afterAll(async () => {
	await cluster?.stop();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});
beforeEach(() => apply(imageNamed("v0.1.0")));
afterEach(async () => {
	// no garbage collector runs here
	await cluster.kubectl("-n", "models", "delete", "deployment,replicaset,pod", "--all", "--wait=true");
});

function imageNamed(version: string, repository = "churn"): string {
	return `registry.example.org/acme/${repository}@${digestNamed(version)}`;
}

function deployment(version: string, repository?: string): Deployment {
	const named = { environment: "prod", model: "churn", version, digest: digestNamed(version), previousImage: null };
	return { ...named, image: imageNamed(version, repository) };
}

async function apply(image: string, more = ""): Promise<void> {
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
    spec:
      containers:
      - {name: server, image: "${image}"}
${more}`,
	);
	await cluster.kubectl("apply", "-f", file);
	await cluster.kubectl("-n", "models", "rollout", "status", "deployment/churn", "--timeout=60s");
}

function open(settings: Partial<KubernetesDeploy> = {}, signal = new AbortController().signal): Target {
	const named = { context: "prod", namespace: "models", deployment: "churn", container: null, timeoutMs: 60_000 };
	const deploy: KubernetesDeploy = { kind: "kubernetes", ...named, ...settings };
	const store = openImageStore({ kind: "layout", directory }, { clock: systemClock });
	const world = {
		clock: systemClock,
		progress: silent,
		signal,
		env: { PATH: "", HOME: "", LANG: "" },
		self: [],
		store,
	};
	return openTarget(environment("prod", { deploy }), { ...world, root: directory, stateDir: directory });
}

async function spec(path: string): Promise<string> {
	return cluster.kubectl("-n", "models", "get", "deployment", "churn", "-o", `jsonpath={${path}}`);
}

/** No pod of a newer template is given a node. */
async function holdPods(): Promise<void> {
	const patch = '{"spec":{"template":{"spec":{"schedulingGates":[{"name":"example.org/never"}]}}}}';
	await cluster.kubectl("-n", "models", "patch", "deployment", "churn", "--type=strategic", "-p", patch);
}

/** A context whose way to the cluster loses the answer to the first patch. */
async function startProxy(): Promise<{ context: string; lost: () => number; stop: () => Promise<void> }> {
	const port = await freePort();
	const through = spawn("kubectl", ["--kubeconfig", cluster.kubeconfig, "proxy", `--port=${port}`], {
		stdio: "ignore",
	});
	let lost = 0;
	const server = createServer((incoming, outgoing) => {
		const { headers, method, url } = incoming;
		const loses = method === "PATCH" && lost++ === 0;
		const outward = request(`http://127.0.0.1:${port}${url}`, { method, headers }, (answer) => {
			if (!loses) return void answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers));
			answer.resume().on("end", () => incoming.socket.destroy());
		});
		outward.on("error", () => incoming.socket.destroy());
		incoming.pipe(outward);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port: own } = server.address() as AddressInfo;
	await expect
		.poll(() =>
			fetch(`http://127.0.0.1:${port}/version`).then(
				({ ok }) => ok,
				() => false,
			),
		)
		.toBe(true);
	const set = (...args: string[]) => cluster.kubectl("config", ...args);
	await set("set-cluster", "lossy", `--server=http://127.0.0.1:${own}`);
	await set("set-context", "lossy", "--cluster=lossy", "--user=bot");
	const stop = async (): Promise<void> => {
		through.kill("SIGKILL");
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { context: "lossy", lost: () => Math.min(lost, 1), stop };
}

const IMAGE = ".spec.template.spec.containers[0].image";

describe("a deployment of a Kubernetes cluster", () => {
	it("gets the image by digest, is rolled out, and names the version", async () => {
		const target = open();
		expect(await target.running()).toBe(digestNamed("v0.1.0"));
		expect(await target.deploy(deployment("v0.2.0"))).toEqual({ ok: true, changed: true });
		expect(await target.running()).toBe(digestNamed("v0.2.0"));
		expect(await spec(IMAGE)).toBe(imageNamed("v0.2.0"));
		expect(await spec(".spec.template.metadata.annotations.mainline\\.dev/version")).toBe("v0.2.0");
		expect(await spec(".status.updatedReplicas")).toBe("2");
	});

	it("tells since when one pod or another has run all along, and that one fell", async () => {
		const before = Date.now();
		const since = await open().upSince?.();
		expect(since?.getTime()).toBeLessThanOrEqual(before + 2000);
		await cluster.kubectl("-n", "models", "scale", "deployment/churn", "--replicas=3");
		await cluster.kubectl("-n", "models", "rollout", "status", "deployment/churn", "--timeout=60s");
		expect(await open().upSince?.()).toEqual(since);
	});

	it("is left alone where the image is there already", async () => {
		const before = await spec(".metadata.generation");
		expect(await open().deploy(deployment("v0.1.0"))).toEqual({ ok: true, changed: false });
		expect(await spec(".metadata.generation")).toBe(before);
	});

	it("is put back by digest when the new one falls, with what its pod said", async () => {
		const result = await rollOut({
			target: open(),
			deployment: deployment("v0.2.0", "crash"),
			previous: deployment("v0.1.0"),
			probe: null,
			probeMs: 0,
			golden: [],
			wayBack: false,
			clock: systemClock,
			signal: new AbortController().signal,
			progress: silent,
		});
		expect(result).toMatchObject({
			ok: false,
			reason: expect.stringMatching(/v0\.2\.0 does not start: churn-\S+ is in CrashLoopBackOff/),
			log: expect.arrayContaining(["no weights here"]),
			restored: true,
		});
		expect(await spec(IMAGE)).toBe(imageNamed("v0.1.0"));
		expect(await open().running()).toBe(digestNamed("v0.1.0"));
		expect(await spec(".spec.template.metadata.annotations.mainline\\.dev/version")).toBe("v0.1.0");
	});

	it("is put back to what its team ran, by its own name, when the first version of ours falls", async () => {
		const legacy = "registry.example.org/team/scores:1.4";
		await apply(legacy);
		const template = await spec(".spec.template");
		const result = await rollOut({
			target: open(),
			deployment: deployment("v0.1.0", "crash"),
			previous: null,
			isFirst: true,
			probe: null,
			probeMs: 0,
			golden: [],
			wayBack: false,
			clock: systemClock,
			signal: new AbortController().signal,
			progress: silent,
		});
		expect(result).toMatchObject({
			ok: false,
			restored: true,
			back: `what ran in prod before, ${legacy}, was put back; whether it answers was not asked`,
		});
		expect(await spec(IMAGE)).toBe(legacy);
		expect(await spec(".spec.template")).toBe(template);
		expect(await spec(".status.updatedReplicas")).toBe("2");
	});

	it("is not put back over what somebody else brought there meanwhile", async () => {
		const standing = await open().standing?.(deployment("v0.2.0"));
		await cluster.kubectl("-n", "models", "set", "image", "deployment/churn", "server=registry.example.org/other:1");
		expect(await standing?.putBack()).toMatchObject({
			ok: false,
			reason: "somebody else changed it to registry.example.org/other:1",
		});
		expect(await spec(IMAGE)).toBe("registry.example.org/other:1");
	});

	it("tells at once that an image cannot be fetched; between two versions nobody says what runs", async () => {
		const target = open();
		const result = await target.deploy(deployment("v0.2.0", "missing"));
		expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("ImagePullBackOff: manifest unknown") });
		expect(await target.running()).toBeUndefined();
	});

	it("goes on where a killed deploy stopped", async () => {
		await cluster.kubectl("-n", "models", "set", "image", "deployment/churn", `server=${imageNamed("v0.2.0")}`);
		expect(await open().deploy(deployment("v0.2.0"))).toEqual({ ok: true, changed: true });
		expect(await open().running()).toBe(digestNamed("v0.2.0"));
	});

	it("goes on when the cluster does not answer for a moment", async () => {
		await holdPods();
		const deploying = open().deploy(deployment("v0.2.0"));
		await expect.poll(() => spec(IMAGE), { timeout: 30_000 }).toBe(imageNamed("v0.2.0"));
		await rename(cluster.kubeconfig, `${cluster.kubeconfig}.away`);
		await new Promise((resolve) => setTimeout(resolve, 3000));
		await rename(`${cluster.kubeconfig}.away`, cluster.kubeconfig);
		const gates = '[{"op":"remove","path":"/spec/template/spec/schedulingGates"}]';
		await cluster.kubectl("-n", "models", "patch", "deployment", "churn", "--type=json", "-p", gates);
		expect(await deploying).toEqual({ ok: true, changed: true });
	});

	it("is patched once where the answer to a patch is lost", async () => {
		const proxy = await startProxy();
		try {
			expect(await open({ context: proxy.context }).deploy(deployment("v0.2.0"))).toEqual({ ok: true, changed: true });
			expect(proxy.lost()).toBe(1);
			expect(await open().running()).toBe(digestNamed("v0.2.0"));
		} finally {
			await proxy.stop();
		}
	});

	it("gives up after its time, and stops when it is told to", async () => {
		await holdPods();
		const late = await open({ timeoutMs: 2000 }).deploy(deployment("v0.2.0"));
		expect(late).toMatchObject({ ok: false, reason: expect.stringMatching(/not over after 2 s/) });
		const stopped = new AbortController();
		setTimeout(() => stopped.abort(), 1000);
		await expect(open({}, stopped.signal).deploy(deployment("v0.3.0"))).rejects.toMatchObject({ code: "interrupted" });
	});

	it("asks for the container where there are several", async () => {
		await apply(imageNamed("v0.1.0"), '      - {name: sidecar, image: "registry.example.org/proxy:1"}\n');
		await expect(open().deploy(deployment("v0.2.0"))).rejects.toThrow("several containers");
		await expect(open({ container: "severs" }).running()).rejects.toThrow("no such container");
		expect(await open({ container: "server" }).deploy(deployment("v0.2.0"))).toEqual({ ok: true, changed: true });
	});

	it.each([
		["a context", { context: "nope" }, /nope/],
		["a deployment", { deployment: "nope" }, /not found/],
	])("is refused clearly where there is no such %s", async (_, settings, words) => {
		await expect(open(settings).deploy(deployment("v0.2.0"))).rejects.toMatchObject({
			code: "cluster-refuses",
			message: expect.stringMatching(words),
		});
	});

	it("that nobody reaches is a failed deploy of this environment, not the end of the others", async () => {
		const result = await rollOut({
			target: open({ context: "nope" }),
			deployment: deployment("v0.2.0"),
			previous: deployment("v0.1.0"),
			probe: null,
			probeMs: 0,
			golden: [],
			wayBack: false,
			clock: systemClock,
			signal: new AbortController().signal,
			progress: silent,
		});
		expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("nope"), restored: false });
	});

	it("does not take an image in a folder", async () => {
		const image = `oci:/images@${digestNamed("v0.2.0")}`;
		await expect(open().deploy({ ...deployment("v0.2.0"), image })).rejects.toMatchObject({
			code: "image-not-in-registry",
		});
	});
});
