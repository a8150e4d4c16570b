import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { ProcessTarget } from "../../src/environments/index.ts";
import { openStore } from "../../src/flows/release/site.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import {
	type Delivery,
	type GitHubStandIn,
	type RunnerOrder,
	type RunnerResult,
	runAction,
} from "../../src/standin/index.ts";
import { PROGRAM } from "../rig/program.ts";
import { cloneUrl, commit, git, rehearse, temporaryFolder } from "../rig/world.ts";

/** What the world is made of, so that a copy of it can be opened again. */
export interface Place {
	readonly directory: string;
	readonly ports: readonly [number, number];
	/** `process`: real servers in Python. `command`: a script that notes what it was told, for many quick runs. */
	readonly deploy: "process" | "command";
}

const REPOSITORY = "ada/model";
const TOKEN = "ghs_workflow";

/** A repository at a stand-in GitHub, a DVC remote, images in a folder, two environments, and a runner to act in them. */
export class CircleWorld {
	readonly place: Place;
	readonly gitHub: GitHubStandIn;

	private constructor(place: Place, gitHub: GitHubStandIn) {
		this.place = place;
		this.gitHub = gitHub;
	}

	static async make(
		deploy: Place["deploy"] = "command",
		directory?: string,
		files: (place: Place) => Promise<Record<string, string>> = projectFiles,
	): Promise<CircleWorld> {
		const place: Place = {
			directory: directory ?? (await temporaryFolder()),
			ports: [await freePort(), await freePort()],
			deploy,
		};
		const world = await CircleWorld.open(place);
		await world.gitHub.createRepository(REPOSITORY, { roles: { bob: "read" } });
		// many jobs in one test: no hourly limit of requests
		await world.gitHub.addToken({ value: TOKEN, kind: "actions", limit: 1_000_000 });
		await world.gitHub.addToken({ value: "ghp_ada", kind: "personal", login: "ada" });
		await git(place.directory, "clone", "-q", cloneUrl(world.gitHub, REPOSITORY, "ghp_ada"), "clone");
		await commit(world.clone, { files: await files(place), message: "Begin" });
		await git(world.clone, "push", "-q", "origin", "HEAD:main");
		return world;
	}

	/** What its repository begins with. */
	static files(place: Place): Promise<Record<string, string>> {
		return projectFiles(place);
	}

	/** Opens what is there already: a copy of a world, or one after a restart. */
	static async open(place: Place, port = 0): Promise<CircleWorld> {
		return new CircleWorld(place, await rehearse({ directory: join(place.directory, "github"), port }));
	}

	/** Where ada works. */
	get clone(): string {
		return join(this.place.directory, "clone");
	}

	get repository(): ReturnType<GitHubStandIn["repository"]> {
		return this.gitHub.repository(REPOSITORY);
	}

	/** Where ada pushes to. */
	get pushUrl(): string {
		return cloneUrl(this.gitHub, REPOSITORY, "ghp_ada");
	}

	/** A pull that changes files; its number. */
	async pull(branch: string, files: Record<string, string>, author = "ada"): Promise<number> {
		await git(this.clone, "fetch", "-q", cloneUrl(this.gitHub, REPOSITORY, "ghp_ada"), "main");
		await git(this.clone, "checkout", "-q", "-B", branch, "FETCH_HEAD");
		await commit(this.clone, { files, message: `Change ${branch}` });
		await git(this.clone, "push", "-q", cloneUrl(this.gitHub, REPOSITORY, "ghp_ada"), `HEAD:refs/heads/${branch}`);
		const { number } = await this.gitHub.openPull(REPOSITORY, { head: branch, base: "main", title: branch, author });
		return number;
	}

	/** One commit more on a pull's branch. */
	async push(branch: string, files: Record<string, string>): Promise<void> {
		await git(this.clone, "checkout", "-q", branch);
		await commit(this.clone, { files, message: `Change ${branch} again` });
		await git(this.clone, "push", "-q", cloneUrl(this.gitHub, REPOSITORY, "ghp_ada"), `HEAD:refs/heads/${branch}`);
	}

	merge(number: number): Promise<string> {
		return this.gitHub.mergePull(REPOSITORY, { number, method: "merge", sender: "ada" });
	}

	async revert(number: number): Promise<number> {
		return (await this.gitHub.revertPull(REPOSITORY, { number, author: "ada" })).number;
	}

	/** The newest event that starts a workflow, of a kind. */
	event(name: string): Delivery {
		const found = this.gitHub.deliveries.findLast((each) => each.name === name && each.startsWorkflows);
		if (found === undefined) throw new Error(`nothing was told of ${name}`);
		return found;
	}

	/** The job that an event starts, as the runner runs it. */
	act(event: string | Delivery, more: Partial<RunnerOrder> = {}): Promise<RunnerResult> {
		const { directory } = this.place;
		return runAction({
			gitHub: this.gitHub,
			event: typeof event === "string" ? this.event(event) : event,
			token: TOKEN,
			action: PROGRAM,
			directory: join(directory, "runner"),
			...more,
			inputs: { token: TOKEN, ...more.inputs },
			environment: {
				PATH: process.env["PATH"] ?? "",
				HOME: join(directory, "home"),
				LANG: "C.UTF-8",
				NOTES: directory,
				// what Node made of the sources at the start before
				NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
				...more.environment,
			},
		});
	}

