import { describe, expect, it } from "vitest";
import { formatSoak, loadMainline, type MainlineConfig, parseDuration } from "../../src/config/index.ts";
import { Failure } from "../../src/kernel/index.ts";

const FULL = `models:
  churn:
    image: localhost:5000/acme/churn
    base: localhost:5000/base/python:3.11
    code: [serve.py, ./lib/]
    command: [python3, serve.py]
  tiny:
    image: oci:.registry
gates:
  - metric: metrics.json:accuracy
    better: higher
    floor: 0.90
    drop: 0.005
  - metric: eval/latency.yaml:p95.ms
    better: lower
    drop: 1%
environments:
  dev:
    deploy: {command: ./deploy.sh}
    probe: http://127.0.0.1:8081
  prod:
    after: dev
    soak: 30m
    deploy: {process: {port: 8082}}
    probe: http://127.0.0.1:8082/
`;

const load = (text: string | null): MainlineConfig => loadMainline(text, "mainline.yaml");

function mistakes(text: string): string[] {
	try {
		load(text);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return [error, ...(error.details.others ?? [])].map(
			({ message, details: { at } }) => `${at?.file}:${at?.line}:${at?.column} ${message}`,
		);
	}
	return [];
}

const environments = (body: string): string => `environments:\n${body}`;

