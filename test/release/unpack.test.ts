import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSha256, type Sha256 } from "../../src/kernel/index.ts";
import { type BuiltImage, type ImageStore, type Layer, openImageStore, unpack } from "../../src/release/index.ts";
import { collect, hastyClock } from "./support/images.ts";

let root = "";
let store: ImageStore;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "mainline-unpack-"));
	store = openImageStore({ kind: "layout", directory: join(root, "layout") }, { clock: hastyClock() });
});
afterAll(() => rm(root, { recursive: true, force: true }));

type Item = {
	name: string;
	type?: "file" | "directory" | "symlink" | "link" | "character-device";
	linkname?: string;
	body?: string;
	mode?: number;
};

async function layerOf(items: readonly Item[], gzip: boolean, role: "base" | "code"): Promise<Layer> {
	const archive = pack();
	for (const { body = "", type = "file", ...header } of items) archive.entry({ ...header, type }, body);
	archive.finalize();
	const tar = await collect(archive as unknown as AsyncIterable<Uint8Array>);
	const bytes = gzip ? gzipSync(tar) : tar;
	return {
		role,
		diffId: digest(tar),
		descriptor: {
			mediaType: `application/vnd.oci.image.layer.v1.tar${gzip ? "+gzip" : ""}`,
			digest: digest(bytes),
			size: bytes.length,
			...(role === "code" && { annotations: { "dev.mainline.layer": "code" } }),
		},
		open: async function* () {
			yield bytes;
		},
	};
}

function digest(bytes: Uint8Array): Sha256 {
	const found = parseSha256(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
	if (found === null) throw new Error("no digest");
	return found;
}

async function pushed(layers: readonly Layer[], diffIds = layers.map((layer) => layer.diffId)): Promise<Sha256> {
	const config = Buffer.from(
		JSON.stringify({ architecture: "amd64", os: "linux", config: {}, rootfs: { type: "layers", diff_ids: diffIds } }),
	);
	const manifest = Buffer.from(
		JSON.stringify({
			schemaVersion: 2,
			mediaType: "application/vnd.oci.image.manifest.v1+json",
			config: { mediaType: "application/vnd.oci.image.config.v1+json", digest: digest(config), size: config.length },
			layers: layers.map((layer) => layer.descriptor),
		}),
	);
	const image: BuiltImage = { digest: digest(manifest), manifest, config, layers };
	await store.push(image, []);
	return image.digest;
}

async function unpacked(name: string, ...layers: Item[][]): Promise<string> {
	const made = await Promise.all(layers.map((items, n) => layerOf(items, n % 2 === 1, "code")));
	const target = join(root, name);
	await unpack(store, await pushed(made), target);
	return target;
}

describe("unpacking an image", () => {
	it("puts layers over each other, whiteouts included", async () => {
		const at = await unpacked(
			"whiteouts",
			[
				{ name: "app/", type: "directory" },
				{ name: "app/a", body: "1" },
				{ name: "app/b", body: "1" },
				{ name: "app/d/x", body: "1" },
			],
			[
				{ name: "app/.wh.a" },
				{ name: "app/b", body: "2", mode: 0o755 },
				{ name: "app/d/.wh..wh..opq" },
				{ name: "app/d/y", body: "2" },
			],
		);
		expect(await readdir(join(at, "app"))).toEqual(["b", "d"]);
		expect(await readdir(join(at, "app/d"))).toEqual(["y"]);
		expect(await readFile(join(at, "app/b"), "utf8")).toBe("2");
		expect((await stat(join(at, "app/b"))).mode & 0o777).toBe(0o755);
	});

	const hostile: [string, Item[]][] = [
		["a path upwards", [{ name: "app/../../evil", body: "x" }]],
		["an absolute path", [{ name: "/etc/evil", body: "x" }]],
		["a symbolic link", [{ name: "app/l", type: "symlink", linkname: "/etc" }]],
		["a hard link", [{ name: "app/l", type: "link", linkname: "../../etc/passwd" }]],
		["a device", [{ name: "app/null", type: "character-device" }]],
		["a whiteout of the folder above", [{ name: "app/.wh...", body: "" }]],
	];
	for (const [what, items] of hostile) {
		it(`refuses ${what} and leaves nothing`, async () => {
			await expect(unpacked("hostile", items)).rejects.toMatchObject({ kind: "input", code: "image-unsafe" });
			expect((await readdir(root)).filter((name) => name.startsWith("hostile") || name === "evil")).toEqual([]);
		});
	}

	it("T21: refuses a layer that unpacks to something else than the config says", async () => {
		const layer = await layerOf([{ name: "app/a", body: "1" }], true, "code");
		const image = await pushed([layer], [digest(Buffer.from("else"))]);
		await expect(unpack(store, image, join(root, "diff"))).rejects.toMatchObject({ code: "blob-corrupt" });
	});

	it("refuses more bytes than it may write", async () => {
		const image = await pushed([await layerOf([{ name: "app/zeros", body: "\0".repeat(1 << 20) }], true, "code")]);
		const unpacking = unpack(store, image, join(root, "bomb"), { maxBytes: 1 << 19 });
		await expect(unpacking).rejects.toMatchObject({ code: "image-unsafe" });
	});

	it("takes the application's layers alone where asked, and wants some", async () => {
		const base = await layerOf([{ name: "bin", type: "symlink", linkname: "usr/bin" }], true, "base");
		const code = await layerOf([{ name: "app/a", body: "1" }], false, "code");
		await unpack(store, await pushed([base, code]), join(root, "app-only"), { appLayersOnly: true });
		expect(await readdir(join(root, "app-only"))).toEqual(["app"]);
		const foreign = unpack(store, await pushed([base]), join(root, "foreign"), { appLayersOnly: true });
		await expect(foreign).rejects.toMatchObject({ code: "image-not-ours" });
	});
});
