import { execFile } from "node:child_process";
import { chown, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readMachine } from "../../src/doors/machine.ts";
import { plan } from "../../src/flows/plan.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { Containers } from "../../src/run/index.ts";
import { load } from "../manifest/rig.ts";
import { containerEnvironment } from "../release/support/containers.ts";
import { pushBusyboxBase } from "../release/support/dockerfiles.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { begun, dvcStatus, made, running } from "./containers/rig.ts";
import { CountedTools, DockerProject, gitOnly, listening } from "./dockerfile/rig.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";

const exec = promisify(execFile);
const usual = { ...process.env };

let directory = "";
let registry: RunningRegistry;
let dockerd: Dockerd;
let image = "";
let digest = "";
let none = "";

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-containers-"));
	registry = await startRegistry(join(directory, "registry"));
	dockerd = await startDockerd(join(directory, "docker"), "none");
	image = `${registry.host}/base/busybox:1`;
	pushBusyboxBase(join(directory, "base"), image, machine("base"));
	const inspect = ["inspect", "--tls-verify=false", "--format", "{{.Digest}}", `docker://${image}`];
	digest = (await exec("skopeo", inspect)).stdout.trim();
	none = gitOnly(join(directory, "git-only"));
});
afterAll(async () => {
	process.env = { ...usual };
	await dockerd?.stop();
	await registry?.stop();
	// podman keeps its storage mounted, and dockerd the namespace of containers on the machine's own network
	const mounts = ["docker/exec/netns/default", ...MACHINES.map((name) => `${name}/graph/overlay`)];
	for (const mount of mounts) await exec("umount", ["-l", join(directory, mount)]).catch(() => {});
	await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
	process.env = { ...usual };
});

const MACHINES = ["base", "one", "two"] as const;

/** Storage of its own, as another machine has it. */
function machine(name: (typeof MACHINES)[number]): NodeJS.ProcessEnv {
	const { CONTAINERS_STORAGE_CONF, CONTAINERS_CONF } = containerEnvironment(join(directory, name));
	return { ...usual, CONTAINERS_STORAGE_CONF, CONTAINERS_CONF, BUILDAH_ISOLATION: "chroot" };
}

type Program = "podman" | "docker";

function on(program: Program, more: NodeJS.ProcessEnv = {}, name: (typeof MACHINES)[number] = "one"): void {
	const client = program === "docker" ? dockerd.variables : {};
	process.env = { ...machine(name), ...client, MAINLINE_CONTAINERS: program, ...more };
}

async function containersOf(program: Program): Promise<string[]> {
	const { stdout } = await exec(program, ["ps", "-a", "-q"], { env: process.env });
	return stdout.split("\n").filter((line) => line !== "");
}

function project(name: string, files: Readonly<Record<string, string>>): DockerProject {
	return new DockerProject(join(directory, "projects", name), files);
}

