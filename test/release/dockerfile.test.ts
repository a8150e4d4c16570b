import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import { buildCommands } from "../../src/release/dockerfile/builder.ts";
import { contextFiles } from "../../src/release/dockerfile/context.ts";
import { buildFailure } from "../../src/release/dockerfile/failures.ts";
import { userTrouble } from "../../src/release/dockerfile/image.ts";
import { environmentKey, environmentTag, recipeDigest } from "../../src/release/dockerfile/key.ts";
import type { ContextFile, Pins } from "../../src/release/dockerfile/model.ts";
import { parseDockerfile } from "../../src/release/dockerfile/parse.ts";
import { retimed } from "../../src/release/dockerfile/retime.ts";
import { pinned } from "../../src/release/dockerfile/text.ts";
import { writeContext } from "../../src/release/dockerfile/write-context.ts";
import { type BaseImage, buildImage } from "../../src/release/index.ts";
import { asSha256 } from "../../src/release/media.ts";
import { collect, recipe } from "./support/images.ts";

const read = (written: string, { target = null, args = {} }: { target?: string | null; args?: object } = {}) =>
	parseDockerfile(written, { file: "Dockerfile", target, args: new Map(Object.entries(args)) });
const file = (path: string, object = path): ContextFile => ({ path, kind: "file", object });
const patterns = (written: string) => read(written).sources?.map(({ pattern }) => pattern) ?? null;

describe("a Dockerfile", () => {
	it("names images through its arguments, and is the same line by line when they are pinned", () => {
		const written = `ARG BASE=python:3.12
ARG FLAVOUR
FROM --platform=linux/amd64 \${BASE}-\${FLAVOUR:-slim} AS Build
RUN --mount=type=bind,from=tools:1,target=/t true
FROM scratch
COPY --from=build /a /a
COPY --from=0 /b /b
COPY --from=ghcr.io/acme/data@sha256:${"1".repeat(64)} /c /c
`;
		const dockerfile = read(written);
		expect(dockerfile.images).toEqual(["python:3.12-slim", "tools:1", `ghcr.io/acme/data@sha256:${"1".repeat(64)}`]);
		expect(read(written, { args: { BASE: "busybox", FLAVOUR: "musl" } }).images[0]).toBe("busybox-musl");
		const lines = pinned(dockerfile, (image) => `<${image}>`).split("\n");
		expect(lines[2]).toBe("FROM --platform=linux/amd64 <python:3.12-slim> AS Build");
		expect(lines[3]).toBe("RUN --mount=type=bind,from=<tools:1>,target=/t true");
		expect(lines[5]).toBe("COPY --from=build /a /a");
	});

	it("says what it takes out of the context", () => {
		const copies = `FROM scratch AS one
COPY --chown=1:1 requirements.txt ./docs/ /opt/
COPY ["with space", "/x", "/y/"]
ADD https://example.org/a.tar git@example.org:a.git conf*.toml /z
COPY <<EOF /etc/motd
hello world
EOF
RUN --mount=type=cache,target=/c --mount=type=bind,source=lock,target=/l \\
  true
COPY --from=one /not /this
`;
		const expected = ["requirements.txt", "docs/", "with space", "x", "conf*.toml", "lock"];
		expect(patterns(copies)).toEqual(expected);
		expect(patterns("FROM scratch\nRUN --mount=target=/all true\n")).toEqual(["."]);
		for (const anything of ["COPY $WHAT /", "INCLUDE other", "COPY !x /"]) {
			expect(patterns(`FROM scratch\n${anything}\n`)).toBeNull();
		}
		expect(patterns("# syntax=example.org/other\nFROM scratch\nCOPY a /\n")).toBeNull();
		expect(patterns("# syntax=docker/dockerfile:1.7\nFROM scratch\nCOPY a /\n")).toEqual(["a"]);
	});

	it.each([
		[
			"# nothing\n",
			null,
			{
				code: "dockerfile-empty",
				details: expect.objectContaining({ at: { file: "Dockerfile", line: 1 } }) as unknown,
			},
		],
		[
			"FROM scratch AS a\n",
			"b",
			{ code: "dockerfile-target", details: expect.objectContaining({ expected: "one of a" }) as unknown },
		],
	])("is refused: %j for the target %s", (written, target, failure) => {
		expect(() => read(written, { target })).toThrow(expect.objectContaining(failure));
	});
});

