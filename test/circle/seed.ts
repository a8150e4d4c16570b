import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterwards, lasting, temporaryFolder } from "../rig/world.ts";
import { CircleWorld, type Place } from "./world.ts";

/** The released world as it lay on disk when its GitHub had stopped. Its addresses are written in it: a copy goes where it was. */
interface Kept {
	readonly place: Place;
	readonly port: number;
	readonly copy: string;
}

let kept: Kept | null = null;
let inUse = false;

/**
 * A world whose `main` is released. To make one takes as long as many a test: it is made once for a file, and each of its tests
 * begins with what was made then. Two at a time: the second is made for its test alone.
 */
export async function releasedWorld(): Promise<CircleWorld> {
	if (inUse) return make(join(await temporaryFolder(), "world"));
	inUse = true;
	afterwards(async () => {
		inUse = false;
	});
	kept ??= await lasting(keep);
	const { place, port, copy } = kept;
	await rm(place.directory, { recursive: true, force: true, maxRetries: 3 });
	await cp(copy, place.directory, { recursive: true, verbatimSymlinks: true });
	try {
		return await CircleWorld.open(place, port);
	} catch (cause) {
		// somebody took the port between two tests
		if (!String(cause).includes("EADDRINUSE")) throw cause;
		return make(join(await temporaryFolder(), "world"));
	}
}

async function make(directory: string): Promise<CircleWorld> {
	const world = await CircleWorld.make("command", directory);
	const { code, stdout, stderr } = await world.act("push");
	if (code !== 0) throw new Error(`main was not released:\n${stdout}\n${stderr}`);
	return world;
}

async function keep(): Promise<Kept> {
	const folder = await temporaryFolder();
	const { place, gitHub } = await make(join(folder, "world"));
	await gitHub.stop();
	// each job checks out anew
	await rm(join(place.directory, "runner"), { recursive: true, force: true });
	const copy = join(folder, "kept");
	await cp(place.directory, copy, { recursive: true, verbatimSymlinks: true });
	return { place, port: Number(new URL(gitHub.serverUrl).port), copy };
}
