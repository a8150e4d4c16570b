import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readMachine } from "../../../src/doors/machine.ts";
import type { FlowContext } from "../../../src/flows/context.ts";
import { imageDiff } from "../../../src/flows/image-diff.ts";
import type { ModelRelease } from "../../../src/flows/release/documents.ts";
import { knowTree } from "../../../src/flows/release/know.ts";
import { openSite } from "../../../src/flows/release/open-site.ts";
import { rebuild } from "../../../src/flows/release/rebuild.ts";
import { release } from "../../../src/flows/release.ts";
import { type Progress, parseSha256, silent, systemClock } from "../../../src/kernel/index.ts";
import { openImageStore, parseImageConfig, parseManifest } from "../../../src/release/index.ts";
import type { ImageDiffDocument } from "../../../src/report/index.ts";
import { collect } from "../../release/support/images.ts";

/** Programs that log every call before they make it. */
export class CountedTools {
	readonly path: string;
	readonly #log: string;

	constructor(directory: string, names: readonly string[]) {
		const folder = join(directory, "tools");
		mkdirSync(folder, { recursive: true });
		this.#log = join(directory, "calls");
		for (const name of names) {
			const real = execFileSync("which", [name], { encoding: "utf8" }).trim();
			const script = `#!/bin/sh\necho "${name} $*" >> '${this.#log}'\nexec '${real}' "$@"\n`;
			writeFileSync(join(folder, name), script);
			chmodSync(join(folder, name), 0o755);
		}
		this.path = `${folder}:${process.env["PATH"]}:/usr/sbin:/sbin`;
	}

	/** Calls that built an image. */
	get builds(): number {
		const calls = existsSync(this.#log) ? readFileSync(this.#log, "utf8").split("\n") : [];
		return calls.filter((call) => /^\w+ (buildx )?build /.test(call)).length;
	}
}

/** A folder for PATH that has git alone. */
export function gitOnly(directory: string): string {
	mkdirSync(directory, { recursive: true });
	symlinkSync(execFileSync("which", ["git"], { encoding: "utf8" }).trim(), join(directory, "git"));
	return directory;
}

/** A folder for DOCKER_CONFIG: docker has buildx as a plugin, and an engine by a context. */
export function withBuildx(directory: string, host: string): string {
	const plugins = join(directory, "cli-plugins");
	mkdirSync(plugins, { recursive: true });
	const plugin = execFileSync("which", ["docker-buildx"], { encoding: "utf8" }).trim();
	symlinkSync(plugin, join(plugins, "docker-buildx"));
	const env = { ...process.env, DOCKER_CONFIG: directory };
	execFileSync("docker", ["context", "create", "engine", "--docker", `host=${host}`], { env, stdio: "ignore" });
	execFileSync("docker", ["context", "use", "engine"], { env, stdio: "ignore" });
	return directory;
}

/** A project whose model lies in git and whose environment a Dockerfile makes. */
export class DockerProject {
	readonly root: string;

	/** `files` null: it is there already. */
	constructor(root: string, files: Readonly<Record<string, string>> | null) {
		this.root = root;
		if (files === null) return;
		mkdirSync(join(root, ".dvc"), { recursive: true });
		const dvc = { ".dvc/config": "", ".dvc/.gitignore": "/tmp\n/cache\n" };
		const model = { "dvc.yaml": "artifacts:\n  churn:\n    type: model\n    path: model.json\n", "model.json": "{}" };
		this.git("init", "-q", "-b", "main");
		this.git("config", "user.name", "Ann");
		this.git("config", "user.email", "ann@example.org");
		this.commit("a model", { ...dvc, ...model, ...files });
	}

	/** As another machine has it: what is in git, and nothing else. */
	clone(root: string): DockerProject {
		execFileSync("git", ["clone", "-q", this.root, root]);
		const clone = new DockerProject(root, null);
		clone.git("config", "user.name", "Ben");
		clone.git("config", "user.email", "ben@example.org");
		return clone;
	}

	git(...args: string[]): string {
		return execFileSync("git", args, { cwd: this.root, encoding: "utf8" }).trim();
	}

	commit(subject: string, files: Readonly<Record<string, string>>): void {
		for (const [path, content] of Object.entries(files)) {
			mkdirSync(dirname(join(this.root, path)), { recursive: true });
			writeFileSync(join(this.root, path), content);
		}
		this.git("add", "-A");
		const env = { ...process.env, GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z", GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z" };
		execFileSync("git", ["commit", "-q", "-m", subject], { cwd: this.root, env });
	}

