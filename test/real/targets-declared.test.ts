import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Deploy } from "../../src/config/index.ts";
import { type Deployment, openTarget, type Rollout, rollOut, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { freePort } from "../environments/rig.ts";
import { environment } from "../environments/tagged.ts";
import { type Models, startModels } from "./targets/model.ts";

const run = promisify(execFile);
let directory = "";
let models: Models;
let first: Deployment;
let second: Deployment;
let third: Deployment;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-declared-"));
	models = await startModels(directory);
	for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
	[first, second] = [await models.release("v0.1.0"), await models.release("v0.2.0")];
	third = await models.release("v0.3.0", { says: "v0.2.9" });
	for (const { image } of [first, second, third]) await run("podman", ["pull", "-q", "--tls-verify=false", image]);
});
afterAll(async () => {
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});

let config = "";
let port = 0;
beforeEach(async () => {
	config = await mkdtemp(join(directory, "config-"));
	port = await freePort();
	await run("git", ["init", "-q", "--bare", "-b", "main", join(config, "origin.git")]);
	await run("git", ["clone", "-q", join(config, "origin.git"), join(config, "work")]);
	await commit({
		"prod/kustomization.yaml": kustomization(),
		"prod/deployment.yaml": deploymentYaml(),
		"README.md": "config\n",
	});
});
afterEach(async () => {
	await run("podman", ["pod", "rm", "-f", "-t", "0", "-a"]);
});

function kustomization(): string {
	return `# what runs in prod
resources: [deployment.yaml]   # one file

images:
  # the model; Mainline writes the digest
  - name:   churn
    newName: nowhere/churn
    newTag: "0.0.1"
  - name: sidecar
    newTag: v3  # by hand
`;
}

function deploymentYaml(): string {
	return `apiVersion: apps/v1
kind: Deployment
metadata: {name: churn}
spec:
  replicas: 1
  selector: {matchLabels: {app: churn}}
  template:
    metadata: {labels: {app: churn}}
    spec:
      containers:
        - name: server
          image: churn
          env: [{name: HOST, value: 0.0.0.0}]
          ports: [{containerPort: 8080, hostPort: ${port}, hostIP: 127.0.0.1}]
`;
}

async function commit(files: Record<string, string>): Promise<void> {
	const work = join(config, "work");
	const git = (...args: string[]) => run("git", ["-C", work, "-c", "user.name=ann", "-c", "user.email=ann@x", ...args]);
	await git("pull", "-q", "--ff-only").catch(() => {});
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(work, path)), { recursive: true });
		await writeFile(join(work, path), text);
	}
	await git("add", "-A");
	await git("commit", "-qm", "by hand");
	await git("push", "-q", "origin", "HEAD:main");
}

async function origin(...args: string[]): Promise<string> {
	return (await run("git", ["-C", join(config, "origin.git"), ...args])).stdout.trim();
}

function open(settings: Partial<Deploy & { kind: "kustomize" }> = {}, signal = new AbortController().signal): Target {
	const where = { repository: join(config, "origin.git"), branch: "main", timeoutMs: 30_000 };
	return opened({ kind: "kustomize", ...where, path: "prod", image: "churn", ...settings }, signal);
}

function openHelm(values: string, key: readonly string[]): Target {
	const where = { repository: "origin.git", branch: "main", timeoutMs: 30_000 };
	return opened({ kind: "helm", ...where, values, key }, new AbortController().signal);
}

function opened(deploy: Deploy, signal: AbortSignal): Target {
	const store = openImageStore({ kind: "layout", directory }, { clock: systemClock });
	const world = {
		clock: systemClock,
		progress: silent,
		signal,
		env: { PATH: "", HOME: "", LANG: "" },
		self: [],
		store,
	};
	return openTarget(environment("prod", { deploy }), { ...world, root: config, stateDir: directory });
}

function rolling(deployment: Deployment, previous: Deployment | null): Rollout {
	const signal = new AbortController().signal;
	const world = {
		clock: systemClock,
		signal,
		progress: silent,
		probe: `http://127.0.0.1:${port}`,
		probeMs: 100,
		golden: [],
		wayBack: false,
	};
	return { ...world, target: open(), deployment, previous };
}

