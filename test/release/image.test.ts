import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildImage, contentKey, imageTagFor, type LayerMemory, repositoryFor } from "../../src/release/index.ts";
import { collect, nothing, recipe, text } from "./support/images.ts";

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-image-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe("an image", () => {
	it("has the digest it has always had", async () => {
		// a change here renames every image that is released from now on, and takes a form of its own for those that were (ADR 41)
		expect((await buildImage(recipe())).digest).toBe(
			"sha256:216260b1ad2319acc6699ffff4251a824f1ea0ea0c79de1859e3e0f0817adf00",
		);
	});

	it("does not depend on where its files lie, in which order they come, or what their modes and times are", async () => {
		const files = ["b/z.py", "a.py", "b.py"];
		const fromBytes = files.map((path) => ({ path, source: text(path) }));
		const fromDisk = await Promise.all(
			[...files].reverse().map(async (path) => {
				const source = join(directory, path.replace("/", "-"));
				await writeFile(source, path, { mode: 0o600 });
				return { path, source };
			}),
		);
		const [one, two] = [
			await buildImage(recipe({ codeFiles: fromBytes })),
			await buildImage(recipe({ codeFiles: fromDisk })),
		];
		expect(two.digest).toBe(one.digest);
	});

	it("has its Python packages between base and code, and its environment names them first", async () => {
		const [layer] = (await buildImage(recipe())).layers;
		if (layer === undefined) throw new Error("an image has layers");
		const python = { ...layer, role: "python" as const };
		const config = { architecture: "amd64", os: "linux", created: null, user: null, entrypoint: [], command: [] };
		const env = ["LANG=C", "PATH=/usr/bin", "PYTHONPATH=/lib"];
		const base = {
			reference: "b",
			pinned: "b",
			digest: layer.descriptor.digest,
			layers: [{ ...layer, role: "base" as const }],
			config: { ...config, env, workingDir: "/", labels: {}, diffIds: [] },
		};
		const image = await buildImage(recipe({ base, python }));
		expect(image.layers.map(({ role }) => role)).toEqual(["base", "python", "code", "model"]);
		const written = JSON.parse(new TextDecoder().decode(image.config)) as { config: { Env: string[] } };
		expect(written.config.Env.slice(0, 3)).toEqual([
			"PATH=/opt/python/bin:/usr/bin",
			"PYTHONPATH=/opt/python:/lib",
			"LANG=C",
		]);
	});

	it("keeps its layers when only the commit's time and the version change", async () => {
		const later = recipe({ version: "v0.2.0", created: new Date("2030-01-01T00:00:00Z") });
		const [one, two] = [await buildImage(recipe()), await buildImage(later)];
		expect(two.digest).not.toBe(one.digest);
		expect(two.layers.map((l) => l.descriptor)).toEqual(one.layers.map((l) => l.descriptor));
	});

	it("gives every big file a layer of its own, above the code", async () => {
		const big = join(directory, "big.bin");
		await writeFile(big, "");
		await truncate(big, 33 << 20);
		const modelFiles = [
			{ path: "models/b.bin", source: big },
			{ path: "models/config.json", source: text("{}") },
			{ path: "models/a.bin", source: big },
		];
		const { layers } = await buildImage(recipe({ modelFiles }));
		expect(layers.map((l) => l.role)).toEqual(["code", "model", "model", "model"]);
		const big1 = await collect(layers[1]?.open() ?? nothing());
		expect(big1.subarray(1024, 1024 + 16).toString()).toBe("app/models/a.bin");
	});

	it("is unpacked by tar: long names, names beyond ASCII, modes", async () => {
		const long = `${"d".repeat(90)}/${"e".repeat(90)}/${"f".repeat(120)}.txt`;
		const codeFiles = [
			{ path: "données/模型.txt", source: text("héllo") },
			{ path: long, source: text("long") },
			{ path: "x/run.sh", source: text("#!/bin/sh\n"), executable: true },
		];
		const { layers } = await buildImage(recipe({ codeFiles }));
		const archive = join(directory, "layer.tar");
		await writeFile(archive, await collect(layers[0]?.open() ?? nothing()));
		const listing = execFileSync("tar", ["--full-time", "-tvf", archive], {
			encoding: "utf8",
			env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
		});
		expect(listing).toContain("app/donn\u00e9es/\u6a21\u578b.txt");
		expect(listing).toContain(`app/${long}`);
		expect(listing).toMatch(/-rwxr-xr-x 0\/0 .* 1980-01-01 00:00:00 app\/x\/run.sh/);
		execFileSync("tar", ["-xf", archive, "-C", directory]);
		expect(await readFile(join(directory, "app", long), "utf8")).toBe("long");
	});

	it("is not made of a file that changes meanwhile", async () => {
		const growing = join(directory, "growing");
		await writeFile(growing, "one");
		const { layers } = await buildImage(recipe({ modelFiles: [{ path: "m", source: growing }] }));
		await writeFile(growing, "longer than before");
		await expect(collect(layers[1]?.open() ?? nothing())).rejects.toMatchObject({ code: "file-changed" });
	});

	it("does not read a file whose layer is remembered", async () => {
		const known = new Map<string, { digest: never; size: number }>();
		const memory: LayerMemory = {
			get: (key) => known.get(key) ?? null,
			set: (key, value) => known.set(key, value as never),
		};
		const source = join(directory, "remembered");
		await writeFile(source, "abc");
		const modelFiles = [{ path: "m", source, contentId: "md5:abc" }];
		const first = await buildImage(recipe({ modelFiles, memory }));
		await writeFile(source, "xyz");
		expect((await buildImage(recipe({ modelFiles, memory }))).digest).toBe(first.digest);
		expect((await buildImage(recipe({ modelFiles }))).digest).not.toBe(first.digest);
	});

	for (const path of ["../x", "/etc/passwd", "a//b", "./a", "a/.wh.b", "a\nb", ""]) {
		it(`takes no file at ${JSON.stringify(path)}`, async () => {
			await expect(buildImage(recipe({ codeFiles: [{ path, source: text("") }] }))).rejects.toMatchObject({
				code: "image-path",
			});
		});
	}

	it("takes no two things at one path", async () => {
		const codeFiles = [{ path: "models", source: text("") }];
		await expect(buildImage(recipe({ codeFiles }))).rejects.toMatchObject({ code: "image-path-twice" });
	});
});

