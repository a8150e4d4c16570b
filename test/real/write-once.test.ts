import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { surroundingsOf } from "../../src/flows/remotes.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { Cache, openRemote } from "../../src/store/index.ts";
import { contextAt } from "../flows/rig.ts";
import { freePort } from "./remote-suite.ts";

const [KEY, SECRET] = ["AKCI", "SKSKSKSK"];

/** MinIO keeps the condition for whole objects and for those in parts. */
let server: ChildProcess;
let client: S3Client;
let endpoint: string;

beforeAll(async () => {
	const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "mainline-once-"))];
	const env = {
		...process.env,
		MINIO_ROOT_USER: KEY,
		MINIO_ROOT_PASSWORD: SECRET,
		MINIO_UPDATE: "off",
		MINIO_BROWSER: "off",
	};
	server = spawn("minio", ["server", "--quiet", "--address", `127.0.0.1:${port}`, folder], { stdio: "ignore", env });
	endpoint = `http://127.0.0.1:${port}`;
	const credentials = { accessKeyId: KEY, secretAccessKey: SECRET };
	client = new S3Client({ endpoint, region: "us-east-1", forcePathStyle: true, credentials });
	for (let attempt = 1; ; attempt++) {
		try {
			await client.send(new CreateBucketCommand({ Bucket: "models" }));
			return;
		} catch (cause) {
			if (attempt === 100) throw cause;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
});

afterAll(() => {
	client.destroy();
	server.kill("SIGKILL");
});

async function remote(writeOnce: boolean) {
	const options = { endpointurl: endpoint, region: "us-east-1", access_key_id: KEY, secret_access_key: SECRET };
	const config = { name: "store", url: "s3://models/dvc", options: new Map(Object.entries(options)) };
	const context = { ...contextAt(tmpdir()), clock: systemClock, progress: silent, writeOnce };
	return openRemote(config as never, surroundingsOf(context));
}

/** An object of the cache, and what lies at the remote under its name. */
async function object(text: string): Promise<{ cache: Cache; oid: never; at: string }> {
	const folder = mkdtempSync(join(tmpdir(), "mainline-once-cache-"));
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "file"), text);
	const cache = new Cache(join(folder, "cache"));
	const { createHash } = await import("node:crypto");
	const oid = createHash("md5").update(text).digest("hex");
	const path = cache.path(oid as never, "md5");
	mkdirSync(join(path, ".."), { recursive: true });
	writeFileSync(path, text);
	return { cache, oid: oid as never, at: `dvc/files/md5/${oid.slice(0, 2)}/${oid.slice(2)}` };
}

async function there(key: string): Promise<string> {
	const { Body } = await client.send(new GetObjectCommand({ Bucket: "models", Key: key }));
	return (await Body?.transformToString()) ?? "";
}

describe("a job that nobody trusts", () => {
	it.each([
		["small", "x".repeat(100)],
		["in parts", "y".repeat(9 * 1024 * 1024)],
	])("writes over nothing at S3: %s", async (_, text) => {
		const { cache, oid, at } = await object(text);
		await client.send(new PutObjectCommand({ Bucket: "models", Key: at, Body: "what was there" }));
		const once = await remote(true);
		// the first by the SDK, which the quick road is learnt from; the second by the quick road
		const other = await object(`${text}1`);
		await once.push(other.oid, other.cache);
		expect(await there(other.at)).toBe(`${text}1`);
		await once.push(oid, cache);
		expect(await there(at)).toBe("what was there");
		await once.close();
		const trusted = await remote(false);
		await trusted.push(oid, cache);
		expect(await there(at)).toBe(text);
		await trusted.close();
	});

	it("leaves notes of how far it is, each once", async () => {
		const once = await remote(true);
		const notes = once.notes();
		await notes.write("claims/7/progress/1.json", Buffer.from("first"));
		await notes.write("claims/7/progress/1.json", Buffer.from("second"));
		expect(await there("dvc/mainline/claims/7/progress/1.json")).toBe("first");
		expect(await notes.names("claims/7/progress")).toEqual(["1.json"]);
		await once.close();
	});
});
