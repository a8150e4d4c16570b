import { createHash } from "node:crypto";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageTagFor } from "../../../release/index.ts";
import type { RunResult } from "../../../shell/index.ts";
import { lastLinesOf } from "../tail.ts";
import type { Deployment } from "../target.ts";
import { ask, type Engine, type Refusal, refused } from "./engine.ts";
import { loadFromFolder } from "./load.ts";
import { lingering } from "./tidy.ts";

/** What an image out of a folder is called in the engine's storage. */
const KEPT = "mainline";

/** Brings an image out of a folder in OCI image layout into the engine's storage; its id there. */
export function takeFromFolder(engine: Engine, deployment: Deployment, passing: boolean): Promise<string | Refusal> {
	const [place = ""] = deployment.image.split("@");
	const folder = place.slice("oci:".length);
	const name = passing ? passingName(engine) : KEPT;
	if (engine.program === "podman") return pullFromFolder(engine, deployment, { folder, name });
	return loadFromFolder(engine, deployment.digest, { folder, repository: `localhost/${name}` });
}

/** Takes the images away again that trials at this place brought, those that were killed too; what has another name by now stays. */
export async function sweepImages(engine: Engine): Promise<void> {
	await lingering(engine, (still) => sweepNames(still, `localhost/${passingName(engine)}`));
}

async function sweepNames(engine: Engine, repository: string): Promise<void> {
	const format = ["--format", "{{.Repository}}:{{.Tag}}"];
	const listed = await ask(engine, ["images", "--filter", `reference=${repository}`, ...format]);
	// podman tells all names of an image of which one fits
	const names = listed.stdoutText.split("\n").filter((line) => line.startsWith(`${repository}:`));
	// one that somebody has started meanwhile is refused by the engine, and goes another time
	for (const name of names) await ask(engine, ["rmi", name]);
}

/** Of the trials at one place, which are one after the other. */
function passingName({ place }: Engine): string {
	return `mainline-trial-${createHash("sha256").update(place).digest("hex").slice(0, 16)}`;
}

interface From {
	/** Absolute. */
	readonly folder: string;
	readonly name: string;
}

/** podman is asked by tag; what came has to be what was meant. */
async function pullFromFolder(
	engine: Engine,
	{ digest, version }: Deployment,
	{ folder, name }: From,
): Promise<string | Refusal> {
	const tag = imageTagFor(version);
	const result = await pullAs(engine, { folder, name }, tag);
	if (result.code !== 0) return refused(`podman pull oci:${folder}:${tag}`, result);
	const id = lastLinesOf(result.stdoutText).at(-1) ?? "";
	const found = (await ask(engine, ["image", "inspect", "--format", "{{.Digest}}", id])).stdoutText.trim();
	if (found === digest) return id;
	return { ok: false, reason: `oci:${folder}:${tag} is ${found || "nothing"}, not ${digest}`, log: [] };
}

/** podman names what it takes out of a folder by the folder's path, and refuses paths that are no name for an image. */
async function pullAs(engine: Engine, { folder, name }: From, tag: string): Promise<RunResult> {
	const cwd = await mkdtemp(join(tmpdir(), "mainline-layout-"));
	try {
		await symlink(folder, join(cwd, name));
		return await ask({ ...engine, cwd }, ["pull", `oci:${name}:${tag}`]);
	} finally {
		await rm(cwd, { recursive: true, force: true });
	}
}
