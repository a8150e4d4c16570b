import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Stage } from "../../src/manifest/index.ts";
import { type ContainerOrder, runArguments } from "../../src/run/container/arguments.ts";
import { type Engine, readEngine } from "../../src/run/container/engine.ts";
import { fullName, withoutTag } from "../../src/run/container/image.ts";
import { mountsOf } from "../../src/run/container/mounts.ts";
import { passedVariables } from "../../src/run/container/variables.ts";
import { load } from "../manifest/rig.ts";

const ORDER: ContainerOrder = {
	name: "mainline-stage-0a-1",
	project: "/p",
	image: "sha256:1",
	shell: ["/bin/bash", "--norc", "-c"],
	command: "python train.py --note 'a b'",
	folder: "/p/sub",
	mounts: [
		{ path: "/p", writable: true },
		{ path: "/cache", writable: false },
	],
	user: { uid: 1000, gid: 1001, groups: [1001, 27] },
	variables: { HOME: "/p/home" },
	passed: ["LANG"],
	gpus: [],
	cpus: null,
	memory: null,
	sharedMemory: 1024,
	network: "host",
};
const limits = { cpus: true, memory: true };
const PODMAN: Engine = { program: "podman", identity: "plain", limits };
const DOCKER: Engine = { program: "docker", identity: "plain", limits };

const words = (engine: Engine, more: Partial<ContainerOrder> = {}): string =>
	runArguments(engine, { ...ORDER, ...more }).join(" ");

describe("the command line of a container", () => {
	it("is gone afterwards, has an init, and runs one line in the stage's folder", () => {
		const said = runArguments(PODMAN, ORDER);
		expect(said.slice(0, 3)).toEqual(["run", "--rm", "--init"]);
		expect(said.slice(-8, -5)).toEqual(["sha256:1", "-c", expect.stringContaining('"$@"')]);
		expect(said.slice(-5)).toEqual([
			"mainline-stage-0a-1",
			"/bin/bash",
			"--norc",
			"-c",
			"python train.py --note 'a b'",
		]);
		expect(said.join(" ")).toContain("--workdir /p/sub");
		expect(said.join(" ")).toContain("--name mainline-stage-0a-1 --label dev.mainline.stages-of=/p");
	});

	it("sees the project at its own path, and the cache without writing to it", () => {
		expect(words(DOCKER)).toContain(
			"--mount type=bind,source=/p,target=/p --mount type=bind,source=/cache,target=/cache,readonly",
		);
	});

	it("makes files that belong to whoever runs it, however the engine counts users", () => {
		expect(words(PODMAN)).toContain("--user 1000:1001 --group-add 27");
		expect(words(DOCKER)).toContain("--user 1000:1001 --group-add 27");
		expect(words({ program: "podman", identity: "mapped", limits })).toContain(
			"--userns keep-id --user 1000:1001 --security",
		);
		expect(words({ program: "docker", identity: "root", limits })).toContain("--user 0:0 --security");
		expect(words({ program: "docker", identity: "outside", limits })).toContain("--userns host --user 1000:1001");
	});

	it("gets GPUs as its engine hands them out", () => {
		expect(words(PODMAN, { gpus: ["0", "GPU-1"] })).toContain(
			"--device nvidia.com/gpu=0 --device nvidia.com/gpu=GPU-1",
		);
		expect(runArguments(DOCKER, { ...ORDER, gpus: ["0", "GPU-1"] })).toContain('"device=0,GPU-1"');
		expect(words(DOCKER)).not.toContain("--gpus");
	});

	it("has limits where they are said", () => {
		expect(words(PODMAN, { cpus: 2, memory: 4096, network: "none" })).toContain("--cpus 2 --memory 4096b");
		expect(words(PODMAN, { network: "none" })).toContain("--network none");
		expect(words(PODMAN)).not.toMatch(/--cpus|--memory/);
	});

	it("has none where podman may not set them", () => {
		const bare: Engine = { program: "podman", identity: "mapped", limits: { cpus: false, memory: false } };
		expect(words(bare, { cpus: 2, memory: 4096 })).not.toMatch(/--cpus|--memory/);
	});

	it("names variables that come from outside without their values", () => {
		expect(words(PODMAN)).toContain("--http-proxy=false --env HOME=/p/home --env LANG --entrypoint");
	});
});

