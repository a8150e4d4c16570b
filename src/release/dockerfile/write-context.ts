import { chmod, lutimes, mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { badInput, parentOf } from "../../kernel/index.ts";
import { LAYER_TIME } from "../tar.ts";
import type { ContextFile } from "./model.ts";

/** Writes the files as a builder gets them: one time, one of two modes, whatever git and the machine's umask say. */
export async function writeContext(
	folder: string,
	files: readonly ContextFile[],
	read: (object: string) => Promise<Uint8Array>,
): Promise<void> {
	const folders = new Set<string>();
	for (const { path, kind, object } of files) {
		refuseLeaving(path);
		const target = join(folder, path);
		await mkdir(dirname(target), { recursive: true });
		for (let above = parentOf(path); above !== "." && !folders.has(above); above = parentOf(above)) folders.add(above);
		const bytes = await read(object);
		if (kind === "link") {
			await symlink(new TextDecoder().decode(bytes), target);
			await lutimes(target, LAYER_TIME, LAYER_TIME);
		} else {
			await writeFile(target, bytes, { flag: "wx" });
			await chmod(target, kind === "executable" ? 0o755 : 0o644);
			await utimes(target, LAYER_TIME, LAYER_TIME);
		}
	}
	for (const path of [...folders].map((each) => join(folder, each)).concat(folder)) {
		await chmod(path, 0o755);
		await utimes(path, LAYER_TIME, LAYER_TIME);
	}
}

/** Git takes no such path, but a tree can be made by something else. */
function refuseLeaving(path: string): void {
	if (!path.split("/").some((part) => part === ".." || part === "." || part === "" || part === ".git")) return;
	throw badInput("image-path", `"${path}" cannot be a path in the context`, { expected: "a path below its folder" });
}
