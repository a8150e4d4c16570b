import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { type Benchmark, has, type Measured, measured, type Result, timed } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";

/** The Python that `.ci/run` installs for the serving tests. */
const PYTHON = "python-serving";
const SERVER = resolve(import.meta.dirname, "../templates/serve/mainline_serve.py");
const REQUESTS = 3000;
const AT_A_TIME = 8;
const ROUNDS = 5;

const TRAIN = `
import json, sys, joblib
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
x, y = load_digits(return_X_y=True)
joblib.dump(LogisticRegression(max_iter=50).fit(x / 16, y), sys.argv[1])
json.dump({"inputs": [{"name": "x", "datatype": "FP64", "shape": [1, 64], "data": (x[0] / 16).tolist()}]}, open(sys.argv[2], "w"))
`;
const MODULE = `import joblib, numpy

def load(path):
    return joblib.load(path)

def predict(model, inputs):
    return model.predict(numpy.asarray(inputs["x"]))
`;

export const serve: Benchmark = {
	name: "serve",
	about: `${REQUESTS} inferences of a small sklearn model over HTTP, ${AT_A_TIME} at a time, against MLServer's sklearn runtime`,
	async run() {
		if (!has(PYTHON)) return { missing: `needs ${PYTHON}, which .ci/run installs` };
		return inFolder(async (dir) => {
			const [model, body] = [join(dir, "model.joblib"), join(dir, "body.json")];
			execFileSync(PYTHON, ["-W", "ignore", "-c", TRAIN, model, body]);
			const servers = [await ours(dir, model), await mlServer(dir, model)];
			try {
				for (const { port } of servers) await untilReady(port);
				return await compared(servers, readFileSync(body, "utf8"));
			} finally {
				for (const { child } of servers) if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
			}
		});
	},
};

interface Running {
	readonly name: string;
	readonly port: number;
	readonly child: ChildProcess;
}

/** What one round came to. */
interface Load {
	readonly ms: number;
	readonly perSecond: number;
	readonly p50: number;
	readonly p99: number;
}

async function compared(servers: readonly Running[], body: string): Promise<Result> {
	const loads = new Map<string, Load[]>(servers.map(({ name }) => [name, []]));
	for (let round = 0; round <= ROUNDS; round++) {
		for (const { name, port } of servers) {
			const found = await load(port, body);
			if (round > 0) loads.get(name)?.push(found);
		}
	}
	const [mine, theirs] = servers.map(({ name }) => summary(name, loads.get(name) ?? []));
	if (mine === undefined || theirs === undefined) throw new Error("two servers were to be measured");
	const value = theirs.times.median / mine.times.median;
	return {
		ours: mine.times,
		peer: theirs.times,
		ratio: { value, is: "MLServer's time / ours", wanted: "≥ 1", reached: value >= 1 },
		note: `${mine.says}; ${theirs.says}`,
	};
}

function summary(name: string, loads: readonly Load[]): { times: Measured; says: string } {
	const middle = (pick: (load: Load) => number): number => measured(name, loads.map(pick)).median;
	const rate = middle(({ perSecond }) => perSecond).toFixed(0);
	const latency = `p50 ${middle(({ p50 }) => p50).toFixed(1)} ms, p99 ${middle(({ p99 }) => p99).toFixed(1)} ms`;
	return {
		times: measured(
			name,
			loads.map(({ ms }) => ms),
		),
		says: `${name}: ${rate} requests/s, ${latency}`,
	};
}

/** Connections are kept, as a service in front of a model keeps them. */
async function load(port: number, body: string): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
	const times: number[] = [];
	const start = performance.now();
	let left = REQUESTS;
	const client = async (): Promise<void> => {
		while (left-- > 0) times.push(await timed(() => infer(agent, port, body)));
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, client));
	const ms = performance.now() - start;
	agent.destroy();
	times.sort((a, b) => a - b);
	const share = (part: number): number => times[Math.floor(times.length * part)] ?? Number.NaN;
	return { ms, perSecond: (REQUESTS / ms) * 1000, p50: share(0.5), p99: share(0.99) };
}

function infer(agent: Agent, port: number, body: string): Promise<void> {
	const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
	const to = { agent, port, host: "127.0.0.1", path: "/v2/models/churn/infer", method: "POST", headers };
	return new Promise((done, failed) => {
		const asked = request(to, (response) => {
			if (response.statusCode !== 200) failed(new Error(`an inference was answered with ${response.statusCode}`));
			response.resume().once("end", done);
		});
		asked.once("error", failed).end(body);
	});
}

async function ours(dir: string, model: string): Promise<Running> {
	const port = await freePort();
	writeFileSync(join(dir, "serve.py"), MODULE);
	const env = { HOST: "127.0.0.1", PORT: String(port), MAINLINE_MODEL: "churn", MAINLINE_VERSION: "v1.0.0" };
	return { name: "mainline_serve.py", port, child: start(PYTHON, [SERVER, "serve.py", model], { dir, env }) };
}

async function mlServer(dir: string, model: string): Promise<Running> {
	const [port, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
	const folder = join(dir, "mlserver");
	mkdirSync(folder);
	const settings = { host: "127.0.0.1", http_port: port, grpc_port: grpc, metrics_port: metrics, debug: false };
	writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
	const served = { name: "churn", implementation: "mlserver_sklearn.SKLearnModel", parameters: { uri: model } };
	writeFileSync(join(folder, "model-settings.json"), JSON.stringify(served));
	const python = execFileSync(PYTHON, ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();
	return {
		name: "MLServer",
		port,
		child: start(join(dirname(python), "mlserver"), ["start", "."], { dir: folder, env: {} }),
	};
}

function start(
	program: string,
	args: readonly string[],
	{ dir, env }: { readonly dir: string; readonly env: Readonly<Record<string, string>> },
): ChildProcess {
	return spawn(program, args, { cwd: dir, env: { ...process.env, ...env }, stdio: "ignore", detached: true });
}

async function untilReady(port: number): Promise<void> {
	for (let tries = 0; tries < 600; tries++) {
		const answer = await fetch(`http://127.0.0.1:${port}/v2/models/churn/ready`).catch(() => null);
		if (answer?.status === 200) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error(`the server on port ${port} did not get ready`);
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === "object" && address !== null ? address.port : 0;
}
