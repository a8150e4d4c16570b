import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { containerEnvironment } from "../release/support/containers.ts";
import { pushBusyboxBase } from "../release/support/dockerfiles.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { CountedTools, DockerProject, gitOnly, imageOf, killedWhile, listening, withBuildx } from "./dockerfile/rig.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";

const run = promisify(execFile);
const usual = { ...process.env };

let directory = "";
let registry: RunningRegistry;
let dockerd: Dockerd;
/** Settings of a docker client that has buildx. It knows its engine by a context of its settings, as one that Docker Desktop set up does. */
let buildx: Readonly<Record<string, string>> = {};
let none = "";

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-dockerfile-"));
	registry = await startRegistry(join(directory, "registry"));
	dockerd = await startDockerd(join(directory, "docker"));
	const settings = withBuildx(join(directory, "with-buildx"), dockerd.variables["DOCKER_HOST"] ?? "");
	buildx = { DOCKER_CONFIG: settings };
	pushBusyboxBase(join(directory, "base"), `${registry.host}/base/busybox:1`, machine("base"));
	none = gitOnly(join(directory, "git-only"));
});
afterAll(async () => {
	for (const name of MACHINES) await run("buildah", ["rmi", "-a", "-f"], { env: machine(name) }).catch(() => {});
	await dockerd?.stop();
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
	process.env = { ...usual };
});

const MACHINES = ["base", "one", "two"] as const;

/** Storage of its own for buildah and podman, as two machines have it. */
function machine(name: (typeof MACHINES)[number]): NodeJS.ProcessEnv {
	const { CONTAINERS_STORAGE_CONF, CONTAINERS_CONF } = containerEnvironment(join(directory, name));
	return { ...usual, CONTAINERS_STORAGE_CONF, CONTAINERS_CONF, BUILDAH_ISOLATION: "chroot" };
}

function on(name: (typeof MACHINES)[number], path: string, builder = "docker"): void {
	const client = builder === "buildx" ? buildx : dockerd.variables;
	process.env = { ...machine(name), ...client, PATH: path };
}

const dockerfile = (more = ""): string => `ARG VERSION=1
FROM ${registry.host}/base/busybox:\${VERSION} AS build
RUN echo tools > /tools
FROM build
ARG GREETING=hello
COPY requirements.txt data/ /opt/
RUN echo $GREETING > /opt/greeting && ls /opt > /opt/list
HEALTHCHECK CMD ["cat", "/opt/list"]
ENV COLOUR=blue
WORKDIR /srv
USER 1000
ENTRYPOINT ["/bin/sh", "-c"]
CMD ["cat /opt/list /opt/greeting /app/model.json; id -u; pwd"]
${more}`;

function project(name: string, builder: string, files: Readonly<Record<string, string>> = {}): DockerProject {
	return new DockerProject(join(directory, "projects", name), {
		Dockerfile: dockerfile(),
		"requirements.txt": "six\n",
		"data/keep.txt": "kept",
		"data/secret.txt": "left out",
		".dockerignore": "**/secret.txt\n",
		"train.py": "print('training')",
		"mainline.yaml": `models:
  churn:
    image: ${registry.host}/acme/${name}
    dockerfile: {file: Dockerfile, builder: ${builder}, args: {GREETING: good day}}
`,
		...files,
	});
}

/** What each builder made of the same files. */
const digests = new Map<string, string | null>();

