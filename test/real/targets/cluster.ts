import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../release/support/registry.ts";

const run = promisify(execFile);

/**
 * A real Kubernetes API server over a real etcd, with the real deployment and replica set controllers (`cluster` of
 * test/real/targets/cluster). Its one node is played: no kubelet runs on a machine without systemd and cgroup v2.
 */
export interface Cluster {
	readonly kubeconfig: string;
	kubectl(...args: string[]): Promise<string>;
	stop(): Promise<void>;
}

const TOKEN = "test-only";

export async function startCluster(directory: string): Promise<Cluster> {
	mkdirSync(directory, { recursive: true });
	const [peer, etcd, port] = [await freePort(), await freePort(), await freePort()];
	const children: ChildProcess[] = [];
	const start = (program: string, args: readonly string[], env = {}): ChildProcess => {
		const log = openSync(join(directory, `${program}.log`), "a");
		const child = spawn(program, args, { stdio: ["ignore", log, log], env: { ...process.env, ...env } });
		closeSync(log);
		children.push(child);
		return child;
	};
	const url = (number: number): string => `http://127.0.0.1:${number}`;
	const members = ["--initial-advertise-peer-urls", url(peer), "--initial-cluster", `default=${url(peer)}`];
	const clients = ["--listen-client-urls", url(etcd), "--advertise-client-urls", url(etcd)];
	start("etcd", ["--data-dir", join(directory, "etcd"), "--listen-peer-urls", url(peer), ...members, ...clients]);
	const key = join(directory, "service.key");
	execFileSync("openssl", ["genrsa", "-out", key, "2048"], { stdio: "ignore" });
	writeFileSync(join(directory, "tokens"), `${TOKEN},admin,1,"system:masters"\n`);
	const kubeconfig = join(directory, "kubeconfig");
	writeFileSync(kubeconfig, configuration(`https://127.0.0.1:${port}`));
	start(
		"cluster",
		[
			`--etcd-servers=${url(etcd)}`,
			`--secure-port=${port}`,
			"--bind-address=127.0.0.1",
			`--cert-dir=${join(directory, "certificates")}`,
			`--token-auth-file=${join(directory, "tokens")}`,
			"--authorization-mode=RBAC",
			`--service-account-key-file=${key}`,
			`--service-account-signing-key-file=${key}`,
			"--service-account-issuer=https://kubernetes.default.svc",
			"--service-cluster-ip-range=10.0.0.0/24",
			"--disable-admission-plugins=ServiceAccount",
		],
		{ KUBECONFIG: kubeconfig },
	);
	const kubectl = async (...args: string[]): Promise<string> =>
		(await run("kubectl", ["--kubeconfig", kubeconfig, ...args])).stdout;
	const stop = async (): Promise<void> => {
		for (const child of children.reverse()) {
			child.kill("SIGKILL");
			if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
		}
	};
	for (let n = 0; !readFileSync(join(directory, "cluster.log"), "utf8").includes("the controllers run"); n++) {
		if (n > 600 || children.some((child) => child.exitCode !== null)) {
			await stop();
			throw new Error(
				`the cluster did not start: ${readFileSync(join(directory, "cluster.log"), "utf8").slice(-2000)}`,
			);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return { kubeconfig, kubectl, stop };
}

function configuration(server: string): string {
	return `apiVersion: v1
kind: Config
clusters:
- {name: here, cluster: {server: "${server}", insecure-skip-tls-verify: true}}
users:
- {name: bot, user: {token: ${TOKEN}}}
contexts:
- {name: prod, context: {cluster: here, user: bot}}
current-context: prod
`;
}
