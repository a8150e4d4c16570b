import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stateFolder } from "../../src/environments/process/files.ts";
import { processesOf } from "../../src/environments/process/stop.ts";
import { PLAIN_ENV } from "../doors/support/program.ts";
import { containerEnvironment, pushPythonBase } from "../release/support/containers.ts";
import { freePort, type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { PROGRAM } from "../rig/program.ts";
import { missing, outputsOf, scriptOf, stepsOf } from "./first-model/page.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/first-model.md"), "utf8");

/** A minute alone; scikit-learn is imported eight times, which takes its time where other suites run, too. */
const PATIENCE_MS = 600_000;

let directory = "";
let registry: RunningRegistry;
let env: NodeJS.ProcessEnv;
let ports: readonly [number, number] = [0, 0];

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-first-model-"));
	registry = await startRegistry(join(directory, "registry"));
	ports = [await freePort(), await freePort()];
	const containers = containerEnvironment(join(directory, "containers"));
	pushPythonBase(join(directory, "base"), `${registry.host}/base/debian:3.11`, containers);
	sayItsPython(containers);
	const programs = join(directory, "bin");
	mkdirSync(programs);
	writeFileSync(join(programs, "mainline"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
		mode: 0o755,
	});
	const [storage, engine] = ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"].map((name) => containers[name]);
	env = {
		// indexes, proxies and authorities are this machine's own
		...process.env,
		...PLAIN_ENV,
		PATH: [programs, process.env["PATH"]].join(delimiter),
		HOME: directory,
		XDG_STATE_HOME: undefined,
		XDG_CONFIG_HOME: undefined,
		UV_CACHE_DIR: process.env["UV_CACHE_DIR"] ?? join(process.env["HOME"] ?? directory, ".cache/uv"),
		MAINLINE: ROOT,
		CONTAINERS_STORAGE_CONF: storage,
		CONTAINERS_CONF: engine,
	};
});
afterAll(async () => {
	for (const port of ports) {
		const front = stateFolder(join(directory, ".local/state/mainline/compose", String(port)));
		for (const pid of processesOf(front)) spawnSync("kill", [String(pid)]);
	}
	spawnSync("podman", ["rm", "-f", "-t", "0", "-a"], { env });
	spawnSync("podman", ["system", "reset", "-f"], { env });
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});

/** As the official images of Python do it. */
function sayItsPython(containers: NodeJS.ProcessEnv): void {
	const [from, to] = [`${registry.host}/base/debian:3.11`, `${registry.host}/library/python:3.11-slim`];
	const script = `c=$(buildah from -q ${from}); buildah config --env PYTHON_VERSION=3.11.2 $c
		buildah commit -q --timestamp 0 $c ${to}; buildah rm $c; buildah push -q --tls-verify=false ${to} docker://${to}`;
	execFileSync("bash", ["-ec", script], { env: containers });
}

/** The page's words with the places of this machine: no image can be pulled from anywhere, and ports are taken. */
function here(page: string): string {
	const places = new Map([
		["docker.io/library/python:3.12-slim", `${registry.host}/library/python:3.11-slim`],
		["3.12", "3.11"],
		["localhost:5000", registry.host],
		["8081", String(ports[0])],
		["8082", String(ports[1])],
	]);
	return page.replaceAll(new RegExp([...places.keys()].join("|"), "g"), (place) => places.get(place) ?? place);
}

describe("the page about a first model", () => {
	it(
		"goes from a project to two containers and back, and prints what it says",
		() => {
			const project = join(directory, "wine");
			mkdirSync(project);
			const steps = stepsOf(here(PAGE));
			expect(steps.filter(({ kind }) => kind === "command").length).toBeGreaterThan(20);
			const ran = spawnSync("bash", ["-c", scriptOf(steps)], {
				cwd: project,
				env,
				encoding: "utf8",
				timeout: PATIENCE_MS,
			});
			const printed = outputsOf(ran.stdout);
			expect([ran.status, ran.stdout.slice(-2000), ran.stderr]).toEqual([0, expect.anything(), ""]);
			for (const [number, step] of steps.entries()) {
				if (step.kind === "file") continue;
				const output = printed.get(number) ?? [];
				expect({ command: step.line, lacks: missing(step.prints, output), output }).toMatchObject({ lacks: null });
			}
		},
		PATIENCE_MS,
	);
});
