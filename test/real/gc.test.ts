import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseListing } from "../../src/digest/index.ts";
import { gc } from "../../src/flows/gc.ts";
import { type Sha256, silent, systemClock } from "../../src/kernel/index.ts";
import { buildImage, type ImageStore, openImageStore } from "../../src/release/index.ts";
import type { GcDocument } from "../../src/report/index.ts";
import { GC, OldProject, went } from "../flows/gc-rig.ts";
import { contextAt, git, project, write } from "../flows/rig.ts";
import { hastyClock, recipe, text } from "../release/support/images.ts";
import { freePort, startRegistry } from "../release/support/registry.ts";
import { warmDvc } from "./warm-dvc.ts";

const run = promisify(execFile);
const DAY = 86_400_000;

async function dvc(root: string, ...args: string[]): Promise<string> {
	const { code, out, err } = await warmDvc(root, args);
	if (code !== 0) throw new Error(`dvc ${args.join(" ")}: ${err}`);
	return out;
}

/** No listing whose files are gone: what every dvc relies on. */
function whole(remote: string): boolean {
	const at = join(remote, "files/md5");
	const listings = readdirSync(at, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".dir"));
	return listings.every((path) =>
		parseListing(readFileSync(join(at, path)))?.every(({ oid }) => existsSync(join(at, oid.slice(0, 2), oid.slice(2)))),
	);
}

describe("gc of a folder", () => {
	it("leaves what dvc can pull at every branch and tag, killed again and again on its way", async () => {
		const old = await OldProject.make();
		const { root, remote } = old;
		const files = (version: string): Record<string, string> =>
			Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`data/${n}`, n < 5 ? "same" : `${n} of ${version}`]));
		for (const version of ["v1", "a", "b", "c", "d", "v2"]) {
			await old.commit(files(version));
			if (version.startsWith("v")) await git(root, "tag", version);
		}
		const before = old.objects().length;
		let kills = 0;
		for (let after = 1; ; after += 3) {
			const child = spawn(process.execPath, [join(import.meta.dirname, "gc-once.ts"), root], {
				stdio: ["ignore", "pipe", "inherit"],
			});
			let told = "";
			child.stdout.on("data", (chunk: Buffer) => {
				told += chunk.toString();
				if ([...told.matchAll(/ gone$/gm)].length >= after) child.kill("SIGKILL");
			});
			await once(child, "exit");
			expect(whole(remote)).toBe(true);
			if (child.signalCode === null) break;
			kills++;
		}
		expect(kills).toBeGreaterThan(1);
		// a, b and c: 35 files and a listing each; d is what v2 came from
		expect(before - old.objects().length).toBe(108);
		expect(readdirSync(join(remote, "mainline/gc"))).toEqual([]);
		old.forgetCache();
		await dvc(root, "fetch", "-q", "--all-tags", "--all-branches");
		for (const version of ["v1", "v2"]) {
			await git(root, "checkout", "-q", version);
			await dvc(root, "pull", "-q", "--force");
			for (const [path, content] of Object.entries(files(version)))
				expect(readFileSync(join(root, path), "utf8")).toBe(content);
		}
	});

	it("clears a cache so that dvc finds what the workspace and the tags name", async () => {
		const old = await OldProject.make();
		const { root } = old;
		write(root, {
			"dvc.yaml":
				"stages:\n  s:\n    cmd: cp in out\n    deps: [in, src]\n    outs: [out]\n  t:\n    cmd: mkdir -p plots && cp in plots/x\n    deps: [in]\n    outs: [plots: {cache: false}]\n",
			".gitignore": "/out\n",
			// DVC writes down a hash of the folder, and stores no listing of it
			"src/code.py": "x\n",
		});
		for (const content of ["one", "two", "three", "four"]) {
			write(root, { in: content });
			await dvc(root, "repro", "-q");
			await old.commitAll();
			if (content === "one") await git(root, "tag", "v1");
		}
		const cache = join(root, ".dvc/cache");
		const document = await old.gc({ remote: null, cache: true });
		expect(document.places[0]?.remarks).toEqual([]);
		expect(went(document)).toMatchObject({ run: 1, file: 1 });
		expect(old.objects(cache)).toHaveLength(3);
		await git(root, "checkout", "-q", "v1");
		await dvc(root, "checkout", "-q", "--force");
		expect(readFileSync(join(root, "out"), "utf8")).toBe("one");
		expect(await dvc(root, "status")).toContain("up to date");
		// from the run cache that was kept
		rmSync(join(root, "dvc.lock"));
		expect(await dvc(root, "repro")).toContain("is cached");
	});
});

