import { cp, mkdir, mkdtemp, readdir, realpath, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { badInput, silent } from "../../kernel/index.ts";
import { run } from "../../shell/index.ts";
import { type GitHubStandIn, startGitHub } from "../../standin/index.ts";
import type { FlowContext } from "../context.ts";
import { git } from "./git.ts";

export const REPOSITORY = "acme/digits";
export const MODEL = "digits";
export const PERSON = "ada";
/** What the job of a workflow is given, and what Ada's own git uses. Both are known to the stand-in alone. */
export const JOB_TOKEN = "ghs_demo_job";
const OWN_TOKEN = "ghp_demo_ada";

/** Everything that the story happens in. Folders are absolute. */
export interface Scene {
	readonly dir: string;
	/** Ada's clone. */
	readonly work: string;
	readonly gitHub: GitHubStandIn;
	readonly urls: { readonly dev: string; readonly prod: string };
	readonly ports: { readonly dev: number; readonly prod: number };
	/** `oci:DIR`. */
	readonly registry: string;
	/** A context whose machine is the scene's own: an empty home, its own state. */
	readonly context: FlowContext;
	/** What a job on the demo's runner sees of the machine. */
	readonly environment: Readonly<Record<string, string>>;
	/** The program that the workflow's step starts. */
	readonly action: string;
}

/** Makes the folder, the server with an empty repository, and Ada's clone with the example project. */
export async function setScene(context: FlowContext, wished: string | null): Promise<Scene> {
	await needs("git", ["--version"]);
	await needs("python3", ["--version"]);
	const dir = await folderFor(wished);
	const folder = async (name: string): Promise<string> => {
		await mkdir(join(dir, name), { recursive: true });
		return join(dir, name);
	};
	const home = await folder("home");
	const state = await folder("state");
	const gitHub = await startGitHub({ directory: await folder("github") });
	await gitHub.createRepository(REPOSITORY, { roles: { [PERSON]: "write" } });
	await gitHub.addToken({ value: JOB_TOKEN, kind: "actions" });
	await gitHub.addToken({ value: OWN_TOKEN, kind: "personal", login: PERSON });
	const [dev, prod] = await freePorts();
	const { path, lang, self } = context.machine;
	const machine = {
		...context.machine,
		home,
		stateDir: join(state, "mainline"),
		systemConfigDir: join(home, "none"),
		globalConfigDir: join(home, "none"),
	};
	const scene: Scene = {
		dir,
		work: join(dir, "digits"),
		gitHub,
		ports: { dev, prod },
		urls: { dev: `http://127.0.0.1:${dev}`, prod: `http://127.0.0.1:${prod}` },
		registry: `oci:${join(dir, "images")}`,
		context: { ...context, cwd: join(dir, "digits"), machine, progress: silent },
		environment: { PATH: path, LANG: lang, HOME: home, XDG_STATE_HOME: state, SHELL: "/bin/sh" },
		action: self.at(-1) ?? "",
	};
	await makeProject(scene, join(context.machine.installDir, "examples", "digits"));
	return scene;
}

async function needs(program: string, args: readonly string[]): Promise<void> {
	await run(program, [...args]);
}

async function folderFor(wished: string | null): Promise<string> {
	if (wished === null) return realpath(await mkdtemp(join(tmpdir(), "mainline-demo-")));
	await mkdir(wished, { recursive: true });
	if ((await readdir(wished)).length === 0) return realpath(wished);
	throw badInput("demo-folder", `${wished} is not empty`, {
		found: wished,
		expected: "a new or empty folder",
		hint: "leave --dir out, and a new folder is made and named",
	});
}

async function freePorts(): Promise<[number, number]> {
	const servers = await Promise.all([listen(), listen()]);
	for (const { close } of servers) close();
	const [a, b] = servers;
	return [a?.port ?? 0, b?.port ?? 0];
}

function listen(): Promise<{ port: number; close: () => void }> {
	return new Promise((resolve, reject) => {
		const server = createServer().once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			resolve({ port, close: () => server.close() });
		});
	});
}

async function makeProject(scene: Scene, example: string): Promise<void> {
	const { gitHub, work, dir } = scene;
	const address = gitHub.cloneUrl(REPOSITORY).replace("://", `://x-access-token:${OWN_TOKEN}@`);
	await git(dir, "clone", "-q", address, work);
	await cp(example, work, { recursive: true, filter: (path) => !path.endsWith("__pycache__") });
	await mkdir(join(work, ".dvc"), { recursive: true });
	await writeFile(join(work, ".dvc", ".gitignore"), "/config.local\n/tmp\n/cache\n");
	await writeFile(join(work, ".dvc", "config"), dvcConfig(join(dir, "store")));
	await writeFile(join(work, "mainline.yaml"), policy(scene));
	await git(work, "checkout", "-q", "-b", "main");
}

function dvcConfig(store: string): string {
	return `[core]\n    remote = store\n['remote "store"']\n    url = ${store}\n`;
}

function policy({ registry, ports }: Scene): string {
	return `models:
  ${MODEL}:
    image: ${registry}
    code: [serve.py]
    command: [python3, serve.py]
gates:
  - metric: metrics.json:accuracy
    better: higher
    floor: 0.85
    drop: 0.005
environments:
  dev:
    deploy: {process: {port: ${ports.dev}}}
    probe: http://127.0.0.1:${ports.dev}
  prod:
    after: dev
    deploy: {process: {port: ${ports.prod}}}
    probe: http://127.0.0.1:${ports.prod}
`;
}
