import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { EnvironmentConfig } from "../../../src/config/index.ts";
import { type ModelState, stateFolder, stopProcesses } from "../../../src/environments/index.ts";
import { add } from "../../../src/flows/add.ts";
import { Ledger } from "../../../src/flows/release/ledger.ts";
import { Git } from "../../../src/git/index.ts";
import { silent, systemClock } from "../../../src/kernel/index.ts";
import { PLAIN_ENV } from "../../doors/support/program.ts";
import { freePort } from "../../environments/rig.ts";
import { contextAt, git, project, write } from "../../flows/rig.ts";
import { PROGRAM } from "../../rig/program.ts";

const SERVE = resolve(import.meta.dirname, "../../environments/fixtures/serve.py");

export interface Place {
	readonly directory: string;
	/** Where images go, and what they stand on: `image: …` and `base: …` of mainline.yaml. */
	readonly images: string;
	/** `deploy` of prod. */
	readonly deploy: (port: number) => string;
	readonly variables?: Readonly<Record<string, string | undefined>>;
}

/** One repository with a model in it, a git remote, dev in a file and prod at a port, and the program as people start it. */
export class KillWorld {
	readonly port: number;
	readonly #root: string;
	readonly #place: Place;

	private constructor(root: string, port: number, place: Place) {
		this.#root = root;
		this.port = port;
		this.#place = place;
	}

	static async make(place: Place): Promise<KillWorld> {
		const root = await project();
		const port = await freePort();
		await git(place.directory, "init", "-q", "--bare", "-b", "main", "server.git");
		await git(root, "remote", "add", "origin", join(place.directory, "server.git"));
		write(root, {
			".gitignore": "/model.json\n/.nowhere\n",
			"dvc.yaml": "artifacts:\n  churn: {type: model, path: model.json}\n",
			"serve.py": await readFile(SERVE, "utf8"),
			"mainline.yaml": `models:
  churn:
    ${place.images}
    code: [serve.py]
    command: [python3, serve.py]
environments:
  dev:
    deploy: {command: 'echo $MAINLINE_VERSION > "${join(place.directory, "dev")}"'}
  prod:
    after: dev
    deploy: ${place.deploy(port)}
`,
		});
		return new KillWorld(root, port, place);
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}/`;
	}

	/** Merges a model with this content, new or one that was there before. */
	async merge(content: number): Promise<void> {
		write(this.#root, { "model.json": `${JSON.stringify({ content })}\n` });
		await add(contextAt(this.#root), { paths: ["model.json"], noCommit: false });
		await git(this.#root, "add", "-A");
		await git(this.#root, "commit", "-q", "--allow-empty", "-m", `Content ${content}`);
		await git(this.#root, "push", "-q", "origin", "HEAD:main");
	}

	/** Runs a command to its end, or kills it and all it started after so many milliseconds; null where it was killed. */
	async tell(args: readonly string[], killAfter?: number): Promise<{ code: number | null; said: string } | null> {
		const child = spawn(process.execPath, [PROGRAM, ...args], {
			cwd: this.#root,
			env: { ...PLAIN_ENV, HOME: this.#place.directory, ...this.#place.variables },
			stdio: ["ignore", "pipe", "pipe"],
			detached: true,
		});
		let said = "";
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
		const ended = once(child, "exit");
		const isOver = await Promise.race([ended.then(() => true), ...(killAfter === undefined ? [] : [late(killAfter)])]);
		if (!isOver && child.pid !== undefined) {
			process.kill(-child.pid, "SIGKILL");
			await ended;
		}
		return child.signalCode === "SIGKILL" ? null : { code: child.exitCode, said };
	}

	/** What somebody reads who clones now. */
	async state(): Promise<ModelState> {
		const keeper = await Git.open(this.#root);
		const ledger = await Ledger.open({ git: keeper, clock: systemClock, remote: "origin", dry: false });
		return ledger.state("churn", CONFIGS);
	}

	/** The version that a content got, in the order of contents. */
	async versionOf(content: number): Promise<string> {
		const { history } = await this.state();
		const version = history.versions.toSorted((a, b) => numberOf(a.version) - numberOf(b.version))[content - 1];
		if (version === undefined) throw new Error(`content ${content} has no version`);
		return version.version;
	}

	/** Names of the remote's tags. */
	async tags(): Promise<string[]> {
		const text = await git(this.#place.directory, "-C", "server.git", "tag", "-l");
		return text.split("\n").filter((name) => name !== "");
	}

	async serves(): Promise<string> {
		const response = await fetch(this.url, { headers: { connection: "close" } });
		return ((await response.json()) as { version: string }).version;
	}

	/** Ends the front, which would hold the port for ever, and a model that is a process. */
	async end(): Promise<void> {
		const { signal } = new AbortController();
		for (const kind of ["process", "compose"]) {
			const folder = stateFolder(join(this.#place.directory, ".local/state/mainline", kind, String(this.port)));
			await stopProcesses(folder, { clock: systemClock, progress: silent, signal });
		}
	}

	async dev(): Promise<string> {
		return (await readFile(join(this.#place.directory, "dev"), "utf8")).trim();
	}
}

async function late(milliseconds: number): Promise<false> {
	await sleep(milliseconds, undefined, { ref: false });
	return false;
}

/** `v0.3.0` is the third. */
export function numberOf(version: string): number {
	return Number(version.split(".")[1]);
}

const AT = { file: "mainline.yaml", line: 1, column: 1 };
const CONFIGS: ReadonlyMap<string, EnvironmentConfig> = new Map(
	[
		{ name: "dev", after: null },
		{ name: "prod", after: "dev" },
	].map(({ name, after }): [string, EnvironmentConfig] => [
		name,
		{
			name,
			after,
			soakMs: 0,
			deploy: { kind: "command", command: "true" },
			probe: null,
			approve: null,
			freeze: [],
			at: AT,
		},
	]),
);