describe.each(["podman", "docker"] as const)("a stage in a container, by %s", (program) => {
	it("runs in the image, in its folder, with its variables and no secrets, and leaves what DVC expects", async () => {
		on(program, { AWS_SECRET_ACCESS_KEY: "s3cret", GITHUB_TOKEN: "t0ken", WANDB_MODE: "offline", PYTHONHASHSEED: "7" });
		const { root } = project(`image-${program}`, {
			"sub/dvc.yaml": `stages:
  train:
    cmd:
      - env > env.txt && ls / > system.txt
      - cat in.txt > out.txt && touch $HOME/thrown-away
    deps: [in.txt]
    outs: [env.txt, system.txt, out.txt]
    meta: {mainline: {container: {image: '${image}', env: [WANDB_MODE]}, memory: 256M, cpus: 1, gpus: 0}}
`,
			"sub/in.txt": "data\n",
		});
		const { stages, said, warnings } = await running(root);
		expect(stages).toMatchObject([{ outcome: "executed", container: { program, image, digest } }]);
		expect(said).toContain(`in ${image}@${digest}, by ${program}`);
		expect(warnings).toEqual([expect.stringMatching(/^sub\/dvc.yaml:train: no lock records that it runs in .*params/)]);
		expect(await made(root, "sub/out.txt")).toBe("data\n");
		expect(await made(root, "sub/system.txt")).not.toContain("usr");
		const env = await made(root, "sub/env.txt");
		expect(env).toContain("WANDB_MODE=offline\n");
		expect(env).toContain("PYTHONHASHSEED=7\n");
		expect(env).toContain(`DVC_ROOT=${root}\n`);
		expect(env).toContain("CUDA_VISIBLE_DEVICES=\n");
		expect(env).not.toMatch(/s3cret|t0ken/);
		const home = /^HOME=(.*)$/m.exec(env)?.[1] ?? "";
		expect(home.startsWith(`${root}/.dvc/tmp/`)).toBe(true);
		expect(await stat(home).catch(() => null)).toBeNull();
		expect(await containersOf(program)).toEqual([]);
		expect(await dvcStatus(root)).toContain("up to date");
		expect((await running(root)).stages).toMatchObject([{ outcome: "unchanged" }]);
	});

	it("makes files that belong to whoever runs it", async () => {
		on(program);
		const root = await mkdtemp(join(directory, "somebody-"));
		await chown(root, 4321, 4322);
		const containers = new Containers({
			project: root,
			root,
			cache: join(root, ".dvc/cache"),
			scratch: join(root, "scratch"),
			program,
			variables: {},
			user: { uid: 4321, gid: 4322, groups: [] },
			cpus: 2,
			memory: 2 ** 30,
			signal: new AbortController().signal,
			clock: systemClock,
			environment: () => Promise.reject(new Error("there is no Dockerfile")),
		});
		const text = `stages:\n  s:\n    cmd: c\n    meta: {mainline: {container: '${image}'}}\n`;
		const [stage] = (await load({ "dvc.yaml": text })).stages;
		if (stage?.needs?.container === undefined) throw new Error("no container");
		const more = { variables: {}, gpus: [], voice: silent };
		const berth = await containers.open(stage, stage.needs.container, more);
		await exec(program, berth.start("echo > made.txt").args, { env: process.env });
		expect(await stat(join(root, "made.txt"))).toMatchObject({ uid: 4321, gid: 4322 });
	});

	it("tells a failure as that of any command", async () => {
		on(program);
		const { root } = project(`fails-${program}`, {
			"dvc.yaml": `stages:
  train:
    cmd: echo the last words && exit 7
    meta: {mainline: {container: '${image}'}}
  slow:
    cmd: sleep 100
    meta: {mainline: {container: '${image}', timeout: 1s}}
  unknown:
    cmd: "true"
    meta: {mainline: {container: '${registry.host}/base/nothing:1'}}
`,
		});
		const { stages } = await running(root, { keepGoing: true });
		expect(stages).toMatchObject([
			{ outcome: "failed", exitCode: 7, tail: "the last words", line: 3 },
			{ outcome: "failed", message: expect.stringContaining("ended after its timeout of 1s") },
			{ outcome: "failed", message: expect.stringContaining(`${program} cannot pull ${registry.host}/base/nothing:1`) },
		]);
		expect(await made(root, ".dvc/tmp/mainline/logs/train.log")).toBe("the last words\n");
		expect(await containersOf(program)).toEqual([]);
	});

	/** Its command's own shell ends at once with TERM, and what that started takes its time. */
	const SLOW = {
		"slow.sh": "trap 'sleep 0.5; echo bye > said.txt; exit 3' TERM\necho > began.txt\nsleep 100 & wait\n",
	};
	const slow = (): Readonly<Record<string, string>> => ({
		...SLOW,
		"dvc.yaml": `stages:
  train:
    cmd: sh slow.sh; echo > after.txt
    outs: [made.txt]
    meta: {mainline: {container: '${image}'}}
`,
	});

	it("ends with SIGTERM, and says its last words", async () => {
		on(program);
		const { root } = project(`term-${program}`, slow());
		const { child, ended } = await begun(root);
		const start = systemClock.monotonic();
		child.kill("SIGTERM");
		expect(await ended).toEqual([143, null]);
		expect(systemClock.monotonic() - start).toBeLessThan(10_000);
		expect(await made(root, "said.txt")).toBe("bye\n");
		expect(await stat(join(root, "after.txt")).catch(() => null)).toBeNull();
		expect(await containersOf(program)).toEqual([]);
	});

	it("ends soon after a mainline that was killed; what stays all the same goes before the next run", async () => {
		on(program);
		const { root } = project(`kill-${program}`, slow());
		const { child, ended } = await begun(root);
		child.kill("SIGKILL");
		await ended;
		await expect.poll(() => containersOf(program), { timeout: 30_000 }).toEqual([]);

		const label = `dev.mainline.stages-of=${root}`;
		const left = ["run", "-d", "--network", "none", "--label", label, "--entrypoint", "sleep", image, "1000"];
		await exec(program, left, { env: process.env });
		expect(await containersOf(program)).toHaveLength(1);
		await rm(join(root, "began.txt"));
		const next = await begun(root);
		expect(await containersOf(program)).toHaveLength(1);
		next.child.kill("SIGTERM");
		await next.ended;
		expect(await containersOf(program)).toEqual([]);
	});

	it("reads inputs that are links into a cache elsewhere, and cannot write to it", async () => {
		on(program);
		const cache = join(directory, `cache-${program}`);
		const { root } = project(`links-${program}`, {
			".dvc/config": `[cache]\n    dir = ${cache}\n    type = symlink\n`,
			"dvc.yaml": `stages:
  train:
    cmd: cat data.txt > out.txt; if echo spoilt > ${cache}/spoilt; then exit 1; fi
    deps: [data.txt]
    outs: [out.txt]
    meta: {mainline: {container: {image: '${image}@${digest}', env: [HOME]}}}
`,
			".gitignore": "/data.txt\n",
		});
		await exec("bash", ["-ec", "echo data > data.txt; dvc add -q data.txt"], { cwd: root, env: usual });
		const { stages } = await running(root);
		const container = { image: `${image}@${digest}`, digest };
		expect(stages).toMatchObject([{ outcome: "unchanged" }, { outcome: "executed", container }]);
		expect(await made(root, "out.txt")).toBe("data\n");
		expect(await dvcStatus(root)).toContain("up to date");
	});
});

