import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { EnvironmentConfig, MainlineConfig, ModelConfig } from "../../src/config/index.ts";
import { ProcessTarget } from "../../src/environments/index.ts";
import type { FlowContext, Machine } from "../../src/flows/context.ts";
import type { DeploymentNotice } from "../../src/flows/release/announce.ts";
import type { Candidate } from "../../src/flows/release/candidate.ts";
import { declare } from "../../src/flows/release/declare.ts";
import type { Move } from "../../src/flows/release/documents.ts";
import { Ledger } from "../../src/flows/release/ledger.ts";
import { mainLineOf } from "../../src/flows/release/main-line.ts";
import { openStore, type Site } from "../../src/flows/release/site.ts";
import { settleVersion } from "../../src/flows/release/versions.ts";
import { Git } from "../../src/git/index.ts";
import { type Clock, parseSha256, type Sha256, silent, systemClock } from "../../src/kernel/index.ts";
import type { ImageStore, Verifier, VersionState } from "../../src/release/index.ts";

const AT = { file: "mainline.yaml", line: 1, column: 1 };
const SERVE = readFileSync(resolve(import.meta.dirname, "../environments/fixtures/serve.py"));
const FRONT = resolve(import.meta.dirname, "../environments/front-program.ts");

/** Where everything of one rig lies; enough to open it again from another process. */
export interface Place {
	readonly dir: string;
	readonly ports: readonly number[];
}

/** A real repository, an OCI layout and two environments as processes on this machine. */
export class ReleaseRig {
	/** A server that answers with the Open Inference Protocol. */
	static readonly serve = SERVE;
	readonly place: Place;
	readonly notices: DeploymentNotice[] = [];
	clock: Clock = systemClock;
	/** What has to have signed an image, and what signs it. */
	trusted: Verifier | null = null;
	signingKey: Machine["signingKey"] = null;

	constructor(place: Place) {
		this.place = place;
	}

	static async make(ports: readonly number[]): Promise<ReleaseRig> {
		const dir = await mkdtemp(join(tmpdir(), "mainline-release-"));
		const rig = new ReleaseRig({ dir, ports });
		execFileSync("git", ["init", "-q", "--bare", "-b", "main", join(dir, "server.git")]);
		execFileSync("git", ["init", "-q", "-b", "main", rig.root]);
		rig.git("config", "user.name", "Ann");
		rig.git("config", "user.email", "ann@example.org");
		rig.git("remote", "add", "origin", join(dir, "server.git"));
		return rig;
	}

	get root(): string {
		return join(this.place.dir, "work");
	}

	git(...args: string[]): string {
		return execFileSync("git", args, { cwd: this.root, encoding: "utf8" }).trim();
	}

	/** Commits a model that behaves as told; the commit's id. */
	commit(subject: string, behaviour: object): string {
		mkdirSync(this.root, { recursive: true });
		writeFileSync(join(this.root, "model.json"), JSON.stringify(behaviour));
		this.git("add", "-A");
		this.git("commit", "-q", "--allow-empty", "-m", subject);
		return this.git("rev-parse", "HEAD");
	}

	config(): MainlineConfig {
		const [dev = 0, prod = 0] = this.place.ports;
		const environments = [environment("dev", null, dev), environment("prod", "dev", prod)];
		const model: ModelConfig = {
			name: "churn",
			image: { kind: "layout", directory: "../images" },
			base: null,
			code: ["serve.py"],
			command: ["python3", "serve.py"],
			python: null,
			golden: null,
			at: AT,
		};
		return {
			models: new Map([["churn", model]]),
			gates: [],
			environments: new Map(environments.map((config) => [config.name, config])),
			waivers: { by: null, own: false },
			queue: "look-up",
			release: { bump: "minor" },
			signing: null,
		};
	}

	async site(options: { remote?: string | null; plan?: boolean } = {}): Promise<Site> {
		const git = await Git.open(this.root);
		const { remote = null, plan = false } = options;
		return {
			context: this.context(),
			git,
			root: this.root,
			config: this.config(),
			trusted: this.trusted,
			ledger: await Ledger.open({ git, clock: this.clock, remote, dry: plan }),
			mainLine: mainLineOf(git, remote),
			announce: async (notice) => void this.notices.push(notice),
			by: "ann",
			run: null,
			plan,
		};
	}

