import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { vi } from "vitest";
import type { ContainerProgram } from "../../../src/config/index.ts";
import {
	ContainerTarget,
	type ContainerTargetOptions,
	type Deployment,
	plainStarter,
	type RolloutResult,
	rollOut,
} from "../../../src/environments/index.ts";
import { silent, systemClock } from "../../../src/kernel/index.ts";
import { ENV, freePort, SELF } from "../../environments/rig.ts";
import { type Dockerd, startDockerd } from "../targets/dockerd.ts";
import { FaultyProgram } from "../targets/faulty-program.ts";
import { type Models, startModels } from "../targets/model.ts";

const run = promisify(execFile);

/** How long an engine is waited for that hangs: a loaded machine takes seconds for what is nothing. */
export const LIMITS = { questionMs: 5000, workMs: 12_000, transferMs: 12_000, lookEveryMs: null, lookMs: 0 };

/** An engine whose calls can be spoilt, an environment, and two versions. */
export class EngineWorld {
	readonly directory: string;
	readonly program: ContainerProgram;
	readonly faulty: FaultyProgram;
	readonly models: Models;
	/** Null for podman, which has none. */
	readonly engine: Dockerd | null;
	readonly port: number;
	readonly warnings: string[] = [];

	private constructor(made: Pick<EngineWorld, "directory" | "program" | "faulty" | "models" | "engine" | "port">) {
		this.directory = made.directory;
		this.program = made.program;
		this.faulty = made.faulty;
		this.models = made.models;
		this.engine = made.engine;
		this.port = made.port;
	}

	static async make(program: ContainerProgram): Promise<EngineWorld> {
		const directory = await mkdtemp(join(tmpdir(), `mainline-faults-${program}-`));
		const models = await startModels(directory);
		const engine = program === "docker" ? await startDockerd(join(directory, "docker")) : null;
		for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
		for (const [name, value] of Object.entries(engine?.variables ?? {})) vi.stubEnv(name, value);
		const faulty = new FaultyProgram(join(directory, "faulty"), [program, "docker-compose"]);
		vi.stubEnv("PATH", `${faulty.bin}:${process.env["PATH"]}`);
		return new EngineWorld({ directory, program, faulty, models, engine, port: await freePort() });
	}

	target(more: Partial<ContainerTargetOptions> = {}): ContainerTarget {
		const { port, program, directory, warnings } = this;
		const progress = { ...silent, warn: (line: string) => void warnings.push(line) };
		const signal = new AbortController().signal;
		const world = { clock: systemClock, progress, signal, self: SELF, env: ENV };
		const place = { port, root: directory, stateDir: join(directory, "state") };
		return new ContainerTarget({
			...world,
			...place,
			program,
			starter: plainStarter,
			startMs: 20_000,
			...more,
		});
	}

	/** As a release or a rollback does it. */
	rollOut(
		deployment: Deployment,
		previous: Deployment | null,
		more: Partial<ContainerTargetOptions> = {},
	): Promise<RolloutResult> {
		const { signal } = new AbortController();
		const asking = { probe: null, probeMs: 20_000, clock: systemClock, signal, progress: silent };
		return rollOut({ ...asking, target: this.target(more), deployment, previous, golden: [], wayBack: false });
	}

	/** Every container that is there, by its version, whether it runs or not. */
	async containers(): Promise<string[]> {
		const { stdout } = await run(this.program, ["ps", "-a", "--format", "{{.Names}} {{.Status}}"]);
		const lines = stdout.split("\n").filter(Boolean);
		return lines.map((line) => line.replace(/^\S*(v\d+-\d+-\d+)-[0-9a-f]{12}\S* (\w+).*/, "$1 $2")).sort();
	}

	/** It has to be pulled again. */
	async forget({ image }: Deployment): Promise<void> {
		await run(this.program, ["rmi", "-f", image]).catch(() => {});
	}

	async version(): Promise<string> {
		const response = await fetch(`http://127.0.0.1:${this.port}/`, { headers: { connection: "close" } });
		return ((await response.json()) as { version: string }).version;
	}

	async end(): Promise<void> {
		this.engine?.hang(false);
		this.faulty.arm({ call: 0, fault: "refuse" });
		await this.target().stop();
		await this.engine?.stop();
		await this.models.end();
		vi.unstubAllEnvs();
		await rm(this.directory, { recursive: true, force: true });
	}
}