	/** An image on another one, with a layer more, pushed beside it. */
	derived(name: string, env: NodeJS.ProcessEnv): string {
		const script = `c=$(buildah from -q --tls-verify=false ${name}); buildah config --env MOVED=1 $c; buildah commit -q --tls-verify=false $c docker://${name}-next >/dev/null; buildah rm $c >/dev/null`;
		execFileSync("bash", ["-ec", script], { env });
		return `${name}-next`;
	}

	async diff(from: string, to: string): Promise<ImageDiffDocument> {
		return (await imageDiff(await this.#context(silent), { from, to })).document;
	}

	/** Packs a version anew, as if its image were gone. */
	async rebuilt(name: string) {
		const context = await this.#context(silent);
		const site = await openSite(context, { remote: null, plan: true, by: null });
		const { history } = site.ledger.state("churn", site.config.environments);
		const version = history.versions.find((each) => each.version === name);
		if (version === undefined) throw new Error(`no version ${name}`);
		return { version: version.version, rebuilt: await rebuild(context, { model: "churn", version, know: knowTree }) };
	}

	async #context(progress: Progress): Promise<FlowContext> {
		const signal = new AbortController().signal;
		return { cwd: this.root, machine: await readMachine(), clock: systemClock, progress, signal };
	}

	async release({ plan = false, progress = silent, policy }: Releasing = {}): Promise<ModelRelease> {
		const context = await this.#context(progress);
		const asked = { model: null, rev: "HEAD", before: null, know: knowTree, remote: null, plan, by: null };
		const more = policy === undefined ? {} : { policy };
		const [model] = (await release(context, { ...asked, ...more })).document.models;
		if (model === undefined) throw new Error("no model was released");
		return model;
	}
}

interface Releasing {
	readonly plan?: boolean;
	readonly progress?: Progress;
	/** The commit that is trusted, where the newest one is not. */
	readonly policy?: string;
}

/** A release in a process of its own, which gets no chance to end well once it has said `words`. */
export async function killedWhile(root: string, words: string): Promise<void> {
	const entry = resolve(import.meta.dirname, "../../../src/entry.ts");
	const child = spawn(process.execPath, [entry, "release"], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
	let said = "";
	for await (const chunk of child.stderr) {
		said += String(chunk);
		if (said.includes(words)) break;
	}
	child.kill("SIGKILL");
	if (!said.includes(words)) throw new Error(`it ended before it said ${words}: ${said}`);
}

/** Progress that remembers what it was told. */
export function listening(): { progress: Progress; warnings: string[]; output: () => string; titles: string[] } {
	const [warnings, titles]: [string[], string[]] = [[], []];
	let said = "";
	const progress: Progress = {
		...silent,
		warn: (line) => void warnings.push(line),
		output: (chunk) => {
			said += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
		},
		group: (title) => {
			titles.push(title);
			return () => {};
		},
	};
	return { progress, warnings, titles, output: () => said };
}

/** What an image's documents say: layers with their roles, config as it is written. */
export async function imageOf(name: string) {
	const [repository = "", text = ""] = name.split("@");
	const digest = parseSha256(text);
	if (digest === null) throw new Error(`${name} has no digest`);
	const store = openImageStore({ kind: "registry", repository }, { clock: systemClock });
	const manifest = parseManifest(await store.manifest(digest), name);
	const document = async (type: string): Promise<unknown> => {
		const found = (await store.referrers(digest)).find(({ artifactType }) => artifactType === type);
		if (found === undefined) throw new Error(`no ${type} hangs on ${name}`);
		const [layer] = parseManifest(await store.manifest(found.digest), type).layers;
		if (layer === undefined) throw new Error(`${type} is empty`);
		return JSON.parse((await collect(store.blob(layer))).toString());
	};
	const bytes = await collect(store.blob(manifest.config));
	const json = JSON.parse(bytes.toString()) as { config: Record<string, unknown> };
	const role = (layer: (typeof manifest.layers)[number]) => layer.annotations?.["dev.mainline.layer"] ?? "";
	return {
		store,
		manifest,
		document,
		config: parseImageConfig(bytes, name),
		json: json.config,
		layers: (wanted: string) => manifest.layers.filter((layer) => role(layer) === wanted).map((layer) => layer.digest),
	};
}