describe.each(["buildah", "podman", "docker", "buildx"] as const)("an environment that %s builds", (builder) => {
	it("is built once for all models that stand on it, on any machine, and is as its Dockerfile says", async () => {
		const tools = new CountedTools(join(directory, `tools-${builder}`), ["buildah", "podman", "docker"]);
		on("one", tools.path, builder);
		const here = project(builder, builder);
		expect((await here.release({ plan: true })).dockerfile).toMatchObject({ from: "to build", size: null });
		expect(tools.builds).toBe(0);
		const heard = listening();
		const first = await here.release({ progress: heard.progress });
		expect(first).toMatchObject({
			outcome: "released",
			dockerfile: { dockerfile: "Dockerfile", from: "built", builder },
		});
		expect(heard.titles).toEqual([`Dockerfile: building the environment with ${builder}`]);
		expect(heard.output()).toContain("RUN echo tools");
		expect(heard.warnings).toEqual([]);
		digests.set(builder, first.dockerfile?.digest ?? null);
		const kept = await readdir(join(here.root, ".dvc/tmp/mainline/environments"));
		expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);

		here.commit("trained again", { "model.json": '{"again":1}', "train.py": "print('better')" });
		process.env["PATH"] = none;
		const elsewhere = here.clone(join(directory, "clones", builder));
		expect((await elsewhere.release({ plan: true })).dockerfile).toMatchObject({ from: "registry" });
		const second = await elsewhere.release();
		expect(second).toMatchObject({ outcome: "released", version: "v0.2.0", dockerfile: { from: "registry" } });
		expect(second.pushed?.sent).toBeLessThan(10_000);
		expect(tools.builds).toBe(1);
		const [one, two] = [await imageOf(first.image ?? ""), await imageOf(second.image ?? "")];
		expect(two.layers("base")).toEqual(one.layers("base"));
		expect(two.layers("model")).not.toEqual(one.layers("model"));
		expect(two.json).toMatchObject({
			User: "1000",
			Entrypoint: ["/bin/sh", "-c"],
			WorkingDir: "/srv",
			Healthcheck: { Test: ["CMD", "cat", "/opt/list"] },
		});
		expect(two.config.env).toEqual(expect.arrayContaining(["COLOUR=blue", "PORT=8080", "MAINLINE_VERSION=v0.2.0"]));
		// what FROM names is taken as its registry has it: compressed, and there already
		const base = await imageOf(
			`${registry.host}/base/busybox@${two.config.labels["dev.mainline.environment.from"]?.split("@")[1]}`,
		);
		expect(two.layers("base")[0]).toBe(base.manifest.layers[0]?.digest);

		const { layers: changes, to } = await elsewhere.diff("churn@v0.1.0", "churn@v0.2.0");
		expect(changes.map(({ role, change }) => [role, change])).toEqual([
			["base", "same"],
			["model", "changed"],
		]);
		const environment = { name: expect.stringMatching(/:mainline-env-[0-9a-f]{24}$/), digest: digests.get(builder) };
		expect(to.base).toEqual({ ...environment, created: null });
		const bill = await two.document("application/vnd.cyclonedx+json");
		const hash = { alg: "SHA-256", content: digests.get(builder)?.slice("sha256:".length) };
		expect(bill).toMatchObject({
			components: expect.arrayContaining([
				expect.objectContaining({ "bom-ref": "base", type: "container", hashes: [hash] }),
			]) as unknown,
		});

		const args = ["run", "--rm", "--tls-verify=false", "--network", "none", second.image ?? ""];
		const { stdout } = await run("podman", args, { env: machine("two") });
		expect(stdout.split("\n")).toEqual([
			"greeting",
			"keep.txt",
			"list",
			"requirements.txt",
			"good day",
			'{"again":1}1000',
			"/srv",
			"",
		]);
	});
});

it("is the same for buildah and podman, and on another machine", async () => {
	expect(digests.get("podman")).toBe(digests.get("buildah"));
	on("two", usual["PATH"] ?? "");
	const other = await project("again", "buildah").release();
	expect(other.dockerfile).toMatchObject({ from: "built", digest: digests.get("buildah") });
});

it.each([
	["docker", "Using cache"],
	["buildx", "CACHED"],
])(
	"is the same by %s on an engine that remembers nothing, although that cannot set times",
	async (builder, remembered) => {
		on("two", usual["PATH"] ?? "", builder);
		await dockerd.docker("image", "prune", "-a", "-f");
		await dockerd.docker("builder", "prune", "-a", "-f");
		const heard = listening();
		const other = await project(`${builder}-again`, builder).release({ progress: heard.progress });
		expect(heard.output()).not.toContain(remembered);
		expect(other.dockerfile).toMatchObject({ from: "built", digest: digests.get(builder) });
	},
);

it("is built with buildx where nobody is named and docker has it", async () => {
	on("one", usual["PATH"] ?? "", "buildx");
	const made = await project("auto", "auto", { Dockerfile: dockerfile("EXPOSE 9000\n") }).release();
	expect(made.dockerfile).toMatchObject({ from: "built", builder: "buildx" });
});

describe("a Dockerfile that cannot be built", () => {
	it.each(["buildah", "docker", "buildx"])("is shown with the line of the step, by %s", async (builder) => {
		on("one", usual["PATH"] ?? "", builder);
		const text = `FROM ${registry.host}/base/busybox:1\nRUN true\n\nRUN echo before && \\\n  ls /nowhere\n`;
		const here = project(`fails-${builder}`, builder, { Dockerfile: text });
		await expect(here.release()).rejects.toMatchObject({
			code: "environment-build",
			kind: "input",
			message: "Dockerfile cannot be built: RUN echo before && ls /nowhere",
			details: { at: { file: "Dockerfile", line: 4 }, found: expect.stringContaining("ls: /nowhere: No such file") },
		});
		expect(await readdir(join(here.root, ".dvc/tmp/mainline/environments"))).toEqual([]);
	});

	it("says what to install where nothing builds, and which file is not in the context", async () => {
		on("one", none);
		const nothing = project("no-builder", "auto");
		expect((await nothing.release({ plan: true })).dockerfile).toMatchObject({ from: "to build" });
		await expect(nothing.release()).rejects.toMatchObject({ code: "environment-no-builder" });
		nothing.commit("copies what is left out", { Dockerfile: "FROM scratch\nCOPY data/secret.txt model.json /\n" });
		await expect(nothing.release({ plan: true })).rejects.toMatchObject({
			code: "dockerfile-source",
			details: { at: { file: "Dockerfile", line: 2 }, found: ".dockerignore leaves it out" },
		});
	});

	it("names an image that is nowhere", async () => {
		on("one", usual["PATH"] ?? "");
		const text = `FROM ${registry.host}/base/nothing:1\nRUN true\n`;
		const heard = listening();
		const failure = project("no-image", "buildah", { Dockerfile: text }).release({ progress: heard.progress });
		await expect(failure).rejects.toMatchObject({ code: "environment-image", details: { at: { line: 1 } } });
		expect(heard.warnings).toEqual([expect.stringContaining("base/nothing:1 is not at its registry")]);
	});
});