interface Server {
	readonly host: string;
	stop(): Promise<void>;
}

async function ggcr(directory: string): Promise<Server> {
	const port = await freePort();
	const child = spawn("ggcr-registry", [`127.0.0.1:${port}`, directory], { stdio: "ignore" });
	for (let n = 0; n < 100; n++) {
		if (
			await fetch(`http://127.0.0.1:${port}/v2/`).then(
				(r) => r.ok,
				() => false,
			)
		)
			break;
		await systemClock.sleep(100);
	}
	return { host: `127.0.0.1:${port}`, stop: async () => void child.kill("SIGKILL") };
}

/** Versions v1 to v4 of churn, released long ago, with a document and a document on it; v1 is in prod. */
class Releases {
	readonly root: string;
	readonly store: ImageStore;
	readonly digests = new Map<string, Sha256>();
	readonly #commits = new Map<string, string>();
	readonly documents = new Map<string, Sha256>();

	constructor(root: string, store: ImageStore) {
		this.root = root;
		this.store = store;
	}

	static async make(image: string, store: ImageStore): Promise<Releases> {
		const root = await project({
			"mainline.yaml": `models:\n  churn:\n    image: ${image}\n`,
			"dvc.yaml": "artifacts:\n  churn:\n    path: model\n    type: model\n",
		});
		const releases = new Releases(root, store);
		for (const version of ["v1.0.0", "v2.0.0", "v3.0.0", "v4.0.0"]) await releases.release(version);
		await releases.tag("churn#prod#1", "v1.0.0");
		return releases;
	}

	async release(version: string): Promise<void> {
		await git(this.root, "add", "-A");
		await git(this.root, "commit", "-q", "--allow-empty", "-m", version);
		this.#commits.set(version, (await git(this.root, "rev-parse", "HEAD")).trim());
		const image = await buildImage(recipe({ version, modelFiles: [{ path: "model", source: text(version) }] }));
		await this.store.push(image, [version]);
		this.digests.set(version, image.digest);
		const about = {
			type: "application/vnd.test+json",
			bytes: text(version),
			title: "x.json",
			created: new Date("2024-01-01"),
		};
		await this.store.attach(image.digest, about);
		const [document] = await this.store.referrers(image.digest);
		if (document !== undefined) {
			this.documents.set(version, document.digest);
			await this.store.attach(document.digest, { ...about, type: "application/vnd.signature" });
		}
		await this.tag(`churn@${version}`, version);
	}

	async tag(name: string, version: string): Promise<void> {
		const digest = this.digests.get(version) ?? "";
		await git(
			this.root,
			"tag",
			"-a",
			name,
			"-m",
			`${name}\n\nImage: ${this.store.location}@${digest}\nDigest: ${digest}`,
			this.#commits.get(version) ?? "",
		);
	}

	async gc(options: Partial<typeof GC> = {}): Promise<GcDocument> {
		const clock = { ...hastyClock(), now: () => new Date(Date.now() + 100 * DAY) };
		const all = { ...GC, remote: null, registry: true, keep: 2, ...options };
		return (await gc(contextAt(this.root, { clock, progress: silent }), all)).document;
	}
}

