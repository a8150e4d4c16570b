import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMachine } from "../../src/doors/machine.ts";
import type { FlowContext } from "../../src/flows/context.ts";
import { imageDiff } from "../../src/flows/image-diff.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { buildImage, type ImageRecipe, type Layer, openImageStore } from "../../src/release/index.ts";
import { sha256 } from "../../src/release/media.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { recipe, text } from "../release/support/images.ts";

let directory = "";
let context: FlowContext;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-diff-"));
	const signal = new AbortController().signal;
	context = { cwd: directory, machine: await readMachine({}), clock: systemClock, progress: silent, signal };
	const store = openImageStore({ kind: "layout", directory: join(directory, "images") }, { clock: systemClock });
	const push = async (tag: string, change: Partial<ImageRecipe>): Promise<void> => {
		await store.push(await buildImage(recipe({ version: tag, ...change })), [tag]);
	};
	const code = (path: string, content: string) => ({ path, source: text(content) });
	await push("v0.1.0", {
		python: packages("six==1.16.0 idna==3.10"),
		codeFiles: [code("a.py", "1"), code("b.py", "2")],
	});
	await push("v0.2.0", {
		python: packages("six==1.17.0 jinja2==3.1.4"),
		codeFiles: [code("a.py", "1"), code("b.py", "3"), code("c.py", "4")],
	});
	await push("v0.3.0", { codeFiles: [{ path: "big.py", source: new Uint8Array(3 << 20) }] });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A layer that says what is in it, and whose content nobody may ask for. */
function packages(list: string): Layer {
	const bytes = text(list);
	const annotations = { "dev.mainline.layer": "python", "dev.mainline.packages": list };
	const descriptor = {
		mediaType: "application/vnd.oci.image.layer.v1.tar",
		digest: sha256(bytes),
		size: bytes.length,
		annotations,
	};
	return {
		role: "python",
		descriptor,
		diffId: descriptor.digest,
		async *open() {
			yield bytes;
		},
	};
}

const diff = async (from: string, to: string) => (await imageDiff(context, { from, to })).document;

describe("image diff", () => {
	it("says which layers change, what has to be pulled, and which packages and files are others", async () => {
		const document = await diff("oci:images:v0.1.0", "oci:images:v0.2.0");
		expect(document.layers.map(({ role, change, pull }) => [role, change, pull > 0])).toEqual([
			["python", "changed", true],
			["code", "changed", true],
			["model", "same", false],
		]);
		expect(document.pull.bytes).toBe(document.layers.reduce((sum, { pull }) => sum + pull, 0));
		expect(document.packages).toEqual([
			{ name: "idna", from: "3.10", to: null },
			{ name: "jinja2", from: null, to: "3.1.4" },
			{ name: "six", from: "1.16.0", to: "1.17.0" },
		]);
		expect(document.code).toEqual([
			{ path: "b.py", change: "modified" },
			{ path: "c.py", change: "added" },
		]);
		const words = renderText(document, plainStyle);
		for (const said of [/^a node that has the first pulls 4\.\d KiB of/m, /six +1\.16\.0 → 1\.17\.0/, /~ b\.py/]) {
			expect(words).toMatch(said);
		}
	});

	it("finds nothing between an image and itself, by tag and by digest", async () => {
		const { from } = await diff("oci:images:v0.1.0", "oci:images:v0.1.0");
		const document = await diff("oci:images:v0.1.0", `oci:images@${from.digest}`);
		expect(document).toMatchObject({ pull: { bytes: 0 }, packages: [], code: [] });
		expect(renderText(document, plainStyle)).toContain("the same image");
	});

	it("fetches no code that is big, and says so", async () => {
		const document = await diff("oci:images:v0.2.0", "oci:images:v0.3.0");
		expect(document.code).toBeNull();
		expect(document.layers[0]).toMatchObject({ role: "python", change: "removed", pull: 0 });
		expect(renderText(document, plainStyle)).toContain("too big to fetch");
	});

	it("refuses what names no image", async () => {
		await expect(diff("oci:images", "oci:images:v0.1.0")).rejects.toMatchObject({ code: "image-reference" });
		await expect(diff("oci:images:v9", "oci:images:v0.1.0")).rejects.toMatchObject({ code: "image-not-found" });
	});
});