it.each([
	["buildah", "STEP 3/", "Using cache"],
	["buildx", "RUN echo slow", "CACHED"],
])("comes whole when its build was killed and begins again, by %s", async (builder, words, remembered) => {
	on("one", usual["PATH"] ?? "", builder);
	const text = `FROM ${registry.host}/base/busybox:1\nRUN echo first > /first\nRUN echo slow && sleep 2\nUSER model\nCMD ["true"]\n`;
	const here = project(`killed-${builder}`, builder, { Dockerfile: text });
	await killedWhile(here.root, words);
	const heard = listening();
	const made = await here.release({ progress: heard.progress });
	expect(made).toMatchObject({ outcome: "released", version: "v0.1.0", dockerfile: { from: "built" } });
	expect(heard.output()).toContain(remembered);
	expect(heard.warnings).toEqual([expect.stringContaining("it runs as `model`")]);
	const parts = await readdir(join(here.root, ".dvc/tmp/mainline/environments"));
	expect(parts.filter((name) => !name.startsWith(".part-"))).toHaveLength(1);
});

describe("an environment whose FROM names something else by now", () => {
	it("makes another one for new versions; a lost image gets the one that it had", async () => {
		on("one", usual["PATH"] ?? "");
		const moving = `${registry.host}/base/moving:1`;
		await run("skopeo", copying(`${registry.host}/base/busybox:1`, moving));
		const files = { Dockerfile: `FROM ${moving}\nCOPY requirements.txt /\nUSER 1000\nCMD ["true"]\n` };
		const here = project("moving", "buildah", files);
		const first = await here.release();
		await run("skopeo", copying(here.derived(moving, machine("one")), moving));
		here.commit("trained again", { "model.json": '{"again":1}' });
		const second = await here.release();
		expect(second.dockerfile).toMatchObject({ from: "built" });
		expect(second.dockerfile?.digest).not.toBe(first.dockerfile?.digest);

		const { version, rebuilt } = await here.rebuilt("v0.1.0");
		expect(version).toBe("v0.1.0");
		expect(rebuilt).toMatchObject({ ok: true, image: { digest: first.digest } });
	});

	it("is that of the last release where FROM's registry does not answer", async () => {
		on("one", usual["PATH"] ?? "");
		const other = await startRegistry(join(directory, "other-registry"));
		const from = `${other.host}/base/busybox:1`;
		await run("skopeo", copying(`${registry.host}/base/busybox:1`, from));
		const here = project("down", "buildah", { Dockerfile: `FROM ${from}\nUSER 1000\nCMD ["true"]\n` });
		const first = await here.release();
		await other.stop();
		here.commit("trained again", { "model.json": '{"again":1}' });
		const heard = listening();
		const second = await here.release({ progress: heard.progress });
		expect(second.dockerfile).toMatchObject({ from: "registry", digest: first.dockerfile?.digest });
		expect(heard.warnings).toEqual([expect.stringContaining("the environment of the last release is taken")]);
	});
});

it("has no registry asked that only a stranger names", async () => {
	on("one", none);
	let asked = 0;
	const server = createServer((_request, response) => {
		asked += 1;
		response.writeHead(404).end();
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const here = project("stranger", "auto");
	here.commit("another FROM", { Dockerfile: `FROM 127.0.0.1:${port}/mine/image:1\n` });
	const heard = listening();
	expect(await here.release({ plan: true, policy: "HEAD~1", progress: heard.progress })).not.toHaveProperty(
		"dockerfile",
	);
	expect(heard.warnings).toEqual([expect.stringContaining("is asked after the merge")]);
	expect(asked).toBe(0);
	expect((await here.release({ plan: true })).dockerfile).toMatchObject({ from: "to build" });
	expect(asked).toBeGreaterThan(0);
	server.close();
});

function copying(from: string, to: string): string[] {
	return ["copy", "-q", "--src-tls-verify=false", "--dest-tls-verify=false", `docker://${from}`, `docker://${to}`];
}