describe("the context of an environment", () => {
	const files = ["requirements.txt", "data/a.csv", "data/b.secret", "model.pkl", "train.py"].map((path) => file(path));
	const about = {
		files,
		ignore: "# not these\n**/*.secret\n!data/b\n",
		foreign: (path: string) => (path === "model.pkl" ? "it is a model" : null),
		of: "commit abc",
	};
	const chosen = (written: string) => contextFiles(read(written), about).map(({ path }) => path);

	it("is what the Dockerfile copies of what git tracks, without what is ignored and what training makes", () => {
		expect(chosen("FROM scratch\nCOPY data requirements.txt /\n")).toEqual(["data/a.csv", "requirements.txt"]);
		expect(chosen("FROM scratch\nCOPY data/*.csv req*.txt /\n")).toEqual(["data/a.csv", "requirements.txt"]);
		expect(chosen("FROM scratch\nCOPY . /\n")).toEqual(["data/a.csv", "requirements.txt", "train.py"]);
		expect(chosen("FROM scratch\nCOPY $ANY /\n")).toEqual(["data/a.csv", "requirements.txt", "train.py"]);
		expect(chosen("FROM scratch\nRUN true\n")).toEqual([]);
	});

	it("tells why a file is not in it, with the line; of a stage that is not asked for it does not matter", () => {
		const failing = (written: string) => expect(() => chosen(written));
		failing("FROM scratch\n\nCOPY model.pkl /\n").toThrow(
			expect.objectContaining({
				code: "dockerfile-source",
				details: expect.objectContaining({
					at: { file: "Dockerfile", line: 3, column: 1 },
					found: "it is a model",
				}) as unknown,
			}),
		);
		failing("FROM scratch\nCOPY data/b.secret /\n").toThrow("data/b.secret");
		failing("FROM scratch\nCOPY nowhere.txt /\n").toThrow("nowhere.txt");
		expect(chosen("FROM scratch AS dev\nCOPY nowhere.txt /\nFROM scratch\nCOPY train.py /\n")).toEqual(["train.py"]);
	});
});

