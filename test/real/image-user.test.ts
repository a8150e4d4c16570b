import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/kernel/index.ts";
import { buildImage, openImageStore, resolveBase } from "../../src/release/index.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";

const run = promisify(execFile);
const SERVER = resolve(import.meta.dirname, "../../templates/serve/mainline_serve.py");
/** Ready only when the file that makes it so is there: a model that takes its time. */
const CODE = `import os, time
def load(path):
    while not os.path.exists("/tmp/loaded"):
        time.sleep(0.1)
    return open(path).read()
def predict(model, inputs):
    return inputs
`;

let directory = "";
let models: Models;
let engine: Dockerd;
let image = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-user-"));
	models = await startModels(directory);
	engine = await startDockerd(join(directory, "docker"), "none");
	const { host } = models.registry;
	const store = (path: string) =>
		openImageStore({ kind: "registry", repository: `${host}/${path}` }, { clock: systemClock });
	const built = await buildImage({
		model: "churn",
		version: "v0.1.0",
		modelFiles: [{ path: "model.json", source: Buffer.from("{}") }],
		codeFiles: [
			{ path: "mainline_serve.py", source: await readFile(SERVER) },
			{ path: "serve.py", source: Buffer.from(CODE) },
		],
		base: await resolveBase(store("base/python"), { text: `${host}/base/python:3.11`, tagOrDigest: "3.11" }),
		command: ["python3", "mainline_serve.py", "serve.py", "model.json"],
		labels: {},
		created: new Date(0),
	});
	await store("acme/churn").push(built, ["v0.1.0"]);
	image = `${host}/acme/churn@${built.digest}`;
});
afterAll(async () => {
	await engine?.stop();
	await models?.end();
	await rm(directory, { recursive: true, force: true });
});

const WHO = [
	"sh",
	"-c",
	"id -u && cat /app/model.json && touch /tmp/there && echo && touch /app/here 2>/dev/null || echo no",
];

describe("an image on a base that runs as root", () => {
	it("runs as 65532 in podman, reads its files, and writes to none of them", async () => {
		const { env } = models;
		await run("podman", ["pull", "-q", "--tls-verify=false", image], { env });
		const { stdout } = await run("podman", ["run", "--rm", "--network=host", image, ...WHO], { env });
		expect(stdout.trim().split("\n")).toEqual(["65532", "{}", "no"]);
	});

	it("runs as 65532 in docker, which calls it healthy once the model is ready, and not before", async () => {
		await engine.docker("pull", "-q", image);
		const said = await engine.docker("run", "--rm", "--network=none", image, ...WHO);
		expect(said.trim().split("\n")).toEqual(["65532", "{}", "no"]);
		const id = (await engine.docker("run", "-d", "--network=none", image)).trim();
		const health = async (): Promise<string> =>
			(await engine.docker("inspect", "--format", "{{.State.Health.Status}} {{len .State.Health.Log}}", id)).trim();
		await expect.poll(health, { timeout: 60_000 }).toMatch(/^starting [1-9]/);
		await engine.docker("exec", id, "touch", "/tmp/loaded");
		await expect.poll(health, { timeout: 60_000 }).toMatch(/^healthy /);
		await engine.docker("rm", "-f", id);
	});
});