describe("an engine's word on users and limits", () => {
	it.each([
		["podman", '{"security":{"rootless":true},"cgroupControllers":["memory","pids"]}', "mapped", false, true],
		["podman", '{"security":{"rootless":true},"cgroupControllers":null}', "mapped", false, false],
		["podman", '{"security":{"rootless":false},"cgroupControllers":["cpuset","cpu","memory"]}', "plain", true, true],
		["docker", '["name=seccomp,profile=builtin"]', "plain", true, true],
		["docker", '["name=rootless"]', "root", true, true],
		["docker", '["name=userns"]', "outside", true, true],
	] as const)("%s %s is understood", (program, said, identity, cpus, memory) => {
		expect(readEngine(program, said)).toEqual({ program, identity, limits: { cpus, memory } });
	});
});

describe("an image's name", () => {
	it.each([
		["python:3.12", "docker.io/library/python:3.12"],
		["acme/churn", "docker.io/acme/churn"],
		["ghcr.io/acme/churn:1", "ghcr.io/acme/churn:1"],
		["localhost/mine", "localhost/mine"],
		["127.0.0.1:5000/a:1", "127.0.0.1:5000/a:1"],
	])("%s is %s in full", (name, full) => {
		expect(fullName(name)).toBe(full);
	});

	it("is taken off its tag and digest, and keeps a port", () => {
		expect(withoutTag(`localhost:5000/a:1@sha256:${"0".repeat(64)}`)).toBe("localhost:5000/a");
		expect(withoutTag("localhost:5000/a")).toBe("localhost:5000/a");
	});
});

describe("the variables of a container", () => {
	it("are those that change what a command does, and those that it asks for; no login is among them", () => {
		const outside = {
			LANG: "C",
			PYTHONHASHSEED: "0",
			AWS_SECRET_ACCESS_KEY: "s",
			GITHUB_TOKEN: "t",
			WANDB_MODE: "offline",
			HOME: "/root",
			PATH: "/bin",
		};
		expect(passedVariables(outside, ["WANDB_MODE", "NOT_SET"])).toEqual(["LANG", "PYTHONHASHSEED", "WANDB_MODE"]);
	});

	it("leave out a proxy with a password in its address", () => {
		const outside = { HTTP_PROXY: "http://proxy:3128", https_proxy: "http://ann:s3cret@proxy:3128" };
		expect(passedVariables(outside, [])).toEqual(["HTTP_PROXY"]);
		expect(passedVariables(outside, ["https_proxy"])).toEqual(["HTTP_PROXY", "https_proxy"]);
	});
});

describe("what a container sees", () => {
	const home = realpathSync(mkdtempSync(join(tmpdir(), "mainline-mounts-")));
	const [project, root, cache, data] = ["repo", "repo/ml", "cache", "data"].map((name) => join(home, name)) as [
		string,
		string,
		string,
		string,
	];
	for (const folder of [root, cache, data, join(home, "made")]) mkdirSync(folder, { recursive: true });
	writeFileSync(join(data, "a.csv"), "1");
	symlinkSync(data, join(root, "linked"));

	async function seen(deps: string, outs = "[]", at = cache) {
		const text = `stages:\n  s:\n    cmd: c\n    deps: ${deps}\n    outs: ${outs}\n`;
		const [stage] = (await load({ "dvc.yaml": text })).stages as [Stage];
		return mountsOf(stage, { project, root, cache: at });
	}

	it("is the repository, and the cache where that lies outside, read only", async () => {
		expect(await seen("[x.csv]")).toEqual(
			[
				{ path: project, writable: true },
				{ path: cache, writable: false },
			].toSorted((a, b) => a.path.length - b.path.length),
		);
		expect(await seen("[x.csv]", "[]", join(root, ".dvc/cache"))).toEqual([{ path: project, writable: true }]);
	});

	it("is what its inputs are, where links lead, too, and what is not there is left out", async () => {
		const outside = await seen("[linked, ../../data/a.csv, ../../nowhere]", "[]", join(home, "no-cache"));
		const read = (path: string) => ({ path, writable: false });
		expect(new Set(outside)).toEqual(
			new Set([{ path: project, writable: true }, read(data), read(join(data, "a.csv"))]),
		);
	});

	it("is a folder outside that it writes to, but none above the project", async () => {
		const made = { path: join(home, "made"), writable: true };
		expect(await seen("[]", "[../../made/x: {cache: false}]", project)).toContainEqual(made);
		await expect(seen("[]", "[../../x: {cache: false}]", project)).rejects.toMatchObject({ code: "container-path" });
	});
});
