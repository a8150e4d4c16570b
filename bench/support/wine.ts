import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ContainerProgram } from "../../src/config/index.ts";
import { timedProcess } from "./measure.ts";
import { BUNDLE } from "./places.ts";

const SERVER = resolve(import.meta.dirname, "../../templates/serve/mainline_serve.py");

const TRAIN = `import json, joblib, yaml
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score

params = yaml.safe_load(open("params.yaml"))["train"]
x, y = load_wine(return_X_y=True)
model = RandomForestClassifier(n_estimators=params["trees"], random_state=0)
folds = RepeatedStratifiedKFold(n_splits=5, n_repeats=params["repeats"], random_state=0)
accuracy = cross_val_score(model, x, y, cv=folds).mean()
joblib.dump(model.fit(x, y), "model.joblib")
json.dump({"accuracy": accuracy}, open("metrics.json", "w"))
`;

const SERVE = `import joblib, numpy

def load(path):
    return joblib.load(path)

def predict(model, inputs):
    return model.predict(numpy.asarray(inputs["x"]))
`;

const DVC = `stages:
  train:
    cmd: python train.py
    deps: [train.py]
    params: [train]
    outs: [model.joblib]
    metrics: [{metrics.json: {cache: false}}]
artifacts:
  wine: {path: model.joblib, type: model}
`;

export interface WineOptions {
	readonly program: ContainerProgram;
	/** `host:port` of a registry that has `base/python:3.11`. */
	readonly registry: string;
	/** Of DEV and PROD. */
	readonly ports: readonly [number, number];
	readonly env: NodeJS.ProcessEnv;
}

/** A scikit-learn model whose environments are containers of this machine, as `docs/first-model.md` has it. */
export class Wine {
	readonly #root: string;
	readonly #options: WineOptions;

	constructor(folder: string, options: WineOptions) {
		this.#root = join(folder, "wine");
		const venv = join(folder, "venv");
		const PATH = `${join(venv, "bin")}:${options.env["PATH"] ?? ""}`;
		this.#options = { ...options, env: { ...options.env, PATH, XDG_STATE_HOME: join(folder, "state") } };
		execFileSync("uv", ["venv", "-q", "-p", "/usr/bin/python3", venv]);
		this.#lay();
	}

	/** Trains, releases and commits; how long the stage and the release took, in milliseconds. */
	async version(params: { readonly trees: number; readonly repeats: number }): Promise<number> {
		this.#write("params.yaml", `train: {trees: ${params.trees}, repeats: ${params.repeats}}\n`);
		const trained = await this.mainline("run");
		await this.mainline("push");
		this.#git("add", "-A");
		this.#git("commit", "-qm", `Train ${params.trees} trees`);
		return trained + (await this.mainline("release"));
	}

	/** Reverts the last commit; how long the release took that brings the earlier version back. */
	async revert(): Promise<number> {
		this.#git("revert", "--no-edit", "HEAD");
		return this.mainline("release");
	}

	mainline(...args: string[]): Promise<number> {
		return timedProcess(process.execPath, [BUNDLE, ...args], { cwd: this.#root, env: this.#options.env });
	}

	/** The version that PROD says it is. */
	async inProd(): Promise<string> {
		const answer = await fetch(`http://127.0.0.1:${this.#options.ports[1]}/v2/models/wine`);
		return ((await answer.json()) as { versions: string[] }).versions.join(" ");
	}

	#lay(): void {
		const { program, registry, ports } = this.#options;
		mkdirSync(join(this.#root, ".dvc"), { recursive: true });
		this.#write(".dvc/config", "[core]\n    remote = storage\n['remote \"storage\"']\n    url = ../../store\n");
		this.#write(".dvc/.gitignore", "/config.local\n/tmp\n/cache\n");
		this.#write(".gitignore", "/model.joblib\n");
		for (const [name, content] of Object.entries({ "train.py": TRAIN, "serve.py": SERVE, "dvc.yaml": DVC }))
			this.#write(name, content);
		cpSync(SERVER, join(this.#root, "mainline_serve.py"));
		this.#write("requirements.in", "scikit-learn\npyyaml\n");
		const uv = (...args: string[]): string =>
			execFileSync("uv", ["pip", ...args], { cwd: this.#root, env: this.#options.env, encoding: "utf8" });
		uv("compile", "-q", "--python-version", "3.11", "--generate-hashes", "requirements.in", "-o", "requirements.txt");
		uv("install", "-q", "-p", join(this.#root, "../venv"), "-r", "requirements.txt");
		const deploy = (port: number): string => `{compose: {port: ${port}, program: ${program}}}`;
		this.#write(
			"mainline.yaml",
			`models:
  wine:
    image: ${registry}/${program}/wine
    base: ${registry}/base/python:3.11
    python: {lock: requirements.txt, version: "3.11"}
    code: [mainline_serve.py, serve.py]
    command: [python3, mainline_serve.py, serve.py, model.joblib]
environments:
  dev: {deploy: ${deploy(ports[0])}}
  prod: {after: dev, deploy: ${deploy(ports[1])}}
`,
		);
		this.#git("init", "-q", "-b", "main");
	}

	#write(name: string, content: string): void {
		writeFileSync(join(this.#root, name), content);
	}

	#git(...args: string[]): void {
		const who = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
		execFileSync("git", [...who, ...args], { cwd: this.#root, stdio: ["ignore", "ignore", "pipe"] });
	}
}

/** Process ids of the fronts that hold the ports, to be ended. */
export function frontsIn(folder: string, ports: readonly number[]): number[] {
	return ports.flatMap((port) => {
		const file = join(folder, "state/mainline/compose", String(port), "front.json");
		const { pid } = JSON.parse(readFileSync(file, "utf8")) as { pid: number };
		return [pid];
	});
}
