import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readMachine } from "../../../src/doors/machine.ts";
import type { FlowContext } from "../../../src/flows/context.ts";
import type { ModelRelease } from "../../../src/flows/release/documents.ts";
import { knowTree } from "../../../src/flows/release/know.ts";
import { release } from "../../../src/flows/release.ts";
import { type Progress, silent, systemClock } from "../../../src/kernel/index.ts";
import { openImageStore, parseImageConfig, parseManifest } from "../../../src/release/index.ts";
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
		return calls.filter((call) => /^\w+ build /.test(call)).length;
	}
}

/** A folder for PATH that has git alone. */
export function gitOnly(directory: string): string {
	mkdirSync(directory, { recursive: true });
	symlinkSync(execFileSync("which", ["git"], { encoding: "utf8" }).trim(), join(directory, "git"));
	return directory;
}

/** A project whose model lies in git and whose environment a Dockerfile makes. */
export class DockerProject {
	readonly root: string;

	constructor(root: string, files: Readonly<Record<string, string>>) {
		this.root = root;
		mkdirSync(join(root, ".dvc"), { recursive: true });
		const dvc = { ".dvc/config": "", ".dvc/.gitignore": "/tmp\n/cache\n" };
		const model = { "dvc.yaml": "artifacts:\n  churn:\n    type: model\n    path: model.json\n", "model.json": "{}" };
		this.git("init", "-q", "-b", "main");
		this.git("config", "user.name", "Ann");
		this.git("config", "user.email", "ann@example.org");
		this.commit("a model", { ...dvc, ...model, ...files });
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

	async release({ plan = false, progress = silent, cwd = this.root }: Releasing = {}): Promise<ModelRelease> {
		const signal = new AbortController().signal;
		const context: FlowContext = { cwd, machine: await readMachine(), clock: systemClock, progress, signal };
		const asked = { model: null, rev: "HEAD", before: null, know: knowTree, remote: null, plan, by: null };
		const [model] = (await release(context, asked)).document.models;
		if (model === undefined) throw new Error("no model was released");
		return model;
	}
}

interface Releasing {
	readonly plan?: boolean;
	readonly progress?: Progress;
	readonly cwd?: string;
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
	const [repository = "", digest = ""] = name.split("@");
	const store = openImageStore({ kind: "registry", repository }, { clock: systemClock });
	const manifest = parseManifest(await store.manifest(digest as `sha256:${string}`), name);
	const bytes = await collect(store.blob(manifest.config));
	const json = JSON.parse(bytes.toString()) as { config: Record<string, unknown> };
	const role = (layer: (typeof manifest.layers)[number]) => layer.annotations?.["dev.mainline.layer"] ?? "";
	return {
		store,
		manifest,
		config: parseImageConfig(bytes, name),
		json: json.config,
		layers: (wanted: string) => manifest.layers.filter((layer) => role(layer) === wanted).map((layer) => layer.digest),
	};
}
