import { createHash } from "node:crypto";
import { join } from "node:path";
import { type TrialResult, tryOut } from "../../environments/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import { absoluteImage, locationOf, openStore, type Site } from "./site.ts";

/** An image, as a version's tag names it or will name it. */
export interface Tried {
	readonly model: string;
	readonly version: string;
	readonly image: string;
	readonly digest: Sha256;
	/** The environment that it is told it runs in. */
	readonly environment: string;
}

/** Starts an image on this machine where nobody is sent to it, asks it, and ends it. */
export function tryImage<T>(
	site: Site,
	{ image, ...tried }: Tried,
	ask: (url: string) => Promise<T>,
): Promise<TrialResult<T>> {
	const { clock, progress, signal, machine } = site.context;
	const about = `${site.root}\0${tried.model}\0${tried.environment}`;
	const folder = join(machine.stateDir, "trial", createHash("sha256").update(about).digest("hex").slice(0, 16));
	const deployment = { ...tried, image: absoluteImage(site, image), previousImage: null };
	const env = { PATH: machine.path, HOME: machine.home, LANG: machine.lang };
	return tryOut({ clock, progress, signal, store: openStore(site, locationOf(image)), folder, env, deployment }, ask);
}
