import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type InitOptions, init } from "../../src/flows/init.ts";
import { plan } from "../../src/flows/plan.ts";
import { LIBRARIES, MAKE, NOTEBOOKS, PACKAGE, SCRIPTS } from "./init-projects.ts";
import { contextAt, type Files, git, project, read, remove, snapshot, write } from "./rig.ts";

const INSTALLED = resolve(import.meta.dirname, "../..");

async function repository(files: Files): Promise<string> {
	const root = await project(files);
	remove(root, ".dvc");
	return root;
}

async function set(root: string, options: Partial<InitOptions> = {}) {
	const context = contextAt(root);
	const { document } = await init(
		{ ...context, machine: { ...context.machine, installDir: INSTALLED } },
		{ lanes: null, plan: false, program: ["mainline"], agree: async () => true, ...options },
	);
	return document;
}

interface Stage {
	readonly cmd: string;
	readonly deps: string[];
	readonly outs?: (string | Record<string, unknown>)[];
	readonly params?: (string | Record<string, unknown>)[];
	readonly metrics?: (string | Record<string, unknown>)[];
}

/** The stages that were written, as real YAML has them. */
function stagesIn(root: string): Record<string, Stage> {
	return (parse(read(root, "dvc.yaml")) as { stages: Record<string, Stage> }).stages;
}

function stagesWritten(root: string): Record<string, Stage> {
	return "dvc.yaml" in snapshot(root) ? stagesIn(root) : {};
}

async function stagesFor(files: Files): Promise<Record<string, Stage>> {
	const root = await repository(files);
	await set(root);
	return stagesIn(root);
}

describe("a project of scripts", () => {
	it("gets a stage for each, in the order in which they feed each other, helpers and parameters included", async () => {
		expect(await stagesFor(SCRIPTS)).toEqual({
			prepare: {
				cmd: "python prepare.py",
				deps: ["data/raw.csv", "prepare.py"],
				params: ["prepare.keep"],
				outs: ["data/clean/rows.csv"],
			},
			train: {
				cmd: "python train.py",
				deps: ["data/clean/rows.csv", "helpers.py", "train.py"],
				params: ["train.scale"],
				outs: ["model.pkl"],
			},
			evaluate: {
				cmd: "python evaluate.py",
				deps: ["evaluate.py", "helpers.py", "model.pkl"],
				metrics: [{ "metrics.json": { cache: false } }],
			},
		});
	});

	it("tells of each path where it was read", async () => {
		const root = await repository(SCRIPTS);
		const { stages } = await set(root, { plan: true });
		const train = stages.find(({ name }) => name === "train");
		expect(train?.deps.find(({ path }) => path === "data/clean/rows.csv")?.because).toBe("open, train.py:15");
		expect(train?.outs).toEqual([expect.objectContaining({ path: "model.pkl", because: "open, helpers.py:5" })]);
	});

	it("starts a package by its modules, and finds paths that count from its own place", async () => {
		const root = await repository(PACKAGE);
		await set(root);
		const { featurize, train } = stagesIn(root);
		expect(featurize).toEqual({
			cmd: "PYTHONPATH=src python -m churn.featurize",
			deps: ["data/raw", "src/churn/featurize.py", "src/churn/paths.py"],
			outs: ["data/features/train.csv", "data/features/test.csv"],
		});
		expect(train?.cmd).toBe("PYTHONPATH=src python -m churn.train");
		expect(train?.deps).toContain("data/features/train.csv");
		expect(train?.outs).toEqual(["models/churn.pkl"]);
		expect(read(root, "mainline.yaml")).toContain("base: docker.io/library/python:3.11-slim # as pyproject.toml's");
		expect(read(root, "dvc.yaml")).toContain("#   churn-model:\n#     path: models/churn.pkl");
	});

	it("starts what a Makefile starts with the arguments that it gives", async () => {
		expect(await stagesFor(MAKE)).toEqual({
			cut: {
				cmd: "python scripts/cut.py data/raw.csv data/clean.csv",
				deps: ["data/raw.csv", "scripts/cut.py"],
				outs: ["data/clean.csv"],
			},
			fit: {
				cmd: "python -u scripts/fit.py --input data/clean.csv --output=out/model.pkl",
				deps: ["data/clean.csv", "scripts/fit.py"],
				outs: ["out/model.pkl"],
			},
			metrics: {
				cmd: "python scripts/score.py -m out/model.pkl",
				deps: ["out/model.pkl", "scripts/score.py"],
				metrics: [{ "scores.json": { cache: false } }],
			},
		});
	});

	it("executes notebooks into copies, by what the project has", async () => {
		const { clean, train } = await stagesFor(NOTEBOOKS);
		expect(clean).toEqual({
			cmd: "jupyter nbconvert --to notebook --execute notebooks/01_clean.ipynb --output-dir executed",
			deps: ["data/raw.csv", "notebooks/01_clean.ipynb"],
			outs: ["data/clean.csv", "executed/01_clean.ipynb"],
		});
		expect(train?.outs).toEqual(["model.pkl", "executed/02_train.ipynb"]);
		const papermill = await stagesFor({ ...NOTEBOOKS, "requirements.txt": "papermill\n" });
		expect(papermill["clean"]?.cmd).toBe(
			"mkdir -p executed && papermill notebooks/01_clean.ipynb executed/01_clean.ipynb --cwd notebooks",
		);
	});

	it("knows what the libraries of the trade read and write", async () => {
		const { prepare, train } = await stagesFor(LIBRARIES);
		expect(prepare?.outs).toEqual(["data/train.parquet", "data/test.parquet", "data/ids.npy"]);
		expect(train?.deps).toEqual(["data/train.parquet", "src/train.py"]);
		expect(train?.outs).toEqual(["models/net.pt", "models/scaler.joblib", "plots/loss.png"]);
	});

	it("does not take what a script does when it is the program for what an import of it does", async () => {
		const stages = await stagesFor({
			"a.py": 'from b import N\nopen("a.txt", "w").write(str(N))\n',
			"b.py": 'N = 1\nif __name__ == "__main__":\n    open("b.txt", "w").write("1")\n',
		});
		expect(stages["a"]).toEqual({ cmd: "python a.py", deps: ["a.py", "b.py"], outs: ["a.txt"] });
		expect(stages["b"]?.outs).toEqual(["b.txt"]);
	});

	it("takes shell scripts that fetch data, and not those that start the others", async () => {
		const stages = await stagesFor({
			"fetch.sh": "set -e\nURL=https://example.org/a.tgz\nmkdir -p data\ncurl -fsSL -o data/a.tgz $URL\n",
			"all.sh": "bash fetch.sh\npython use.py --n 3\n",
			"use.py": 'open("out.txt", "w").write(str(len(open("data/a.tgz", "rb").read())))\n',
		});
		expect(stages).toEqual({
			fetch: { cmd: "bash fetch.sh", deps: ["fetch.sh"], outs: ["data/a.tgz"] },
			use: { cmd: "python use.py --n 3", deps: ["data/a.tgz", "use.py"], outs: ["out.txt"] },
		});
	});
});