describe("mainline.yaml", () => {
	it("says which packages go into an image by a lock's name, or with what else has to be said", () => {
		const python = (written: string): unknown =>
			load(`models:\n  m:\n    image: oci:x\n    base: b\n    python: ${written}\n`).models.get("m")?.python;
		const usual = { lock: "env/requirements.txt", version: null, wheels: "manylinux_2_28" };
		expect(python("env/requirements.txt")).toEqual(usual);
		const said = { lock: "uv.lock", version: "3.12", wheels: "manylinux_2_36" };
		expect(python('{lock: uv.lock, version: "3.12", wheels: manylinux_2_36}')).toEqual(said);
	});

	it("refuses packages without a base, files that pin nothing, and platforms that no tool knows", () => {
		const model = (lines: string): string[] => mistakes(`models:\n  m:\n    image: oci:x\n${lines}`);
		expect(model("    python: uv.lock\n")).toEqual([
			'mainline.yaml:4:13 model "m": `python` needs a `base`: packages alone run nowhere',
		]);
		expect(model("    base: b\n    python: pyproject.toml\n")).toEqual([
			'mainline.yaml:5:13 model "m": `python` needs a file that names exact versions, not "pyproject.toml"',
		]);
		expect(model("    base: b\n    python: {lock: uv.lock, version: 3.12, wheels: musllinux_1_2}\n")).toHaveLength(2);
	});

	it("reads whose signature images need, from a file of the repository", () => {
		expect(load("signing: {key: ./keys/cosign.pub}\n").signing).toMatchObject({
			key: "keys/cosign.pub",
			at: { line: 1, column: 16 },
		});
		expect(load("signing:\n").signing).toBeNull();
		expect(mistakes("signing: {key: ../cosign.pub}\n")).toEqual([
			'mainline.yaml:1:16 `key` leaves the repository: "../cosign.pub"',
		]);
		expect(mistakes("signing: {keys: [cosign.pub]}\n")).toHaveLength(1);
	});

	it("reads whose identity images need, in the words of certificates", () => {
		const name = "https://github.com/acme/churn/.github/workflows/release.yml@refs/heads/main";
		const short = "acme/churn/.github/workflows/release.yml@main";
		expect(load(`signing: {identity: ${short}}\n`).signing).toEqual({
			kind: "identity",
			identities: [name],
			issuer: "https://token.actions.githubusercontent.com",
			source: null,
			runner: null,
			sigstore: null,
			at: { file: "mainline.yaml", line: 1, column: 21 },
		});
		const identities = (text: string) => load(`signing: {identity: ${text}}\n`).signing;
		for (const text of [name, short.replace("@main", "@refs/heads/main")]) {
			expect(identities(text)).toMatchObject({ identities: [name] });
		}
		const commit = short.replace("main", "0".repeat(40));
		expect(identities(commit)).toMatchObject({ identities: [`https://github.com/${commit}`] });
		expect(identities(`[${short}, ada@example.org]`)).toMatchObject({ identities: [name, "ada@example.org"] });
	});

	it("reads what a workflow ran for, on what, and whose sigstore it is", () => {
		const text = `signing:
  identity: acme/shared/.github/workflows/release.yml@refs/tags/v1
  issuer: https://ghes.example/_services/token/
  source: acme/churn@main
  runner: self-hosted
  sigstore: {trusted-root: ./sigstore.json, fulcio: https://fulcio.example/, timestamp: http://localhost:3000}
`;
		expect(load(text).signing).toMatchObject({
			issuer: "https://ghes.example/_services/token",
			source: { repository: "https://github.com/acme/churn", ref: "refs/heads/main" },
			runner: "self-hosted",
			sigstore: {
				kind: "own",
				trustedRoot: "sigstore.json",
				fulcio: "https://fulcio.example",
				timestamp: "http://localhost:3000",
				rekor: null,
				at: { line: 6, column: 28 },
			},
		});
		const elsewhere = text.replace("source: acme", "source: https://ghes.example/acme");
		expect(load(elsewhere).signing).toMatchObject({ source: { repository: "https://ghes.example/acme/churn" } });
		const open = text.replace(/sigstore: \{.*/, "sigstore: public");
		expect(load(open).signing).toMatchObject({ sigstore: { kind: "public" } });
	});

	it.each([
		["{}", "`signing` needs a `key` or an `identity`"],
		["{key: a.pub, identity: a/b/.github/workflows/c.yml@main}", "`signing` needs a `key` or an `identity`"],
		["{key: a.pub, issuer: https://x.example}", "`issuer` goes with an `identity`, not with a `key`"],
		["{identity: acme/churn}", "`identity` does not say who signs"],
		["{identity: acme/churn/.github/workflows/release.yml}", "`identity` does not say who signs"],
		["{identity: 'acme/churn/.github/workflows/*@main'}", "`identity` does not say who signs"],
		[
			"{identity: 'http://github.com/a/b/.github/workflows/c.yml@refs/heads/main'}",
			"`identity` does not say who signs",
		],
		["{identity: []}", "expected at least one identity"],
		["{identity: {name: x}}", "expected an identity, or a list of which any one may have signed"],
		["{identity: a@b.c, source: acme/churn}", "expected OWNER/REPOSITORY@BRANCH"],
		["{identity: a@b.c, issuer: http://token.example}", "expected an address that begins with https://"],
		["{identity: a@b.c, sigstore: private}", "expected public"],
		["{identity: a@b.c, sigstore: {trusted-root: ../r.json, fulcio: https://f, timestamp: https://t}}", "leaves the"],
		["{identity: a@b.c, sigstore: {trusted-root: r.json}}", "needs `fulcio`"],
	])("refuses signing: %s", (text, words) => {
		expect(mistakes(`signing: ${text}\n`).join("\n")).toContain(words);
	});

	it("reads which models come to an environment, and refuses who is none, or would never come", () => {
		const models = "models: {a: {image: ghcr.io/o/a}, b: {image: ghcr.io/o/b}}\nenvironments:\n";
		const one = "  one: {deploy: {command: x}, models: [a]}\n";
		const config = load(`${models}${one}  two: {deploy: {command: x}}\n`);
		expect([...config.environments.values()].map((each) => each.models)).toEqual([["a"], undefined]);
		expect(mistakes(`${models}  one: {deploy: {command: x}, models: [c]}\n`)).toEqual([
			'mainline.yaml:3:39 environment "one": `models` names `c`, which is none of `models:`',
		]);
		expect(mistakes(`${models}${one}  two: {deploy: {command: x}, after: one}\n`)).toEqual([
			'mainline.yaml:4:3 environment "two": b would never come here: one is before it, and does not take it',
		]);
		expect(mistakes(`${models}${one}  two: {deploy: {command: x}, after: one, models: [a]}\n`)).toEqual([]);
	});

	it("is empty where the file is absent or empty", () => {
		for (const text of [null, "", "# nothing yet\n", "models:\ngates:\nenvironments:\n"]) {
			expect(load(text)).toEqual({
				models: new Map(),
				gates: [],
				environments: new Map(),
				waivers: { by: null, own: false },
				queue: "look-up",
				release: { bump: "minor" },
				signing: null,
			});
		}
	});

	it("reads the whole contract", () => {
		const config = load(FULL);
		expect(config.models.get("churn")).toMatchObject({
			image: { kind: "registry", repository: "localhost:5000/acme/churn" },
			base: "localhost:5000/base/python:3.11",
			code: ["serve.py", "lib"],
			command: ["python3", "serve.py"],
		});
		expect(config.models.get("tiny")).toMatchObject({
			image: { kind: "layout", directory: ".registry" },
			base: null,
			code: [],
			command: [],
		});
		expect(config.gates).toMatchObject([
			{
				file: "metrics.json",
				metric: "accuracy",
				better: "higher",
				floor: 0.9,
				drop: { kind: "absolute", value: 0.005 },
			},
			{
				file: "eval/latency.yaml",
				metric: "p95.ms",
				better: "lower",
				floor: null,
				drop: { kind: "share", value: 0.01 },
			},
		]);
		expect([...config.environments.values()]).toMatchObject([
			{ name: "dev", after: null, soakMs: 0, deploy: { kind: "command", command: "./deploy.sh" } },
			{
				name: "prod",
				after: "dev",
				soakMs: 1_800_000,
				deploy: { kind: "process", port: 8082 },
				probe: "http://127.0.0.1:8082",
			},
		]);
	});

	it("reads a deploy command in its three forms, and how long it may take", () => {
		const text = `environments:
  a: {deploy: {command: ./deploy.sh}}
  b: {deploy: {command: [./deploy.sh, b]}}
  c: {deploy: {command: {run: [./deploy.sh, c], timeout: 20m}}}
  d: {deploy: {command: {run: ./deploy.sh}}}
`;
		const read = [...loadMainline(text, "mainline.yaml").environments.values()];
		expect(read.map((each) => each.deploy)).toEqual([
			{ kind: "command", command: "./deploy.sh" },
			{ kind: "command", command: ["./deploy.sh", "b"] },
			{ kind: "command", command: ["./deploy.sh", "c"], timeoutMs: 1_200_000 },
			{ kind: "command", command: "./deploy.sh" },
		]);
	});

	it.each([
		["{timeout: 20m}", "`command` needs `run`"],
		["{run: x, timeout: 0}", "expected a length of time like 90s, 30m, 12h or 7d"],
		["{run: x, timeout: 2 hours}", "expected a length of time like 90s, 30m, 12h or 7d"],
		["{run: [], timeout: 1h}", "expected a command"],
		["{run: x, retries: 1}", "`retries` is not a key of `command`"],
	])("refuses the deploy command %s", (command, why) => {
		const text = `environments: {dev: {deploy: {command: ${command}}}}`;
		expect(() => loadMainline(text, "mainline.yaml")).toThrow(why);
	});

	it("reads that an environment gets versions by hand", () => {
		const text = "environments: {dev: {deploy: {command: x}, auto: true}, prod: {deploy: {command: x}, auto: false}}";
		const read = [...loadMainline(text, "mainline.yaml").environments.values()];
		expect(read.map(({ name, auto }) => [name, auto ?? true])).toEqual([
			["dev", true],
			["prod", false],
		]);
		expect(() => loadMainline("environments: {dev: {deploy: {command: x}, auto: hand}}", "mainline.yaml")).toThrow(
			/expected true or false, found the text "hand"/,
		);
	});

	it("reads a Dockerfile in its two forms", () => {
		const text = `models:
  a: {image: ghcr.io/a/a, dockerfile: docker/Dockerfile}
  b: {image: ghcr.io/a/b, dockerfile: {file: ./Dockerfile, context: serving, target: serve, args: {V: "3.10"}, builder: podman}}
`;
		const { models } = loadMainline(text, "mainline.yaml");
		const plain = { context: ".", target: null, args: new Map(), builder: "auto" };
		expect(models.get("a")?.dockerfile).toEqual({ ...plain, file: "docker/Dockerfile" });
		expect(models.get("b")?.dockerfile).toEqual({
			file: "Dockerfile",
			context: "serving",
			target: "serve",
			args: new Map([["V", "3.10"]]),
			builder: "podman",
		});
	});

	it("says everything that is wrong at once, each with its place", () => {
		const text = `models:
  churn: {imge: localhost:5000/acme/churn}
gates:
  - {metric: accuracy, better: up, floor: high}
environments:
  dev: {deploy: {proces: {port: 1}}}
`;
		expect(mistakes(text)).toEqual([
			'mainline.yaml:2:11 model "churn": `imge` is not a key of a model',
			'mainline.yaml:2:10 model "churn": a model needs `image`',
			'mainline.yaml:4:14 `metric` is not FILE:NAME: "accuracy"',
			'mainline.yaml:4:32 expected higher, lower, found the text "up"',
			'mainline.yaml:4:43 expected a number, found the text "high"',
			'mainline.yaml:6:18 environment "dev": `proces` is not a way to deploy',
		]);
	});

	it.each([
		["models: [churn]", "1:9 expected a mapping, found a list"],
		["model: {}", "1:1 `model` is not a key of mainline.yaml"],
		["gates: {metric: a}", "1:8 expected a list, found a mapping"],
		["models: {a: {image: acme/churn}}", '1:21 model "a": `image` does not say where images go: "acme/churn"'],
		[
			"models: {a: {image: 'ghcr.io/acme/churn:latest'}}",
			'1:21 model "a": `image` does not say where images go: "ghcr.io/acme/churn:latest"',
		],
		["models: {a: {image: 'oci:'}}", '1:21 model "a": `image` does not say where images go: "oci:"'],
		["models: {a: {image: ghcr.io/a, code: [../secret]}}", '1:39 model "a": `code` leaves the repository: "../secret"'],
		["models: {a: {image: ghcr.io/a, code: [a/../../b]}}", '1:39 model "a": `code` leaves the repository: "a/../../b"'],
		[
			"models: {a: {image: ghcr.io/a, code: [/etc/passwd]}}",
			'1:39 model "a": `code` leaves the repository: "/etc/passwd"',
		],
		["models: {'a b': {image: ghcr.io/a}}", '1:10 model "a b": not a name that an artifact can have'],
		[
			"models: {a: {image: ghcr.io/a, command: serve}}",
			'1:41 model "a": expected a list of words, as in `command: [python3, serve.py]`, found the text "serve"',
		],
		[
			"models: {a: {image: ghcr.io/a, base: b, dockerfile: Dockerfile}}",
			'1:38 model "a": `base` and `dockerfile` exclude each other',
		],
		[
			"models: {a: {image: ghcr.io/a, python: requirements.txt, dockerfile: Dockerfile}}",
			'1:40 model "a": `python` and `dockerfile` exclude each other',
		],
		[
			"models: {a: {image: ghcr.io/a, dockerfile: {file: Dockerfile, args: {V: 3.10}}}}",
			'1:73 model "a": the build argument V is a text',
		],
		[
			"models: {a: {image: ghcr.io/a, dockerfile: {file: Dockerfile, args: {1V: x}}}}",
			'1:70 model "a": not a name that a build argument can have',
		],
		[
			"models: {a: {image: ghcr.io/a, dockerfile: {file: Dockerfile, builder: kaniko}}}",
			'1:72 model "a": expected auto, buildx, docker, buildah, podman, found the text "kaniko"',
		],
		[
			"models: {a: {image: ghcr.io/a, dockerfile: {context: ..}}}",
			'1:54 model "a": `context` leaves the repository: ".."',
		],
		[
			"models: {a: {image: ghcr.io/a, dockerfile: {file: D, target: a b}}}",
			'1:62 model "a": `target` is a stage of the Dockerfile',
		],
		["gates: [{metric: 'm.json:a', better: higher}]", "1:9 the gate on `m.json:a` has no limit"],
		["gates: [{metric: '../m.json:a', better: higher, floor: 1}]", '1:18 `metric` is not FILE:NAME: "../m.json:a"'],
		["gates: [{metric: 'm.json:a', better: higher, drop: -1}]", "1:52 `drop` is not an amount: the number -1"],
		["gates: [{metric: 'm.json:a', better: higher, drop: .nan}]", "1:52 `drop` is not an amount: the number NaN"],
		[
			"gates: [{metric: 'm.json:a', better: higher, drop: '1 percent'}]",
			'1:52 `drop` is not an amount: the text "1 percent"',
		],
		[
			"gates: [{metric: 'm.json:a', better: higher, floor: .inf}]",
			"1:53 expected a finite number, found the number Infinity",
		],
		["environments: {dev: {}}", '1:21 environment "dev": an environment needs `deploy`'],
		["environments: {dev: {deploy: {}}}", '1:30 environment "dev": `deploy` names no kinds'],
		[
			"environments: {dev: {deploy: {process: {port: 1}, command: x}}}",
			'1:51 environment "dev": `deploy` names 2 kinds',
		],
		[
			"environments: {dev: {deploy: {process: {port: 70000}}}}",
			'1:47 environment "dev": expected a port from 1 to 65535, found the number 70000',
		],
		["environments: {dev: {deploy: {command: []}}}", '1:40 environment "dev": expected a command, found an empty list'],
		[
			"environments: {dev: {deploy: {command: x}, probe: 'ftp://x'}}",
			'1:51 environment "dev": expected an http or https address without a password in it, found the text "ftp://x"',
		],
		[
			"environments: {dev: {deploy: {command: x}, soak: 5m}}",
			'1:50 environment "dev": `soak` needs `after`: it is the time healthy in the environment before',
		],
		[
			"environments: {dev: {deploy: {command: x}, soak: 5 minutes, after: dev}}",
			'1:50 environment "dev": expected a length of time like 90s, 30m, 12h or 7d, found the text "5 minutes"',
		],
	])("refuses %s", (text, message) => {
		expect(mistakes(text)).toContain(`mainline.yaml:${message}`);
	});

	it("proposes the key that was meant", () => {
		expect(() => load("models: {a: {imge: ghcr.io/a}}")).toThrow(
			expect.objectContaining({ details: expect.objectContaining({ hint: "did you mean `image`?" }) }),
		);
	});

	it("refuses an environment after one that is not there", () => {
		expect(
			mistakes(environments("  dev: {deploy: {command: x}}\n  prod: {after: dve, deploy: {command: x}}\n")),
		).toEqual(['mainline.yaml:3:17 environment "prod": there is no environment `dve` to come after']);
	});

	it("refuses a second environment behind a port of this machine, however it deploys", () => {
		const here = "  dev: {deploy: {process: {port: 8081}}}\n  prod: {after: dev, deploy: {compose: {port: 8081}}}\n";
		expect(mistakes(environments(here))).toEqual([
			'mainline.yaml:3:3 environment "prod": it has the port 8081, which is that of `dev`',
		]);
		expect(mistakes(environments(here.replace("compose: {port: 8081}", "compose: {port: 8082}")))).toEqual([]);
	});

	it("refuses circles of `after`, and blames only those in the circle", () => {
		const body = ["a: {after: b", "b: {after: a", "c: {after: a", "d: {after: d"]
			.map((line) => `  ${line}, deploy: {command: x}}\n`)
			.join("");
		expect(mistakes(environments(body))).toEqual([
			'mainline.yaml:2:14 environment "a": `after` leads back to where it began: a after b after a',
			'mainline.yaml:3:14 environment "b": `after` leads back to where it began: b after a after b',
			'mainline.yaml:5:14 environment "d": `after` leads back to where it began: d after d',
		]);
	});

	it("does not take an environment with a mistake of its own for one that is missing", () => {
		expect(mistakes(environments("  dev: {deploy: {}}\n  prod: {after: dev, deploy: {command: x}}\n"))).toHaveLength(1);
	});
});

describe("lengths of time", () => {
	it("are whole numbers with one unit", () => {
		expect(["90s", "30m", "12h", "7d", "0"].map(parseDuration)).toEqual([
			90_000, 1_800_000, 43_200_000, 604_800_000, 0,
		]);
		expect(["", "5", "1.5h", "-1s", "1h30m", "5 m", "5M"].map(parseDuration)).toEqual(Array(7).fill(null));
	});

	it("are written as they are read", () => {
		for (const text of ["90s", "30m", "12h", "7d", "0s"]) expect(formatSoak(parseDuration(text) ?? -1)).toBe(text);
	});
});
