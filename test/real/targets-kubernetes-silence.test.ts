import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { KubernetesTarget } from "../../src/environments/targets/kubernetes/target.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { digestNamed } from "../environments/tagged.ts";
import { freePort } from "../release/support/registry.ts";

let directory = "";
let server: Server;
const connections: Socket[] = [];

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-silence-"));
	server = createServer((socket) => void connections.push(socket.on("error", () => {}))).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const kubeconfig = join(directory, "kubeconfig");
	const contexts = { mute: address.port, gone: await freePort() };
	await writeFile(kubeconfig, JSON.stringify(configuration(contexts)));
	vi.stubEnv("KUBECONFIG", kubeconfig);
	vi.stubEnv("HOME", directory);
});
afterAll(async () => {
	for (const socket of connections) socket.destroy();
	server.close();
	vi.unstubAllEnvs();
	await rm(directory, { recursive: true, force: true });
});

function configuration(ports: Readonly<Record<string, number>>): object {
	const names = Object.keys(ports);
	return {
		apiVersion: "v1",
		kind: "Config",
		clusters: names.map((name) => ({ name, cluster: { server: `http://127.0.0.1:${ports[name]}` } })),
		users: [{ name: "me", user: { token: "test-only" } }],
		contexts: names.map((name) => ({ name, context: { cluster: name, user: "me" } })),
	};
}

function open(context: string, patienceMs: number, signal = new AbortController().signal): KubernetesTarget {
	const named = { context, namespace: "models", deployment: "churn", container: null, timeoutMs: 60_000 };
	const store = openImageStore({ kind: "layout", directory }, { clock: systemClock });
	const env = { PATH: "", HOME: "", LANG: "" };
	const world = { clock: systemClock, progress: silent, signal, env, self: [], store };
	return new KubernetesTarget({ ...named, ...world, patienceMs });
}

const DEPLOYMENT = {
	environment: "prod",
	model: "churn",
	version: "v0.2.0",
	digest: digestNamed("v0.2.0"),
	image: `registry.example.org/acme/churn@${digestNamed("v0.2.0")}`,
	previousImage: null,
};

describe("a cluster that", () => {
	it("says nothing is given up in its time, by its context and by what was asked", async () => {
		const start = performance.now();
		await expect(open("mute", 2000).deploy(DEPLOYMENT)).rejects.toMatchObject({
			kind: "infrastructure",
			code: "cluster-silent",
			message: "the cluster of context mute gave no answer to `get deployment churn` for 2 s",
		});
		expect(performance.now() - start).toBeLessThan(10_000);
	});

	it("is not there is asked again while there is time, and told apart", async () => {
		const start = performance.now();
		await expect(open("gone", 3500).running()).rejects.toMatchObject({
			code: "cluster-refuses",
			message: expect.stringMatching(/context gone refuses: .*was refused/),
		});
		expect(performance.now() - start).toBeGreaterThan(2000);
	});

	it("says nothing does not keep a command from ending when it is told to", async () => {
		const stopped = new AbortController();
		setTimeout(() => stopped.abort(), 300);
		await expect(open("mute", 60_000, stopped.signal).running()).rejects.toMatchObject({ code: "interrupted" });
	});
});