describe("what is not certain", () => {
	const left = async (files: Files): Promise<string[]> => {
		const root = await repository(files);
		const { stages } = await set(root);
		expect(stagesIn(root)).toEqual({});
		expect(stages.map(({ state }) => state)).toEqual(stages.map(() => "left out"));
		expect(read(root, "dvc.yaml")).toContain("# Left out: ");
		return stages.flatMap(({ why }) => why);
	};

	it.each([
		[
			"an argument that nobody gives",
			'import sys\nopen(sys.argv[1], "w").write("1")\n',
			"needs argument 1 (sys.argv): a.py",
		],
		[
			"a path that only a run knows",
			'import os\nopen(os.environ["X"], "w")\nopen("b.txt", "w")\n',
			"writes a path that only a run knows (open): a.py:2",
		],
		[
			"data that is not there",
			'x = open("gone.csv").read()\nopen("b.txt", "w").write(x)\n',
			"reads gone.csv, which is not there and nothing here makes: open, a.py:1",
		],
		[
			"a file that is added to",
			'open("history.csv", "a").write("1")\nopen("b.txt", "w")\n',
			"adds to history.csv, which DVC removes before a run: open, a.py:1",
		],
		[
			"paths of one machine",
			'x = open("/data/a.csv").read()\nopen("b.txt", "w").write(x)\n',
			"reads /data/a.csv, outside of the project: a.py:1",
		],
		[
			"programs that it starts",
			'import subprocess\nsubprocess.run(["make"])\nopen("b.txt", "w")\n',
			"starts another program (run): a.py:2",
		],
	])("is left as a comment, with the place: %s", async (_, text, why) => {
		expect((await left({ "a.py": text })).some((one) => one.startsWith(why))).toBe(true);
	});

	it("never lets DVC remove what nothing makes again: a folder with files of git, or with what is read from it", async () => {
		const writes =
			'import sys, os\nfor name in os.listdir("data/raw"):\n    open(f"data/{name}", "w").write(open(f"data/raw/{name}").read())\n';
		const why = await left({ "a.py": writes, "data/raw/x.csv": "1\n" });
		expect(why.join("\n")).toMatch(/writes into data and reads from there what DVC would remove/);
	});

	it("leaves out what needs a stage that is left out", async () => {
		const root = await repository({
			"a.py": 'import sys\nopen("mid.txt", "w").write(sys.argv[1])\n',
			"b.py": 'open("end.txt", "w").write(open("mid.txt").read())\n',
		});
		const { stages } = await set(root);
		expect(stages.map(({ name, state }) => [name, state])).toEqual([
			["a", "left out"],
			["b", "left out"],
		]);
		expect(stages[1]?.why).toEqual(["reads mid.txt, whose stage is left out"]);
	});

	it("is asked about on a terminal, one by one, and what is taken is written", async () => {
		const root = await repository({ ...SCRIPTS, "a.py": 'import sys\nopen("b.txt", "w").write(sys.argv[1])\n' });
		const asked: [string, boolean][] = [];
		await set(root, {
			asker: {
				confirm: async ({ ask, standard }) => {
					asked.push([ask, standard]);
					return /`(a|prepare|train|model)`/.test(ask);
				},
				text: async () => "@acme/ml",
			},
		});
		expect(asked).toEqual([
			["Make it the stage `prepare`?", true],
			["Make it the stage `train`?", true],
			["Make it the stage `evaluate`?", true],
			["Make it the stage `a`?", false],
			["Name it `model` in `artifacts:`, so that it can be released?", true],
			["One lane, because everybody who opens pull requests here is trusted with that?", false],
		]);
		const whole = parse(read(root, "dvc.yaml")) as { stages: object; artifacts: object };
		expect(Object.keys(whole.stages)).toEqual(["prepare", "train", "a"]);
		expect(whole.artifacts).toEqual({ model: { path: "model.pkl", type: "model" } });
		expect(read(root, "mainline.yaml")).toContain("Here: model.");
		expect(read(root, ".github/CODEOWNERS")).toContain("/mainline.yaml @acme/ml\n");
	});

	it("does not count what git has: it stays there and is told", async () => {
		const root = await repository({ ...SCRIPTS, "model.pkl": "old" });
		await git(root, "add", "model.pkl", "data/raw.csv");
		const { notes } = await set(root);
		expect(stagesIn(root)["train"]?.outs).toEqual([{ "model.pkl": { cache: false } }]);
		expect(notes).toContainEqual(expect.stringContaining("git tracks model.pkl, which train writes"));
		expect(notes).toContain(
			"data belongs to DVC, not into git: git rm -r --cached data/raw.csv && mainline add data/raw.csv",
		);
	});
});