	context(): FlowContext {
		const machine: Machine = {
			home: this.place.dir,
			shell: "/bin/sh",
			stateDir: join(this.place.dir, "state"),
			systemConfigDir: join(this.place.dir, "etc"),
			globalConfigDir: join(this.place.dir, "etc"),
			cpus: 2,
			memory: 2 ** 33,
			visibleDevices: [],
			registryAuth: null,
			registryLogin: null,
			signingKey: this.signingKey,
			idToken: null,
			self: [process.execPath, FRONT],
			path: process.env["PATH"] ?? "",
			lang: "C.UTF-8",
			installDir: resolve(import.meta.dirname, "../.."),
			variables: {},
		};
		const signal = new AbortController().signal;
		return { cwd: this.root, machine, clock: this.clock, progress: silent, signal };
	}

	/** The model at a commit, as if its results were known. */
	async candidate(site: Site, rev = "HEAD"): Promise<Candidate> {
		const { id, time, subject } = await site.git.commitInfo(rev);
		const bytes = await site.git.treeAt(id).read("model.json");
		const model = site.config.models.get("churn");
		if (bytes === null || model === undefined) throw new Error("no model there");
		return {
			model,
			commit: id,
			time,
			subject,
			content: sha256(bytes),
			lock: "md5:0",
			made: "model.json md5:0",
			codeFiles: [{ path: "serve.py", source: SERVE }],
			python: null,
			modelFiles: async () => [{ path: "model.json", source: bytes }],
			evidence: async () => ({ stages: [], ingredients: [], params: [], metrics: [], files: [] }),
			lacking: async () => null,
			locks: new Map(),
		};
	}

	/** What the release flow does once the results are known. */
	async release(
		options: { remote?: string | null; plan?: boolean; rev?: string; retries?: boolean } = {},
	): Promise<Move[]> {
		const site = await this.site(options);
		const candidate = await this.candidate(site, options.rev);
		const version = await this.version(site, candidate);
		const label = `${candidate.commit.slice(0, 7)} "${candidate.subject}"`;
		const { retries = true } = options;
		const anew = async (): Promise<null> => null;
		return declare(site, { model: "churn", version, commit: candidate.commit, label, anew, retries });
	}

	/** The version that a candidate is; every one is the next minor one. */
	async version(site: Site, candidate: Candidate): Promise<VersionState> {
		const settled = await settleVersion(site, candidate, { bump: async () => "minor" as const });
		if ("refused" in settled) throw new Error("there are no golden requests here");
		return settled.version;
	}

	/** `dev: deployed v0.2.0`, one line for each environment. */
	async released(options: Parameters<ReleaseRig["release"]>[0] = {}): Promise<string[]> {
		return (await this.release(options)).map((move) => `${move.environment}: ${move.outcome} ${move.version}`);
	}

	tags(): string[] {
		return this.git("tag", "-l")
			.split("\n")
			.filter((name) => name !== "");
	}

	async serves(environmentIndex: number): Promise<string> {
		const url = `http://127.0.0.1:${this.place.ports[environmentIndex]}/`;
		const response = await fetch(url, { headers: { connection: "close" } });
		const { version } = (await response.json()) as { version?: string };
		return version ?? `status ${response.status}`;
	}

	async end(): Promise<void> {
		for (const port of this.place.ports) await this.target(port).stop();
		await rm(this.place.dir, { recursive: true, force: true });
	}

	target(port: number): ProcessTarget {
		const { machine, clock, progress, signal } = this.context();
		const { stateDir, self, path, home, lang } = machine;
		const env = { PATH: path, HOME: home, LANG: lang };
		return new ProcessTarget({ port, stateDir, self, store: this.store, env, clock, progress, signal });
	}

	get store(): ImageStore {
		return openStore({ context: this.context(), root: this.root }, { kind: "layout", directory: "../images" });
	}
}

function environment(name: string, after: string | null, port: number): EnvironmentConfig {
	return { name, after, soakMs: 0, deploy: { kind: "process", port }, probe: null, approve: null, freeze: [], at: AT };
}

function sha256(bytes: Uint8Array): Sha256 {
	const digest = parseSha256(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
	if (digest === null) throw new Error("not a digest");
	return digest;
}
