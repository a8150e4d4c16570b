import { access, constants, mkdir, open, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RemoteConfig } from "../manifest/index.ts";
import type { Surroundings } from "./depot.ts";
import { PROBE, PROBE_TEXT, type Rights } from "./probe.ts";

/** Finds out by trying, on things of its own. Null for a kind of remote on which nothing can be tried without leaving traces. */
export async function remoteRights(config: RemoteConfig, surroundings: Surroundings): Promise<Rights | null> {
	const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(config.url)?.[1]?.toLowerCase() ?? null;
	if (scheme === null) return folderRights(config.url);
	if (scheme === "file") return folderRights(fileURLToPath(config.url));
	if (scheme !== "s3") return null;
	const { bucketRights } = await import("./depots/s3/rights.ts");
	return bucketRights(config, surroundings);
}

/** A folder that is shared: what the user may whom the job runs as. */
async function folderRights(folder: string): Promise<Rights> {
	const probe = join(folder, PROBE);
	const made = await mkdir(dirname(probe), { recursive: true }).catch(() => null);
	const adds = await may(() => write(probe, "wx")).then((done) => done || exists(probe));
	const overwrites = adds && (await may(() => write(probe, "r+")));
	const deletes = adds && (await may(() => unlink(probe)));
	if (deletes && made !== undefined && made !== null) await emptied(dirname(probe), made);
	return { adds, overwrites, deletes, writesRuns: await canMake(join(folder, "runs")), keepsVersions: false };
}

async function write(path: string, flags: "wx" | "r+"): Promise<void> {
	const file = await open(path, flags);
	try {
		await file.write(PROBE_TEXT, 0);
	} finally {
		await file.close();
	}
}

/** Whether something could be made in a folder, or the folder itself, by the rights of the first one that is there. */
async function canMake(folder: string): Promise<boolean> {
	if (await exists(folder)) return may(() => access(folder, constants.W_OK | constants.X_OK));
	return dirname(folder) !== folder && canMake(dirname(folder));
}

/** Takes away the folders that were made for the probe, from the inside out. */
async function emptied(from: string, first: string): Promise<void> {
	for (let at = from; at.startsWith(first); at = dirname(at)) if (!(await may(() => rmdir(at)))) return;
}

function exists(path: string): Promise<boolean> {
	return may(() => access(path));
}

function may(act: () => Promise<unknown>): Promise<boolean> {
	return act().then(
		() => true,
		() => false,
	);
}