const DOCKERFILE = (host: string): string => `FROM ${host}/base/busybox:1
COPY requirements.txt /opt/
RUN echo tools > /opt/tools
ENV SHELL=/bin/ash
USER 1000
ENTRYPOINT ["false"]
`;

const SHARED = (name: string): Readonly<Record<string, string>> => ({
	Dockerfile: DOCKERFILE(registry.host),
	"requirements.txt": "six\n",
	"dvc.yaml": `stages:
  train:
    cmd: cat /opt/tools /opt/requirements.txt data.txt > model.json
    deps: [Dockerfile, requirements.txt, data.txt]
    outs: [model.json: {cache: false}]
    meta: {mainline: {container: {dockerfile: Dockerfile}}}
artifacts:
  churn: {type: model, path: model.json}
`,
	"data.txt": "1\n",
	"mainline.yaml": `models:\n  churn: {image: ${registry.host}/acme/${name}, dockerfile: Dockerfile}\n`,
});

describe.each(["podman", "docker"] as const)("a stage in what a Dockerfile makes, by %s", (program) => {
	it("has the environment that its model stands on, which is built once for both", async () => {
		const tools = new CountedTools(join(directory, `tools-${program}`), ["buildah", "podman", "docker"]);
		on(program, { PATH: tools.path });
		const here = project(`shared-${program}`, SHARED(`shared-${program}`));
		const { stages, warnings } = await running(here.root);
		const name = expect.stringMatching(/^localhost\/mainline-env:[0-9a-f]{24}$/);
		expect(stages).toMatchObject([{ outcome: "executed", container: { program, image: name } }]);
		expect(warnings).toEqual([expect.stringMatching(/^train: FROM .* can mean another image tomorrow/)]);
		expect(await made(here.root, "model.json")).toBe("tools\nsix\n1\n");
		expect((await stat(join(here.root, "model.json"))).uid).toBe(process.getuid?.());
		expect(await dvcStatus(here.root)).toContain("up to date");
		expect(tools.builds).toBe(1);
		here.commit("trained", {});
		expect(await here.release()).toMatchObject({ outcome: "released", dockerfile: { from: "cached" } });
		expect(tools.builds).toBe(1);

		here.commit("other data", { "data.txt": "2\n" });
		expect((await running(here.root)).stages).toMatchObject([{ outcome: "executed", container: { image: name } }]);
		const elsewhere = here.clone(join(directory, "clones", `shared-${program}`));
		on(program, { PATH: tools.path }, "two");
		expect((await running(elsewhere.root)).stages).toMatchObject([{ outcome: "executed", container: { image: name } }]);
		expect(await made(elsewhere.root, "model.json")).toBe("tools\nsix\n2\n");
		expect(tools.builds).toBe(1);
	});
});

