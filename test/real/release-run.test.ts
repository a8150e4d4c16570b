import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BaseImage, buildImage, type ImageStore, openImageStore, resolveBase } from "../../src/release/index.ts";
import { containerEnvironment, pushPythonBase } from "../release/support/containers.ts";
import { hastyClock, recipe, text } from "../release/support/images.ts";
import { freePort, type RunningRegistry, startRegistry } from "../release/support/registry.ts";

const run = promisify(execFile);
/** The example's server. */
const SERVE = readFileSync(resolve(import.meta.dirname, "../../examples/digits/serve.py"));

let directory = "";
let registry: RunningRegistry;
let env: NodeJS.ProcessEnv;
let base: BaseImage;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-run-"));
	registry = await startRegistry(join(directory, "registry"));
	env = containerEnvironment(join(directory, "containers"));
	pushPythonBase(join(directory, "base"), `${registry.host}/base/python:3.11`, env);
	base = await resolveBase(store("base/python"), { text: `${registry.host}/base/python:3.11`, tagOrDigest: "3.11" });
});
afterAll(async () => {
	await run("podman", ["rm", "-f", "-a"], { env }).catch(() => {});
	await run("podman", ["system", "reset", "-f"], { env }).catch(() => {});
	await registry?.stop();
	await rm(directory, { recursive: true, force: true });
});

function store(path: string): ImageStore {
	return openImageStore({ kind: "registry", repository: `${registry.host}/${path}` }, { clock: hastyClock() });
}

async function answer(url: string): Promise<unknown> {
	for (let n = 0; n < 100; n++) {
		const response = await fetch(url).catch(() => null);
		if (response?.ok) return response.json();
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${url} does not answer`);
}

describe("an image on a Python base", () => {
	const served = (weights: number[], version = "v0.1.0") =>
		recipe({
			version,
			base,
			modelFiles: [{ path: "model/digits.json", source: text(JSON.stringify({ weights })) }],
			codeFiles: [{ path: "serve.py", source: SERVE }],
		});

	it("is served by podman, by digest, with the base mounted from its own repository", async () => {
		const image = await buildImage(served([1, 2, 3]));
		const report = await store("acme/churn").push(image, ["v0.1.0"]);
		expect(report.sent).toBeLessThan(100_000);
		expect(report.reused).toBeGreaterThan(5_000_000);
		const port = await freePort();
		const name = `${registry.host}/acme/churn@${image.digest}`;
		await run("podman", ["run", "-d", "--tls-verify=false", "--name", "churn", "-p", `127.0.0.1:${port}:8080`, name], {
			env,
		});
		expect(await answer(`http://127.0.0.1:${port}/v2/models/churn`)).toMatchObject({
			name: "churn",
			versions: ["v0.1.0"],
		});
		await run("podman", ["rm", "-f", "churn"], { env });
	});

	it("is copied to another registry, and to a folder, base and all", async () => {
		const other = await startRegistry(join(directory, "other"));
		try {
			const image = await buildImage(served([4]));
			const there = openImageStore({ kind: "registry", repository: `${other.host}/x/churn` }, { clock: hastyClock() });
			const layout = openImageStore({ kind: "layout", directory: join(directory, "layout") }, { clock: hastyClock() });
			for (const target of [there, layout]) {
				expect((await target.push(image, ["v1"])).reused).toBe(0);
				expect(await target.resolve("v1")).toBe(image.digest);
			}
			await run("skopeo", ["inspect", `oci:${join(directory, "layout")}:v1`]);
		} finally {
			await other.stop();
		}
	});
});
