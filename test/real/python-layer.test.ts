import { execFile, execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readMachine } from "../../src/doors/machine.ts";
import type { FlowContext } from "../../src/flows/context.ts";
import { imageDiff } from "../../src/flows/image-diff.ts";
import type { ModelRelease } from "../../src/flows/release/documents.ts";
import { knowTree } from "../../src/flows/release/know.ts";
import { release } from "../../src/flows/release.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { buildPython, type PythonLayer, parsePythonLock, pythonKey } from "../../src/release/index.ts";
import { containerEnvironment, pushPythonBase } from "../release/support/containers.ts";
import { collect, text } from "../release/support/images.ts";
import { freePort, type RunningRegistry, startRegistry } from "../release/support/registry.ts";

const run = promisify(execFile);
const PINS = "six==1.17.0\nmarkupsafe==3.0.2\ntabulate==0.9.0\n";
/** Says what it found where, one of the packages being a binary one. */
const SERVE = `
import json, os, subprocess, tabulate
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import files, version
from markupsafe import _speedups
table = subprocess.run(["tabulate", "-f", "plain"], input="a b", text=True, capture_output=True)
found = {"six": version("six"), "binary": _speedups.__file__, "script": table.stdout.split(), "recorded": all(f.locate().exists() for f in files("tabulate"))}
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(json.dumps(found).encode())
HTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()
`;

let directory = "";
let project = "";
let registry: RunningRegistry;
let env: NodeJS.ProcessEnv;
/** What this machine's own Python is called, and folders of PATH that hold one tool, or none. */
let ownPython = "";
let only: { readonly uv: string; readonly pip: string; readonly neither: string };
const usual = process.env["PATH"] ?? "";

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-python-"));
	registry = await startRegistry(join(directory, "registry"));
	env = containerEnvironment(join(directory, "containers"));
	pushPythonBase(join(directory, "base"), `${registry.host}/base/python:3.11`, env);
	only = await foldersOfTools();
	project = join(directory, "project");
	await makeProject();
});
afterAll(async () => {
	await run("podman", ["rm", "-f", "-t", "0", "-a"], { env }).catch(() => {});
	await run("podman", ["system", "reset", "-f"], { env }).catch(() => {});
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
	process.env["PATH"] = usual;
});

/** uv with a Python to ask; pip in an environment of its own; git alone. */
async function foldersOfTools(): Promise<typeof only> {
	const [uv, pip, neither] = ["with-uv", "with-pip", "with-neither"].map((name) => join(directory, name));
	if (uv === undefined || pip === undefined || neither === undefined) throw new Error("three names");
	execFileSync("/usr/bin/python3", ["-m", "venv", join(directory, "venv")]);
	ownPython = execFileSync("/usr/bin/python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
		encoding: "utf8",
	}).trim();
	const git = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
	for (const folder of [uv, pip, neither]) {
		await mkdir(folder);
		await symlink(git, join(folder, "git"));
	}
	await symlink(execFileSync("which", ["uv"], { encoding: "utf8" }).trim(), join(uv, "uv"));
	await symlink("/usr/bin/python3", join(uv, "python3"));
	return { uv, neither, pip: [join(directory, "venv", "bin"), pip].join(delimiter) };
}

async function makeProject(): Promise<void> {
	await mkdir(join(project, ".dvc"), { recursive: true });
	const files = {
		".dvc/config": "",
		".dvc/.gitignore": "/tmp\n/cache\n",
		"dvc.yaml": "artifacts:\n  churn:\n    type: model\n    path: model.json\n",
		"mainline.yaml": mainlineYaml(),
		"model.json": "{}",
		"requirements.txt": PINS,
		"serve.py": SERVE,
	};
	for (const [path, content] of Object.entries(files)) await writeFile(join(project, path), content);
	for (const args of [
		["init", "-q", "-b", "main"],
		["config", "user.name", "Ann"],
		["config", "user.email", "ann@example.org"],
	])
		git(...args);
	commit("a model with packages");
}

function mainlineYaml(python = '{lock: requirements.txt, version: "3.11", wheels: manylinux_2_36}'): string {
	return `models:
  churn:
    image: ${registry.host}/acme/churn
    base: ${registry.host}/base/python:3.11
    code: [serve.py]
    command: [python3, serve.py]
    python: ${python}
`;
}

function git(...args: string[]): string {
	return execFileSync("git", args, { cwd: project, encoding: "utf8" }).trim();
}

