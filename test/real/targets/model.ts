import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Deployment } from "../../../src/environments/index.ts";
import {
	type BaseImage,
	buildImage,
	type ImageStore,
	type Layer,
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
	/** The same with a layer of Python packages, on a base that runs as a user who is nobody. */
	releaseWith(python: Layer, version: string, behaviour: object): Promise<Deployment>;
	/** Ends the registry, and every container with its storage. */
	end(): Promise<void>;
}

export async function startModels(directory: string): Promise<Models> {
	const registry = await startRegistry(join(directory, "registry"));
	const env = containerEnvironment(join(directory, "containers"));
	pushPythonBase(join(directory, "base"), `${registry.host}/base/python:3.11`, env);
	const store = (path: string): ImageStore =>
		openImageStore({ kind: "registry", repository: `${registry.host}/${path}` }, { clock: hastyClock() });
	const resolved = (name: string): Promise<BaseImage> =>
		resolveBase(store(`base/${name}`), { text: `${registry.host}/base/${name}:3.11`, tagOrDigest: "3.11" });
	const base = await resolved("python");
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
			release(where, { base, version, behaviour, python: null }),
		releaseWith: async (python, version, behaviour) => {
			await asNobody(`${registry.host}/base/python:3.11`, `${registry.host}/base/nobody:3.11`, env);
			return release(store("acme/churn"), { base: await resolved("nobody"), version, behaviour, python });
		},
	};
}

async function asNobody(from: string, to: string, env: NodeJS.ProcessEnv): Promise<void> {
	const script = `c=$(buildah from -q ${from}); buildah config --user 4711:4711 $c
		buildah commit -q --timestamp 0 $c ${to}; buildah rm $c; buildah push -q --tls-verify=false ${to} docker://${to}`;
	await run("bash", ["-ec", script], { env });
}

async function release(
	store: ImageStore,
	{ base, version, behaviour, python }: { base: BaseImage; version: string; behaviour: object; python: Layer | null },
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
		python,
		command: ["python3", "serve.py"],
		labels: {},
		created: new Date(0),
	});
	await store.push(built, [version]);
	const image = `${store.location}@${built.digest}`;
	return { environment: "prod", model: "churn", version, image, digest: built.digest, previousImage: null };
}
