import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { add } from "../../src/flows/add.ts";
import { contextAt, git, read, write } from "../flows/rig.ts";
import { freePort, RemoteProject } from "./remote-suite.ts";

const [KEY, SECRET] = ["AKCI", "SKSKSKSK"];
const PIPELINE =
	"stages:\n  s:\n    cmd: cp -r data out && cp one file\n    deps: [data, one]\n    outs: [out, file]\n";

let server: ChildProcess;
let host: string;

/** A bucket that keeps every version of what is written. */
async function makeBucket(name: string): Promise<void> {
	const credentials = { accessKeyId: KEY, secretAccessKey: SECRET };
	const client = new S3Client({
		endpoint: `http://${host}`,
		region: "us-east-1",
		forcePathStyle: true,
		credentials,
		maxAttempts: 20,
	});
	await client.send(new CreateBucketCommand({ Bucket: name }));
	const versioning = { Bucket: name, VersioningConfiguration: { Status: "Enabled" } } as const;
	await client.send(new PutBucketVersioningCommand(versioning));
	client.destroy();
}

beforeAll(async () => {
	host = `127.0.0.1:${await freePort()}`;
	const folder = mkdtempSync(join(tmpdir(), "mainline-versions-"));
	for (const name of ["now", "before"]) mkdirSync(join(folder, name));
	const args = ["--quiet", "--port", host, "posix", "--versioning-dir", join(folder, "before"), join(folder, "now")];
	server = spawn("versitygw", args, {
		stdio: "ignore",
		env: { ...process.env, ROOT_ACCESS_KEY: KEY, ROOT_SECRET_KEY: SECRET },
	});
});
afterAll(() => void server.kill("SIGKILL"));

/** A project whose data and results dvc pushed, committed to git. */
async function pushed(bucket: string, option: string): Promise<RemoteProject> {
	await makeBucket(bucket);
	const project = await RemoteProject.make({
		url: `s3://${bucket}/p`,
		options: {
			endpointurl: `http://${host}`,
			region: "us-east-1",
			access_key_id: KEY,
			secret_access_key: SECRET,
			[option]: "true",
		},
	});
	write(project.root, { "data/a": "a\n", "data/sub/b": "b\n", one: "one\n", "dvc.yaml": PIPELINE });
	await project.dvc("add", "-q", "data", "one");
	await project.dvc("repro", "-q");
	await project.dvc("push", "-q");
	await git(project.root, "add", "-A");
	await git(project.root, "commit", "-q", "-m", "first");
	return project;
}

const PATHS = ["data", "one", "out", "file"];

describe("a cloud-versioned remote", () => {
	it.each(["version_aware", "worktree"])("%s: mainline brings what dvc pushed there", async (option) => {
		const project = await pushed(option.replace("_", "-"), option);
		project.forget(...PATHS);
		expect(await project.pull()).toMatchObject({ answer: "yes", document: { failed: [], missing: [] } });
		expect(["data/a", "data/sub/b", "one", "out/sub/b", "file"].map((path) => read(project.root, path))).toEqual([
			"a\n",
			"b\n",
			"one\n",
			"b\n",
			"one\n",
		]);
		expect(await project.dvc("status")).toContain("up to date");
		expect(await git(project.root, "status", "--porcelain")).toBe("");
		expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 0, failed: [] } });
	});

	it("brings a former version of what was overwritten since", async () => {
		const project = await pushed("former", "version_aware");
		write(project.root, { "data/a": "changed\n" });
		await project.dvc("commit", "-q", "-f", "data.dvc");
		await project.dvc("push", "-q", "data");
		await git(project.root, "commit", "-q", "-a", "-m", "second");
		await git(project.root, "checkout", "-q", "HEAD~1");
		project.forget(...PATHS);
		expect(await project.pull()).toMatchObject({ answer: "yes", document: { failed: [] } });
		expect(read(project.root, "data/a")).toBe("a\n");
	});

	it("is written to by dvc alone, which is said before anything is sent", async () => {
		const project = await pushed("refused", "version_aware");
		write(project.root, { "data/new": "new\n" });
		await add(contextAt(project.root), { paths: ["data"], noCommit: false });
		await expect(project.push()).rejects.toMatchObject({
			code: "remote-not-supported",
			details: { hint: expect.stringContaining("dvc push -r store") },
		});
	});

	it("gets from dvc only what is new, when mainline recorded the change", async () => {
		const project = await pushed("kept", "version_aware");
		const before = read(project.root, "data.dvc");
		write(project.root, { "data/new": "new\n" });
		await add(contextAt(project.root), { paths: ["data"], noCommit: false });
		const versions = (text: string) => [...text.matchAll(/version_id: (\S+)/g)].map((match) => match[1]);
		expect(versions(read(project.root, "data.dvc"))).toEqual(versions(before));
		expect(await project.dvc("push", "data")).toContain("1 file pushed");
	});

	it("names what it never got", async () => {
		const project = await pushed("lacking", "version_aware");
		write(project.root, { "data/new": "new\n" });
		await project.dvc("commit", "-q", "-f", "data.dvc");
		project.forget(...PATHS);
		rmSync(join(project.root, "dvc.yaml"));
		const { answer, document } = await project.pull();
		expect(answer).toBe("no");
		const digests = document.failed.map(({ digest }) => digest).filter((digest) => !digest.endsWith(".dir"));
		expect(digests).toEqual([`md5:${createHash("md5").update("new\n").digest("hex")}`]);
		expect(document.failed[0]?.reason).toContain('not on remote "store"');
	});
});