it("runs again when the Dockerfile changes, and takes what lies there, committed or not", async () => {
	on("podman");
	const files = { ...SHARED("again"), "mainline.yaml": "" };
	const here = project("again", files);
	await running(here.root);
	await exec("sed", ["-i", "s/tools >/better >/", "Dockerfile"], { cwd: here.root });
	const before = here.git("write-tree");
	expect((await running(here.root)).stages).toMatchObject([{ outcome: "executed" }]);
	expect(await made(here.root, "model.json")).toBe("better\nsix\n1\n");
	expect(here.git("write-tree")).toBe(before);
	expect(await containersOf("podman")).toEqual([]);
});

it("takes what this machine made of the same files where FROM's registry does not answer", async () => {
	on("podman");
	const other = await startRegistry(join(directory, "other-registry"));
	const copy = ["copy", "-q", "--src-tls-verify=false", "--dest-tls-verify=false", `docker://${image}`];
	await exec("skopeo", [...copy, `docker://${other.host}/base/busybox:1`]);
	const here = project("offline", { ...SHARED("offline"), Dockerfile: DOCKERFILE(other.host), "mainline.yaml": "" });
	await running(here.root);
	await other.stop();
	here.commit("other data", { "data.txt": "2\n" });
	const { stages, warnings } = await running(here.root);
	expect(stages).toMatchObject([{ outcome: "executed" }]);
	expect(warnings).toContainEqual(expect.stringContaining("the environment that was made before is taken"));
});

describe("a machine without an engine", () => {
	const PIPELINE = (): string => `stages:
  before:
    cmd: echo > before.txt
    outs: [before.txt]
  train:
    cmd: cat before.txt > after.txt
    deps: [before.txt]
    outs: [after.txt]
    meta: {mainline: {container: '${image}'}}
`;

	it("says so before anything runs, and plans all the same", async () => {
		const here = project("no-engine", { "dvc.yaml": PIPELINE() });
		process.env = { ...usual, PATH: none };
		const heard = listening();
		const context = { cwd: here.root, machine: await readMachine(), clock: systemClock, progress: heard.progress };
		const asked = { targets: [], base: null, check: false, data: false, force: false };
		const { document } = await plan({ ...context, signal: new AbortController().signal }, asked);
		expect(document.stages).toMatchObject([{ action: "run" }, { action: "run", container: { image } }]);
		expect(heard.warnings).toHaveLength(1);
		await expect(running(here.root)).rejects.toMatchObject({
			code: "container-no-engine",
			details: { hint: expect.stringContaining("podman") },
		});
		expect(await stat(join(here.root, "before.txt")).catch(() => null)).toBeNull();
	});

	it("has nothing to say where nothing is to run", async () => {
		on("podman");
		const here = project("no-engine-needed", { "dvc.yaml": PIPELINE() });
		await running(here.root);
		process.env = { ...usual, PATH: none };
		const { stages, warnings } = await running(here.root);
		expect(stages).toMatchObject([{ outcome: "unchanged" }, { outcome: "unchanged" }]);
		expect(warnings.filter((line) => !line.startsWith("neither perl nor python3"))).toEqual([]);
	});
});
