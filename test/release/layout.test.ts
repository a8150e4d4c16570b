import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildImage, type ImageStore, openImageStore, unpack } from "../../src/release/index.ts";
import { hastyClock, recipe } from "./support/images.ts";

const run = promisify(execFile);
let root = "";
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "mainline-layout-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function layout(name: string): { store: ImageStore; directory: string } {
	const directory = join(root, name);
	return { directory, store: openImageStore({ kind: "layout", directory }, { clock: hastyClock() }) };
}

describe("a folder in OCI layout", () => {
	it("moves a tag, and keeps an image that lost its last one", async () => {
		const { directory, store } = layout("move");
		const [one, two] = [await buildImage(recipe()), await buildImage(recipe({ version: "v0.2.0" }))];
		await store.push(one, ["dev"]);
		await store.push(two, ["dev"]);
		expect(await store.resolve("dev")).toBe(two.digest);
		expect(await store.resolve(one.digest)).toBe(one.digest);
		const { manifests } = JSON.parse(await readFile(join(directory, "index.json"), "utf8"));
		expect(manifests.map((entry: { digest: string }) => entry.digest)).toEqual([one.digest, two.digest]);
		await store.tag(one.digest, "old");
		expect(await store.tags()).toEqual(["dev", "old"]);
	});

	it("sends what is there already only once", async () => {
		const { store } = layout("twice");
		const image = await buildImage(recipe());
		expect((await store.push(image, ["a"])).reused).toBe(0);
		expect((await store.push(image, ["b"])).sent).toBe(0);
	});

	it("keeps every tag of many processes that write at once", async () => {
		const { directory, store } = layout("many");
		const script = new URL("./support/tag-layout.ts", import.meta.url).pathname;
		await Promise.all(["a", "b", "c", "d"].map((name) => run(process.execPath, [script, directory, name, "10"])));
		expect((await store.tags()).length).toBe(40);
		expect((await readdir(directory)).sort()).toEqual(["blobs", "index.json", "oci-layout"]);
	});

	it("gets over the lock of a process that died", async () => {
		const { directory, store } = layout("stale");
		await store.push(await buildImage(recipe()), ["a"]);
		const lock = join(directory, "index.json.lock");
		await writeFile(lock, "dead");
		await utimes(lock, new Date(0), new Date(0));
		await store.push(await buildImage(recipe()), ["b"]);
		expect(await store.tags()).toEqual(["a", "b"]);
	});

	it("T21: says so when a blob rotted, and leaves nothing half unpacked", async () => {
		const { directory, store } = layout("rot");
		const image = await buildImage(recipe());
		await store.push(image, ["a"]);
		const [layer] = image.layers;
		const file = join(directory, "blobs/sha256", layer?.descriptor.digest.slice(7) ?? "");
		const bytes = await readFile(file);
		bytes[bytes.length - 1] = 1;
		await writeFile(file, bytes);
		const out = join(root, "rotten");
		await expect(unpack(store, image.digest, out)).rejects.toMatchObject({
			kind: "infrastructure",
			code: "blob-corrupt",
		});
		expect((await readdir(root)).filter((name) => name.startsWith("rotten"))).toEqual([]);
	});

	it("that does not exist holds nothing", async () => {
		const { store } = layout("none");
		expect(await store.tags()).toEqual([]);
		expect(await store.resolve("v1")).toBeNull();
	});
});
