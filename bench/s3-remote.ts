import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Benchmark, has, weighedProcess } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { NO_DVC } from "./support/projects.ts";
import { transfers } from "./support/transfers.ts";

const PORT = 17_871;
const ENDPOINT = `http://127.0.0.1:${PORT}`;
const KEYS = { id: "AKBENCH", secret: "SKSKSKSK" };
const BUCKET = "bench";

export const s3Remote: Benchmark = {
	name: "s3-remote",
	about: "push, push again and pull of many small files with S3 (versitygw on this machine), against `dvc` and `s5cmd`",
	async run(sizes) {
		if (!has("dvc")) return { missing: NO_DVC };
		for (const program of ["versitygw", "s5cmd"]) if (!has(program)) return { missing: `no \`${program}\` on PATH` };
		return inFolder(async (folder) => {
			const gateway = await startGateway(join(folder, "gateway"));
			try {
				return await transfers(folder, { config, plain }, sizes);
			} finally {
				gateway.kill();
				await once(gateway, "exit");
			}
		});
	},
};

function config(name: string): string {
	return `[core]
    remote = store
['remote "store"']
    url = s3://${BUCKET}/${name}
    endpointurl = ${ENDPOINT}
    access_key_id = ${KEYS.id}
    secret_access_key = ${KEYS.secret}
    region = us-east-1
`;
}

const plain = {
	name: "s5cmd",
	push: (cache: string, round: number) => s5cmd("cp", `${cache}/`, `s3://${BUCKET}/plain-${round}/`),
	pull: (into: string, round: number) => s5cmd("cp", `s3://${BUCKET}/plain-${round}/*`, `${into}/`),
};

function s5cmd(...args: string[]): ReturnType<typeof weighedProcess> {
	const env = {
		...process.env,
		AWS_ACCESS_KEY_ID: KEYS.id,
		AWS_SECRET_ACCESS_KEY: KEYS.secret,
		AWS_REGION: "us-east-1",
	};
	return weighedProcess("s5cmd", ["--log", "error", "--endpoint-url", ENDPOINT, ...args], { env });
}

/** A folder below its root is a bucket. */
async function startGateway(root: string): Promise<ChildProcess> {
	mkdirSync(join(root, BUCKET), { recursive: true });
	const env = { ...process.env, ROOT_ACCESS_KEY: KEYS.id, ROOT_SECRET_KEY: KEYS.secret };
	const server = spawn("versitygw", ["--quiet", "--port", `127.0.0.1:${PORT}`, "posix", root], {
		env,
		stdio: "ignore",
	});
	for (let attempt = 0; attempt < 100; attempt++) {
		if (server.exitCode !== null) throw new Error(`versitygw ended with ${server.exitCode}`);
		if (await answers()) return server;
		await setTimeout(100);
	}
	server.kill();
	throw new Error("versitygw does not answer");
}

async function answers(): Promise<boolean> {
	const socket = createConnection(PORT, "127.0.0.1");
	try {
		await once(socket, "connect");
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
