import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The house of rooms (docs/rooms.md): imports go down only. A room's number is its floor. */
const FLOORS: Record<string, number> = {
	"entry.ts": 10,
	doors: 9,
	flows: 8,
	report: 7,
	retention: 6,
	environments: 5,
	run: 4,
	release: 4,
	plan: 3,
	compare: 3,
	store: 3,
	claim: 2,
	config: 2,
	manifest: 2,
	digest: 2,
	git: 2,
	source: 1,
	shell: 1,
	github: 1,
	standin: 2,
	kernel: 0,
};

/** A package and the only places that may import it. */
const PACKAGE_PLACES: Record<string, readonly string[]> = {
	"@octokit/": ["github"],
	"@actions/": ["doors"],
	execa: ["shell"],
	"@lezer/": ["source"],
	yaml: ["source"],
	"smol-toml": ["source"],
	hasha: ["digest"],
	"tar-stream": ["release"],
	"dockerfile-ast": ["release/dockerfile"],
	"@balena/dockerignore": ["release/dockerfile"],
	yauzl: ["github"],
	ignore: ["manifest"],
	"node:child_process": ["shell"],
	"@aws-sdk/": ["store/depots/s3"],
	"@smithy/": ["store/depots/s3"],
	"@azure/": ["store/depots/azure"],
	"@google-cloud/": ["store/depots/gcs"],
	webdav: ["store/depots/webdav"],
	"@sigstore/": ["release/signing"],
	"@noble/": ["release/signing"],
};

/** Ways to the outside world, and the only places that may take them. */
const WORLD: readonly { readonly name: string; readonly pattern: RegExp; readonly places: readonly string[] }[] = [
	{ name: "process.env", pattern: /\bprocess\.env\b/, places: ["doors/"] },
	{ name: "process.argv", pattern: /\bprocess\.argv\b/, places: ["doors/", "entry.ts"] },
	{ name: "process.exit", pattern: /\bprocess\.exit/, places: ["doors/"] },
	{ name: "process.cwd", pattern: /\bprocess\.cwd\b/, places: ["doors/"] },
	{
		name: "the clock",
		pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
		places: ["doors/", "kernel/clock.ts"],
	},
	{ name: "chance", pattern: /\bMath\.random\(/, places: [] },
];

const SRC = resolve(import.meta.dirname, "../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts"))
	.sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), "utf8")]));

const roomOf = (file: string): string => file.split("/")[0] ?? "";
const importsOf = (file: string): string[] =>
	[...(texts.get(file) ?? "").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
const localImports = (file: string): string[] =>
	importsOf(file)
		.filter((name) => name.startsWith("."))
		.map((name) => relative(SRC, resolve(SRC, dirname(file), name)));
const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

describe("the house", () => {
	it("has no room without a floor", () => {
		expect(files.filter((file) => FLOORS[roomOf(file)] === undefined)).toEqual([]);
	});

	it("lets imports go down only, types included", () => {
		const upward = files.flatMap((file) =>
			localImports(file)
				.filter((target) => roomOf(target) !== roomOf(file))
				.filter((target) => (FLOORS[roomOf(target)] ?? 99) >= (FLOORS[roomOf(file)] ?? -1))
				.map((target) => `${file} -> ${target}`),
		);
		expect(upward).toEqual([]);
	});

	it("enters a room by its index.ts only", () => {
		const reaching = files.flatMap((file) =>
			localImports(file)
				.filter((target) => roomOf(target) !== roomOf(file) && !["flows", "doors"].includes(roomOf(target)))
				.filter((target) => basename(target) !== "index.ts")
				.map((target) => `${file} -> ${target}`),
		);
		expect(reaching).toEqual([]);
	});

	it("has no circle of files", () => {
		const done = new Set<string>();
		const walk = (file: string, path: readonly string[]): string[] => {
			if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(" -> ")];
			if (done.has(file)) return [];
			const found = localImports(file).flatMap((target) => walk(target, [...path, file]));
			done.add(file);
			return found;
		};
		expect(files.flatMap((file) => walk(file, []))).toEqual([]);
	});

	it("keeps each package at its one place", () => {
		const strays = files.flatMap((file) =>
			importsOf(file)
				.filter((name) => {
					const places = Object.entries(PACKAGE_PLACES).find(
						([key]) => name === key || (key.endsWith("/") && name.startsWith(key)),
					)?.[1];
					return places !== undefined && !places.some((place) => file.startsWith(place));
				})
				.map((name) => `${file} -> ${name}`),
		);
		expect(strays).toEqual([]);
	});

	it.each(WORLD)("takes $name at its place only", ({ pattern, places }) => {
		const takers = files.filter((file) => !places.some((place) => file.startsWith(place)));
		expect(takers.filter((file) => pattern.test(codeOf(texts.get(file) ?? "")))).toEqual([]);
	});

	it("keeps files within 300 lines and exports by name", () => {
		expect(files.filter((file) => (texts.get(file) ?? "").split("\n").length > 301)).toEqual([]);
		expect(files.filter((file) => /^export default\b/m.test(texts.get(file) ?? ""))).toEqual([]);
	});

	it("bundles no template by a computed name", () => {
		const computed = files.filter(
			(file) => /new URL\(\s*`/.test(texts.get(file) ?? "") && /import\.meta\.url/.test(texts.get(file) ?? ""),
		);
		expect(computed).toEqual([]);
	});
});