describe.each([
	["docker-registry, which keeps no lists of referrers", startRegistry],
	["go-containerregistry, which does", ggcr],
])("gc at %s", (_, start) => {
	let directory = "";
	let server: Server;
	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "mainline-gc-registry-"));
		server = await start(directory);
	});
	afterAll(async () => {
		await server?.stop();
		await rm(directory, { recursive: true, force: true });
	});

	it("deletes versions that nothing needs, with what hangs on them, and nothing else", async () => {
		const repository = `${server.host}/acme/churn`;
		const store = openImageStore({ kind: "registry", repository }, { clock: hastyClock() });
		const releases = await Releases.make(repository, store);
		const foreign = await buildImage(recipe({ version: "v0.0.1" }));
		await store.push(foreign, ["somebody-elses", "mainline-env-new"]);
		expect(went(await releases.gc({ keep: null, yes: false }))).toEqual({});
		const dry = await releases.gc({ yes: false });
		expect(dry.places[0]?.images).toEqual([
			{ digest: releases.digests.get("v2.0.0"), tags: ["v2.0.0"], version: "churn v2.0.0" },
		]);
		expect(went(dry)).toMatchObject({ image: 1 });
		expect(await store.resolve("v2.0.0")).not.toBeNull();
		await releases.gc();
		const there = await Promise.all(
			["v1.0.0", "v2.0.0", "v3.0.0", "v4.0.0", "somebody-elses"].map((tag) => store.resolve(tag)),
		);
		expect(there.map((digest) => digest !== null)).toEqual([true, false, true, true, true]);
		for (const version of ["v1.0.0", "v3.0.0", "v4.0.0"]) {
			const digest = releases.digests.get(version) as Sha256;
			const [document] = await store.referrers(digest);
			expect(document?.digest).toBe(releases.documents.get(version));
			expect(await store.referrers(document?.digest as Sha256)).toHaveLength(1);
			await run("skopeo", [
				"copy",
				"--src-tls-verify=false",
				`docker://${repository}@${digest}`,
				`oci:${join(directory, version)}:x`,
			]);
		}
		expect(await store.resolve(releases.documents.get("v2.0.0") as Sha256)).toBeNull();
		expect((await store.tags()).filter((tag) => tag.includes((releases.digests.get("v2.0.0") ?? "").slice(7)))).toEqual(
			[],
		);
		expect(went(await releases.gc())).toEqual({});
	});
});

it("says of a registry that lets nothing be deleted what to do", async () => {
	const directory = mkdtempSync(join(tmpdir(), "mainline-gc-keeps-"));
	const server = await startRegistry(directory, "docker-registry", { deletes: false });
	try {
		const repository = `${server.host}/acme/churn`;
		const releases = await Releases.make(
			repository,
			openImageStore({ kind: "registry", repository }, { clock: hastyClock() }),
		);
		await expect(releases.gc()).rejects.toMatchObject({
			code: "registry-keeps",
			details: { hint: expect.stringContaining("delete") },
		});
	} finally {
		await server.stop();
		rmSync(directory, { recursive: true, force: true });
	}
});

it("clears an image layout's index", async () => {
	const directory = mkdtempSync(join(tmpdir(), "mainline-gc-layout-"));
	const store = openImageStore({ kind: "layout", directory }, { clock: hastyClock() });
	const releases = await Releases.make(`oci:${directory}`, store);
	// cosign's way before referrers; the same document on two images is one manifest with two tags
	const [gone, kept] = ["v2.0.0", "v3.0.0"].map((version) => releases.digests.get(version)?.replace(":", "-"));
	await store.push(await buildImage(recipe({ version: "v0.0.2" })), [`${gone}.sbom`, `${kept}.sbom`]);
	await releases.gc();
	expect((await store.tags()).filter((tag) => tag.startsWith("v"))).toEqual(["v1.0.0", "v3.0.0", "v4.0.0"]);
	expect(await store.resolve(`${kept}.sbom`)).not.toBeNull();
	await run("skopeo", ["inspect", `oci:${directory}:v1.0.0`]);
});