describe("the files that a builder gets", () => {
	it("have one time and one of two modes, and links stay links", async () => {
		const folder = mkdtempSync(join(tmpdir(), "mainline-context-"));
		try {
			const files = [
				file("a/b.txt"),
				{ ...file("a/run.sh"), kind: "executable" as const },
				{ ...file("l", "a"), kind: "link" as const },
			];
			await writeContext(folder, files, async (object) => new TextEncoder().encode(object));
			const seen = ["a", "a/b.txt", "a/run.sh", "l"].map((path) => {
				const { mode, mtimeMs } = lstatSync(join(folder, path));
				expect(mtimeMs).toBe(Date.UTC(1980, 0, 1));
				return (mode & 0o777).toString(8);
			});
			expect(seen.slice(0, 3)).toEqual(["755", "644", "755"]);
			expect(readlinkSync(join(folder, "l"))).toBe("a");
			const leaving = writeContext(folder, [file("../out")], async () => new Uint8Array());
			await expect(leaving).rejects.toMatchObject({ code: "image-path" });
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe("the key of an environment", () => {
	const written = "FROM python:3.12\nCOPY . /\n";
	const base = { dockerfile: read(written), files: [file("a")], args: new Map([["A", "1"]]), target: null };
	const digest = recipeDigest(base);
	const [one, two] = ["1", "2"].map((digit) => asSha256(digit.repeat(64)));
	const pins: Pins = new Map([["python:3.12", one ?? null]]);

	it("changes with everything that makes it another one, and with nothing else", () => {
		const others = [
			{ ...base, dockerfile: read(`${written}# a word more\n`) },
			{ ...base, files: [file("a", "other content")] },
			{ ...base, files: [{ ...file("a"), kind: "executable" as const }] },
			{ ...base, files: [file("b", "a")] },
			{ ...base, args: new Map([["A", "2"]]) },
			{ ...base, target: "serve" },
		];
		expect(new Set([digest, ...others.map(recipeDigest)]).size).toBe(others.length + 1);
		expect(recipeDigest({ ...base, args: new Map(base.args) })).toBe(digest);
		const key = environmentKey({ ...base, digest }, pins);
		expect(environmentKey({ ...base, digest }, new Map([["python:3.12", two ?? null]]))).not.toBe(key);
		expect(environmentKey({ ...base, digest }, new Map([["python:3.12", null]]))).not.toBe(key);
		expect(environmentTag(key)).toBe(`mainline-env-${key.slice(7, 31)}`);
	});

	it("is the digest of what it says it is", () => {
		const sha256 = (of: string) => `sha256:${createHash("sha256").update(of).digest("hex")}`;
		const rows = '[["a","file","a"]],[["A","1"]],null,"linux/amd64",315532800';
		expect(digest).toBe(sha256(`["mainline.environment/1","${sha256(written)}",${rows}]`));
		expect(environmentKey({ ...base, digest }, pins)).toBe(sha256(`["${digest}",[["python:3.12","${one}"]]]`));
	});
});

describe("a builder's command line", () => {
	const order = {
		file: "/p/Dockerfile",
		context: "/p/context",
		target: "serve",
		args: new Map([["A", "b c"]]),
		loopback: false,
		name: "localhost/mainline-env:1",
		into: "/p/image",
	};
	const rest = "--file /p/Dockerfile --target serve --build-arg A=b c /p/context";
	const plain =
		"--platform linux/amd64 --format docker --layers --force-rm --timestamp 315532800 --tag localhost/mainline-env:1";
	it.each([
		[
			"buildah",
			false,
			`buildah build ${plain} ${rest}`,
			"buildah push --quiet --disable-compression localhost/mainline-env:1 dir:/p/image",
		],
		["podman", false, `podman build ${plain} ${rest}`, "podman push --quiet localhost/mainline-env:1 dir:/p/image"],
		[
			"docker",
			true,
			`docker build --tag localhost/mainline-env:1 ${rest}`,
			"docker save --output /p/image/image.tar localhost/mainline-env:1",
		],
		[
			"buildx",
			true,
			`docker buildx build --progress plain --platform linux/amd64 --load --tag localhost/mainline-env:1 ${rest}`,
			"docker save --output /p/image/image.tar localhost/mainline-env:1",
		],
		[
			"buildx",
			false,
			`docker buildx build --progress plain --platform linux/amd64 --output type=docker,dest=/p/image/image.tar,rewrite-timestamp=true ${rest}`,
			undefined,
		],
	] as const)("is %s's own (engine: %s)", (name, engine, build, take) => {
		const commands = buildCommands({ name, engine }, order);
		expect(commands.build.join(" ")).toBe(build);
		expect(commands.take?.join(" ")).toBe(take);
	});
});

describe("a build that failed", () => {
	const written =
		"FROM localhost:5000/base:1 AS one\nRUN echo hi \\\n  > /who\nFROM one\nRUN ls /nowhere && \\\n  touch /x\n";
	const failure = (output: string) => buildFailure(output, { dockerfile: read(written), builder: "buildah" });
	const STEP = "RUN ls /nowhere && touch /x";
	it.each([
		[
			"buildah",
			`[2/2] STEP 2/6: RUN ls /nowhere &&   touch /x\nls: /nowhere: No such file\nError: building at STEP "RUN ls /nowhere &&   touch /x": exit status 1`,
		],
		[
			"docker",
			`Step 5/9 : ${STEP}\n ---> Running in 1cc24a1c0ee3\n\u001b[91mls: /nowhere: No such file\n\u001b[0mThe command '/bin/sh -c ls' returned a non-zero code: 1`,
		],
		[
			"buildkit",
			`#8 ERROR: process "/bin/sh -c ls" did not complete\n------\n > [2/2] ${STEP}:\n0.1 ls: /nowhere: No such file\n------\nDockerfile:5\n--------------------\n   4 |     FROM one\n   5 | >>> RUN ls /nowhere && \\\n--------------------\nERROR: failed to solve`,
		],
		[
			"older buildkit",
			`------\n > [2/2] ${STEP}:\n#7 0.3 ls: /nowhere: No such file\n------\nexecutor failed running [/bin/sh -c ls]: exit code: 1`,
		],
	])("tells the step and its line, as %s says it", (_name, output) => {
		expect(failure(output)).toMatchObject({
			code: "environment-build",
			kind: "input",
			message: `Dockerfile cannot be built: ${STEP}`,
			details: { at: { file: "Dockerfile", line: 5 }, found: expect.stringContaining("ls: /nowhere: No such file") },
		});
	});

	it.each([
		[
			"an image that is nowhere",
			"STEP 1/2: FROM localhost:5000/base:1 AS one\nError: reading manifest 1: manifest unknown",
			"environment-image",
			1,
		],
		[
			"a text that is no Dockerfile",
			"Error response from daemon: dockerfile parse error line 2: unknown instruction: RNU",
			"environment-build",
			2,
		],
		["a builder that is not set up", "Cannot connect to the Docker daemon", "environment-builder", undefined],
	])("tells %s apart", (_what, output, code, line) => {
		expect(failure(output)).toMatchObject({
			code,
			details: { at: line === undefined ? { file: "Dockerfile" } : { line } },
		});
	});

	it("shows the line, and below it what was said last", () => {
		const said = failure(
			`STEP 2/6: ${STEP}\nls: /nowhere: No such file\nError: building at STEP "${STEP}": exit status 1`,
		);
		expect(said).toMatchObject({
			details: {
				excerpt: `    5 | RUN ls /nowhere && \\\n      > STEP 2/6: ${STEP}\n      > ls: /nowhere: No such file\n      > Error: building at STEP "${STEP}": exit status 1`,
			},
		});
	});

	it("says no password", () => {
		const said = failure(`Step 1/2 : ${STEP}\nfetching https://ann:secret@example.org/simple`);
		expect(said).toMatchObject({ details: { excerpt: expect.stringContaining("https://***@example.org") } });
		expect(JSON.stringify(said)).not.toContain("secret");
	});
});

describe("a layer that gets one time", () => {
	const entries = [
		{ name: "folder/", type: "directory" as const, mode: 0o755 },
		{ name: `${"long/".repeat(60)}file`, mode: 0o4755, uid: 5 },
		{ name: "with-fraction", pax: { mtime: "1700000000.123456789", "SCHILY.xattr.user.a": "mtime=1700000000" } },
		{ name: "link", type: "symlink" as const, linkname: "folder" },
		{ name: "hard", type: "link" as const, linkname: "with-fraction" },
	];
	const made = async (seconds: number) => {
		const archive = pack();
		for (const { ...entry } of entries) {
			const isFile = !("type" in entry);
			archive.entry({ ...entry, mtime: new Date(seconds * 1000) }, isFile ? `content of ${entry.name}` : "");
		}
		archive.finalize();
		return collect(archive as AsyncIterable<Uint8Array>);
	};
	const inPieces = async function* (bytes: Buffer, length: number) {
		for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
	};

	it("keeps all else, whatever time it had and in whatever pieces it comes", async () => {
		const [one, two] = [await made(1_700_000_000), await made(1_750_000_123)];
		expect(one.equals(two)).toBe(false);
		const [first, second] = [await collect(retimed(inPieces(one, 700))), await collect(retimed(inPieces(two, 8192)))];
		expect(first.equals(second)).toBe(true);
		expect(first.length).toBe(one.length);
		const folder = mkdtempSync(join(tmpdir(), "mainline-retimed-"));
		try {
			writeFileSync(join(folder, "a.tar"), first);
			const env = { ...process.env, TZ: "UTC" };
			const list = execFileSync("tar", ["-tvf", join(folder, "a.tar"), "--full-time"], { encoding: "utf8", env });
			const lines = list.trim().split("\n");
			expect(lines).toHaveLength(entries.length);
			for (const line of lines) expect(line).toContain("1980-01-01 00:00:00");
			expect(lines[1]).toMatch(/^-rwsr-xr-x 5\/0 /);
			expect(first.includes("SCHILY.xattr.user.a=mtime=1700000000")).toBe(true);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it("refuses what is no archive", async () => {
		await expect(collect(retimed(inPieces(Buffer.alloc(1024, "no"), 512)))).rejects.toMatchObject({
			code: "image-malformed",
		});
	});
});

describe("an image on an environment", () => {
	const healthcheck = { Test: ["CMD", "true"] };
	const environment = (change: object = {}): BaseImage => ({
		reference: "localhost:5000/acme/churn:mainline-env-1",
		pinned: "",
		digest: asSha256("1".repeat(64)),
		layers: [],
		isEnvironment: true,
		config: {
			architecture: "amd64",
			os: "linux",
			created: null,
			user: "1000",
			env: ["PATH=/bin"],
			entrypoint: ["tini", "--"],
			command: ["serve"],
			workingDir: "/srv",
			labels: {},
			rest: { Healthcheck: healthcheck, StopSignal: "SIGINT" },
			diffIds: [],
			...change,
		},
	});
	const config = async (command: readonly string[], base: BaseImage) => {
		const image = await buildImage(recipe({ command, base }));
		return (JSON.parse(new TextDecoder().decode(image.config)) as { config: object }).config;
	};

	it("runs as the Dockerfile says, in its folder; with a command of its own as `docker run` has it, in /app", async () => {
		const kept = { User: "1000", Healthcheck: healthcheck, StopSignal: "SIGINT", Entrypoint: ["tini", "--"] };
		expect(await config([], environment())).toMatchObject({ ...kept, Cmd: ["serve"], WorkingDir: "/srv" });
		expect(await config(["own"], environment())).toMatchObject({ ...kept, Cmd: ["own"], WorkingDir: "/app" });
		expect(await config([], environment({ workingDir: "/" }))).toMatchObject({ WorkingDir: "/app" });
		const base = { ...environment(), isEnvironment: false };
		expect(await config(["own"], base)).not.toHaveProperty("Healthcheck");
	});

	it("needs somebody to say what it runs", async () => {
		const silent = environment({ entrypoint: [], command: [] });
		await expect(config([], silent)).rejects.toMatchObject({ details: { hint: expect.stringContaining("CMD") } });
	});

	it.each([
		[null, "it runs as root"],
		["0:0", "it runs as root"],
		["model", "it runs as `model`"],
		["1000", null],
		["1000:1000", null],
	])("by the user %s", (user, says) => {
		if (says === null) expect(userTrouble({ user })).toBeNull();
		else expect(userTrouble({ user })).toContain(says);
	});
});
