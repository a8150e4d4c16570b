import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FlowContext } from "../../../src/flows/context.ts";
import { gc } from "../../../src/flows/gc.ts";
import { promote } from "../../../src/flows/promote.ts";
import { rehearse } from "../../../src/flows/rehearse.ts";
import type { Released } from "../../../src/flows/release/documents.ts";
import { release } from "../../../src/flows/release.ts";
import { rollback } from "../../../src/flows/rollback.ts";
import type { Outcome, Sha256 } from "../../../src/kernel/index.ts";
import { type ImageStore, openImageStore, parseManifest } from "../../../src/release/index.ts";
import { GC } from "../../flows/gc-rig.ts";
import { allKnown, knowing } from "../../flows/known-tree.ts";
import { ReleaseRig } from "../../flows/release-rig.ts";
import { hastyClock } from "../../release/support/images.ts";

/** How long a registry may be silent where that is tried; a loaded machine needs longer where it is not. */
export const SILENCE_MS = 300;
export const PATIENCE_MS = 20_000;

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const INDEX = "application/vnd.oci.image.index.v1+json";
const know = knowing(allKnown());
const asked = { remote: "origin", plan: false, by: "ann", model: "churn" };
const person = { ...asked, force: false, reason: null, breakFreeze: null, know };

export interface Settings {
	/** `host:port/path` as mainline.yaml names it: the way through a proxy. */
	readonly image: string;
	/** The same repository, without the proxy. */
	readonly direct: string;
	/** How environments are deployed; absent: by a command that writes down what it was told. */
	readonly deploy?: (environment: string) => string;
	readonly more?: string;
	readonly ports?: readonly number[];
	/** How long the registry may be silent at the next command. */
	readonly silenceMs?: () => number;
}

/** A repository whose model's images are in a registry behind a proxy, to be put back to how it was again and again. */
export class FaultWorld {
	store: ImageStore;
	#settings: Settings;
	readonly #rig: ReleaseRig;
	readonly #images = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>();

	private constructor(rig: ReleaseRig, settings: Settings) {
		this.#rig = rig;
		this.#settings = settings;
		this.store = directly(settings);
		this.#tell();
	}

	static async make(settings: Settings): Promise<FaultWorld> {
		const rig = await ReleaseRig.make(settings.ports ?? []);
		rig.clock = hastyClock();
		return new FaultWorld(rig, settings);
	}

