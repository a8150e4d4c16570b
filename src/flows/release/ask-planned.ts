import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type GoldenProof, type GoldenRequest, withLock } from "../../environments/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import { type ImageStore, imageTagFor } from "../../release/index.ts";
import { askBuilt, NOWHERE, unlessUnstartable, whereToAsk } from "./ask-built.ts";
import type { Candidate } from "./candidate.ts";
import { packAboveBase, packModel } from "./image.ts";
import { imageName, openStore, type Site } from "./site.ts";

/** A version that would be made. */
export interface Planned {
	readonly commit: string;
	readonly version: string;
	readonly requests: readonly GoldenRequest[];
	/** Whether it is another one than the main line has. */
	readonly isNew: () => Promise<boolean>;
	/** Whether its code may run here. Asked only where there is something to ask. */
	readonly mayStart: () => Promise<boolean>;
}

const LOCK_WAIT_MS = 600_000;

/**
 * Asks a version that would be made what it will be asked before its tag. It may never run anywhere, so it has a place of its own,
 * which no release waits for and of which nothing is left. Null: it has no requests, or is none that is new.
 */
export async function askPlanned(
	site: Site,
	candidate: Candidate,
	{ commit, version, requests, isNew, mayStart }: Planned,
): Promise<GoldenProof | null> {
	if (requests.length === 0 || !(await isNew())) return null;
	const model = candidate.model.name;
	const here = whereToAsk(site, model);
	if (here === null) return NOWHERE;
	if (!(await mayStart())) return notStarted(requests);
	const { clock, signal } = site.context;
	const place = placeFor(site, model);
	await mkdir(place, { recursive: true, mode: 0o700 });
	return unlessUnstartable(() =>
		withLock(place, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
			const image = { kind: "layout", directory: join(place, "image") } as const;
			try {
				// what was killed before left its image
				await rm(image.directory, { recursive: true, force: true });
				const store = openStore(site, image);
				// a process takes no more of an image than what lies above its base; a container is the image
				const pack = here.deploy.kind === "process" ? packAlone : packWhole;
				const digest = await pack(site, candidate, { commit, version, source: null, store });
				const built = { model, version, digest, image: imageName(image, digest) };
				return (await askBuilt(site, built, requests, join(place, "trial"))) ?? NOWHERE;
			} finally {
				await rm(place, { recursive: true, force: true });
			}
		}),
	);
}

function notStarted(requests: readonly GoldenRequest[]): GoldenProof {
	return { asked: [], notAsked: "nothing is started for a plan", pending: requests.map(({ file }) => file) };
}

interface Packing {
	readonly commit: string;
	readonly version: string;
	/** It goes nowhere: its digest need not be the one that a release would give it. */
	readonly source: null;
	/** Where the image goes. */
	readonly store: ImageStore;
}

async function packAlone(site: Site, candidate: Candidate, { store, ...about }: Packing): Promise<Sha256> {
	const { digest } = await store.push(await packAboveBase(site, candidate, about), [imageTagFor(about.version)]);
	return digest;
}

async function packWhole(site: Site, candidate: Candidate, { store, ...about }: Packing): Promise<Sha256> {
	const { image, environment } = await packModel(site, candidate, about);
	const below = environment?.push ?? null;
	if (below !== null) await store.push(below.image, [below.tag]);
	return (await store.push(image, [imageTagFor(about.version)])).digest;
}

/** Of this project's model alone, on this machine. */
function placeFor({ root, context }: Site, model: string): string {
	const name = createHash("sha256").update(`${root}\0${model}`).digest("hex").slice(0, 16);
	return join(context.machine.stateDir, "planned", name);
}