/** What Argo CD and Flux do, in small: looks at the branch again and again, renders it, and makes it run. */
function startAgent(): { stop(): Promise<void> } {
	let stopped = false;
	const work = async (): Promise<void> => {
		const clone = join(config, "agent");
		await run("git", ["clone", "-q", join(config, "origin.git"), clone]);
		let applied = "";
		while (!stopped) {
			await run("git", ["-C", clone, "pull", "-q", "--ff-only"]);
			const { stdout } = await run("kubectl", ["kustomize", join(clone, "prod")]);
			if (stdout !== applied) {
				const file = join(config, "rendered.yaml");
				await writeFile(file, stdout);
				await run("podman", ["kube", "play", "--replace", file]).catch(() => {});
				applied = stdout;
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	};
	const working = work();
	return {
		stop: async () => {
			stopped = true;
			await working;
		},
	};
}

describe("a kustomization in a configuration repository", () => {
	it("is changed in its image alone, by one commit that says what for", async () => {
		expect(await open().deploy(first)).toEqual({ ok: true, changed: true });
		const [repository = "", digest = ""] = first.image.split("@");
		const expected = kustomization().replace(
			'    newName: nowhere/churn\n    newTag: "0.0.1"\n',
			`    newName: ${repository}\n    digest: ${digest}\n`,
		);
		expect(`${await origin("show", "main:prod/kustomization.yaml")}\n`).toBe(expected);
		expect(await origin("log", "-1", "--format=%B", "main")).toBe(
			`Deploy churn v0.1.0 to prod\n\nImage: ${first.image}`,
		);
		expect(await origin("diff", "--name-only", "main~1", "main")).toBe("prod/kustomization.yaml");
		expect(await origin("rev-list", "--count", "main")).toBe("2");
	});

	it("gets no commit when it says so already", async () => {
		await open().deploy(first);
		const before = await origin("rev-parse", "main");
		expect(await open().deploy(first)).toEqual({ ok: true, changed: false });
		expect(await origin("rev-parse", "main")).toBe(before);
	});

	it("loses no commit of others when everybody pushes at once", async () => {
		const racing = [open().deploy(first), open({ image: "sidecar" }).deploy(second), commit({ "other.txt": "ann\n" })];
		await Promise.all(racing.slice(0, 2));
		await racing[2]?.catch(() => commit({ "other.txt": "ann\n" }));
		const text = await origin("show", "main:prod/kustomization.yaml");
		expect(text).toContain(first.digest);
		expect(text).toContain(second.digest);
		expect(await origin("show", "main:other.txt")).toBe("ann");
		expect(await origin("rev-list", "--count", "main")).toBe("4");
	});

	it("is what an agent makes run; only the model's own answer proves it, and a version that does not prove itself is put back", async () => {
		const agent = startAgent();
		try {
			const start = systemClock.monotonic();
			expect(await rollOut(rolling(first, null))).toMatchObject({ ok: true, changed: true });
			expect(await rollOut(rolling(second, first))).toMatchObject({ ok: true, probe: { reason: "v0.2.0 answers" } });
			console.info(`two rollouts by an agent: ${Math.round(systemClock.monotonic() - start)} ms`);
			const { target, ...rest } = rolling(third, second);
			const impatient = { ...rest, target: open({ timeoutMs: 20_000 }) };
			expect(await rollOut(impatient)).toMatchObject({
				ok: false,
				reason: expect.stringContaining("v0.3.0 was deployed, but"),
				restored: true,
				back: "v0.2.0 was put back and answers",
			});
			expect(await origin("show", "main:prod/kustomization.yaml")).toContain(second.digest);
			expect(await target.running()).toBeUndefined();
		} finally {
			await agent.stop();
		}
	}, 180_000);

	it("gets an entry where it has none, and a list where it has none", async () => {
		await commit({ "prod/kustomization.yaml": "resources:\n- deployment.yaml\n" });
		await open().deploy(first);
		expect(await origin("show", "main:prod/kustomization.yaml")).toBe(
			`resources:\n- deployment.yaml\nimages:\n- name: churn\n  newName: ${JSON.stringify(first.image.split("@")[0]).slice(1, -1)}\n  digest: ${first.digest}`,
		);
		await open({ image: "other" }).deploy(second);
		const clone = join(config, "look");
		await run("git", ["clone", "-q", join(config, "origin.git"), clone]);
		expect((await run("kubectl", ["kustomize", join(clone, "prod")])).stdout).toContain(`image: ${first.image}`);
		expect(await readFile(join(clone, "prod/kustomization.yaml"), "utf8")).toContain("name: other");
	});

	it.each([
		["no such folder", { path: "nope" }, "config-file-missing", /nope\/kustomization\.yaml/],
		["no such branch", { branch: "nope" }, "git-failed", /nope/],
		["no such repository", { repository: "./nothing" }, "git-failed", /nothing/],
	])("is refused clearly where there is %s", async (_, settings, code, words) => {
		await expect(open(settings).deploy(first)).rejects.toMatchObject({ code, message: expect.stringMatching(words) });
	});

	it("tells the place of what it cannot change", async () => {
		await commit({ "prod/kustomization.yaml": "resources: []\nimages: churn\n" });
		await expect(open().deploy(first)).rejects.toMatchObject({
			code: "config-unfit",
			details: { at: { file: "prod/kustomization.yaml", line: 2, column: 9 } },
		});
	});
});

describe("a chart's values in a configuration repository", () => {
	it("get repository and digest where the image is a mapping, and the whole name where it is a text", async () => {
		await commit({
			"values.yaml":
				'# values\nmodel:\n  image:\n    repository: x  # ours\n    pullPolicy: Always\n  replicas: 2\nserver: {image: "x:1", port: 1}\n',
		});
		const [repository = "", digest = ""] = first.image.split("@");
		expect(await openHelm("values.yaml", ["model", "image"]).deploy(first)).toEqual({ ok: true, changed: true });
		expect(await openHelm("values.yaml", ["server", "image"]).deploy(second)).toEqual({ ok: true, changed: true });
		expect(await openHelm("values.yaml", ["server", "image"]).deploy(second)).toEqual({ ok: true, changed: false });
		expect(await origin("show", "main:values.yaml")).toBe(
			`# values\nmodel:\n  image:\n    repository: ${repository}  # ours\n    pullPolicy: Always\n    digest: ${digest}\n  replicas: 2\nserver: {image: ${second.image}, port: 1}`,
		);
	});

	it("have to hold the key", async () => {
		await commit({ "values.yaml": "model: {}\n" });
		await expect(openHelm("values.yaml", ["image"]).deploy(first)).rejects.toMatchObject({ code: "config-unfit" });
	});
});
