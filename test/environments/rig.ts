import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Deployment, ProcessTarget, type ProcessTargetOptions } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { buildImage, type ImageStore, type Layer, openImageStore, PYTHON_SITE } from "../../src/release/index.ts";
import { tarEntries } from "../../src/release/layer.ts";
import { LAYER, ROLE_ANNOTATION, sha256 } from "../../src/release/media.ts";
import { tarStream } from "../../src/release/tar.ts";
import { collect } from "../release/support/images.ts";

export const SELF = [process.execPath, resolve(import.meta.dirname, "front-program.ts")];
export const ENV = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/", LANG: "C.UTF-8" };

/** A folder, an image store and an embedded target, with everything ended afterwards. */
export class Rig {
	readonly dir: string;
	readonly port: number;
	readonly store: ImageStore;
	readonly target: ProcessTarget;

	private constructor(dir: string, port: number) {
		this.dir = dir;
		this.port = port;
		this.store = openImageStore({ kind: "layout", directory: join(dir, "images") }, { clock: systemClock });
		this.target = this.another();
	}

	static async make(): Promise<Rig> {
		return new Rig(await mkdtemp(join(tmpdir(), "mainline-target-")), await freePort());
	}

	/** A second deployer to the same place. */
	another(port = this.port, more: Partial<ProcessTargetOptions> = {}): ProcessTarget {
		return new ProcessTarget({
			port,
			stateDir: join(this.dir, "state"),
			store: this.store,
			self: SELF,
			env: ENV,
			clock: systemClock,
			progress: silent,
			signal: new AbortController().signal,
			startMs: 4_000,
			...more,
		});
	}

	get stateDir(): string {
		return join(this.dir, "state", "process", String(this.port));
	}

	/** Builds and stores an image whose server behaves as told, with a module of Python where one is given. */
	async image(version: string, behaviour: object = {}, module: string | null = null): Promise<Deployment> {
		const serve = await readFile(resolve(import.meta.dirname, "fixtures/serve.py"));
		const built = await buildImage({
			model: "churn",
			version,
			modelFiles: [{ path: "model.json", source: Buffer.from(JSON.stringify(behaviour)) }],
			codeFiles: [{ path: "serve.py", source: serve }],
			base: null,
			python: module === null ? null : await packages(module),
			command: ["python3", "serve.py"],
			labels: {},
			created: new Date(0),
		});
		await this.store.push(built, [version]);
		const image = `${this.store.location}@${built.digest}`;
		return { environment: "prod", model: "churn", version, image, digest: built.digest, previousImage: null };
	}

	async ask(): Promise<{ version: string; env: Record<string, string>; pid: number }> {
		const response = await fetch(`http://127.0.0.1:${this.port}/`, { headers: { connection: "close" } });
		return response.json() as Promise<{ version: string; env: Record<string, string>; pid: number }>;
	}

	async end(): Promise<void> {
		await this.target.stop();
		await rm(this.dir, { recursive: true, force: true });
	}
}

/** A layer as `buildPython` makes it, without installing anything. */
export async function packages(module: string): Promise<Layer> {
	const entries = tarEntries(PYTHON_SITE, [{ path: module, source: Buffer.from(""), size: 0 }]);
	const bytes = await collect(tarStream(entries));
	const descriptor = { mediaType: LAYER, digest: sha256(bytes), size: bytes.length };
	const marked = { ...descriptor, annotations: { [ROLE_ANNOTATION]: "python" } };
	return { role: "python", descriptor: marked, diffId: descriptor.digest, open: () => tarStream(entries) };
}

export function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((done, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
		});
	});
}