describe("names of images", () => {
	it("are lower case below their prefix, and tags without a plus", () => {
		expect(repositoryFor("ghcr.io/acme", "sub/dir:Vec")).toBe("ghcr.io/acme/sub/dir/vec");
		expect(() => repositoryFor("ghcr.io/acme", "a-/b")).toThrow(/no image repository/);
		expect(imageTagFor("v1.2.3-rc.1+b7")).toBe("v1.2.3-rc.1_b7");
	});
});

describe("a release's content key", () => {
	const content = {
		model: "churn",
		lock: "md5:1",
		modelFiles: new Map([
			["b", "2"],
			["a", "1"],
		]),
		codeFiles: new Map([["serve.py", "3"]]),
		base: null,
		command: ["python3", "serve.py"],
	};

	it("is fixed by the content and not by the order of the files", () => {
		const turned = { ...content, modelFiles: new Map([...content.modelFiles].reverse()) };
		expect(contentKey(turned)).toBe(contentKey(content));
		expect(contentKey(content)).toBe("sha256:e2a4bccef90b02c07bcc8a0388b3da4fc4d198d3d7403718344d40e6b855f1de");
	});

	it("takes the Python packages in, and stays what it was without any", () => {
		const lock = contentKey(content);
		const python = { lock, version: null, wheels: "manylinux_2_28" };
		const keys = [null, python, { ...python, version: "3.12" }].map((one) => contentKey({ ...content, python: one }));
		expect(new Set(keys).size).toBe(3);
		expect(keys[0]).toBe(lock);
	});

	it("differs when a word of the command moves", () => {
		expect(contentKey({ ...content, command: ["python3 serve.py"] })).not.toBe(contentKey(content));
	});
});
