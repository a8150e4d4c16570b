import { realpath } from "node:fs/promises";
import { relative } from "node:path";
import { loadMainline, type MainlineConfig } from "../../config/index.ts";
import { GOLDEN_LIMITS, type GoldenRequest, readGolden } from "../../environments/index.ts";
import type { GitTree } from "../../git/index.ts";
import { badInput, Failure, joinPath } from "../../kernel/index.ts";
import type { Tree } from "../../manifest/index.ts";
import type { Site } from "./site.ts";

/** The folder where golden requests lie without a word about it; of several models, each names its own. */
const USUAL = "golden";

/** The golden requests of a version: those of its own commit. Failures `golden-invalid`, `golden-missing`, `golden-too-many`. */
export async function goldenOf(
	site: Pick<Site, "git" | "root" | "config">,
	{ model, commit }: { readonly model: string; readonly commit: string },
): Promise<GoldenRequest[]> {
	const folder = folderOf(site.config, model);
	if (folder === null) return [];
	const below = relative(await realpath(site.git.root), await realpath(site.root)) || ".";
	const tree = site.git.treeAt(commit, below);
	const files = await filesIn(tree, folder);
	if (files.length > GOLDEN_LIMITS.files) throw tooMany(folder, files.length);
	const read: GoldenRequest[] = [];
	let left: number = GOLDEN_LIMITS.allBytes;
	for (const file of files) {
		const bytes = await contentOf(tree, file);
		left -= bytes.length;
		if (left < 0) throw tooLarge(folder);
		read.push(readGolden(bytes, file));
	}
	if (read.length === 0) refuseAbsent(site.config, model, commit);
	return read;
}

/** Whether any model of a tree has a folder of golden requests; what cannot be read is for others to tell. */
export async function namesGolden(tree: Tree): Promise<boolean> {
	const bytes = await tree.read("mainline.yaml");
	if (bytes === null) return false;
	try {
		const config = loadMainline(new TextDecoder().decode(bytes), "mainline.yaml");
		const folders = [...config.models.keys()].flatMap((model) => folderOf(config, model) ?? []);
		const kinds = await Promise.all(folders.map((folder) => tree.kind(folder)));
		return kinds.includes("directory");
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return false;
	}
}

/** Those of a version that comes back or is deployed again: what cannot be read of them keeps nobody from the way back. */
export async function goldenIfReadable(
	site: Site,
	about: { readonly model: string; readonly commit: string },
): Promise<GoldenRequest[]> {
	try {
		return await goldenOf(site, about);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		if (failure.code !== "golden-missing")
			site.context.progress.warn(`the golden requests are not asked: ${failure.message}`);
		return [];
	}
}

function folderOf({ models }: MainlineConfig, model: string): string | null {
	return models.get(model)?.golden ?? (models.size === 1 && models.has(model) ? USUAL : null);
}

async function filesIn(tree: GitTree, folder: string): Promise<string[]> {
	if ((await tree.kind(folder)) !== "directory") return [];
	const entries = await tree.list(folder);
	return entries
		.filter(({ name, kind }) => kind === "file" && name.endsWith(".json"))
		.map(({ name }) => joinPath(folder, name));
}

async function contentOf(tree: GitTree, file: string): Promise<Uint8Array> {
	const bytes = await tree.read(file);
	if (bytes === null) throw new Error(`${file} was listed and cannot be read`);
	if (bytes.length <= GOLDEN_LIMITS.bytes) return bytes;
	throw badInput("golden-invalid", `${file} is too large for a golden request`, {
		at: { file },
		found: `${bytes.length} bytes`,
		expected: `at most ${GOLDEN_LIMITS.bytes}`,
		hint: "one request with few rows says as much",
	});
}

function tooMany(folder: string, count: number): Error {
	return badInput("golden-too-many", `${folder} has ${count} golden requests`, {
		at: { file: folder },
		found: `${count} files`,
		expected: `at most ${GOLDEN_LIMITS.files}: they are asked after each deployment`,
	});
}

function tooLarge(folder: string): Error {
	return badInput("golden-too-many", `the golden requests in ${folder} are too large together`, {
		at: { file: folder },
		found: `more than ${GOLDEN_LIMITS.allBytes} bytes`,
		expected: `at most ${GOLDEN_LIMITS.allBytes}`,
		hint: "requests with few rows say as much",
	});
}

/** What mainline.yaml names has to be there; the usual folder need not. */
function refuseAbsent({ models }: MainlineConfig, model: string, commit: string): void {
	const config = models.get(model);
	if (config === undefined || config.golden === null) return;
	throw badInput("golden-missing", `commit ${commit.slice(0, 12)} has no golden requests in ${config.golden}`, {
		at: config.at,
		found: config.golden,
		expected: "a folder with files NAME.json that git tracks",
		hint: `git add ${config.golden}, or take \`golden\` out of mainline.yaml`,
	});
}