describe("odd sources", () => {
	it.each([
		["a text that is no Python", "def (((:\n'''"],
		["brackets without end", `${"(".repeat(50_000)}`],
		["very deep code", `${Array.from({ length: 400 }, (_, at) => `${" ".repeat(at)}if x:`).join("\n")}\n`],
		[
			"a function that calls itself for ever",
			'def f(n):\n    f(n)\n    g(n)\ndef g(n):\n    f(n); g(n)\nf(1)\nopen("o.txt", "w")\n',
		],
		[
			"calls that fan out",
			`${Array.from({ length: 40 }, (_, at) => `def f${at}():\n    f${at + 1}()\n    f${at + 1}()`).join("\n")}\nf0()\nopen("o.txt", "w")\n`,
		],
		[
			"paths that would break YAML or a comment",
			'open("a: b\\n# c", "w")\nopen("x ${y} `z`", "w")\nopen("\\u202e.csv", "w")\n',
		],
		[
			"paths out of the project",
			'open("../../etc/passwd", "w")\nopen("a/../../b", "w")\nopen(".git/config", "w")\nopen("dvc.yaml", "w")\n',
		],
		["a file of zeros", "\0\0\0open('x', 'w')"],
	])("break nothing: %s", async (_, text) => {
		const root = await repository({ "a.py": text, "b.ipynb": text, Makefile: text, "c.sh": text, "params.yaml": text });
		await set(root);
		// what came of it is a project that can be read
		await plan(contextAt(root), { targets: [], base: null, check: false, data: false, force: false });
		const outs = Object.values(stagesWritten(root)).flatMap((stage) => stage.outs ?? []);
		expect(outs.filter((path) => path !== "o.txt")).toEqual([]);
	});

	it("are never run, nor links followed", async () => {
		const root = await repository({
			"a.py": 'import b\nopen("o.txt", "w").write("ran")\n',
			"b.py": 'open("ran.txt", "w")\n',
		});
		const before = Object.keys(snapshot(root));
		await set(root, { plan: true });
		expect(Object.keys(snapshot(root))).toEqual(before);
	});
});

describe("again", () => {
	it.each(Object.entries({ SCRIPTS, PACKAGE, MAKE, NOTEBOOKS, LIBRARIES }))("changes nothing: %s", async (_, files) => {
		const root = await repository(files);
		await set(root);
		const before = snapshot(root);
		const second = await set(root);
		expect([...second.files, ...second.settings].filter(({ state }) => state !== "unchanged")).toEqual([]);
		expect(snapshot(root)).toEqual(before);
	});

	it("comes to the same end wherever it was ended", async () => {
		const whole = await repository(SCRIPTS);
		const { files } = await set(whole, { owner: "@ada" });
		const end = snapshot(whole);
		for (let count = 0; count <= files.length; count++) {
			const half = await repository(SCRIPTS);
			write(half, Object.fromEntries(files.slice(0, count).map(({ path }) => [path, read(whole, path)])));
			// the one after was being written
			const next = files[count]?.path;
			if (next !== undefined) write(half, { [next.replace(/([^/]*)$/, ".$1.mainline-new")]: "half" });
			await set(half, { owner: "@ada" });
			expect([count, snapshot(half)]).toEqual([count, end]);
		}
	});

	it("leaves a dvc.yaml alone that somebody wrote", async () => {
		const root = await repository({ ...SCRIPTS, "dvc.yaml": "# mine\n" });
		const { stages } = await set(root);
		expect(stages).toEqual([]);
		expect(read(root, "dvc.yaml")).toBe("# mine\n");
	});
});
