import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { badInput, type Sha256 } from "../../kernel/index.ts";
import { type ImageConfig, type ImageStore, PYTHON_SITE, unpack } from "../../release/index.ts";
import { type StateFolder, writeJson } from "./files.ts";

export interface UnpackedImage {
	/** Entry point and command. */
	readonly argv: readonly string[];
	/** The folder that stands for the image's working directory. */
	readonly cwd: string;
	/** The folder of the image's Python packages; null where it has none. */
	readonly packages: string | null;
}

export function imageFolder(folder: StateFolder, digest: Sha256): string {
	return join(folder.images, digest.replace(":", "-"));
}

/** The image's own layers as a folder: from an earlier deploy, or unpacked beside it and put in place in one step. */
export async function ensureUnpacked(folder: StateFolder, store: ImageStore, digest: Sha256): Promise<UnpackedImage> {
	const root = imageFolder(folder, digest);
	const known = await readStart(root);
	if (known !== null) return known;
	await mkdir(folder.images, { recursive: true });
	await removeHalves(folder);
	const temporary = join(folder.images, `.half-${randomBytes(6).toString("hex")}`);
	try {
		const config = await unpack(store, digest, join(temporary, "root"), { appLayersOnly: true });
		await writeJson(join(temporary, "start.json"), startOf(config));
		await rm(root, { recursive: true, force: true });
		await rename(temporary, root);
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
	const unpacked = await readStart(root);
	if (unpacked === null) throw new Error(`an image was unpacked to ${root} and is not there`);
	return unpacked;
}

function startOf(config: ImageConfig): { argv: readonly string[]; workingDir: string } {
	const argv = [...config.entrypoint, ...config.command];
	if (argv.length === 0) {
		throw badInput("image-without-command", "the image says no command to start", {
			hint: "give the model a `command` in mainline.yaml and release again",
		});
	}
	return { argv, workingDir: config.workingDir };
}

async function readStart(root: string): Promise<UnpackedImage | null> {
	const text = await readFile(join(root, "start.json"), "utf8").catch(() => null);
	if (text === null) return null;
	const { argv, workingDir } = JSON.parse(text) as { argv: string[]; workingDir: string };
	const cwd = join(root, "root", join("/", workingDir));
	const packages = join(root, "root", PYTHON_SITE);
	const [started, installed] = await Promise.all([cwd, packages].map((path) => stat(path).catch(() => null)));
	return started === null ? null : { argv, cwd, packages: installed === null ? null : packages };
}

/** What a killed deploy left; only one works here at a time, so none of it is in use. */
async function removeHalves(folder: StateFolder): Promise<void> {
	for (const name of await readdir(folder.images)) {
		if (name.startsWith(".half-")) await rm(join(folder.images, name), { recursive: true, force: true });
	}
}
