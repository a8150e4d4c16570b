import { join } from "node:path";
import type { ModelConfig, PythonConfig } from "../../config/index.ts";
import type { GitTree } from "../../git/index.ts";
import { badInput, Failure, type Sha256 } from "../../kernel/index.ts";
import {
	type BaseImage,
	buildPython,
	cachedPython,
	type PythonContent,
	type PythonLayer,
	type PythonLock,
	type PythonTarget,
	parsePythonLock,
	pythonKey,
	storedPython,
	touchPython,
} from "../../release/index.ts";
import { notesFolder } from "../workspace.ts";
import type { PythonUse } from "./documents.ts";
import { newestImages } from "./newest-images.ts";
import { openStore, type Site } from "./site.ts";

/** The packages that a commit asks for: mainline.yaml's words and what the lock file says. */
export interface PythonPart {
	readonly config: PythonConfig;
	readonly lock: PythonLock;
}

/** Null where the model takes none. Failures `python-lock-missing` and those of the lock. */
export async function pythonPart(tree: GitTree, { name, python, at }: ModelConfig): Promise<PythonPart | null> {
	if (python === null) return null;
	const bytes = (await tree.kind(python.lock)) === "file" ? await tree.read(python.lock) : null;
	if (bytes !== null) return { config: python, lock: parsePythonLock(bytes, python.lock) };
	throw badInput("python-lock-missing", `commit ${tree.name.slice(0, 12)} has no file ${python.lock}`, {
		at,
		found: python.lock,
		expected: `the lock file that models.${name}.python names, tracked by git`,
		hint: `git add ${python.lock}, or correct mainline.yaml`,
	});
}

/** What of it a release is looked up by. */
export function pythonContent({ config, lock }: PythonPart): PythonContent {
	return { lock: lock.digest, version: config.version, wheels: config.wheels };
}

export interface Asking {
	readonly model: ModelConfig;
	readonly part: PythonPart;
	readonly base: BaseImage;
}

/** The layer of the packages, and how it was come by. */
export interface PythonMade {
	readonly layer: PythonLayer;
	readonly use: PythonUse;
}

/** From the images that were released before, else from this machine, else installed. */
export async function pythonLayer(site: Site, asking: Asking): Promise<PythonMade> {
	const { part } = asking;
	const target = targetOf(asking);
	const known = await knownLayer(site, asking);
	if (known !== null) return { layer: known.layer, use: useOf(part, target, known) };
	const { clock, progress, signal } = site.context;
	const layer = await buildPython(part.lock, { folder: folderOf(site), target, clock, progress, signal });
	return { layer, use: useOf(part, target, { layer, from: "installed" }) };
}

/** What a release would do about the packages; nothing is installed, nothing is written. */
export async function pythonPlan(site: Site, asking: Asking): Promise<PythonUse> {
	const known = await knownLayer(site, asking);
	return useOf(asking.part, targetOf(asking), known ?? { layer: null, from: "to install" });
}

/** The layer that a release would take, where there is one already. */
export async function plannedPython(site: Site, asking: Asking): Promise<PythonLayer["layer"] | null> {
	return (await knownLayer(site, asking))?.layer.layer ?? null;
}

interface Known {
	readonly layer: PythonLayer;
	readonly from: "released" | "cached";
}

async function knownLayer(site: Site, asking: Asking): Promise<Known | null> {
	const key = pythonKey(asking.part.lock, targetOf(asking));
	const released = await releasedLayer(site, asking.model, key).catch(asFailure);
	if (released !== null && !(released instanceof Failure)) return { layer: released, from: "released" };
	const cached = await cachedPython(folderOf(site), key);
	// a plan that nobody answered must not say that the layer is new
	if (cached === null && released !== null && site.plan) throw released;
	if (cached === null) return null;
	if (!site.plan) await touchPython(folderOf(site), key, site.context.clock);
	return { layer: cached, from: "cached" };
}

/** An image that is gone has no layer to give. */
async function releasedLayer(site: Site, model: ModelConfig, key: Sha256): Promise<PythonLayer | null> {
	const store = openStore(site, model.image);
	for (const digest of newestImages(site, model)) {
		const found = await storedPython(store, digest, key).catch((error: unknown) => {
			if (error instanceof Failure && error.code === "image-not-found") return null;
			throw error;
		});
		if (found !== null && (await store.hasBlob(found.layer.descriptor.digest))) return found;
	}
	return null;
}

function asFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	throw error;
}

/** What the base has to say about itself. Failures `python-version`, `python-platform`. */
function targetOf({ model, part, base }: Asking): PythonTarget {
	const { env, architecture } = base.config;
	const { version: named, wheels } = part.config;
	const at = model.at;
	if (architecture !== "amd64" || /alpine|musl/.test(base.reference)) {
		throw badInput("python-platform", `packages can be installed for linux/amd64 with glibc alone`, {
			at,
			found: architecture === "amd64" ? `${base.reference}, which has musl` : `${base.reference} for ${architecture}`,
			expected: "a base such as docker.io/library/python:3.12-slim",
			hint: "take such a base, or install the packages by a Dockerfile and name the image as `base`",
		});
	}
	const told = env.findLast((variable) => variable.startsWith("PYTHON_VERSION="))?.slice("PYTHON_VERSION=".length);
	const version = named ?? /^3\.\d+/.exec(told ?? "")?.[0];
	if (version !== undefined) return { version, wheels };
	throw badInput("python-version", `${base.reference} does not say which Python it has`, {
		at,
		found: told === undefined ? "no PYTHON_VERSION in the image's environment" : `PYTHON_VERSION=${told}`,
		expected: "a version such as 3.12",
		hint: `write models.${model.name}.python: {lock: ${part.config.lock}, version: "3.12"}`,
	});
}

function useOf(
	part: PythonPart,
	target: PythonTarget,
	known: { layer: PythonLayer | null; from: PythonUse["layer"] },
): PythonUse {
	const pins = part.lock.content.kind === "requirements" ? part.lock.content.pins.length : null;
	return {
		lock: part.config.lock,
		version: target.version,
		packages: known.layer?.packages.length ?? pins,
		size: known.layer?.layer.descriptor.size ?? null,
		layer: known.from,
	};
}

function folderOf(site: Pick<Site, "root">): string {
	return join(notesFolder(site.root), "python");
}
