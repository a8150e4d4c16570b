import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { containerEnvironment } from "../release/support/containers.ts";
import { pushBusyboxBase } from "../release/support/dockerfiles.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { CountedTools, DockerProject, gitOnly, imageOf, listening } from "./dockerfile/rig.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";

const run = promisify(execFile);
const usual = { ...process.env };

let directory = "";
let registry: RunningRegistry;
let dockerd: Dockerd;
let none = "";

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-dockerfile-"));
	registry = await startRegistry(join(directory, "registry"));
	dockerd = await startDockerd(join(directory, "docker"));
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
	return { ...containerEnvironment(join(directory, name)), BUILDAH_ISOLATION: "chroot" };
}

function on(name: (typeof MACHINES)[number], path: string): void {
	process.env = { ...machine(name), ...dockerd.variables, PATH: path };
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

describe.each(["buildah", "podman", "docker"] as const)("an environment that %s builds", (builder) => {
	it("is built once, and a retrained model changes its own layer alone", async () => {
		const tools = new CountedTools(join(directory, `tools-${builder}`), ["buildah", "podman", "docker"]);
		on("one", tools.path);
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

		here.commit("trained again", { "model.json": '{"again":1}', "train.py": "print('better')" });
		expect((await here.release({ plan: true })).dockerfile).toMatchObject({ from: "registry" });
		process.env["PATH"] = none;
		const second = await here.release();
		expect(second).toMatchObject({
			outcome: "released",
			version: "v0.2.0",
			dockerfile: { from: "registry", builder: null },
		});
		expect(second.pushed?.sent).toBeLessThan(10_000);
		expect(tools.builds).toBe(1);
		const [one, two] = [await imageOf(first.image ?? ""), await imageOf(second.image ?? "")];
		expect(two.layers("base")).toEqual(one.layers("base"));
		expect(two.layers("model")).not.toEqual(one.layers("model"));
	});
});
