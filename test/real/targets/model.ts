import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Deployment } from "../../../src/environments/index.ts";
import {
	type BaseImage,
	buildImage,
	type ImageStore,
	openImageStore,
	resolveBase,
} from "../../../src/release/index.ts";
import { containerEnvironment, pushPythonBase } from "../../release/support/containers.ts";
import { hastyClock } from "../../release/support/images.ts";
import { type RunningRegistry, startRegistry } from "../../release/support/registry.ts";

const run = promisify(execFile);

/** A registry with a Python in it, and models that are built on that. */
export interface Models {
	readonly registry: RunningRegistry;
	/** Variables for podman and buildah, whose storage is the test's own. */
	readonly env: NodeJS.ProcessEnv;
	/** Builds a version whose server behaves as told, and pushes it. */
	release(version: string, behaviour?: object, store?: ImageStore): Promise<Deployment>;
	/** Ends the registry, and every container with its storage. */
	end(): Promise<void>;
}

export async function startModels(directory: string): Promise<Models> {
	const registry = await startRegistry(join(directory, "registry"));
	const env = containerEnvironment(join(directory, "containers"));
	pushPythonBase(join(directory, "base"), `${registry.host}/base/python:3.11`, env);
	const store = (path: string): ImageStore =>
		openImageStore({ kind: "registry", repository: `${registry.host}/${path}` }, { clock: hastyClock() });
	const base = await resolveBase(store("base/python"), {
		text: `${registry.host}/base/python:3.11`,
		tagOrDigest: "3.11",
	});
	return {
		registry,
		env,
		end: async () => {
			await run("podman", ["pod", "rm", "-f", "-t", "0", "-a"], { env }).catch(() => {});
			await run("podman", ["rm", "-f", "-t", "0", "-a"], { env }).catch(() => {});
			await run("podman", ["system", "reset", "-f"], { env }).catch(() => {});
			await registry.stop();
		},
		release: async (version, behaviour = {}, where = store("acme/churn")) =>
			release(where, base, { version, behaviour }),
	};
}

async function release(
	store: ImageStore,
	base: BaseImage,
	{ version, behaviour }: { version: string; behaviour: object },
): Promise<Deployment> {
	const built = await buildImage({
		model: "churn",
		version,
		modelFiles: [{ path: "model.json", source: Buffer.from(JSON.stringify(behaviour)) }],
		codeFiles: [
			{
				path: "serve.py",
				source: await readFile(resolve(import.meta.dirname, "../../environments/fixtures/serve.py")),
			},
		],
		base,
		command: ["python3", "serve.py"],
		labels: {},
		created: new Date(0),
	});
	await store.push(built, [version]);
	const image = `${store.location}@${built.digest}`;
	return { environment: "prod", model: "churn", version, image, digest: built.digest, previousImage: null };
}
