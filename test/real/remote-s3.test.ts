import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { FAULTS } from "./fault-proxy.ts";
import { freePort, type RemotePlace, type RemoteServer, remoteSuite } from "./remote-suite.ts";

const [KEY, SECRET] = ["AKCI", "SKSKSKSK"];

/** A server on a folder of its own, with one bucket; every place is a prefix of its own. */
async function startS3(program: (port: number, folder: string) => ChildProcess): Promise<RemoteServer> {
	const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "mainline-s3-"))];
	const child = program(port, folder);
	const host = `127.0.0.1:${port}`;
	const credentials = { accessKeyId: KEY, secretAccessKey: SECRET };
	const client = new S3Client({ endpoint: `http://${host}`, region: "us-east-1", forcePathStyle: true, credentials });
	for (let attempt = 1; ; attempt++) {
		try {
			await client.send(new CreateBucketCommand({ Bucket: "models" }));
			break;
		} catch (cause) {
			if (attempt === 100) throw cause;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	client.destroy();
	let places = 0;
	const at = (url: string, listening: string): RemotePlace => ({
		url,
		options: {
			endpointurl: `http://${listening}`,
			region: "us-east-1",
			access_key_id: KEY,
			secret_access_key: SECRET,
		},
	});
	return {
		host,
		place: async () => at(`s3://models/team a/${++places}`, host),
		through: ({ url }, listening) => at(url, listening),
		stop: () => void child.kill("SIGKILL"),
	};
}

const quiet = { stdio: "ignore" } as const;

const versity = (port: number, folder: string): ChildProcess => {
	mkdirSync(join(folder, "data"));
	const env = { ...process.env, ROOT_ACCESS_KEY: KEY, ROOT_SECRET_KEY: SECRET };
	return spawn("versitygw", ["--quiet", "--port", `127.0.0.1:${port}`, "posix", join(folder, "data")], {
		...quiet,
		env,
	});
};

const minio = (port: number, folder: string): ChildProcess => {
	const env = {
		...process.env,
		MINIO_ROOT_USER: KEY,
		MINIO_ROOT_PASSWORD: SECRET,
		MINIO_UPDATE: "off",
		MINIO_BROWSER: "off",
	};
	return spawn("minio", ["server", "--quiet", "--address", `127.0.0.1:${port}`, folder], { ...quiet, env });
};

remoteSuite("S3 by versitygw", () => startS3(versity), { faults: FAULTS });
remoteSuite("S3 by MinIO", () => startS3(minio));
