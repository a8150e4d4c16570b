import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../doors/support/program.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { RELEASE } from "./sigstore/issuer.ts";
import { type Sigstore, startSigstore } from "./sigstore/servers.ts";

const run = promisify(execFile);
let directory = "";
let repository = "";
let registry: RunningRegistry;
let sigstore: Sigstore;
let image = "";

/** Two models that git tracks, a registry, an environment that is told by a command, and a sigstore of their own. */
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-identity-release-"));
	registry = await startRegistry(join(directory, "registry"), "registry");
	sigstore = await startSigstore(join(directory, "sigstore"));
	repository = join(directory, "work");
	image = `${registry.host}/acme/churn`;
	mkdirSync(join(repository, ".dvc"), { recursive: true });
	for (const [name, text] of Object.entries({
		".dvc/config": "",
		"dvc.yaml": "artifacts:\n  churn: {type: model, path: model.json}\n  fraud: {type: model, path: fraud.json}\n",
		"model.json": "{}\n",
		"fraud.json": "[]\n",
		"mainline.yaml": `models:
  churn: {image: ${image}, command: ["true"]}
  fraud: {image: ${registry.host}/acme/fraud, command: ["true"]}
environments:
  dev: {deploy: {command: [touch, deployed]}}
  prod: {after: dev, soak: 7d, deploy: {command: [touch, deployed]}}
signing:
  identity: acme/churn/.github/workflows/mainline-release.yml@main
  issuer: ${sigstore.issuer.url}
  sigstore:
    trusted-root: sigstore.json
    fulcio: ${sigstore.fulcio}
    timestamp: ${sigstore.timestamp}
    rekor: ${sigstore.rekor}
`,
	})) {
		writeFileSync(join(repository, name), text);
	}
	copyFileSync(sigstore.trustedRoot.logged, join(repository, "sigstore.json"));
	for (const args of [
		["init", "-q", "-b", "main"],
		["add", "-A"],
		["commit", "-q", "-m", "First"],
	]) {
		git(...args);
	}
});
afterAll(async () => {
	await registry?.stop();
	await sigstore?.stop();
	await rm(directory, { recursive: true, force: true });
});

function git(...args: string[]): string {
	const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
	return execFileSync("git", [...who, ...args], { cwd: repository, encoding: "utf8" }).trim();
}

async function mainline(args: readonly string[], env: Record<string, string> = {}) {
	const ran = await start([...args, "--local", "--json"], { cwd: repository, env }).ended;
	return { ...ran, document: JSON.parse(ran.stdout) };
}

const promote = (model: string) => ["promote", model, "prod", "--force"];

describe("where mainline.yaml asks for images that a workflow signed", () => {
	it("a job without a token, or another job, builds nothing", async () => {
		const unable = await mainline(["release"]);
		expect([unable.code, unable.document.error]).toMatchObject([
			2,
			{
				code: "signing-identity-missing",
				file: "mainline.yaml",
				line: 8,
				hint: expect.stringContaining("id-token: write"),
			},
		]);
		sigstore.issuer.job = { ...RELEASE, workflow: RELEASE.workflow.replace("release", "retrain") };
		const other = await mainline(["release"], sigstore.issuer.variables());
		expect([other.code, other.document.error]).toMatchObject([
			2,
			{
				code: "signing-identity-other",
				line: 8,
				found: expect.stringContaining("mainline-retrain.yml@refs/heads/main"),
				expected: expect.stringContaining("mainline-release.yml@refs/heads/main"),
			},
		]);
		sigstore.issuer.job = RELEASE;
		const down = await mainline(["release"], {
			...sigstore.issuer.variables(),
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: "stale",
		});
		expect([down.code, down.document.error]).toMatchObject([3, { code: "id-token" }]);
		expect(git("tag", "-l")).toBe("");
		expect((await run("crane", ["catalog", "--insecure", registry.host])).stdout).toBe("");
	});

	it("the workflow releases what it signed, and only that goes on", async () => {
		const released = await mainline(["release"], sigstore.issuer.variables());
		const deployed = { environments: [{ outcome: "deployed" }, {}] };
		expect([released.code, released.document.models]).toMatchObject([0, [deployed, deployed]]);
		const [churn] = released.document.models;
		const name = `${image}@${churn.digest}`;
		const whom = ["--certificate-identity", `https://github.com/${RELEASE.workflow}`];
		const how = ["--certificate-oidc-issuer", sigstore.issuer.url, "--trusted-root", sigstore.trustedRoot.logged];
		const more = ["--insecure-ignore-sct", "--use-signed-timestamps", "--allow-insecure-registry"];
		await run("cosign", ["verify", ...whom, ...how, ...more, name], { env: { ...process.env, HOME: directory } });

		// whoever deploys needs no token
		expect((await mainline(["status", "--verify"])).document.verified.disagreements).toEqual([]);
		const promoted = await mainline(promote("fraud"));
		expect([promoted.code, promoted.document.move.outcome]).toEqual([0, "deployed"]);

		await run("crane", ["delete", "--insecure", `${image}:${churn.digest.replace(":", "-")}`]);
		const missed = await mainline(["status", "--verify"]);
		expect([missed.code, missed.document.verified.disagreements]).toMatchObject([
			1,
			[{ who: "registry", says: expect.stringContaining("is not signed by https://github.com/acme/churn/.github") }],
		]);
		const refused = await mainline(promote("churn"));
		expect([refused.code, refused.document.move]).toMatchObject([1, { outcome: "failed", tag: null }]);
	});

	it("another model's signed image is not deployed as this one", async () => {
		const fraud = git("tag", "-l", "--format=%(contents)", "fraud@v0.1.0");
		git("tag", "-a", "-f", "churn@v0.1.0", "-m", fraud, "churn@v0.1.0^{commit}");
		const refused = await mainline(promote("churn"));
		expect([refused.code, refused.document.move]).toMatchObject([
			1,
			{ outcome: "failed", tag: null, reason: expect.stringContaining("is fraud v0.1.0 by its own labels, not churn") },
		]);
	});

	it("a root of trust that is not there, or is none, is said with its place", async () => {
		const root = join(repository, "sigstore.json");
		for (const [text, code] of [
			["{}", "sigstore-root"],
			[null, "sigstore-root"],
		] as const) {
			if (text === null) await rm(root);
			else writeFileSync(root, text);
			const { code: exit, document } = await mainline(["status"]);
			expect([exit, document.error.code]).toEqual([2, code]);
		}
	});
});
