import { badInput } from "../../kernel/index.ts";
import { run } from "../../shell/index.ts";
import { LINUX_AMD64 } from "../base.ts";
import { LAYER_TIME } from "../tar.ts";

export type BuilderName = "buildx" | "docker" | "buildah" | "podman";

/** What builds Dockerfiles on this machine. */
export interface Builder {
	readonly name: BuilderName;
	/** Whether images are fetched from a Docker engine's own store, where files keep the time of the build. */
	readonly engine: boolean;
}

/** Those first that can give files one fixed time themselves. */
const ORDER: readonly BuilderName[] = ["buildx", "buildah", "podman", "docker"];

type Command = readonly [string, ...string[]];

/** The one that is asked for; `auto`: the first that is here. Failure `environment-no-builder`. */
export async function findBuilder(wanted: BuilderName | "auto", signal: AbortSignal): Promise<Builder> {
	for (const name of wanted === "auto" ? ORDER : [wanted]) {
		const found = await look(name, signal);
		if (found !== null) return found;
	}
	const all = wanted === "auto";
	throw badInput("environment-no-builder", `nothing here can build a Dockerfile${all ? "" : ` with ${wanted}`}`, {
		found: all ? "no Docker engine that answers, no buildah, no podman" : `no ${wanted} that answers`,
		expected: all ? "docker (with or without buildx), buildah or podman" : WANTS[wanted],
		hint: "install one (`sudo apt-get install buildah` needs no daemon; hosted Ubuntu runners of GitHub have docker buildx), or release where there is one",
	});
}

const WANTS: Readonly<Record<BuilderName, string>> = {
	buildx: "`docker buildx version` and a builder (`docker buildx inspect`)",
	docker: "`docker version` with an engine that answers",
	buildah: "`buildah` on PATH",
	podman: "`podman` on PATH",
};

async function look(name: BuilderName, signal: AbortSignal): Promise<Builder | null> {
	const engine = () => answer(["docker", "version", "--format", "{{.Server.Version}}"], signal);
	if (name === "docker") return (await engine()) === null ? null : { name, engine: true };
	if (name !== "buildx") return (await answer([name, "--version"], signal)) === null ? null : { name, engine: false };
	if ((await answer(["docker", "buildx", "version"], signal)) === null) return null;
	const driver = /^Driver:\s*(\S+)/m.exec((await answer(["docker", "buildx", "inspect"], signal)) ?? "")?.[1];
	if (driver !== "docker") return driver === undefined ? null : { name, engine: false };
	return (await engine()) === null ? null : { name, engine: true };
}

async function answer([program, ...args]: Command, signal: AbortSignal): Promise<string | null> {
	const result = await run(program, args, { signal, timeoutMs: 20_000 }).catch(() => null);
	signal.throwIfAborted();
	return result === null || result.code !== 0 ? null : result.stdoutText;
}

/** What is built. Paths are absolute. */
export interface BuildOrder {
	readonly file: string;
	readonly context: string;
	readonly target: string | null;
	readonly args: ReadonlyMap<string, string>;
	/** Whether plain HTTP will do: every image is of a registry on this machine. */
	readonly loopback: boolean;
	/** Name of the image while the builder has it. */
	readonly name: string;
	/** An empty folder for the image. */
	readonly into: string;
}

export interface BuildCommands {
	readonly build: Command;
	/** Brings the image into the folder; null where building does it. */
	readonly take: Command | null;
	/** Takes the name away again; what the builder remembers of the steps stays. */
	readonly tidy: Command | null;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** The whole command lines. */
export function buildCommands({ name, engine }: Builder, order: BuildOrder): BuildCommands {
	const program: Command = name === "buildx" ? ["docker", "buildx"] : [name];
	const plain = ["--file", order.file, ...target(order), ...argumentsOf(order), order.context];
	if (name === "docker") {
		return { build: [...program, "build", "--tag", order.name, ...plain], ...fromEngine(order), env: {} };
	}
	const platform = ["--platform", `${LINUX_AMD64.os}/${LINUX_AMD64.architecture}`];
	if (name === "buildx") {
		const output = `type=docker,dest=${order.into}/image.tar,rewrite-timestamp=true`;
		const how = engine ? ["--load", "--tag", order.name] : ["--output", output];
		return {
			build: [...program, "build", "--progress", "plain", ...platform, ...how, ...plain],
			...(engine ? fromEngine(order) : { take: null, tidy: null }),
			env: { SOURCE_DATE_EPOCH: String(LAYER_TIME), BUILDX_NO_DEFAULT_ATTESTATIONS: "1" },
		};
	}
	// Docker's format, since the OCI one has no place for a health check
	const how = ["--format", "docker", "--layers", "--force-rm", "--timestamp", String(LAYER_TIME), "--tag", order.name];
	const http = order.loopback ? ["--tls-verify=false"] : [];
	const raw = name === "buildah" ? ["--disable-compression"] : [];
	return {
		build: [...program, "build", ...platform, ...how, ...http, ...plain],
		take: [...program, "push", "--quiet", ...raw, order.name, `dir:${order.into}`],
		tidy: [...program, "rmi", order.name],
		// newer ones refuse it beside --timestamp
		env: { SOURCE_DATE_EPOCH: undefined },
	};
}

function fromEngine({ into, name }: BuildOrder): Pick<BuildCommands, "take" | "tidy"> {
	return {
		take: ["docker", "save", "--output", `${into}/image.tar`, name],
		tidy: ["docker", "rmi", "--no-prune", name],
	};
}

function target(order: BuildOrder): string[] {
	return order.target === null ? [] : ["--target", order.target];
}

function argumentsOf({ args }: BuildOrder): string[] {
	return [...args].flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]);
}