function commit(subject: string): void {
	git("add", "-A");
	git("commit", "-q", "-m", subject);
}

async function context(): Promise<FlowContext> {
	const signal = new AbortController().signal;
	return { cwd: project, machine: await readMachine(), clock: systemClock, progress: silent, signal };
}

async function released(plan = false): Promise<ModelRelease> {
	const asked = { model: null, rev: "HEAD", before: null, know: knowTree, remote: null, plan, by: null };
	const [model] = (await release(await context(), asked)).document.models;
	if (model === undefined) throw new Error("no model was released");
	return model;
}

async function built(
	lock: string,
	{ file = "requirements.txt", version = ownPython, folder = "layers" } = {},
): Promise<PythonLayer> {
	const target = { version, wheels: "manylinux_2_28" };
	const signal = new AbortController().signal;
	const where = { folder: join(directory, folder), target, clock: systemClock, progress: silent, signal };
	return buildPython(parsePythonLock(text(lock), file), where);
}

async function answer(url: string): Promise<unknown> {
	for (let n = 0; n < 100; n++) {
		const response = await fetch(url).catch(() => null);
		if (response?.ok) return response.json();
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${url} does not answer`);
}

describe("a layer of Python packages", () => {
	it("is the same whether uv or pip installed it, and holds nothing of the machine that did", async () => {
		const pins = `${PINS}greenlet==3.2.4\n`;
		process.env["PATH"] = only.uv;
		const one = await built(pins, { folder: "by-uv" });
		process.env["PATH"] = only.pip;
		const other = await built(`# in another order\n${pins.split("\n").reverse().join("\n")}`, { folder: "by-pip" });
		expect(other.layer.descriptor).toEqual(one.layer.descriptor);
		expect(one.packages).toEqual(["greenlet==3.2.4", "markupsafe==3.0.2", "six==1.17.0", "tabulate==0.9.0"]);
		const bytes = await collect(one.layer.open());
		expect(bytes.includes("opt/python/bin/tabulate")).toBe(true);
		for (const trace of [directory, "INSTALLER", "__pycache__", "direct_url"])
			expect(bytes.includes(trace)).toBe(false);
	});

	it("lies between base and code, and what it holds runs", async () => {
		expect((await released(true)).python).toMatchObject({ packages: 3, size: null, layer: "to install" });
		const model = await released();
		expect(model.python).toMatchObject({ version: "3.11", packages: 3, layer: "installed" });
		const port = await freePort();
		const published = ["-p", `127.0.0.1:${port}:8080`];
		await run("podman", ["run", "-d", "--tls-verify=false", "--name", "packages", ...published, model.image ?? ""], {
			env,
		});
		expect(await answer(`http://127.0.0.1:${port}/`)).toEqual({
			six: "1.17.0",
			binary: "/opt/python/markupsafe/_speedups.cpython-311-x86_64-linux-gnu.so",
			script: ["a", "b"],
			recorded: true,
		});
		await run("podman", ["rm", "-f", "-t", "0", "packages"], { env });
	});

	it("is taken from the image before when the model was trained again, where nothing could be installed", async () => {
		await writeFile(join(project, "model.json"), '{"trained":"again"}');
		commit("trained again");
		await rm(join(project, ".dvc", "tmp"), { recursive: true, force: true });
		process.env["PATH"] = only.neither;
		expect((await released(true)).python).toMatchObject({ layer: "released" });
		const model = await released();
		expect(model).toMatchObject({ outcome: "released", version: "v0.2.0", python: { layer: "released", packages: 3 } });
		expect(model.pushed?.sent).toBeLessThan(20_000);
	});

	it("makes a new version when the lock says something else, and none when it only reads otherwise", async () => {
		await writeFile(join(project, "requirements.txt"), `# the same\n${PINS}`);
		commit("a comment");
		expect(await released()).toMatchObject({ outcome: "exists", version: "v0.2.0" });
		await writeFile(join(project, "requirements.txt"), PINS.replace("six==1.17.0", "six==1.16.0"));
		commit("another six");
		expect(await released()).toMatchObject({ outcome: "released", version: "v0.3.0", python: { layer: "installed" } });
		await cp(join(project, "requirements.txt"), join(directory, "pins"));
	});

	it("is what tells two images apart, without fetching any of it", async () => {
		const { document } = await imageDiff(await context(), { from: "churn@v0.2.0", to: "churn@v0.3.0" });
		expect(document.layers.map(({ role, change }) => [role, change])).toEqual([
			["base", "same"],
			["python", "changed"],
			["code", "same"],
			["model", "same"],
		]);
		expect(document.packages).toEqual([{ name: "six", from: "1.17.0", to: "1.16.0" }]);
	});

	it("is made of uv's lock: what it says for this platform, without what is for development", async () => {
		const sources = join(directory, "uv-project");
		await mkdir(sources);
		const dependencies = '["jinja2==3.1.4", "colorama ; sys_platform == \'win32\'"]';
		await writeFile(
			join(sources, "pyproject.toml"),
			`[project]\nname = "churn"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ${dependencies}\n[dependency-groups]\ndev = ["iniconfig"]\n`,
		);
		execFileSync("uv", ["lock", "-q"], { cwd: sources });
		const { packages } = await built(await readFile(join(sources, "uv.lock"), "utf8"), { file: "uv.lock" });
		expect(packages.map((name) => name.split("==")[0])).toEqual(["jinja2", "markupsafe"]);
	});

	it("is not there at all after an interruption", async () => {
		const interruption = new AbortController();
		const folder = join(directory, "interrupted");
		const progress = { ...silent, say: () => setTimeout(() => interruption.abort(), 30) };
		const lock = parsePythonLock(text("numpy==2.2.1\n"), "requirements.txt");
		const target = { version: "3.12", wheels: "manylinux_2_28" };
		const building = buildPython(lock, { folder, target, clock: systemClock, progress, signal: interruption.signal });
		await expect(building).rejects.toThrow();
		expect(await readdir(folder)).toEqual([]);
	});
});

