import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
	buildImage,
	type ImageStore,
	layoutArchive,
	openImageStore,
	parseManifest,
	storedImage,
} from "../../src/release/index.ts";
import { collect, hastyClock, recipe } from "./support/images.ts";

const NAME = "localhost/mainline:v0.1.0";
let root = "";
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "mainline-archive-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function layout(directory: string): ImageStore {
	return openImageStore({ kind: "layout", directory }, { clock: hastyClock() });
}

it("an archive for Docker is a layout that holds the image as it was, and names to older engines what is in it", async () => {
	const built = await buildImage(recipe());
	const store = layout(join(root, "images"));
	await store.push(built, ["v0.1.0"]);
	const bytes = await collect(layoutArchive(await storedImage(store, built.digest), NAME));
	const unpacked = join(root, "unpacked");
	await mkdir(unpacked);
	await writeFile(join(root, "image.tar"), bytes);
	execFileSync("tar", ["-xf", join(root, "image.tar"), "-C", unpacked]);

	expect(await layout(unpacked).resolve("v0.1.0")).toBe(built.digest);
	const again = await storedImage(layout(unpacked), built.digest);
	expect(again.manifest).toEqual(Buffer.from(built.manifest));
	expect(again.config).toEqual(Buffer.from(built.config));
	for (const [index, layer] of again.layers.entries()) {
		expect(await collect(layer.open())).toEqual(await collect(built.layers[index]?.open() ?? expect.unreachable()));
	}

	const [older] = JSON.parse(await readFile(join(unpacked, "manifest.json"), "utf8"));
	const { config, layers } = parseManifest(built.manifest, "the image");
	const fileOf = ({ digest }: { digest: string }): string => `blobs/${digest.replace(":", "/")}`;
	expect(older).toEqual({ Config: fileOf(config), RepoTags: [NAME], Layers: layers.map(fileOf) });
	const [entry] = JSON.parse(await readFile(join(unpacked, "index.json"), "utf8")).manifests;
	expect(entry.annotations["io.containerd.image.name"]).toBe(NAME);
});

it("an archive of an image that rotted ends before it is whole", async () => {
	const built = await buildImage(recipe());
	const directory = join(root, "rotten");
	await layout(directory).push(built, ["v0.1.0"]);
	const model = built.layers.at(-1)?.descriptor ?? expect.unreachable();
	await writeFile(join(directory, "blobs", model.digest.replace(":", "/")), Buffer.alloc(model.size));
	const image = await storedImage(layout(directory), built.digest);
	await expect(collect(layoutArchive(image, NAME))).rejects.toMatchObject({ code: "blob-corrupt" });
});