	/** The text of mainline.yaml where ada works. */
	policy(): Promise<string> {
		return readFile(join(this.clone, "mainline.yaml"), "utf8");
	}

	/** How often a stage's command ran. */
	async runs(stage: string): Promise<number> {
		const text = await readFile(join(this.place.directory, "ran"), "utf8").catch(() => "");
		return text.split("\n").filter((line) => line === stage).length;
	}

	/** The version that an environment runs. */
	async serves(name: "dev" | "prod"): Promise<string> {
		if (this.place.deploy === "command") {
			return (await readFile(join(this.place.directory, name), "utf8").catch(() => "nothing")).trim();
		}
		const port = this.place.ports[name === "dev" ? 0 : 1];
		const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
		return ((await response.json()) as { version: string }).version;
	}

	async tags(): Promise<string[]> {
		const text = await git(this.gitHub.bareDirectory(REPOSITORY), "tag", "-l");
		return text.split("\n").filter((name) => name !== "");
	}

	/** Takes the image of a released version out of the registry. */
	async loseImage(tag: string): Promise<void> {
		const message = await git(this.gitHub.bareDirectory(REPOSITORY), "tag", "-l", "--format=%(contents)", tag);
		const [, hex = ""] = /^Digest: sha256:(\w+)$/m.exec(message) ?? [];
		await rm(join(this.place.directory, "images/blobs/sha256", hex));
	}

	/** Ends the servers. */
	async end(): Promise<void> {
		if (this.place.deploy === "command") return;
		const { directory, ports } = this.place;
		const context = {
			cwd: directory,
			machine: { registryAuth: null, registryLogin: null },
			clock: systemClock,
			progress: silent,
			signal: new AbortController().signal,
		};
		const store = openStore({ context: context as never, root: directory }, { kind: "layout", directory: "images" });
		const stateDir = join(directory, "home", ".local", "state", "mainline");
		const { clock, progress, signal } = context;
		const env = { PATH: "", HOME: directory, LANG: "C" };
		for (const port of ports) {
			await new ProcessTarget({ port, stateDir, self: [], store, env, clock, progress, signal }).stop();
		}
	}
}

export function params(quality: number): Record<string, string> {
	return { "params.yaml": `quality: ${quality}\n` };
}

const SERVE = resolve(import.meta.dirname, "../environments/fixtures/serve.py");

/** A project of its own in each of the folders, whose model is called as the folder is. */
export async function manyProjects(place: Place, names: readonly string[]): Promise<Record<string, string>> {
	const one = Object.entries(await projectFiles(place));
	const { directory } = place;
	const renamed = (text: string, name: string): string =>
		text
			.replaceAll("churn", name)
			.replaceAll(/echo (prepare|train) >>/g, `echo ${name}-$1 >>`)
			.replaceAll(/"(.*)\/(dev|prod)"/g, `"$1/${name}-$2"`)
			.replaceAll(`oci:${directory}/images`, `oci:${directory}/images-${name}`);
	return Object.fromEntries([
		["README.md", "Many models\n"],
		...names.flatMap((name) => one.map(([path, text]) => [`models/${name}/${path}`, renamed(text, name)])),
	]);
}

async function projectFiles({ directory, ports, deploy }: Place): Promise<Record<string, string>> {
	const target = (name: "dev" | "prod", port: number): string =>
		deploy === "process"
			? `{process: {port: ${port}}}`
			: `{command: 'echo $MAINLINE_VERSION > "${directory}/${name}"'}`;
	return {
		".dvc/config": `[core]\n    remote = store\n['remote "store"']\n    url = ${directory}/store\n`,
		".dvc/.gitignore": "/config.local\n/tmp\n/cache\n",
		".gitignore": "/raw.txt\n/model.json\n/metrics.json\n/prepared.txt\n",
		"README.md": "A model\n",
		"data.txt": "1\n2\n3\n",
		"prepare.sh": `echo prepare >> "$NOTES/ran"\nsort data.txt > prepared.txt\n`,
		"train.sh": [
			`echo train >> "$NOTES/ran"`,
			"quality=$(sed -n 's/^quality: //p' params.yaml)",
			'if [ "$quality" = 0 ]; then echo "it will not learn"; exit 7; fi',
			`echo "{\\"quality\\": $quality}" > model.json`,
			`echo "{\\"accuracy\\": $quality}" > metrics.json`,
			"",
		].join("\n"),
		"dvc.yaml": `stages:
  prepare:
    cmd: sh prepare.sh
    deps: [prepare.sh, data.txt]
    outs: [prepared.txt]
  train:
    cmd: sh train.sh
    deps: [train.sh, prepared.txt]
    params: [quality]
    outs: [model.json]
    metrics:
      - metrics.json: {cache: false}
artifacts:
  churn: {type: model, path: model.json}
`,
		...params(0.9),
		"serve.py": await readFile(SERVE, "utf8"),
		"mainline.yaml": `models:
  churn:
    image: oci:${directory}/images
    code: [serve.py]
    command: [python3, serve.py]
gates:
  - metric: metrics.json:accuracy
    better: higher
    floor: 0.5
    drop: 0.01
environments:
  dev:
    deploy: ${target("dev", ports[0])}
  prod:
    after: dev
    deploy: ${target("prod", ports[1])}
`,
	};
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === "object" && address !== null ? address.port : 0;
}