describe("packages that cannot be a layer", () => {
	const HASH = `--hash=sha256:${"0".repeat(64)}`;
	const cases = [
		["have no wheel", "pyspark==3.5.0\n", "python-no-wheel", "pyspark==3.5.0 has no wheel"],
		["do not exist", "six==99.0\n", { uv: "python-no-version", pip: "python-no-wheel" }, "six==99.0"],
		["need others that nobody listed", "jinja2==3.1.4\n", "python-not-pinned", "need others"],
		["are other files than were locked", `six==1.17.0 ${HASH}\n`, "python-hash", "other files"],
	] as const;
	for (const tool of ["uv", "pip"] as const) {
		for (const [what, lock, code, words] of cases) {
			it(`${what}, says ${tool}`, async () => {
				process.env["PATH"] = only[tool];
				await expect(built(lock)).rejects.toMatchObject({
					code: typeof code === "string" ? code : code[tool],
					message: expect.stringContaining(words),
				});
			});
		}

		it(`come from an index that does not answer, whose password ${tool} does not get said`, async () => {
			process.env["PATH"] = only[tool];
			const index = "http://ann:secret@127.0.0.1:9/simple";
			const settings = {
				PIP_INDEX_URL: index,
				UV_INDEX_URL: index,
				PIP_NO_INDEX: "0",
				UV_HTTP_RETRIES: "0",
			};
			Object.assign(process.env, settings);
			try {
				const failure: unknown = await built("packaging==24.1\n").catch((error: unknown) => error);
				expect(failure).toMatchObject({ code: "python-index", kind: "infrastructure" });
				expect(JSON.stringify(failure)).not.toContain("secret");
			} finally {
				for (const name of Object.keys(settings)) delete process.env[name];
			}
		});
	}

	it("find neither uv nor pip, or the pip of another Python", async () => {
		process.env["PATH"] = only.neither;
		await expect(built(PINS, { folder: "none" })).rejects.toMatchObject({ code: "python-no-installer" });
		process.env["PATH"] = only.pip;
		const other = built(PINS, { folder: "none", version: "3.9" });
		await expect(other).rejects.toMatchObject({
			code: "python-no-installer",
			details: { found: expect.stringContaining(ownPython) },
		});
	});

	it("are for a Python that the base does not name", async () => {
		await writeFile(join(project, "mainline.yaml"), mainlineYaml("requirements.txt"));
		commit("no version");
		await expect(released(true)).rejects.toMatchObject({ code: "python-version" });
	});
});

it("names a layer by what it is for", () => {
	const lock = parsePythonLock(text(PINS), "requirements.txt");
	const keys = ["3.11", "3.12"].map((version) => pythonKey(lock, { version, wheels: "manylinux_2_28" }));
	expect(new Set(keys).size).toBe(2);
});