	/** From the next commit on, `image:` names another repository. */
	move({ image, direct }: Pick<Settings, "image" | "direct">): void {
		this.#settings = { ...this.#settings, image, direct };
		this.store = directly(this.#settings);
		this.#tell();
	}

	/** From now on it is looked at elsewhere. */
	lookAt(direct: string): void {
		this.move({ image: this.#settings.image, direct });
	}

	get directory(): string {
		return this.#rig.place.dir;
	}

	commit(weights: object, files: Readonly<Record<string, string>> = {}): void {
		const { image, deploy = () => BY_COMMAND, more = "" } = this.#settings;
		for (const folder of [".dvc", "golden"]) mkdirSync(join(this.#rig.root, folder), { recursive: true });
		const all = {
			".gitignore": "/.dvc\n",
			weights: JSON.stringify(weights),
			"serve.py": ReleaseRig.serve,
			"mainline.yaml": `models:
  churn:
    image: ${image}
    code: [serve.py]
    command: [python3, serve.py]
${more}environments:
  dev: {deploy: ${deploy("dev")}}
  prod: {after: dev, deploy: ${deploy("prod")}}
`,
			...files,
		};
		for (const [path, content] of Object.entries(all)) writeFileSync(join(this.#rig.root, path), content);
		this.#rig.commit("Change", {});
		this.#rig.git("push", "-q", "origin", "main");
	}

	release(): Promise<Outcome<Released>> {
		return release(this.#context(), { ...asked, model: null, rev: "HEAD", before: null, know });
	}

	rollback(to: string): Promise<Outcome> {
		return rollback(this.#context(), { ...person, environment: "prod", to });
	}

	promote(version: string): Promise<Outcome> {
		return promote(this.#context(), { ...person, force: true, environment: "prod", version });
	}

	rehearse(): Promise<Outcome> {
		return rehearse(this.#context(), { ...asked, environments: ["prod"], know });
	}

	gc(): Promise<Outcome> {
		return gc(this.#context(), { ...GC, remote: null, registry: true, keep: 1, olderThanMs: 0 });
	}

	/** Keeps everything but the registry as it is now, under a name. */
	keep(name: string): void {
		for (const part of PARTS) this.#copy(join(this.directory, part), join(this.directory, name, part));
	}

	restore(name: string): void {
		for (const part of PARTS) this.#copy(join(this.directory, name, part), join(this.directory, part));
	}

	/** Keeps the registry's manifests, too: their blobs stay whatever is deleted. */
	async keepImages(): Promise<void> {
		for (const tag of await this.store.tags()) {
			const url = this.#manifest(tag);
			const answer = await fetch(url, { headers: { accept: `${MANIFEST}, ${INDEX}` } });
			const type = answer.headers.get("content-type") ?? MANIFEST;
			this.#images.set(url, { type, bytes: new Uint8Array(await answer.arrayBuffer()) });
		}
		for (const { digest } of (
			await Promise.all((await this.#digests()).map((image) => this.store.referrers(image)))
		).flat())
			this.#images.set(this.#manifest(digest), { type: MANIFEST, bytes: await this.store.manifest(digest) });
	}

	async restoreImages(): Promise<void> {
		// what tags name comes after what hangs on it
		for (const [url, { type, bytes }] of [...this.#images].reverse()) {
			const { ok } = await fetch(url, { method: "PUT", headers: { "content-type": type }, body: Buffer.from(bytes) });
			if (!ok) throw new Error(`${url} was not put back`);
		}
	}

	/** Its manifest goes, its tag, and the weights. */
	async lose(version: string): Promise<void> {
		const digest = this.digestOf(version);
		const { config, layers } = parseManifest(await this.store.manifest(digest), version);
		await this.store.remove(digest, [version]);
		for (const blob of [config, ...layers.slice(-1)]) {
			const url = `${this.#url()}/blobs/${blob.digest}`;
			const { ok } = await fetch(url, { method: "DELETE" });
			if (!ok) throw new Error(`${url} was not deleted`);
		}
	}

	async #digests(): Promise<Sha256[]> {
		return (await Promise.all((await this.tagged()).map((tag) => this.store.resolve(tag)))).filter(
			(each) => each !== null,
		);
	}

	#url(): string {
		const [host = "", ...path] = this.#settings.direct.split("/");
		return `http://${host}/v2/${path.join("/")}`;
	}

	#manifest(reference: string): string {
		return `${this.#url()}/manifests/${reference}`;
	}

	/** Lets the deploy command know where images are. */
	#tell(): void {
		writeFileSync(join(this.directory, "registry"), this.#url());
	}

	async tagged(): Promise<string[]> {
		return (await this.store.tags()).filter((tag) => !tag.startsWith("sha256-"));
	}

	digestOf(version: string): Sha256 {
		const [, digest] =
			/^Digest: (\S+)$/m.exec(this.#rig.git("tag", "-l", "--format=%(contents)", `churn@${version}`)) ?? [];
		if (digest === undefined) throw new Error(`${version} is not tagged`);
		return digest as Sha256;
	}

	/** All that a command can change. */
	async state(): Promise<object> {
		const tags = this.#rig.git("ls-remote", "--tags", "origin").split("\n");
		const names = tags.map((line) => line.split("refs/tags/")[1] ?? "").filter((name) => !name.endsWith("^{}"));
		return {
			git: names.filter((name) => name.startsWith("churn")),
			registry: await this.images(),
			runs: ["dev", "prod"].map((name) => {
				const file = join(this.directory, "runs", name);
				return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
			}),
		};
	}

	/** Each tag of the registry, or those, with what it names and what hangs on that. Fails where a part of one is not there. */
	async images(only?: readonly string[]): Promise<string[]> {
		const found: string[] = [];
		for (const tag of only ?? (await this.tagged())) {
			const digest = await this.store.resolve(tag);
			if (digest === null) throw new Error(`${tag} names nothing`);
			const { config, layers } = parseManifest(await this.store.manifest(digest), tag);
			for (const blob of [config, ...layers]) {
				if (!(await this.store.hasBlob(blob.digest))) throw new Error(`${tag} names what is not there: ${blob.digest}`);
			}
			const documents = await this.store.referrers(digest);
			for (const document of documents) await this.store.manifest(document.digest);
			found.push(`${tag} ${digest} ${documents.length}`);
		}
		return found;
	}

	end(): Promise<void> {
		return this.#rig.end();
	}

	#context(): FlowContext {
		const context = this.#rig.context();
		return {
			...context,
			machine: { ...context.machine, registrySilenceMs: this.#settings.silenceMs?.() ?? PATIENCE_MS },
		};
	}

	#copy(from: string, to: string): void {
		rmSync(to, { recursive: true, force: true });
		if (existsSync(from)) cpSync(from, to, { recursive: true });
	}
}

function directly({ direct }: Settings): ImageStore {
	return openImageStore({ kind: "registry", repository: direct }, { clock: hastyClock() });
}

const PARTS = ["work", "server.git", "runs", "state"];

/** Writes down what runs, where the registry has it: whoever pulls an image would fail without. */
const BY_COMMAND = `{command: 'curl -sSf -o ../pulled -H "Accept: ${MANIFEST}" "$(cat ../registry)/manifests/$MAINLINE_DIGEST" && mkdir -p ../runs && echo "$MAINLINE_VERSION" > ../runs/$MAINLINE_ENVIRONMENT'}`;
