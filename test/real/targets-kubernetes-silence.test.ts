import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

/** A login helper that waits for something, and kubectl for it. */
function helper(): object {
	const line = `echo $$ > ${join(directory, "helper")}; exec sleep 100`;
	const kind = { apiVersion: "client.authentication.k8s.io/v1", interactiveMode: "Never" };
	return { ...kind, command: "sh", args: ["-c", line] };
}

function configuration(ports: Readonly<Record<string, number>>): object {
	const names = Object.keys(ports);
	return {
		apiVersion: "v1",
		kind: "Config",
		clusters: [
			...names.map((name) => ({ name, cluster: { server: `http://127.0.0.1:${ports[name]}` } })),
			// kubectl logs in by TLS alone
			{ name: "secret", cluster: { server: `https://127.0.0.1:${ports["mute"]}`, "insecure-skip-tls-verify": true } },
		],
		users: [
			{ name: "me", user: { token: "test-only" } },
			{ name: "helped", user: { exec: helper() } },
		],
		contexts: [
			...names.map((name) => ({ name, context: { cluster: name, user: "me" } })),
			{ name: "stuck", context: { cluster: "secret", user: "helped" } },
		],
	};
}

function isThere(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
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

	it("cannot be logged in to, as a helper of kubectl's hangs, is given up in its time, and the helper ended", async () => {
		const start = performance.now();
		await expect(open("stuck", 2000).deploy(DEPLOYMENT)).rejects.toMatchObject({ code: "cluster-silent" });
		expect(performance.now() - start).toBeLessThan(10_000);
		const pid = Number(await readFile(join(directory, "helper"), "utf8"));
		await expect.poll(() => isThere(pid), { timeout: 5000 }).toBe(false);
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
