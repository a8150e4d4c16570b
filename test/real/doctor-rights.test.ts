import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
	CreateBucketCommand,
	DeleteObjectCommand,
	GetObjectCommand,
	ListObjectsV2Command,
	PutBucketPolicyCommand,
	PutBucketVersioningCommand,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { doctor, NO_ACCESS } from "../../src/flows/doctor.ts";
import { contextAt, project } from "../flows/rig.ts";
import { type Statement, startPolicyProxy } from "./policy-proxy.ts";
import { freePort } from "./remote-suite.ts";

const [KEY, SECRET] = ["AKCI", "SKSKSKSK"];
const OWN = [`access_key_id = ${KEY}`, `secret_access_key = ${SECRET}`];
const NOBODY = ["allow_anonymous_login = true"];
const PROBE = "mainline/claims/doctor/probe";

/** The policy as people copy it from docs/security.md. */
const POLICY = JSON.parse(
	/```json\n([\s\S]*?)```/.exec(readFileSync(resolve(import.meta.dirname, "../../docs/security.md"), "utf8"))?.[1] ??
		"",
) as { readonly Statement: readonly Statement[] };

let server: ChildProcess;
let client: S3Client;
let host: string;

beforeAll(async () => {
	const folder = mkdtempSync(join(tmpdir(), "mainline-rights-"));
	host = `127.0.0.1:${await freePort()}`;
	const env = {
		...process.env,
		MINIO_ROOT_USER: KEY,
		MINIO_ROOT_PASSWORD: SECRET,
		MINIO_UPDATE: "off",
		MINIO_BROWSER: "off",
	};
	server = spawn("minio", ["server", "--quiet", "--address", host, folder], { stdio: "ignore", env });
	const credentials = { accessKeyId: KEY, secretAccessKey: SECRET };
	client = new S3Client({ endpoint: `http://${host}`, region: "us-east-1", forcePathStyle: true, credentials });
	for (let attempt = 1; ; attempt++) {
		try {
			await client.send(new CreateBucketCommand({ Bucket: "models" }));
			return;
		} catch (cause) {
			if (attempt === 100) throw cause;
			await new Promise((done) => setTimeout(done, 100));
		}
	}
});

afterAll(() => {
	client.destroy();
	server.kill("SIGKILL");
});

/** What everybody's results are. */
const THEIRS = { "files/md5/aa/bb": "a model", "runs/aa/aa/bb": "a result" };

beforeEach(async () => {
	for (const key of await keys()) await client.send(new DeleteObjectCommand({ Bucket: "models", Key: key }));
	for (const [Key, Body] of Object.entries(THEIRS))
		await client.send(new PutObjectCommand({ Bucket: "models", Key, Body }));
});

async function keys(): Promise<string[]> {
	const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: "models" }));
	return Contents.map(({ Key = "" }) => Key);
}

/** What doctor says of a credential, after it was tried. */
async function tried(at: string, settings: readonly string[]): Promise<string[]> {
	const lines = ["url = s3://models", `endpointurl = http://${at}`, "region = us-east-1", ...settings];
	const config = `[core]\n    remote = store\n['remote "store"']\n${lines.map((line) => `    ${line}\n`).join("")}`;
	const root = await project({ ".dvc/config": config });
	const options = { program: ["mainline"], gitHub: NO_ACCESS, untrusted: true };
	const { document } = await doctor(contextAt(root), options);
	for (const [Key, text] of Object.entries(THEIRS)) {
		const { Body } = await client.send(new GetObjectCommand({ Bucket: "models", Key }));
		expect(await Body?.transformToString()).toBe(text);
	}
	const fine = document.fine.filter((each) => each.startsWith("this credential"));
	const bad = document.findings.filter(({ code }) => code.startsWith("credential-") || code.startsWith("remote-"));
	return [...bad.map(({ code, level }) => `${level} ${code}`), ...fine];
}

/** MinIO's own rights of those without a credential. */
async function everybodyMay(statements: readonly Statement[]): Promise<void> {
	const Statement = statements.map(({ Effect, Action, Resource }) => ({
		Effect,
		Action,
		Resource,
		Principal: { AWS: ["*"] },
	}));
	const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
	await client.send(new PutBucketPolicyCommand({ Bucket: "models", Policy }));
}

const ALL_IS_WELL = "this credential can add to remote `store`, and nothing else";

describe("the credential of the run job, at S3", () => {
	it("is what it should be by the documented policy, and leaves one small object, once", async () => {
		const proxy = await startPolicyProxy(host, POLICY.Statement);
		expect(await tried(proxy.host, OWN)).toEqual([ALL_IS_WELL]);
		expect(await tried(proxy.host, OWN)).toEqual([ALL_IS_WELL]);
		expect(await keys()).toEqual([...Object.keys(THEIRS), PROBE].sort());
		await proxy.stop();
	});

	it("is told to be an owner's, and nothing is left behind", async () => {
		expect(await tried(host, OWN)).toEqual([
			"problem credential-overwrites",
			"problem credential-deletes",
			"problem credential-writes-runs",
		]);
		expect(await keys()).toEqual(Object.keys(THEIRS));
	});

	it.each([
		["s3:DeleteObject", "problem credential-deletes"],
		["s3:PutObject", "problem credential-writes-runs"],
	])("is told to be allowed %s more than the policy", async (Action, finding) => {
		const more: Statement = {
			Effect: "Allow",
			Action,
			Resource: Action === "s3:PutObject" ? "arn:aws:s3:::models/runs/*" : "arn:aws:s3:::models/mainline/*",
		};
		const proxy = await startPolicyProxy(host, [...POLICY.Statement, more]);
		expect(await tried(proxy.host, OWN)).toEqual([finding]);
		expect((await keys()).filter((key) => key.startsWith("runs/"))).toEqual(["runs/aa/aa/bb"]);
		await proxy.stop();
	});

	it("can write over where the server does not know the condition, which versions make bearable", async () => {
		// MinIO refuses a policy with it: its own rights are the policy's without it
		await everybodyMay(POLICY.Statement.slice(0, 3));
		expect(await tried(host, NOBODY)).toEqual(["problem credential-overwrites"]);
		const versions = { Effect: "Allow", Action: "s3:GetBucketVersioning", Resource: "arn:aws:s3:::models" } as const;
		await everybodyMay([...POLICY.Statement.slice(0, 3), versions]);
		expect(await tried(host, NOBODY)).toEqual(["problem credential-overwrites"]);
		const VersioningConfiguration = { Status: "Enabled" } as const;
		await client.send(new PutBucketVersioningCommand({ Bucket: "models", VersioningConfiguration }));
		expect(await tried(host, NOBODY)).toEqual(["advice credential-overwrites"]);
		await client.send(
			new PutBucketVersioningCommand({ Bucket: "models", VersioningConfiguration: { Status: "Suspended" } }),
		);
	});

	it("must be able to add", async () => {
		await everybodyMay(POLICY.Statement.slice(0, 2));
		expect(await tried(host, NOBODY)).toEqual(["problem credential-cannot-add"]);
		expect(await keys()).toEqual(Object.keys(THEIRS));
	});

	it("is none where it is not known", async () => {
		const wrong = ["access_key_id = NOBODY", "secret_access_key = NOTHING00"];
		const said = await tried(host, wrong);
		expect(said.length).toBeGreaterThan(0);
		expect(said.filter((each) => each.includes("credential-") || each === ALL_IS_WELL)).toEqual([]);
	});
});
