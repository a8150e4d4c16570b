import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../doors/support/program.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";

const run = promisify(execFile);
let directory = "";
let repository = "";
let registry: RunningRegistry;
let image = "";

/** A model that git tracks, a registry, two environments that are told by a command, and a pair of cosign's. */
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-signed-release-"));
	registry = await startRegistry(join(directory, "registry"), "registry");
	repository = join(directory, "work");
	image = `${registry.host}/acme/churn`;
	mkdirSync(repository);
	await cosign("generate-key-pair");
	for (const [name, text] of Object.entries({
		"dvc.yaml": "artifacts:\n  churn: {type: model, path: model.json}\n",
		"model.json": "{}\n",
		"cosign.pub": readFileSync(join(directory, "cosign.pub"), "utf8"),
		"mainline.yaml": `models:
  churn:
    image: ${image}
    command: ["true"]
environments:
  dev: {deploy: {command: [touch, deployed]}}
  prod: {after: dev, soak: 7d, deploy: {command: [touch, deployed]}}
signing: {key: cosign.pub}
`,
	})) {
		writeFileSync(join(repository, name), text);
	}
	mkdirSync(join(repository, ".dvc"));
	writeFileSync(join(repository, ".dvc/config"), "");
	for (const args of [
		["init", "-q", "-b", "main"],
		["add", "-A"],
		["commit", "-q", "-m", "First"],
	]) {
		execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args], { cwd: repository });
	}
});
afterAll(async () => {
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});

async function cosign(...args: string[]): Promise<string> {
	const running = run("cosign", args, {
		cwd: directory,
		env: { ...process.env, COSIGN_PASSWORD: "correct horse", HOME: directory },
	});
	running.child.stdin?.end();
	return (await running).stdout;
}

async function mainline(args: readonly string[], env: Record<string, string> = {}) {
	const ran = await start([...args, "--json"], { cwd: repository, env }).ended;
	return { ...ran, document: JSON.parse(ran.stdout) };
}

const SIGNING = () => ({ MAINLINE_SIGNING_KEY: join(directory, "cosign.key"), COSIGN_PASSWORD: "correct horse" });
const OFFLINE = ["--insecure-ignore-tlog", "--allow-insecure-registry"];

describe("where mainline.yaml asks for signed images", () => {
	it("releases what it signed, refuses what lost its signature, and takes cosign's in its place", async () => {
		const unable = await mainline(["release", "--local"]);
		expect([unable.code, unable.document.error]).toMatchObject([
			2,
			{ code: "signing-key-missing", file: "mainline.yaml", line: 8 },
		]);

		const released = await mainline(["release", "--local"], SIGNING());
		expect([released.code, released.document.models[0].environments[0].outcome]).toEqual([0, "deployed"]);
		const name = `${image}@${released.document.models[0].digest}`;
		await cosign("verify", "--key", "cosign.pub", ...OFFLINE, name);
		const verified = await mainline(["status", "--local", "--verify"]);
		expect(verified.document.verified.disagreements).toEqual([]);

		// somebody cleans up what nothing seems to need
		await run("crane", ["delete", "--insecure", `${image}:${released.document.models[0].digest.replace(":", "-")}`]);
		const missed = await mainline(["status", "--local", "--verify"]);
		expect(missed.code).toBe(1);
		expect(missed.document.verified.disagreements).toMatchObject([
			{
				who: "registry",
				says: expect.stringContaining("is not signed by the key"),
				next: expect.stringContaining("cosign sign"),
			},
		]);
		const promote = ["promote", "churn", "prod", "--local", "--force"];
		const refused = await mainline(promote);
		expect([refused.code, refused.document.move]).toMatchObject([1, { outcome: "failed", tag: null }]);
		expect(execFileSync("git", ["tag", "-l", "churn#prod*"], { cwd: repository, encoding: "utf8" })).toBe("");

		await cosign("signing-config", "create", "--out", "none.json");
		const config = ["--signing-config", "none.json", "--allow-insecure-registry"];
		await cosign("sign", "--yes", "--key", "cosign.key", ...config, name);
		const promoted = await mainline(promote);
		expect([promoted.code, promoted.document.move.outcome]).toEqual([0, "deployed"]);
	});
});
